"""Working days of an office in China, with the State Council's swapped days (调休), by chinesecalendar.

Past the years that the package knows, Monday to Friday count; an editable list on top of it has the last word.
"""

from collections.abc import Mapping
from datetime import date, timedelta

import chinese_calendar

_KNOWN_FROM = 2004


def is_workday(day: date, exceptions: Mapping[date, bool] | None = None) -> bool:
    """Whether the office works that day. exceptions: day → True for a working day, False for a day off."""
    if exceptions and day in exceptions:
        return exceptions[day]
    try:
        return chinese_calendar.is_workday(day)
    except NotImplementedError:  # a year that the State Council has not announced
        return day.weekday() < 5


def is_announced(year: int) -> bool:
    """Whether the swapped days of a year are known, so that its promised dates are sure."""
    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return year >= _KNOWN_FROM


def add_workdays(start: date, count: int, exceptions: Mapping[date, bool] | None = None) -> date:
    """The day that lies count working days after start; start itself is day 0, whatever it is. count ≥ 0."""
    day = start
    for _ in range(count):
        day += timedelta(days=1)
        while not is_workday(day, exceptions):
            day += timedelta(days=1)
    return day
