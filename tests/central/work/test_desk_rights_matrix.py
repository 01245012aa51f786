"""Role × action: everything forbidden is tried for every role, by page, by the rules, and by the database."""

import io
from datetime import date

import pytest
from desk_hands import TODAY, somebody
from django.db import IntegrityError, connection, transaction
from lobby import MONDAY, the_case

from sync.central.cases import moves, projector, states, triggers
from sync.central.cases.models import AccessLog, Case, CaseEvent, Excerpt, Report, Setting, Tombstone
from sync.central.cases.moves import Deed
from sync.central.cases.people import set_up
from sync.central.cases.roles import ROLES, RULES, Hand
from sync.central.desk.models import Certificate, Evidence, Task, TaskRun

ROOMS = {  # page → the right that opens it
    "/desk/cases": "looks",
    "/desk/enter": "enter",
    "/desk/enter/meeting": "enter",
    "/desk/meetings": "looks",
    "/desk/results": "figures",
    "/desk/office": "",
    "/desk/office/rota": "rota",
    "/desk/office/looks": "looks",
    "/desk/office/patterns": "patterns",
    "/desk/office/access": "patterns",
    "/desk/office/tasks": "tasks",
    "/desk/office/training": "",
    "/desk/office/jobs": "export",
    "/desk/office/rights": "rights",
    "/desk/office/evidence": "evidence",
    "/desk/office/people": "people",
    "/desk/office/factor": "",
    "/desk/office/wordings": "",
    "/desk/office/settings": "settings",
    "/desk/office/settings/deadlines.toml": "settings",
    "/desk/office/forms": "settings",
}
WORKING = sorted(set(ROLES) - {"learner"})


def opens(role: str, right: str) -> bool:
    rights = ROLES[role]
    return not right or right in rights or (right == "looks" and bool(rights & {"see", "see_own"}))


@pytest.mark.parametrize("role", WORKING)
def test_a_room_opens_to_whoever_has_its_right_and_to_nobody_else(browser_of, lobby, role):
    client = browser_of(role, department="training")
    for room, right in ROOMS.items():
        if room == "/desk/cases":
            continue  # the list of who sees nothing is empty, and says so
        said = client.get(room).status_code
        assert said == (200 if opens(role, right) else 403), (role, room)


FORBIDDEN = [  # (address, form, right)
    ("bulk", {"kind": "classify"}, "bulk"),
    ("enter/slip", {"words": "话", "day": "2026-11-23", "channel": "paper"}, "enter"),
    ("enter/stick", {}, "ingest"),
    ("office/people", {"name": "mallory", "role": "administrator"}, "people"),
    ("office/rota", {"what": "shift"}, "rota"),
    ("office/jobs", {"kind": "export", "format": "csv"}, "export"),
    ("office/evidence", {"number": "x", "why": "要看一看这件"}, "evidence"),
    ("office/wordings/save", {"name": "a", "text": "b"}, "templates"),
    ("results/draft", {"kind": "week"}, "publish"),
]


@pytest.mark.parametrize("role", WORKING)
def test_a_deed_without_its_right_is_refused_at_the_page(browser_of, lobby, role):
    client = browser_of(role, department="training")
    for address, form, right in FORBIDDEN:
        path = f"/desk/cases/{address}" if address == "bulk" else f"/desk/{address}"
        said = client.post(path, form).status_code
        if right not in ROLES[role]:
            assert said == 403, (role, address)
        else:
            assert said != 403, (role, address)


@pytest.mark.parametrize("role", WORKING)
def test_every_deed_of_every_role_is_refused_by_the_rules_where_the_role_lacks_it(lobby, role):
    case = the_case(lobby.says("空调太冷", grade=1, category="F"))
    set_up(f"m-{role}", roles=[role], department="logistics")
    from django.contrib.auth.models import User

    hand = Hand(User.objects.get(username=f"m-{role}").pk, role, (role,), None, "logistics")
    for kind in moves.KINDS:
        if kind in ROLES[role] and hand.sees(case.venue_id, case.department):
            continue
        with pytest.raises((moves.NotAllowed, moves.states.IllegalMove)):
            moves.act(case.id, Deed(kind, why="十个字以上的理由写在这里", category="F4"), hand, MONDAY)
    assert CaseEvent.objects.count() == 0


@pytest.mark.parametrize("role", [role for role in WORKING if "contact" not in ROLES[role]])
def test_a_contact_stays_sealed_for_who_lacks_the_right(browser_of, lobby, role):
    case = the_case(lobby.says("请回电", grade=1, category="F", sealed="AAAA"))

    said = browser_of(role, department="logistics").post(f"/desk/cases/{case.id}/contact", {"why": "想打个电话问问"})

    assert said.status_code in {403, 404}
    assert not AccessLog.objects.exists()


STATEMENTS = (
    "DELETE FROM intake_record",
    "UPDATE intake_record SET grade = 5",
    "UPDATE intake_record SET head = head",
    "UPDATE intake_record SET day = '2020-01-01'",
    "DELETE FROM cases_caseevent",
    "UPDATE cases_caseevent SET why = ''",
    "DELETE FROM cases_accesslog",
    "UPDATE cases_accesslog SET who_id = who_id",
    "DELETE FROM cases_tombstone",
    "DELETE FROM cases_excerpt",
    "UPDATE cases_excerpt SET state = 'approved'",
    "DELETE FROM cases_setting",
    "UPDATE cases_setting SET why = ''",
    "DELETE FROM cases_reply",
    """UPDATE cases_reply SET text = '{"zh-Hans": "没说过"}'""",
    "DELETE FROM cases_report",
    "UPDATE cases_report SET figures = '{}'",
    "UPDATE cases_report SET published = NULL",
    "UPDATE cases_report SET approved_id = who_id",
    "DELETE FROM desk_evidence",
    "UPDATE desk_evidence SET why = ''",
    "UPDATE desk_evidence SET granted_id = asked_id",
    "UPDATE desk_evidence SET granted_id = NULL, granted_at = NULL, fetched_at = NULL",
    "DELETE FROM desk_certificate",
    "UPDATE desk_certificate SET passed = true",
    "DELETE FROM desk_taskrun",
)
REPLACED = (  # how SQLite deletes a row without being asked to
    "INSERT OR REPLACE INTO intake_record SELECT * FROM intake_record",
    "INSERT OR REPLACE INTO cases_caseevent SELECT * FROM cases_caseevent",
    "UPDATE OR REPLACE cases_caseevent SET seq = 1",
)
WHY = "这里写的是一个足够长的理由"


@pytest.fixture
def full(lobby, ground):
    """One row, at least, of everything that is never deleted: the first asks or makes, the second lets out."""
    case = the_case(lobby.says("太差了", grade=1))
    moves.act(case.id, Deed("classify", category="F4"), RULES, MONDAY)
    moves.act(case.id, Deed("dispatch", department="logistics"), RULES, MONDAY)
    moves.act(case.id, Deed("answer", text={"zh-Hans": "已经请人来修好了。"}), RULES, MONDAY)
    one, two = (somebody(name, "administrator").user for name in ("jia", "yi"))
    here = {"venue_id": "donghu", "case_id": case.id}
    AccessLog.objects.create(**here, who_id=one, at=MONDAY, what="time", why=WHY)
    Excerpt.objects.create(**here, version=1, text="话", state="hidden", why=WHY, who_id=one, at=MONDAY)
    Tombstone.objects.create(**here, source="a", epoch="b", seq=1, body_hash=b"", who_id=one, at=MONDAY, why=WHY)
    Setting.objects.create(name="x", version=1, text="", digest=b"", effective=MONDAY.date(), why=WHY, at=MONDAY)
    days = {"first": date(2026, 11, 16), "last": date(2026, 11, 22)}
    told = {"kind": "week", "version": 1, "figures": {"a": 1}, "made": MONDAY, "who_id": one}
    Report.objects.create(venue_id="donghu", **days, **told, published=MONDAY, approved_id=two)
    let = {"granted_id": two, "granted_at": MONDAY, "fetched_at": MONDAY}
    Evidence.objects.create(**here, why=WHY, asked_id=one, asked_at=MONDAY, **let)
    Certificate.objects.create(user_id=one, course="1", score=1, of=9, passed=False, at=MONDAY, until=TODAY)
    task = Task.objects.create(venue_id="donghu", kind="box", every="week", next_due=TODAY)
    TaskRun.objects.create(task=task, due=TODAY, at=MONDAY, who_id=one)
    return case


def refuses(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except IntegrityError:
        return True
    return False


def test_nothing_that_is_kept_can_be_deleted_hidden_or_changed_in_the_database(full):
    statements = STATEMENTS + (REPLACED if connection.vendor == "sqlite" else ())
    for statement in statements:
        assert refuses(statement), statement

    assert Case.objects.get().grade == 1
    assert CaseEvent.objects.count() == 3


def test_every_table_that_only_grows_is_tried():
    tried = {name for statement in STATEMENTS for name in statement.replace("FROM ", "").split()[1:2]}

    assert tried == {*triggers.APPEND_ONLY, *triggers.KEPT, triggers.RECORDS}


def test_no_move_that_the_table_lacks_can_be_written_into_the_log(full):
    last = CaseEvent.objects.order_by("-seq").values().first()
    for state in states.STATES:
        if states.legal(last["state"], state):
            continue
        row = last | {"id": None, "seq": last["seq"] + 1, "before": last["state"], "state": state, "why": WHY}
        with pytest.raises(IntegrityError), transaction.atomic():
            CaseEvent.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():  # nor one that does not follow the event before it
        CaseEvent.objects.create(**last | {"id": None, "seq": last["seq"] + 1, "before": "closed", "state": "archived"})
    with pytest.raises(IntegrityError), transaction.atomic():  # nor one that leaves a number out
        CaseEvent.objects.create(**last | {"id": None, "seq": last["seq"] + 2, "before": "answered"})


def test_a_case_that_was_changed_or_deleted_past_the_log_comes_back_from_it(full):
    """A case is a projection: what somebody does to its row is no move, and the log says what is true."""
    before = projector.fingerprint()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_case SET state = 'archived', grade = 5, counted = false")
    assert projector.fingerprint() != before
    projector.rebuild(pause=lambda: None)
    assert projector.fingerprint() == before
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM cases_case")
    projector.rebuild(pause=lambda: None)

    assert projector.fingerprint() == before


@pytest.mark.parametrize("table", sorted({*triggers.APPEND_ONLY, *triggers.KEPT, triggers.RECORDS}))
def test_nothing_append_only_can_be_emptied_at_once(ground, table):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE: DELETE is refused row by row")
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {table} CASCADE")


def test_hiding_words_hides_no_grade(lobby):
    case = the_case(lobby.says("骂人的话", grade=1))

    moves.act(case.id, Deed("withhold", why="里面有别人的姓名和电话"), RULES, MONDAY)

    case.refresh_from_db()
    assert (case.state, case.grade, case.rated, case.counted) == ("withheld", 1, True, True)


def test_a_stick_is_taken_at_the_desk_and_answered_with_receipts(browser_of, lobby):
    client = browser_of("collector")
    torn = io.BytesIO(b"not a batch")
    torn.name = "1.xsb"

    said = client.post("/desk/enter/stick", {"batches": [torn]})

    assert said.status_code == 200
    assert "1.xsb" in said.content.decode()
