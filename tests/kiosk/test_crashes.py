"""Three crashes in a row make safe mode; the switch at the wall makes none."""

import pytest

from kiosk.crashes import FILE, CrashBook, Ends


@pytest.fixture
def book(tmp_path, clock):
    return lambda boot="one": CrashBook(tmp_path, clock, boot)


def crash(book, clock, times, **apart):
    for _ in range(times):
        book().start()
        clock.forward(**(apart or {"seconds": 5}))


def test_three_crashes_in_a_row_are_safe_mode(book, clock):
    crash(book, clock, 3)
    assert not book().ends.safe_since

    assert book().start().safe_since
    assert len(book().ends.times) == 3


def test_the_switch_at_the_wall_is_no_crash(book, clock):
    for day in range(9):
        assert not book(f"boot {day}").start().safe_since
        clock.forward(hours=20)
    assert book().ends.times == ()


def test_an_end_that_was_meant_begins_anew(book, clock):
    crash(book, clock, 2)
    book().start()
    book().end()
    crash(book, clock, 2)

    assert not book().start().safe_since


def test_crashes_far_apart_are_no_row(book, clock):
    crash(book, clock, 8, minutes=11)

    assert not book().start().safe_since
    assert len(book().ends.times) == 1


def test_safe_mode_ends_after_a_day_or_by_staff(book, clock):
    crash(book, clock, 4)
    clock.forward(hours=23)
    assert book("two").start().safe_since
    assert not book("two").rested
    clock.forward(hours=1)
    assert book("two").rested
    assert not book("two").start().safe_since

    crash(book, clock, 4)
    assert book().start().safe_since
    book().leave_safe()
    book().end()
    assert not book().start().safe_since


def test_a_clock_set_back_does_not_keep_it_safe_for_years(book, clock):
    crash(book, clock, 4)
    clock.forward(days=-3000)

    assert not book().start().safe_since


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"times": [1]}', b'{"times": ["yesterday"]}', b'{"x": 1, "times": []}']
)
def test_a_damaged_counter_counts_nothing(book, tmp_path, content):
    (tmp_path / FILE).write_bytes(content)

    assert book().ends == Ends()
    assert book().start().running == "one"
