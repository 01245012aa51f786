"""Working days around 国庆 and 春节, against a table counted from the State Council's announcements, and as laws."""

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import ConfigError
from sync.central.cases import deadlines
from sync.central.cases.deadlines import Rules, rules
from sync.central.cases.derive import Done, derive
from sync.central.cases.patterns import Seen, find
from sync.central.places import Places

TABLE = list(csv.DictReader((Path(__file__).parent / "deadline_cases.csv").read_text("utf-8").splitlines()))
LAW = Rules()
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 1))


def test_the_table_is_long_and_lies_around_the_holidays():
    assert len(TABLE) >= 200
    assert {row["received"][:7] for row in TABLE} >= {"2024-02", "2024-10", "2025-01", "2025-10", "2026-02", "2026-10"}


def test_every_case_of_the_table_is_due_when_it_should_be():
    wrong = [
        row
        for row in TABLE
        if LAW.add(date.fromisoformat(row["received"]), int(row["working_days"])).isoformat() != row["due"]
    ]

    assert wrong == []


@given(DAYS, st.integers(1, 15), st.integers(1, 15))
def test_a_longer_time_is_never_due_sooner_and_every_due_day_is_worked(day, few, more):
    few, more = sorted((few, more))

    assert day < LAW.add(day, few) <= LAW.add(day, more)
    assert LAW.works(LAW.add(day, few))


@given(DAYS, st.integers(0, 15))
def test_counting_back_gives_the_days_that_were_counted(day, count):
    assert LAW.between(day, LAW.add(day, count)) == count


@given(DAYS, st.integers(1, 15))
def test_what_came_a_day_later_is_never_due_sooner(day, count):
    assert LAW.add(day, count) <= LAW.add(day + timedelta(days=1), count)


@given(DAYS)
def test_the_same_day_is_a_day_that_is_worked(day):
    assert LAW.works(LAW.reach(day, 0))


def test_the_light_turns_over_the_holidays():
    due = date(2026, 10, 8)

    assert LAW.light(due, date(2026, 9, 29)) == "green"
    assert LAW.light(due, date(2026, 9, 30)) == "amber"  # the next working day is the one after the holidays
    assert LAW.light(due, date(2026, 10, 9)) == "red"
    assert LAW.light(None, due) == ""


def test_what_is_late_goes_up_by_working_days():
    due = date(2026, 9, 30)

    assert [LAW.level(due, due + timedelta(days=n)) for n in (0, 1, 7, 8, 9, 10, 13)] == [0, 0, 0, 1, 1, 2, 3]


@pytest.mark.parametrize(
    ("grade", "flags", "lane"),
    [
        (5, {"safety"}, "safety"),
        (1, {"legal", "safety"}, "safety"),
        (3, {"legal"}, "legal"),
        (2, set(), "bad"),
        (4, set(), None),
        (None, set(), None),
    ],
)
def test_what_cannot_wait_takes_a_faster_lane(tmp_path, grade, flags, lane):
    found = rules(Places(tmp_path)).lane(grade, flags)

    assert (found.name if found else None) == lane


def test_a_safety_matter_is_due_the_same_working_day(tmp_path):
    law = rules(Places(tmp_path))

    lane = law.lane(1, {"safety"})
    assert law.due(date(2026, 11, 24), complex_=False, lane=lane)[0] == date(2026, 11, 24)
    assert law.due(date(2026, 11, 28), complex_=False, lane=lane)[0] == date(2026, 11, 30)  # a Saturday


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[lanes.safety]\nfirst_answer = 16\nresult = 5", "lanes.safety: not 0 to 15"),
        ("[lanes.x]\nfirst = 1", "lanes.x: unknown: first"),
        ("extend_max = 90", "extend_max: not 1 to 60"),
        ("pause_max = 0", "pause_max: not 1 to 15"),
        ("follow_ups = [0]", "follow_ups: not a list of days"),
    ],
)
def test_rules_laxer_than_the_law_are_refused(text, told):
    with pytest.raises(ConfigError, match=told):
        deadlines.parse(text)


def test_rules_are_read_again_when_the_file_changes(tmp_path):
    places = Places(tmp_path)
    assert rules(places).first_answer == 3

    (tmp_path / "deadlines.toml").write_text("first_answer = 2\n")

    assert rules(places).first_answer == 2


# -- clocks that stand still, and promises made anew


def columns(*events):
    import uuid

    from sync.central.cases.assemble import assemble
    from sync.central.cases.pieces import Piece
    from sync.central.cases.taxonomy import hints

    piece = Piece(
        key=("terminal/0", "00" * 8, 1, bytes(32)),
        type="feedback.submitted",
        id="1",
        subject=uuid.UUID(int=7),
        time=datetime(2026, 11, 23, 3, tzinfo=UTC),
        day=date(2026, 11, 23),
        received_day=date(2026, 11, 23),
        form="quick-rating",
        grade=2,
        answers={"words": "空调太冷"},
        sealed=True,
    )
    story = assemble([piece])
    assert story is not None
    return derive("donghu", story, [Done(n, *event) for n, event in enumerate(events, 1)], rules_here(), hints())


def rules_here():
    return rules(Places(Path("/nowhere")))


def day(number):
    return date(2026, 11, number)


def test_a_clock_that_stood_still_gives_its_days_back():
    sent = ("dispatch", "dispatched", day(24)), ("pause", "dispatched", day(25))

    running = columns(sent[0])["result_due"]
    back = columns(*sent, ("resume", "dispatched", day(27)))
    still = columns(*sent)

    assert back["result_due"] == LAW.add(running, 2)
    assert not back["paused"]
    assert still["paused"]
    assert still["result_due"] == LAW.add(running, 10)  # never longer than the rules allow


def test_a_new_promise_stands_over_the_old_one():
    event = Done(1, "extend", "dispatched", day(25), until=date(2026, 12, 9))

    from sync.central.cases.derive import _moved

    assert _moved(day(24), day(30), [event], rules_here()) == (day(24), date(2026, 12, 9))


def test_a_bad_rating_with_a_contact_is_called_back_until_two_days_were_tried():
    closed = ("answer", "answered", day(24)), ("close", "closed", day(25))
    once = (*closed, ("try", "closed", day(26)), ("try", "closed", day(26)))

    assert columns(*closed)["call_due"] == date(2026, 12, 2)
    assert (columns(*once)["tries"], columns(*once)["call_due"]) == (1, date(2026, 12, 2))
    assert columns(*once, ("try", "closed", day(27)))["call_due"] is None
    assert columns(*closed, ("call_back", "called_back", day(26)))["call_due"] is None


def test_whose_it_is_begins_anew_with_a_new_department():
    given = ("dispatch", "dispatched", day(24)), ("start", "in_progress", day(24), 5)

    assert columns(*given)["owner_id"] == 5
    assert columns(*given, ("dispatch", "in_progress", day(25), 6))["owner_id"] is None


# -- patterns


def test_a_run_of_one_grade_and_a_rush_before_closing_are_seen():
    at = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    run = [Seen("terminal/1", at + timedelta(seconds=40 * n), 5) for n in range(7)]
    queue = [Seen("terminal/2", at + timedelta(seconds=40 * n), n % 3 + 3) for n in range(10)]
    slow = [Seen("terminal/3", at - timedelta(hours=6 - n), 4) for n in range(4)]
    rush = [Seen("terminal/3", at + timedelta(minutes=5 * n), 5) for n in range(8)]

    found = {(one.kind, one.source) for one in find([*run, *queue, *slow, *rush], {})}

    assert found == {("run", "terminal/1"), ("closing", "terminal/3")}
