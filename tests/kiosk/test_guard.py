"""R44: two hundred taps of a child count once and stay in the raw log; a queue of people is never suspected."""

from datetime import UTC, datetime, time, timedelta
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import entries, guard
from kiosk.config import Config

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


@pytest.fixture
def config(tmp_path):
    return Config(tmp_path)


def rated(now, grade="5", words="很好", duration_ms=9000, more=()):
    return entries.submitted(
        subject="v",
        now=now,
        form="quick-rating",
        form_version="1",
        answers={"grade": grade, "words": words} | dict(more),
        language="zh-Hans",
        duration_ms=duration_ms,
    )


def play(moments, config, make=rated):
    """The flags of each of a row of submissions."""
    history, found = (), []
    for moment in moments:
        entry = make(moment)
        found.append(guard.flags(history, moment, entry, config))
        history = guard.remember(history, entry, moment, config)
    return found


def every(seconds, count):
    return [NOON + timedelta(seconds=seconds * index) for index in range(count)]


def test_two_hundred_taps_in_two_minutes_count_once(config):
    found = play(every(0.6, 200), config)

    assert found.count(()) == 1
    assert found[0] == ()


@pytest.mark.parametrize("seconds", [5.1, 8, 10, 11.9])
def test_patient_tapping_is_noticed_after_a_few(config, seconds):
    assert play(every(seconds, 30), config).count(()) < 8


@given(gaps=st.lists(st.floats(15, 60), min_size=9, max_size=9))
def test_a_queue_of_ten_people_who_all_liked_the_show_is_not_suspected(tmp_path_factory, gaps):
    config = Config(tmp_path_factory.getbasetemp())
    moments = [NOON]
    for gap in gaps:
        moments.append(moments[-1] + timedelta(seconds=gap))

    assert play(moments, config) == [()] * 10


def test_changing_the_words_does_not_hide_a_run_of_one_grade(config):
    words = iter(range(99))
    found = play(every(11, 20), config, lambda now: rated(now, grade="1", words=str(next(words))))

    assert found[-1] == ("repeat",)
    assert found[:7] == [()] * 7


def test_two_who_take_turns_are_still_a_burst(config):
    grades = iter("51" * 10)
    found = play(every(5.5, 20), config, lambda now: rated(now, grade=next(grades)))

    assert "burst" in found[-1]


def test_many_questions_answered_faster_than_read_are_flagged(config):
    four = {"a": "1", "b": "1"}
    assert guard.flags((), NOON, rated(NOON, more=four, duration_ms=1500), config) == ("fast",)
    assert guard.flags((), NOON, rated(NOON, more=four, duration_ms=1600), config) == ()
    assert guard.flags((), NOON, rated(NOON, duration_ms=300), config) == ()  # two taps may be quick


def test_outside_opening_hours(tmp_path):
    hours = {"mon": None, "thu": (time(9), time(17))}
    config = Config(tmp_path, opening=MappingProxyType(hours))
    monday, thursday, friday = (datetime(2026, 3, day, 12, tzinfo=UTC) for day in (2, 5, 6))

    assert guard.flags((), monday, rated(monday), config) == ("closed",)
    assert guard.flags((), thursday, rated(thursday), config) == ()
    assert guard.flags((), thursday.replace(hour=17), rated(thursday), config) == ("closed",)
    assert guard.flags((), friday, rated(friday), config) == ()


@pytest.mark.parametrize("year", [1970, 2000, 2025, 2100])
def test_a_clock_that_cannot_be_right_is_flagged_and_knows_no_opening_hours(tmp_path, year):
    config = Config(
        tmp_path, opening=MappingProxyType(dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun")))
    )
    now = datetime(year, 1, 1, tzinfo=UTC)

    assert guard.flags((), now, rated(now), config) == ("clock",)


def test_a_clock_that_was_set_back_makes_nobody_fast(config):
    assert play([NOON, NOON - timedelta(days=1), NOON - timedelta(days=1, seconds=-20)], config) == [(), (), ()]


def test_training_and_help_of_staff_are_said(tmp_path):
    config = Config(tmp_path, training=True)
    helped = entries.Entry("feedback.submitted", rated(NOON).body, flags=("assisted",))

    assert guard.flags((), NOON, helped, config) == ("assisted", "training")


def test_only_submissions_are_counted(config):
    card = entries.supported(subject="v", now=NOON, card="c")

    assert guard.remember((), card, NOON, config) == ()
    assert guard.flags((guard.seen(rated(NOON), NOON),), NOON, card, config) == ()


def test_the_guard_remembers_nothing_that_tells_the_answers(config):
    (seen,) = guard.remember((), rated(NOON, words="我家住在三楼"), NOON, config)

    assert len(seen.likeness) == 8
    assert "三楼" not in repr(seen)


def test_whoever_has_just_been_behind_the_screen_is_flagged_and_kept(store, clock, entry, config):
    assert guard.last_staff(store) is None
    guard.note_staff(store, clock())
    left = guard.last_staff(store)

    near = [guard.flags((), clock() + timedelta(minutes=m), entry(), config, left) for m in (0, 4, 5, 90, -3, -6)]

    assert [("staff" in flags) for flags in near] == [True, True, False, False, True, False]
