"""Dates as ODK counts them: day numbers since 1970-01-01 while an expression is evaluated, ISO text otherwise.

Everything is local time of the terminal; an instant with an offset is brought to it by the offset given.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

EPOCH: Final = date(1970, 1, 1)
_MIDNIGHT = datetime(1970, 1, 1)  # noqa: DTZ001 - local and naive, as every date of a form
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTH_MAX = 2_932_896  # 9999-12-31
_DAY_MIN = -719_162  # 0001-01-01


def read_date(text: str) -> date | None:
    """The day of an ISO text; None for anything else."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - EPOCH).days


def day_of(number: float) -> date | None:
    """The day of a day number, its fraction cut; None beyond the calendar."""
    return EPOCH + timedelta(days=int(number)) if _DAY_MIN <= number <= _MONTH_MAX else None


def read_moment(text: str, offset_min: int = 0) -> float | None:
    """An ISO date or instant as days since 1970-01-01 local time, with a fraction; None for anything else."""
    if (day := read_date(text)) is not None:
        return float(day_number(day))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(timezone(timedelta(minutes=offset_min))).replace(tzinfo=None)
    return (moment - _MIDNIGHT) / timedelta(days=1)


def moment_text(number: float) -> str:
    """A moment's ISO text, to the millisecond."""
    moment = _moment(number)
    return moment.isoformat(timespec="milliseconds") if moment else ""


def days_of(moment: datetime) -> tuple[float, int]:
    """A moment as local days since 1970-01-01, and its offset in minutes."""
    offset = moment.utcoffset() or timedelta(0)
    local = moment.replace(tzinfo=None)
    return (local - _MIDNIGHT) / timedelta(days=1), int(offset.total_seconds() // 60)


def formatted(number: float, pattern: str) -> str:
    """A moment by an ODK pattern: %Y %y %m %n %b %d %e %H %h %M %S %3 %a %Z; anything else stands as written."""
    moment = _moment(number)
    return re.sub(r"%(.)", lambda found: _sign(moment, found[1]), pattern) if moment else ""


def _sign(moment: datetime, sign: str) -> str:
    signs = {
        "Y": f"{moment.year:04}",
        "y": f"{moment.year % 100:02}",
        "m": f"{moment.month:02}",
        "n": str(moment.month),
        "b": _MONTHS[moment.month - 1],
        "d": f"{moment.day:02}",
        "e": str(moment.day),
        "H": f"{moment.hour:02}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02}",
        "S": f"{moment.second:02}",
        "3": f"{moment.microsecond // 1000:03}",
        "a": _DAYS[moment.weekday()],
    }
    return signs.get(sign, "%" + sign)


def _moment(number: float) -> datetime | None:
    if not _DAY_MIN <= number <= _MONTH_MAX:
        return None
    millis = round(number * 86_400_000)
    return datetime.fromtimestamp(0, UTC).replace(tzinfo=None) + timedelta(milliseconds=millis)
