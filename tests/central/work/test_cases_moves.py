"""How a case moves: by the table, by whose hand, once; in Python and in the database alike."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from lobby import MONDAY, the_case

from sync.central.cases import moves, states
from sync.central.cases.models import AccessLog, Case, CaseEvent, Reply
from sync.central.cases.moves import Deed
from sync.central.cases.people import set_up
from sync.central.cases.roles import ROLES, RULES, Hand

RIGHTS = {
    "see",
    "see_own",
    "time",
    "terminals",
    "learn",
    "save_view",
    "bulk",
    "enter",
    "ingest",
    "tasks",
    "contact",
    "ask",
    "patterns",
    "excerpt",
    "approve",
    "figures",
    "publish",
    "export",
    "rota",
    "templates",
    "rights",
    "evidence",
    "settings",
    "purge",
    "people",
    "thanks",
    "topics",
    "configure",
}

LATER = MONDAY + timedelta(days=1)
WAY = (
    Deed("classify", category="F4"),
    Deed("dispatch", department="logistics"),
    Deed("start"),
    Deed("answer", text={"zh-Hans": "已经请人来修。", "en": "It is being mended."}),
    Deed("close", evidence="维修单 12 号"),
    Deed("call_back", why="电话里说凉快了，很满意。"),
    Deed("archive"),
)


@pytest.fixture
def case(lobby):
    return the_case(lobby.says("空调不制冷", grade=1))


def done(case, *deeds, by=RULES, at=MONDAY):
    for deed in deeds:
        case = moves.act(case.id, deed, by, at)
    return case


def test_the_whole_way_leaves_an_event_for_each_step(case):
    case = done(case, *WAY)

    events = CaseEvent.objects.filter(case_id=case.id).order_by("seq").values_list("seq", "before", "state")
    assert list(events) == [
        (1, "received", "classified"),
        (2, "classified", "dispatched"),
        (3, "dispatched", "in_progress"),
        (4, "in_progress", "answered"),
        (5, "answered", "closed"),
        (6, "closed", "called_back"),
        (7, "called_back", "archived"),
    ]
    assert (case.state, case.category, case.department) == ("archived", "F4", "logistics")
    assert Reply.objects.get().text == {"zh-Hans": "已经请人来修。", "en": "It is being mended."}


@pytest.mark.parametrize(
    "deed",
    [
        Deed("close", evidence="还没答复"),
        Deed("answer", text={"zh-Hans": "还没派单"}),
        Deed("archive"),
        Deed("dispatch", department="logistics"),
        Deed("reopen", why="还没有开始办理，怎么重新办理"),
        Deed("restore", why="它没有被标为无效，也没有不公开"),
        Deed("fly"),
    ],
)
def test_a_move_that_the_table_does_not_have_is_refused_and_changes_nothing(case, deed):
    with pytest.raises(states.IllegalMove):
        done(case, deed)

    case.refresh_from_db()
    assert (case.state, CaseEvent.objects.count()) == ("received", 0)


@pytest.mark.parametrize(
    ("before", "deed", "missing"),
    [
        (0, Deed("classify"), "category"),
        (1, Deed("dispatch"), "department"),
        (1, Deed("dispatch", department="nowhere"), "department"),
        (2, Deed("answer", text={"en": "English only"}), "text"),
        (2, Deed("return", why="短"), "why"),
        (2, Deed("park", text={"zh-Hans": "这个主意明年再看一看，先留着。"}), "review"),
        (2, Deed("decline", text={"zh-Hans": "不行"}, review=date(2027, 1, 1)), "text"),
        (4, Deed("close"), "evidence"),
    ],
)
def test_what_a_move_needs_is_asked_for(case, before, deed, missing):
    case = done(case, *WAY[:before])

    with pytest.raises(moves.Incomplete) as problem:
        done(case, deed)

    assert problem.value.missing == missing
    assert CaseEvent.objects.count() == before


def test_a_refusal_says_its_reason_to_the_visitor(case):
    no = Deed("decline", text={"zh-Hans": "馆舍是老建筑，墙上不能打孔。"}, review=date(2027, 3, 1))

    case = done(case, *WAY[:2], no)

    assert (case.state, case.next_due) == ("declined", None)
    assert CaseEvent.objects.get(seq=3).why == "馆舍是老建筑，墙上不能打孔。"
    assert Reply.objects.get(public=True).text["zh-Hans"].startswith("馆舍")


def test_of_two_who_act_at_once_the_second_looks_again(case):
    moves.act(case.id, Deed("classify", category="F4"), RULES, MONDAY, seen=0)

    with pytest.raises(moves.SomebodyElse):
        moves.act(case.id, Deed("classify", category="G1"), RULES, MONDAY, seen=0)

    case.refresh_from_db()
    assert case.category == "F4"


def test_a_rating_at_rest_can_be_taken_up(lobby):
    case = the_case(lobby.says(grade=5))
    assert (case.state, case.next_due) == ("archived", None)

    case = done(case, WAY[0])

    assert case.state == "classified"
    assert case.next_due is not None


def test_what_was_taken_back_moves_no_more(lobby):
    subject = lobby.says("我说错了")
    lobby.writes("feedback.withdrawn", subject, at=LATER)
    case = the_case(subject)

    assert (case.state, case.counted) == ("archived", False)
    assert moves.possible(moves.standing(case), RULES) == []
    with pytest.raises(states.IllegalMove):
        done(case, WAY[0])


def test_what_is_done_is_not_done_again(case):
    case = done(case, *WAY[:5])

    with pytest.raises(states.IllegalMove):
        done(case, WAY[4])


def test_a_correction_changes_the_word_and_not_the_state(case):
    case = done(case, *WAY[:3], Deed("classify", category="F8"))

    assert (case.state, case.category) == ("in_progress", "F8")


# -- hands


def hand(*roles, department=""):
    name = "-".join(roles)
    set_up(name, roles=roles)
    from django.contrib.auth.models import User

    return Hand(User.objects.get(username=name).pk, name, roles, None, department)


def test_a_department_works_its_own_cases_and_sees_no_others(case):
    case = done(case, *WAY[:2])

    with pytest.raises(moves.NotAllowed):
        done(case, WAY[3], by=hand("handler", department="training"))
    done(case, WAY[3], by=hand("handler", department="logistics"))


def test_nobody_does_what_their_role_does_not_have(case):
    collector = hand("collector")

    case = done(case, *WAY[:2], by=collector)

    with pytest.raises(moves.NotAllowed):
        done(case, WAY[3], by=collector)
    assert "answer" not in moves.possible(moves.standing(case), collector)


def test_no_role_does_what_no_deed_is():
    assert set().union(*ROLES.values()) - set(moves.KINDS) - RIGHTS == set()


def test_what_is_offered_is_what_is_possible(case):
    supervisor = hand("supervisor")
    for deed in WAY:
        assert deed.kind in moves.possible(moves.standing(case), supervisor)
        case = done(case, deed, by=supervisor)
    assert moves.possible(moves.standing(case), supervisor) == ["reopen", "note"]


# -- the database itself

COLUMNS = "venue_id, case_id, seq, kind, before, state, day, at, category, department, why, fact, evidence"


def put(case, seq, kind, move, evidence=""):
    """An event behind everybody's back."""
    before, after = move.split(">")
    key = case.id.hex if connection.vendor == "sqlite" else str(case.id)
    values = [case.venue_id, key, seq, kind, before, after, "2026-11-23", "2026-11-23 10:00:00+00:00", "", "", "", ""]
    with transaction.atomic(), connection.cursor() as cursor:
        places = ", ".join(["%s"] * 13)
        cursor.execute(f"INSERT INTO cases_caseevent ({COLUMNS}) VALUES ({places})", [*values, evidence])


@pytest.mark.parametrize(
    ("seq", "kind", "move", "told"),
    [
        (1, "close", "received>closed", "event_legal"),
        (1, "archive", "received>archived", "event_legal"),
        (1, "invalid", "received>invalid", "ten characters"),
        (1, "merge", "received>merged", "another case"),
        (1, "close", "answered>closed", "does not follow"),
        (2, "dispatch", "classified>dispatched", "does not follow"),
        (1, "classify", "received>gone", "event_legal"),
    ],
)
def test_the_database_refuses_an_illegal_event(case, seq, kind, move, told):
    with pytest.raises(IntegrityError, match=told):
        put(case, seq, kind, move, evidence="x")


def test_the_database_wants_evidence_before_it_closes(case):
    done(case, *WAY[:4])

    with pytest.raises(IntegrityError, match="event_evidence"):
        put(case, 5, "close", "answered>closed")


def test_the_database_numbers_events_once(case):
    done(case, WAY[0])

    with pytest.raises(IntegrityError):
        put(case, 1, "classify", "received>classified")


@pytest.mark.parametrize(
    "statement", ["UPDATE {table} SET why = 'x'", "DELETE FROM {table}", "UPDATE {table} SET at = at"]
)
@pytest.mark.parametrize("table", ["cases_caseevent", "cases_accesslog"])
def test_what_happened_cannot_be_changed_or_deleted(case, table, statement):
    supervisor = hand("supervisor")
    done(case, WAY[0])
    AccessLog.objects.create(
        venue_id=case.venue_id, case_id=case.id, who_id=supervisor.user, at=MONDAY, what="time", why="核对"
    )

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table=table))

    assert (CaseEvent.objects.count(), AccessLog.objects.count()) == (1, 1)


def test_the_table_reaches_every_state_and_leaves_none_without_a_way_out():
    reached = {after for targets in states.MOVES.values() for after in targets}

    assert reached == set(states.STATES)
    assert [state for state, targets in states.MOVES.items() if not targets] == []
    assert {kind.state for kind in moves.KINDS.values()} - {None} == set(states.STATES)


def test_a_case_row_holds_no_state_that_is_none(case):
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(id=case.id).update(state="lost")
