"""Role × action: everything forbidden is tried for every role, by page, by the rules, and by the database."""

import io

import pytest
from django.db import IntegrityError, connection, transaction
from lobby import MONDAY, the_case

from sync.central.cases import moves
from sync.central.cases.models import AccessLog, Case, CaseEvent
from sync.central.cases.moves import Deed
from sync.central.cases.people import set_up
from sync.central.cases.roles import ROLES, RULES, Hand

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
    "DELETE FROM cases_caseevent",
    "UPDATE cases_caseevent SET why = ''",
)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_bad_rating_can_be_neither_deleted_nor_changed_in_the_database(lobby, statement):
    case = the_case(lobby.says("太差了", grade=1))
    moves.act(case.id, Deed("classify", category="F4"), RULES, MONDAY)

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert Case.objects.get().grade == 1


@pytest.mark.parametrize("table", ["intake_record", "cases_caseevent", "cases_accesslog", "cases_tombstone"])
def test_nothing_append_only_can_be_emptied_at_once(lobby, table):
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
