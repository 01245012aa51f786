"""Tables of two questions at once, and how things went by week: counted by the database, and able to be opened.

Ratings are visitors' own alone. What may not be shown is suppressed (suppress.py) before it reaches a page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Substr

from sync.central.cases import figures
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


def cross(found: QuerySet[Case], row: str, column: str) -> Crossed:
    """How many cases by two dimensions. category by its first level. Raises KeyError for what is no dimension."""
    for name in (row, column):
        if name not in DIMENSIONS:
            raise KeyError(name)
    values = found.annotate(a=_value(row), b=_value(column)).values_list("a", "b").annotate(n=Count("id")).order_by()
    cells: dict[tuple[Any, Any], int] = {}
    for a, b, n in values:  # nothing said and nothing known are one
        cells[a or "", b or ""] = cells.get((a or "", b or ""), 0) + n
    of_row: dict[Any, int] = {}
    of_column: dict[Any, int] = {}
    for (a, b), n in cells.items():
        of_row[a] = of_row.get(a, 0) + n
        of_column[b] = of_column.get(b, 0) + n
    return Crossed(_ordered(row, of_row), _ordered(column, of_column), cells, of_row, of_column, sum(of_row.values()))


def rates(found: QuerySet[Case], last: date) -> dict[str, dict[str, Any]]:
    """The rates over any cases, as they stand on a day."""
    asked = {name: rate for name, rate in figures.rates(last).items() if name in RATES}
    wanted = {f"n_{name}": Count("id", filter=rate.of) for name, rate in asked.items()}
    wanted |= {f"k_{name}": Count("id", filter=rate.of & rate.count) for name, rate in asked.items()}
    sums = found.aggregate(**wanted)
    return {name: figures.share(sums[f"k_{name}"], sums[f"n_{name}"]) for name in asked}


def weeks(found: QuerySet[Case], first: date, last: date) -> list[Week]:
    """Week by week, empty ones included."""
    received: dict[date, int] = {}
    grades: dict[date, dict[int, int]] = {}
    for day, n in found.values_list("received_day").annotate(n=Count("id")).order_by():
        monday = day - timedelta(day.weekday())
        received[monday] = received.get(monday, 0) + n
    rated = found.filter(rated=True, grade__isnull=False)
    for day, grade, n in rated.values_list("received_day", "grade").annotate(n=Count("id")).order_by():
        week = grades.setdefault(day - timedelta(day.weekday()), {})
        week[grade] = week.get(grade, 0) + n
    monday, listed = first - timedelta(first.weekday()), []
    while monday <= last:
        given = grades.get(monday, {})
        listed.append(Week(monday, received.get(monday, 0), given, satisfied(given)))
        monday += timedelta(7)
    return listed


def satisfied(grades: Mapping[int, int], least: int = 30) -> float | None:
    """基本满意 and better of all grades, in per cent; nothing where that would say more about chance."""
    every = sum(grades.values())
    return round(100 * sum(n for grade, n in grades.items() if grade >= 3) / every, 1) if every >= least else None


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
