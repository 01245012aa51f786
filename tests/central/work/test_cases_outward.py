"""What leaves the house: to terminals' caches, to the board; never a word of the visitor's."""

from datetime import date, timedelta

import pytest
from lobby import MONDAY, project, the_case, visitor

from kiosk.receipts import lookup_key, new_code
from sync.central.cases import lookup, moves, publish, throttle, totals, worker
from sync.central.cases.models import Card, CardCase, Case
from sync.central.cases.moves import Deed
from sync.central.cases.roles import RULES
from sync.central.cases.taxonomy import catalogue
from sync.central.intake.models import Terminal, Update, Venue

SECRET = "只有馆里该看到的话"
TODAY = date(2026, 11, 23)


def announced(kind):
    return {update.key: update.data for update in Update.objects.filter(kind=kind).order_by("id")}


def act(case, *deeds):
    for deed in deeds:
        case = moves.act(case.id, deed, RULES, MONDAY)
    return case


ANSWERED = (
    Deed("classify", category="F4"),
    Deed("dispatch", department="logistics"),
    Deed("answer", text={"zh-Hans": "空调修好了。", "en": "It works again."}),
    Deed("note", text={"zh-Hans": "同事之间的话"}),
)


def test_a_case_that_moved_reaches_terminals_under_its_key_and_once(lobby):
    case = the_case(lobby.says(SECRET, lookup="0f" * 16))
    assert publish.moved() == 1
    act(case, *ANSWERED)

    assert (publish.moved(), publish.moved()) == (1, 0)

    assert announced("case")["0f" * 16] == {
        "key": "0f" * 16,
        "state": "answered",
        "steps": [
            {"state": "received", "day": "2026-11-23", "department": None},
            {"state": "classified", "day": "2026-11-23", "department": None},
            {
                "state": "dispatched",
                "day": "2026-11-23",
                "department": dict(catalogue().departments["logistics"].name),
            },
            {"state": "answered", "day": "2026-11-23", "department": None},
        ],
        "due": {"first_answer": None, "result": "2026-12-14"},
        "answer": {"zh-Hans": "空调修好了。", "en": "It works again."},
        "updated": "2026-11-23T10:15:00+00:00",
    }


def test_no_word_of_a_visitor_or_between_colleagues_leaves_the_house(lobby):
    act(the_case(lobby.says(SECRET, lookup="0f" * 16)), *ANSWERED)
    publish.moved()
    publish.figures(TODAY)

    everything = str(list(Update.objects.values_list("data", flat=True)))

    assert SECRET not in everything
    assert "同事之间" not in everything


def test_a_hidden_answer_and_one_to_what_was_taken_back_are_not_told(lobby):
    subject = lobby.says(SECRET, lookup="0f" * 16)
    case = act(the_case(subject), *ANSWERED)
    lobby.writes("feedback.withdrawn", subject, at=MONDAY + timedelta(minutes=9))
    project()
    publish.moved()

    assert announced("case")[case.lookup.hex()]["answer"] is None
    assert announced("case")[case.lookup.hex()]["state"] == "archived"


def test_a_rebuilt_centre_says_nothing_twice(lobby):
    from sync.central.cases import projector

    act(the_case(lobby.says(SECRET, lookup="0f" * 16)), *ANSWERED)
    publish.moved()

    projector.rebuild(pause=lambda: None)

    assert publish.moved() == 0


def test_a_card_counts_its_cases_and_every_visit_that_wants_it_once(lobby):
    card = Card.objects.create(
        id="lift", venue_id="donghu", need={"zh-Hans": "装扶手"}, measure={"zh-Hans": "装了"}, day=TODAY, state="done"
    )
    CardCase.objects.create(card=card, case_id=the_case(lobby.says("要扶手")).id)
    twice = visitor()
    for subject in (twice, twice, visitor()):
        lobby.writes("feedback.supported", subject, card="lift")
    project()
    publish.figures(TODAY)

    assert announced("card")["lift"]["count"] == 3
    assert announced("card")["lift"]["removed"] is False
    Card.objects.update(removed=True)
    assert publish.figures(TODAY) == 2  # the card, and the figure it no longer is
    assert announced("card")["lift"]["removed"] is True


def test_figures_count_what_asks_and_publish_no_share_of_a_few(lobby):
    lobby.says(grade=5)  # a face alone
    lobby.says("练习", flags=("training",))
    act(the_case(lobby.says("一")), *ANSWERED)
    lobby.says("二")
    project()

    few = totals.totals("donghu", TODAY)

    assert (few["received"], few["answered"], few["on_time_percent"], few["since"]) == (2, 1, None, "2026-10-01")


def test_the_share_of_answers_in_time_counts_those_that_are_late_too(lobby):
    for n in range(32):
        subject = lobby.says(f"第 {n} 条")
        if n < 24:
            act(the_case(subject), *ANSWERED)
    project()

    assert totals.totals("donghu", TODAY)["on_time_percent"] is None  # 24 were judged; the others are not due yet
    assert totals.totals("donghu", TODAY + timedelta(days=9))["on_time_percent"] == 75


def test_a_turn_does_everything_that_waits(lobby):
    lobby.says("新的", lookup="0f" * 16)
    lobby.writes("feedback.submitted", "nobody")

    done = worker.turn(MONDAY)

    assert (done.records, done.parked, done.cases, done.announced) == (2, 1, 1, 2)
    assert worker.turn(MONDAY) == worker.Turn(0, 0, 0, 0)


def test_the_worker_ends_when_told(lobby):
    lobby.says("新的")
    waits = iter([False, True])

    worker.run(lambda _: next(waits), now=lambda: MONDAY)

    assert Case.objects.count() == 1


# -- look-up


@pytest.fixture
def runs(monkeypatch):
    """How often Argon2id runs: the cost of a look-up."""
    counted = []

    def counting(code, salt):
        counted.append(salt)
        return lookup_key(code, salt)

    monkeypatch.setattr(lookup, "lookup_key", counting)
    return counted


def test_a_code_from_before_enrolment_is_found_by_its_terminals_own_salt(lobby, runs):
    old = b"its own old salt"
    Terminal.objects.create(
        source=lobby.source,
        venue_id="donghu",
        token_digest=b"t",
        signing_key=b"s",
        box_key=b"b",
        salts=[old.hex()],
        enrolled_at=MONDAY,
    )
    venue, before, after = Venue.objects.get(), new_code(), new_code()
    lobby.says("登记以前", lookup=lookup_key(before, old).hex())
    lobby.says("登记以后", lookup=lookup_key(after, bytes(venue.salt)).hex())
    project()
    salts = lookup.salts()
    assert len(salts) == 2

    found = [lookup.find(code, salts) for code in (before, after, new_code())]

    assert [case and case.words for case in found] == ["登记以前", "登记以后", None]
    assert len(runs) == 6  # the unknown one costs what the known ones cost


# -- throttle


def test_only_so_many_failures_a_minute_and_an_hour(ground):
    limit = throttle.Limit("lookup", 2, 3)
    assert throttle.wait(limit, "here", MONDAY) == 0
    for second in (0, 10):
        throttle.failed(limit, "here", MONDAY + timedelta(seconds=second))

    assert throttle.wait(limit, "here", MONDAY + timedelta(seconds=15)) == 45
    assert throttle.wait(limit, "elsewhere", MONDAY + timedelta(seconds=15)) == 0
    assert throttle.wait(limit, "here", MONDAY + timedelta(seconds=61)) == 0
    throttle.failed(limit, "here", MONDAY + timedelta(seconds=90))
    assert throttle.wait(limit, "here", MONDAY + timedelta(minutes=5)) == 55 * 60
    assert throttle.wait(limit, "here", MONDAY + timedelta(minutes=61)) == 0


def test_a_failure_keeps_no_address(ground):
    from sync.central.cases.models import Failure

    throttle.failed(throttle.LOOKUP, "203.0.113.9", MONDAY)

    assert b"203.0.113.9" not in bytes(Failure.objects.get().origin)


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),  # nobody in front of us: the header is the visitor's own word
        ("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", None, "127.0.0.1"),
    ],
)
def test_an_address_is_what_our_own_proxy_saw(rf, peer, forwarded, address):
    more = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}

    assert throttle.address(rf.get("/c", REMOTE_ADDR=peer, **more)) == address
