"""When the visitor must have heard from us: working days, by a file that a centre can edit.

``deadlines.toml`` says how many, ``calendar.toml`` which days count beside the State Council's announcement. A file of
the same name in the data folder counts over the product's own. The clock starts on the day the centre received it:
what nobody could have read yet cannot be late.
"""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from kiosk.errors import ConfigError
from kiosk.workdays import add_workdays, is_workday
from sync.central.places import Places

ASSETS: Final = Path(__file__).parents[3] / "assets"
LAXEST: Final = 15  # working days; nothing may be slower
_NUMBERS: Final = ("first_answer", "simple", "complex", "dispatch", "send_back", "call_back", "pause_max", "reopen")
_LISTS: Final = ("complex_categories", "answer_forms", "fact_categories")
_LONG: Final = {"extend_max": 60, "call_tries": 5, "returns_max": 9}  # the most each may be
_LANE: Final = {"flags", "grades", "first_answer", "result", "hours"}


@dataclass(frozen=True, slots=True)
class Lane:
    """A faster way for what cannot wait. flags: of tags and categories; hours: somebody calls within, while open."""

    name: str
    first_answer: int
    result: int
    flags: frozenset[str] = frozenset()
    grades: frozenset[int] = frozenset()
    hours: int = 0

    def takes(self, grade: int | None, flags: Collection[str]) -> bool:
        """Whether something with this grade and these flags goes this way."""
        return bool(self.flags.intersection(flags)) or grade in self.grades


@dataclass(frozen=True, slots=True)
class Rules:
    """How many working days, and which days are working days whatever the State Council says."""

    first_answer: int = 3
    simple: int = 5
    complex: int = 15
    dispatch: int = 1  # until it is classified and with somebody
    send_back: int = 1  # within these a department may send it back
    call_back: int = 5  # after closing, for a bad rating that left a contact
    call_tries: int = 2  # on different days
    pause_max: int = 10  # so long the clock may stand still
    extend_max: int = 30  # no promise goes beyond these
    returns_max: int = 2  # then the office decides
    reopen: int = 10  # so long after closing the visitor can say it is not solved
    fact_categories: frozenset[str] = frozenset()  # complaints: what happened is checked before closing
    lanes: tuple[Lane, ...] = ()
    follow_ups: tuple[int, ...] = (30, 90, 180)  # days after closing
    escalate: tuple[int, ...] = (1, 3, 5)  # working days late: to whom leads, to the supervisor, to the head
    complex_categories: frozenset[str] = frozenset()
    answer_forms: frozenset[str] = frozenset()  # a finish of these wants an answer even when nothing was written
    exceptions: Mapping[date, bool] = field(default_factory=dict)

    def is_complex(self, category: str | None) -> bool:
        """Whether wishes of that category (A1 belongs to A) take the long time from the start."""
        return bool(category) and str(category)[0] in self.complex_categories

    def lane(self, grade: int | None, flags: Collection[str]) -> Lane | None:
        """The first lane that takes it; None: the usual way."""
        return next((lane for lane in self.lanes if lane.takes(grade, flags)), None)

    def due(self, received: date, *, complex_: bool, lane: Lane | None = None) -> tuple[date, date]:
        """By which days the first answer and the result are due. A complex matter's first answer is no slower."""
        result = self.complex if complex_ else (lane.result if lane else self.simple)
        first = lane.first_answer if lane else self.first_answer
        return self.reach(received, first), self.add(received, result)

    def reach(self, day: date, count: int) -> date:
        """As add; but what is due the same day is due on the first day that the office works."""
        return self.add(day, count) if count or self.works(day) else self.add(day, 1)

    def between(self, first: date, last: date) -> int:
        """How many working days lie after first up to last, which counts."""
        return sum(self.works(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))

    def light(self, due: date | None, today: date) -> str:
        """red: over; amber: today or the next working day; green: later; nothing: nothing is due."""
        if due is None:
            return ""
        return "red" if due < today else "amber" if due <= self.add(today, 1) else "green"

    def level(self, due: date | None, today: date) -> int:
        """How far up the chain something that late has to go; 0: nowhere."""
        late = self.between(due, today) if due and due < today else 0
        return sum(late >= days for days in self.escalate)

    def add(self, day: date, count: int) -> date:
        """The day that lies count working days after the given one."""
        return add_workdays(day, count, self.exceptions)

    def works(self, day: date) -> bool:
        """Whether the office works on that day."""
        return is_workday(day, self.exceptions)


def rules(places: Places) -> Rules:
    """The rules of a centre, read again when a file has changed. Raises ConfigError by file and place."""
    return _rules(places, _stamp(places))


def _stamp(places: Places) -> tuple[int, ...]:
    """Changes when one of the files does."""
    files = [folder / name for folder in _folders(places) for name in ("deadlines.toml", "calendar.toml")]
    return tuple(file.stat().st_mtime_ns if file.exists() else 0 for file in files)


def _folders(places: Places) -> tuple[Path, ...]:
    return (ASSETS / "central", places.data)


@lru_cache(maxsize=8)
def _rules(places: Places, stamp: tuple[int, ...]) -> Rules:  # noqa: ARG001 — the stamp is the cache's key
    known = {*_NUMBERS, *_LISTS, *_LONG, "lanes", "follow_ups", "escalate"}
    values = _merged("deadlines.toml", _folders(places), known)
    return Rules(**_checked(values), exceptions=_exceptions(_folders(places)))


def parse(text: str) -> None:
    """Checks one deadlines.toml as it would count over the product's own. Raises ConfigError."""
    told(text)


def told(text: str, calendar: str | None = None) -> Rules:
    """The rules as this text, and this calendar.toml, would make them over the product's own. Raises ConfigError."""
    known = {*_NUMBERS, *_LISTS, *_LONG, "lanes", "follow_ups", "escalate"}
    values = _read(ASSETS / "central" / "deadlines.toml", known) | _known("deadlines.toml", text, known)
    days = _exceptions((ASSETS / "central",)) | (_days(_known("calendar.toml", calendar, _DAYS)) if calendar else {})
    return Rules(**_checked(values), exceptions=days)


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    for name, most in (dict.fromkeys(_NUMBERS, LAXEST) | _LONG).items():
        number = values.get(name, 1)
        if type(number) is not int or not 1 <= number <= most:
            raise ConfigError(f"deadlines.toml: {name}: not 1 to {most}{' working days' if name in _NUMBERS else ''}")
    for name in _LISTS:
        if not all(isinstance(entry, str) for entry in values.get(name, ())):
            raise ConfigError(f"deadlines.toml: {name}: not a list of codes")
        values[name] = frozenset(values.get(name, ()))
    for name in {"follow_ups", "escalate"} & values.keys():
        if not all(type(entry) is int and entry > 0 for entry in values[name]):
            raise ConfigError(f"deadlines.toml: {name}: not a list of days")
        values[name] = tuple(values[name])
    values["lanes"] = tuple(_lane(name, lane) for name, lane in values.get("lanes", {}).items())
    return values


def _lane(name: str, values: Any) -> Lane:
    wrong = values.keys() - _LANE if isinstance(values, dict) else {"lane"}
    if wrong:
        raise ConfigError(f"deadlines.toml: lanes.{name}: unknown: {', '.join(sorted(wrong))}")
    numbers = [values.get("first_answer"), values.get("result"), values.get("hours", 0)]
    if not all(type(number) is int and 0 <= number <= LAXEST for number in numbers):
        raise ConfigError(f"deadlines.toml: lanes.{name}: not 0 to {LAXEST} working days")
    return Lane(
        name,
        values["first_answer"],
        values["result"],
        frozenset(values.get("flags", ())),
        frozenset(values.get("grades", ())),
        values.get("hours", 0),
    )


_DAYS: Final = {"off", "on"}


def _exceptions(folders: tuple[Path, ...]) -> dict[date, bool]:
    days: dict[date, bool] = {}
    for folder in folders:
        days |= _days(_read(folder / "calendar.toml", _DAYS))
    return days


def _days(values: dict[str, Any]) -> dict[date, bool]:
    if both := set(values.get("off", ())) & set(values.get("on", ())):
        raise ConfigError(f"calendar.toml: both off and on: {min(both)}")
    days: dict[date, bool] = {}
    for name, works in (("off", False), ("on", True)):
        for day in values.get(name, ()):
            if type(day) is not date:  # a datetime is a date too, and means something else
                raise ConfigError(f"calendar.toml: {name}: {day} is not a date")
            days[day] = works
    return days


def _merged(name: str, folders: tuple[Path, ...], known: set[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for folder in folders:
        values |= _read(folder / name, known)
    return values


def _read(file: Path, known: set[str]) -> dict[str, Any]:
    if not file.exists():
        return {}
    try:
        text = file.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise ConfigError(f"{file.name}: cannot be read: {error}") from error
    return _known(file.name, text, known)


def _known(name: str, text: str, known: set[str]) -> dict[str, Any]:
    try:
        values = tomllib.loads(text)
    except ValueError as error:
        raise ConfigError(f"{name}: cannot be read: {error}") from error
    if wrong := values.keys() - known:
        raise ConfigError(f"{name}: unknown: {', '.join(sorted(wrong))}")
    return values
