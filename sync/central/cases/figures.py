"""What a week, a month or a year comes to. Every figure is one condition over cases, so it can be counted and opened.

What is published keeps two rules: no share that rests on fewer than 30, no cell that holds fewer than 10 people (and
none that could be worked out from the others). Missing ratings stay missing; what staff wrote is nobody's rating.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Count, F, Q, QuerySet

from sync.central.cases import tallies
from sync.central.cases.models import Case
from sync.central.cases.taxonomy import catalogue, in_category

FEW: Final = 30
CELL: Final = 10
KINDS: Final = ("week", "month", "year")

_COUNTED: Final = Q(counted=True, practice=False, withdrawn=False)
_ASKED: Final = _COUNTED & Q(asks=True)
# A case that was merged is answered with the one it was merged into; what was marked invalid asks for nothing.
_WANTS: Final = _ASKED & ~Q(state__in=("merged", "invalid"))
_RATED: Final = Q(rated=True, practice=False)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share: which cases it is of, and which of them count."""

    of: Q
    count: Q


def counts(last: date) -> Mapping[str, Q]:
    """Plain numbers, by name, as conditions."""
    return {
        "received": _COUNTED,
        "asked": _ASKED,
        "ratings": _RATED,
        "answered": _WANTS & Q(answered_day__isnull=False),
        "solved": _WANTS & Q(state__in=("closed", "called_back", "archived"), settled_day__isnull=False),
        "parked": _ASKED & Q(state="parked"),
        "declined": _ASKED & Q(state="declined"),
        "merged": _ASKED & Q(state="merged"),
        "withheld": _COUNTED & Q(state="withheld"),
        "invalid": _COUNTED & Q(state="invalid"),
        "open": _WANTS & Q(settled_day__isnull=True),
        "late": _WANTS & Q(next_due__lte=last),
        "bad": _RATED & Q(grade__lte=2),
    }


def rates(last: date) -> Mapping[str, Rate]:
    """The three rates and what belongs to them. Judged is what was due by then, or was answered before."""
    judged = _WANTS & Q(first_due__isnull=False) & (Q(answered_day__isnull=False) | Q(first_due__lt=last))
    due = _WANTS & Q(result_due__isnull=False) & (Q(settled_day__isnull=False) | Q(result_due__lt=last))
    closed = Q(state__in=("closed", "called_back", "archived"), settled_day__isnull=False)
    call = _RATED & Q(grade__lte=2, contact=True, state__in=("closed", "called_back", "archived"), asks=True)
    return {
        "response": Rate(judged, Q(answered_day__isnull=False)),
        "on_time": Rate(judged, Q(answered_day__lte=F("first_due"))),
        "solution": Rate(due, closed),
        "satisfaction": Rate(_RATED, Q(grade__gte=3)),
        "well": Rate(_RATED, Q(grade__gte=4)),
        "called_back": Rate(call, ~Q(state="closed")),
    }


def figures(venue: str, first: date, last: date) -> dict[str, Any]:
    """Everything about what reached a venue from first to last day, both included, as it stands now: from roll-ups."""
    sums, venues = _summed([venue], first, last), [venue]
    grades = tallies.cross(venues, first, last, ["grade"], "rated")
    categories = {one.code for one in catalogue().categories}
    asked = tallies.cross(venues, first, last, ["category"], "asked")
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "counts": {name: sums[_NAMED.get(name, name)] for name in counts(last)},
        "rates": _rates(sums),
        "grades": [[grade, grades.get((str(grade),), 0)] for grade in (5, 4, 3, 2, 1)],
        "channels": _falling(tallies.cross(venues, first, last, ["channel"], "counted")),
        "levels": _levels(tallies.cross(venues, first, last, ["level"], "counted")),
        "categories": [one for one in _falling(asked) if one[0] in categories],
        "departments": [one for one in _falling(tallies.cross(venues, first, last, ["department"], "asked")) if one[0]],
    }


_NAMED: Final[Mapping[str, str]] = {"received": "counted", "ratings": "rated"}  # a count's name among the measures


def rates_in(venues: Sequence[str], first: date, last: date) -> dict[str, dict[str, Any]]:
    """The rates of a period, as they stand on its last day."""
    return _rates(_summed(venues, first, last))


def _summed(venues: Sequence[str], first: date, last: date) -> dict[str, int]:
    """The measures of a period, and among what is still open what its last day makes of it."""
    wants = ~Q(state__in=("merged", "invalid"))
    running = tallies.still_open(venues, first, last).filter(wants)
    live = running.aggregate(
        late=Count("id", filter=Q(next_due__lte=last)),
        judged=Count("id", filter=Q(answered_day__isnull=True, first_due__lt=last)),
        due=Count("id", filter=Q(settled_day__isnull=True, result_due__lt=last)),
    )
    sums = tallies.summed(venues, first, last)
    return sums | {"late": live["late"], "to_answer": live["judged"], "to_settle": live["due"]}


def _rates(sums: Mapping[str, int]) -> dict[str, dict[str, Any]]:
    """What rates() says as conditions, from sums. Whatever wants an answer has both its days (derive.py)."""
    judged = sums["judged"] + sums["to_answer"]
    return {
        "response": share(sums["judged"], judged),
        "on_time": share(sums["on_time"], judged),
        "solution": share(sums["solved"], sums["due"] + sums["to_settle"]),
        "satisfaction": share(sums["satisfied"], sums["rated"]),
        "well": share(sums["well"], sums["rated"]),
        "called_back": share(sums["called"], sums["call"]),
    }


def share(count: int, of_: int) -> dict[str, Any]:
    """A share with what it rests on; no percentage where that is too little."""
    return {"count": count, "of": of_, "percent": round(100 * count / of_, 1) if of_ >= FEW else None}


def of(venue: str, first: date, last: date) -> QuerySet[Case]:
    """The cases that a period's figures rest on."""
    return Case.objects.filter(venue_id=venue, received_day__gte=first, received_day__lte=last)


def behind(venue: str, first: date, last: date, name: str) -> QuerySet[Case] | None:
    """Cases behind a figure: ``received``, ``response`` (what counts), ``response-of`` (of which), ``grades-2``."""
    cases = of(venue, first, last)
    if name in (plain := counts(last)):
        return cases.filter(plain[name])
    if (rate := rates(last).get(name.removesuffix("-of"))) is not None:
        return cases.filter(rate.of if name.endswith("-of") else rate.of & rate.count)
    table, _, value = name.partition("-")
    return _cell(cases, table, value)


def _cell(cases: QuerySet[Case], table: str, value: str) -> QuerySet[Case] | None:
    if table == "grades" and value in set("12345"):
        return cases.filter(_RATED, grade=int(value))
    if table in {"channels", "levels"}:
        return cases.filter(_COUNTED, **{table[:-1]: value})
    if table == "categories":
        return in_category(cases.filter(_ASKED), value) if value else None
    return cases.filter(_ASKED, department=value) if table == "departments" and value else None


def public(found: Mapping[str, Any]) -> dict[str, Any]:
    """The same figures as they may be published: small cells hidden, and none to be worked out from the rest."""
    shown = dict(found)
    for table in ("grades", "channels", "levels", "categories", "departments"):
        shown[table] = suppressed(found[table])
    shown["rates"] = {
        name: one
        if one["of"] >= FEW
        else {"count": None, "of": one["of"] if one["of"] >= CELL else None, "percent": None}
        for name, one in found["rates"].items()
    }
    shown["counts"] = {name: value if value >= CELL or value == 0 else None for name, value in found["counts"].items()}
    return shown


def suppressed(cells: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Cells under ten become None; where one alone is hidden the next smallest goes too, or it could be worked out."""
    hidden = {name for name, count in cells if 0 < count < CELL}
    if len(hidden) == 1:
        rest = sorted((count, str(name)) for name, count in cells if name not in hidden and count > 0)
        smallest = rest[0][1] if rest else None
        hidden |= {name for name, _ in cells if str(name) == smallest}
    return [[name, None if name in hidden else count] for name, count in cells]


def period(kind: str, day: date) -> tuple[date, date]:
    """The week (Monday to Sunday), month or year that a day lies in."""
    if kind == "week":
        first = day - timedelta(days=day.weekday())
        return first, first + timedelta(days=6)
    if kind == "month":
        following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        return day.replace(day=1), following - timedelta(days=1)
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _falling(cells: Mapping[tuple[Any, ...], int]) -> list[list[Any]]:
    """The largest first."""
    return [[value, count] for (value,), count in sorted(cells.items(), key=lambda one: (-one[1], one[0]))]


def _levels(cells: Mapping[tuple[Any, ...], int]) -> list[list[Any]]:
    return [[level, cells.get((level,), 0)] for level in ("V0", "V1", "V2", "V3", "V4")]
