"""Tables of two questions at once, and how things went by week: counted by the database, and able to be opened.

Ratings are visitors' own alone. What may not be shown is suppressed (suppress.py) before it reaches a page.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import Substr

from sync.central.cases import figures, tallies
from sync.central.cases.models import Case

DIMENSIONS: Final = (
    *("category", "venue", "age_band", "channel", "level", "grade"),
    *("department", "language", "form", "state"),
)
RATES: Final = ("response", "solution", "satisfaction", "well", "on_time")
_COLUMNS: Final = {"venue": "venue_id", "age_band": "heard__age_band"}
_COUNTED: Final = Q(counted=True, practice=False, withdrawn=False)


@dataclass(frozen=True, slots=True)
class Crossed:
    """rows and columns in the order of their totals; cells by (row, column); totals of each, and of all."""

    rows: Sequence[Any]
    columns: Sequence[Any]
    cells: Mapping[tuple[Any, Any], int]
    of_row: Mapping[Any, int]
    of_column: Mapping[Any, int]
    total: int


@dataclass(frozen=True, slots=True)
class Week:
    """A week that begins on that Monday: what came in, and visitors' grades. percent: 3 to 5 of all, from 30 on."""

    monday: date
    received: int
    grades: Mapping[int, int]
    percent: float | None


def cases(venue: str | None, first: date, last: date) -> QuerySet[Case]:
    """What counts, of a period; both days included."""
    found = Case.objects.filter(_COUNTED, received_day__gte=first, received_day__lte=last)
    return found if venue is None else found.filter(venue_id=venue)


def cross(venues: Sequence[str], first: date, last: date, row: str, column: str) -> Crossed:
    """How many cases by two dimensions. category by its first level. Raises KeyError for what is no dimension."""
    for name in (row, column):
        if name not in DIMENSIONS:
            raise KeyError(name)
    names = list(dict.fromkeys((row, column)))
    cells: dict[tuple[Any, Any], int] = {}
    for values, n in _counted(venues, first, last, names).items():
        told = dict(zip(names, values, strict=True))
        cells[_typed(row, told[row]), _typed(column, told[column])] = n
    of_row: dict[Any, int] = {}
    of_column: dict[Any, int] = {}
    for (a, b), n in cells.items():
        of_row[a] = of_row.get(a, 0) + n
        of_column[b] = of_column.get(b, 0) + n
    return Crossed(_ordered(row, of_row), _ordered(column, of_column), cells, of_row, of_column, sum(of_row.values()))


def rates(venues: Sequence[str], first: date, last: date) -> dict[str, dict[str, Any]]:
    """The rates of a period, as they stand on its last day."""
    found = figures.rates_in(venues, first, last)
    return {name: found[name] for name in RATES}


def weeks(venues: Sequence[str], first: date, last: date) -> list[Week]:
    """Week by week, empty ones included."""
    received: dict[date, int] = defaultdict(int)
    grades: dict[date, dict[int, int]] = defaultdict(dict)
    for (monday, _), n in tallies.weekly(venues, first, last, "counted").items():
        received[monday] += n
    for (monday, grade), n in tallies.weekly(venues, first, last, "rated").items():
        if grade:
            grades[monday][int(grade)] = n
    monday, listed = first - timedelta(first.weekday()), []
    while monday <= last:
        listed.append(Week(monday, received[monday], grades[monday], satisfied(grades[monday])))
        monday += timedelta(7)
    return listed


def satisfied(grades: Mapping[int, int], least: int = 30) -> float | None:
    """基本满意 and better of all grades, in per cent; nothing where that would say more about chance."""
    every = sum(grades.values())
    return round(100 * sum(n for grade, n in grades.items() if grade >= 3) / every, 1) if every >= least else None


def _counted(venues: Sequence[str], first: date, last: date, names: list[str]) -> dict[tuple[Any, ...], int]:
    """From the roll-ups; a venue's name from whose they are, an age from those who said it."""
    if "venue" in names:
        rest = [name for name in names if name != "venue"]
        return {
            tuple(dict(zip(rest, values, strict=True)).get(name, venue) for name in names): n
            for venue in venues
            for values, n in (_counted([venue], first, last, rest) if rest else _all(venue, first, last)).items()
        }
    if "age_band" in names:
        return _by_age(venues, first, last, names)
    return tallies.cross(venues, first, last, names, "counted")


def _all(venue: str, first: date, last: date) -> dict[tuple[Any, ...], int]:
    n = tallies.summed([venue], first, last)["counted"]
    return {(): n} if n else {}


def _by_age(venues: Sequence[str], first: date, last: date, names: list[str]) -> dict[tuple[Any, ...], int]:
    """Who said an age is looked up; who did not is the rest of everybody."""
    other = [name for name in names if name != "age_band"]
    said = Case.objects.filter(_COUNTED, received_day__gte=first, received_day__lte=last, heard__age_band__gt="")
    values = said.filter(heard__venue__in=venues, heard__day__gte=first, heard__day__lte=last)
    rows = values.annotate(age=F("heard__age_band"), other=_value(other[0]) if other else Value(""))
    found = {
        (age, value or ""): n for age, value, n in rows.values_list("age", "other").annotate(n=Count("id")).order_by()
    }
    if other:
        every = {one: n for (one,), n in tallies.cross(venues, first, last, other, "counted").items()}
    else:
        every = {"": tallies.summed(venues, first, last)["counted"]}
    of_other: dict[Any, int] = defaultdict(int)
    for (_, value), n in found.items():
        of_other[str(value)] += n
    found |= {("", value): n - of_other[value] for value, n in every.items() if n > of_other[value]}
    return {tuple(age if name == "age_band" else str(value) for name in names): n for (age, value), n in found.items()}


def _typed(name: str, value: Any) -> Any:
    return int(value) if name == "grade" and value != "" else value


def where(found: QuerySet[Case], name: str, value: str) -> QuerySet[Case]:
    """The cases of one row or column. Raises KeyError for what is no dimension."""
    if name not in DIMENSIONS:
        raise KeyError(name)
    if name == "category":
        return found.filter(category__startswith=value) if value else found.filter(category="")
    column = _COLUMNS.get(name, name)
    if value:
        return found.filter(**{column: value}) if name != "grade" or value.isdigit() else found.none()
    return found.filter(Q(**{f"{column}__isnull": True}) | (Q() if name == "grade" else Q(**{column: ""})))


def _value(name: str) -> Any:
    return Substr("category", 1, 1) if name == "category" else F(_COLUMNS.get(name, name))


def _ordered(name: str, totals: Mapping[Any, int]) -> list[Any]:
    if name in {"grade", "level", "age_band"}:
        known = sorted(value for value in totals if value != "")
        order = known[::-1] if name == "grade" else sorted(known, key=lambda value: (value != "u14", value))
        return [*order, *([""] if "" in totals else [])]
    return sorted(totals, key=lambda value: (-totals[value], str(value)))
