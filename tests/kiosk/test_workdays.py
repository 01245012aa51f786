from datetime import date

import pytest

from kiosk import workdays


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        (date(2026, 3, 5), 1, date(2026, 3, 6)),
        (date(2026, 3, 5), 3, date(2026, 3, 10)),  # over a weekend
        (date(2026, 2, 13), 1, date(2026, 2, 14)),  # a Saturday worked before Spring Festival
        (date(2026, 2, 14), 1, date(2026, 2, 24)),  # over Spring Festival, 15 to 23 February
        (date(2026, 9, 30), 1, date(2026, 10, 8)),  # over National Day
        (date(2026, 10, 9), 1, date(2026, 10, 10)),  # a Saturday worked after it
        (date(2026, 3, 7), 0, date(2026, 3, 7)),
    ],
)
def test_days_are_counted_as_the_office_works(start, count, due):
    assert workdays.add_workdays(start, count) == due


def test_a_year_nobody_announced_counts_monday_to_friday():
    assert not workdays.is_announced(2090)
    assert workdays.is_workday(date(2090, 1, 2)) == (date(2090, 1, 2).weekday() < 5)


def test_the_centre_has_the_last_word():
    off = {date(2026, 3, 6): False}

    assert workdays.add_workdays(date(2026, 3, 5), 1, off) == date(2026, 3, 9)
