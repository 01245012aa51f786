"""A month as a sheet of days. Pure."""

from calendar import MONDAY, Calendar
from dataclasses import dataclass
from datetime import date

WEEKS = 6  # every sheet has as many rows, so no day moves when the month changes
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Day:
    """number: of the month, 0 in the empty places of the sheet. iso: its date."""

    number: int
    iso: str
    weekend: bool


def sheet(year: int, month: int) -> tuple[Day, ...]:
    """Six weeks from Monday to Sunday, with empty places before the first day and after the last."""
    days = [
        Day(day, date(year, month, day).isoformat() if day else "", weekday >= 5)
        for day, weekday in Calendar(MONDAY).itermonthdays2(year, month)
    ]
    return (*days, *(Day(0, "", place % 7 >= 5) for place in range(len(days), WEEKS * 7)))


def moved(year: int, month: int, *, years: int = 0, months: int = 0) -> tuple[int, int]:
    """Another month, kept within the years a form may ask for."""
    count = (year + years) * 12 + month - 1 + months
    year, month = divmod(min(max(count, FIRST_YEAR * 12), LAST_YEAR * 12 + 11), 12)
    return year, month + 1
