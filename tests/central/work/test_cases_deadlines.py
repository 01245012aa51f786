"""Working days, by files that a centre can edit, and what a case's columns make of them."""

import uuid
from datetime import UTC, date, datetime

import pytest

from kiosk.errors import ConfigError
from sync.central.cases.assemble import assemble
from sync.central.cases.deadlines import rules
from sync.central.cases.derive import Done, derive
from sync.central.cases.pieces import Piece
from sync.central.cases.taxonomy import hints
from sync.central.places import Places


@pytest.fixture
def usual(tmp_path):
    return rules(Places(tmp_path))


@pytest.mark.parametrize(
    ("received", "first", "result"),
    [
        ("2026-11-23", "2026-11-26", "2026-11-30"),  # a plain Monday
        ("2026-11-27", "2026-12-02", "2026-12-04"),  # over a weekend
        ("2026-09-29", "2026-10-09", "2026-10-12"),  # 国庆: off from 1 to 7 October, and Saturday 10 is worked
        ("2026-02-13", "2026-02-25", "2026-02-27"),  # 春节: off from 15 to 23 February, and Saturday 14 is worked
        ("2026-12-30", "2027-01-05", "2027-01-07"),  # into a year nobody has announced: our own file knows 1 January
    ],
)
def test_deadlines_follow_the_swapped_days(usual, received, first, result):
    days = usual.due(date.fromisoformat(received), complex_=False)

    assert [day.isoformat() for day in days] == [first, result]


def test_what_needs_time_gets_fifteen_working_days(usual):
    assert usual.due(date(2026, 11, 23), complex_=True)[1] == date(2026, 12, 14)
    assert usual.is_complex("F5")
    assert not usual.is_complex("G1")
    assert not usual.is_complex("")


def test_a_centres_own_days_stand_over_the_products(tmp_path):
    (tmp_path / "calendar.toml").write_text("off = [2026-11-24]\non = [2026-11-28]\n")
    (tmp_path / "deadlines.toml").write_text("first_answer = 4\n")

    own = rules(Places(tmp_path))

    assert own.due(date(2026, 11, 23), complex_=False)[0] == date(2026, 11, 28)


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("deadlines.toml", "simple = 16", "deadlines.toml: simple: not 1 to 15 working days"),
        ("deadlines.toml", "simpel = 3", "deadlines.toml: unknown: simpel"),
        ("deadlines.toml", "answer_forms = [1]", "deadlines.toml: answer_forms: not a list of codes"),
        ("calendar.toml", "off = ['1 May']", "calendar.toml: off: 1 May is not a date"),
        ("calendar.toml", "off = [2027-05-01]\non = [2027-05-01]", "calendar.toml: both off and on: 2027-05-01"),
        ("calendar.toml", "off = [", "calendar.toml: cannot be read"),
    ],
)
def test_a_wrong_file_is_one_clear_line(tmp_path, file, text, told):
    (tmp_path / file).write_text(text)

    with pytest.raises(ConfigError, match="^" + told.replace("[", r"\[")):
        rules(Places(tmp_path))


def story(**parts):
    usual = {"key": ("terminal/0", "00" * 8, 1, bytes(32)), "type": "feedback.submitted", "id": "1"}
    usual |= {"subject": uuid.UUID(int=7), "time": datetime(2026, 11, 23, 3, 59, tzinfo=UTC), "form": "quick-rating"}
    usual |= {"day": date(2026, 11, 23), "received_day": date(2026, 11, 23), "grade": 3}
    usual |= {"answers": {"words": "想学书法"}}
    found = assemble([Piece(**(usual | parts))])
    assert found is not None
    return found


def columns(usual, events=(), **parts):
    return derive("donghu", story(**parts), list(events), usual, hints())


def test_the_clock_that_runs_is_the_one_for_what_the_visitor_waits_for(usual):
    answered = Done(1, "classify", "classified", date(2026, 11, 23)), Done(2, "answer", "answered", date(2026, 11, 24))
    closed = (*answered, Done(3, "close", "closed", date(2026, 11, 25)))
    again = (*closed, Done(4, "reopen", "in_progress", date(2026, 12, 1)))

    waits = [columns(usual, events)["next_due"] for events in ((), answered, closed, again)]

    assert waits == [date(2026, 11, 26), date(2026, 11, 30), None, date(2026, 11, 30)]
    assert columns(usual, again)["settled_day"] is None
    assert columns(usual, closed)["settled_day"] == date(2026, 11, 25)


def test_a_mere_rating_rests_and_waits_for_nothing(usual):
    at_rest = columns(usual, grade=5, answers={})

    assert (at_rest["state"], at_rest["first_due"], at_rest["next_due"]) == ("archived", None, None)
    assert (
        columns(usual, [Done(1, "classify", "classified", date(2026, 11, 23))], grade=5, answers={})["next_due"]
        is not None
    )


def test_departments_see_half_days(usual):
    assert columns(usual)["half"] == "am"
    assert columns(usual, time=datetime(2026, 11, 23, 4, 0, tzinfo=UTC))["half"] == "pm"


def test_a_category_is_suggested_until_somebody_says_it(usual):
    assert columns(usual, category="C")["category"] == "C"
    assert columns(usual, category="C", answers={"reasons": ["202"]})["category"] == "CB"
    assert columns(usual, category="F", answers={"reasons": ["202"]})["category"] == "F"
    assert columns(usual, category="?")["category"] == ""
    said = Done(1, "classify", "classified", date(2026, 11, 23), category="A4")
    assert columns(usual, [said], category="C")["category"] == "A4"
