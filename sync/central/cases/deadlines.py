"""When the visitor must have heard from us: working days, by a file that a centre can edit.

``deadlines.toml`` says how many, ``calendar.toml`` which days count beside the State Council's announcement. A file of
the same name in the data folder counts over the product's own. The clock starts on the day the centre received it:
what nobody could have read yet cannot be late.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from kiosk.errors import ConfigError
from kiosk.workdays import add_workdays, is_workday
from sync.central.places import Places

ASSETS: Final = Path(__file__).parents[3] / "assets"
LAXEST: Final = 15  # working days; nothing may be slower
_NUMBERS: Final = ("first_answer", "simple", "complex")
_LISTS: Final = ("complex_categories", "answer_forms")


@dataclass(frozen=True, slots=True)
class Rules:
    """How many working days, and which days are working days whatever the State Council says."""

    first_answer: int = 3
    simple: int = 5
    complex: int = 15
    complex_categories: frozenset[str] = frozenset()
    answer_forms: frozenset[str] = frozenset()  # a finish of these wants an answer even when nothing was written
    exceptions: Mapping[date, bool] = field(default_factory=dict)

    def is_complex(self, category: str | None) -> bool:
        """Whether wishes of that category (A1 belongs to A) take the long time from the start."""
        return bool(category) and str(category)[0] in self.complex_categories

    def due(self, received: date, *, complex_: bool) -> tuple[date, date]:
        """By which days the first answer and the result are due."""
        result = self.complex if complex_ else self.simple
        return self.add(received, self.first_answer), self.add(received, result)

    def add(self, day: date, count: int) -> date:
        """The day that lies count working days after the given one."""
        return add_workdays(day, count, self.exceptions)

    def works(self, day: date) -> bool:
        """Whether the office works on that day."""
        return is_workday(day, self.exceptions)


@lru_cache(maxsize=8)
def rules(places: Places) -> Rules:
    """The rules of a centre, read once. Raises ConfigError by file and place."""
    folders = (ASSETS / "central", places.data)
    values = _merged("deadlines.toml", folders, {*_NUMBERS, *_LISTS})
    for name in _NUMBERS:
        number = values.get(name)
        if type(number) is not int or not 1 <= number <= LAXEST:
            raise ConfigError(f"deadlines.toml: {name}: not 1 to {LAXEST} working days")
    for name in _LISTS:
        if not all(isinstance(entry, str) for entry in values.get(name, ())):
            raise ConfigError(f"deadlines.toml: {name}: not a list of codes")
        values[name] = frozenset(values.get(name, ()))
    return Rules(**values, exceptions=_exceptions(folders))


def _exceptions(folders: tuple[Path, ...]) -> dict[date, bool]:
    days: dict[date, bool] = {}
    for folder in folders:
        values = _read(folder / "calendar.toml", {"off", "on"})
        if both := set(values.get("off", ())) & set(values.get("on", ())):
            raise ConfigError(f"calendar.toml: both off and on: {min(both)}")
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
        values = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{file.name}: cannot be read: {error}") from error
    if wrong := values.keys() - known:
        raise ConfigError(f"{file.name}: unknown: {', '.join(sorted(wrong))}")
    return values
