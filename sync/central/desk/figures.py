"""Figures that staff turn this way and that. Every number opens its cases; small ones stay hidden.

Shown as they may be passed on: no percentage from fewer than 30, no cell under 10, none that could be worked out. Who
may open every case may ask for the whole numbers, but not of ages: those people said for the sums alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sync.central.cases import duty
from sync.central.cases.models import Case
from sync.central.cases.roles import Hand
from sync.central.desk import words
from sync.central.desk.charts import chart, series
from sync.central.desk.door import for_staff, show
from sync.central.desk.templatetags.desk import of_dimension
from sync.central.desk.visible import venues_of, visible
from sync.central.insight import asking, crossing, suppress
from sync.central.intake.models import Venue

RIGHT: Final = "figures"
DAYS: Final = 91
LONGEST: Final = 3 * 366
SHOWN: Final = 100
PERSONAL: Final = frozenset({"age_band"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What every page of figures is about. whole: numbers under ten too."""

    venue: str | None
    first: date
    last: date
    whole: bool

    @property
    def span(self) -> asking.Span:
        return asking.Span(self.venue, self.first, self.last)

    @property
    def venues(self) -> list[str]:
        return [self.venue] if self.venue else list(Venue.objects.order_by("id").values_list("id", flat=True))

    @property
    def before(self) -> tuple[date, date]:
        """As many days before it."""
        return self.first - (self.last - self.first) - timedelta(1), self.first - timedelta(1)

    @property
    def query(self) -> dict[str, str]:
        """As an address says it."""
        told = {"first": str(self.first), "last": str(self.last), "venue": self.venue or ""}
        return told | ({"whole": "1"} if self.whole else {})


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """The rates beside those of the period before, the weeks, and a table of two questions."""
    asked = ask(request, by)
    row, column = _dimension(request, "rows", "category"), _dimension(request, "columns", "grade")
    weeks = crossing.weeks(asked.venues, asked.first, asked.last)
    table = _table(crossing.cross(asked.venues, asked.first, asked.last, row, column), row, column, asked)
    return draw(
        request,
        by,
        asked,
        "figures",
        {
            "row": row,
            "column": column,
            "dimensions": crossing.DIMENSIONS,
            "rates": _rates(asked),
            "weeks": weeks,
            "charts": {"weeks": _weeks_chart(weeks, asked), "cross": _cross_chart(table, column)},
            **table,
        },
    )


@for_staff
def behind(request: HttpRequest, by: Hand) -> HttpResponse:
    """The cases behind a number: of a cell (rows=value, columns=value), or of what was ticked (said=…)."""
    asked = ask(request, by)
    if "see" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    found = crossing.cases(asked.venue, asked.first, asked.last)
    found = found if asked.venue else found.filter(venue_id__in=venues_of(by))  # by name: each has its part of an index
    try:
        for name in crossing.DIMENSIONS:
            if name in request.GET and (name != "venue" or request.GET[name]):
                found = crossing.where(found, name, request.GET[name])
    except (KeyError, ValueError):
        raise Http404 from None
    if "satisfied" in request.GET:
        found = found.filter(rated=True, grade__gte=3)
    if said := request.GET.get("said", ""):
        found = Case.objects.filter(id__in=asking.behind(asked.span, said))
    cases = list(visible(by).filter(id__in=found.values("id")).order_by("-received_day", "id")[:SHOWN])
    context = {"rows": cases, "count": found.count(), "name": request.GET.get("name", ""), "today": asked.last}
    return show(
        request, by, "behind", context | {"first": asked.first, "last": asked.last, "people": duty.names(cases)}
    )


def ask(request: HttpRequest, by: Hand) -> Asked:
    """Venue and days, in their order and within reason. Raises Http404 for who may not see figures."""
    if RIGHT not in by.rights:
        raise Http404
    venue = by.venue or request.GET.get("venue") or None
    if venue is not None and not Venue.objects.filter(pk=venue).exists():
        raise Http404
    first, last = _period(request)
    return Asked(venue, first, last, request.GET.get("whole") == "1" and "see" in by.rights)


def draw(request: HttpRequest, by: Hand, asked: Asked, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """A page of figures with what all of them have."""
    query = urlencode(asked.query)
    more = {
        "asked": asked,
        "first": asked.first,
        "last": asked.last,
        "query": query,
        "venues": Venue.objects.order_by("id") if by.venue is None else None,
        "opens": "see" in by.rights,
    }
    return show(request, by, template, more | dict(context))


def opened(asked: Asked, name: str, **where: str) -> str:
    """The address of the cases behind a number."""
    return f"{reverse('desk:figures-behind')}?{urlencode({**asked.query, 'name': name, **where})}"


def _rates(asked: Asked) -> list[dict[str, Any]]:
    """The rates of the period and of the one before, each with how many it rests on."""
    now, before = crossing.rates(asked.venues, asked.first, asked.last), crossing.rates(asked.venues, *asked.before)
    return [
        {"name": name, "now": now[name]["percent"], "of": _cell(now[name]["of"]), "before": before[name]["percent"]}
        for name in crossing.RATES
    ]


def _cell(number: int) -> int | None:
    return number if number == 0 or number >= suppress.CELL else None


def _weeks_chart(weeks: list[crossing.Week], asked: Asked) -> dict[str, Any]:
    before = crossing.weeks(asked.venues, *asked.before)
    labels = [f"{week.monday:%m-%d}" for week in weeks]
    links = [
        opened(asked, _("Came in"))
        .replace(f"first={asked.first}", f"first={max(week.monday, asked.first)}")
        .replace(f"last={asked.last}", f"last={min(week.monday + timedelta(6), asked.last)}")
        for week in weeks
    ]
    rows = [
        series(_("Came in"), [_shown(week.received, asked) for week in weeks], links=links),
        series(_("Came in, the period before"), [_shown(week.received, asked) for week in before[-len(weeks) :]]),
        series(_("Satisfied, %"), [week.percent for week in weeks], line=True),
    ]
    text = _("Week by week: how many came in, how many in the period before, and how many per cent were satisfied.")
    return chart("bar", text, labels, rows)


def _shown(number: int, asked: Asked) -> int | None:
    return number if asked.whole else _cell(number)


def _table(crossed: crossing.Crossed, row: str, column: str, asked: Asked) -> dict[str, Any]:
    """The table with its totals, hidden where it must be, and the address behind every cell."""
    counts = [[crossed.cells.get((one, other), 0) for other in crossed.columns] for one in crossed.rows]
    whole = [[*line, sum(line)] for line in counts]
    whole.append([sum(line[at] for line in whole) for at in range(len(crossed.columns) + 1)])
    shown: Any = whole if asked.whole and not {row, column} & PERSONAL else suppress.table(whole)
    name = f"{words.DIMENSIONS[row]} × {words.DIMENSIONS[column]}"
    lines = [
        {
            "name": one,
            "cells": [
                (n, opened(asked, name, **{row: str(one), column: str(other)}))
                for n, other in zip(shown[at], crossed.columns, strict=False)
            ],
            "total": shown[at][-1],
        }
        for at, one in enumerate(crossed.rows)
    ]
    return {"head": crossed.columns, "lines": lines, "totals": shown[-1][:-1], "total": shown[-1][-1]}


def _cross_chart(table: Mapping[str, Any], column: str) -> dict[str, Any]:
    by = list(zip(*(line["cells"] for line in table["lines"]), strict=True)) if table["lines"] else []
    rows = [
        series(
            of_dimension(other, column),
            [n for n, _link in cells],
            links=[link for _n, link in cells],
            **({"grade": other} if column == "grade" and other else {}),
        )
        for other, cells in zip(table["head"], by, strict=False)
    ]
    labels = [of_dimension(line["name"], table.get("row", "category")) for line in table["lines"]]
    return chart("across", _("The table below as bars."), labels, rows, stacked=True)


def _dimension(request: HttpRequest, name: str, usual: str) -> str:
    wanted = request.GET.get(name, usual)
    return wanted if wanted in crossing.DIMENSIONS else usual


def _period(request: HttpRequest) -> tuple[date, date]:
    """The asked days in their order and within reason; a quarter of a year until today without them."""
    try:
        first, last = (date.fromisoformat(request.GET.get(name, "")) for name in ("first", "last"))
    except ValueError:
        last = timezone.localdate()
        return last - timedelta(DAYS - 1), last
    first, last = min(first, last), max(first, last)
    return max(first, last - timedelta(LONGEST), date(2000, 1, 1)), min(last, date(2100, 1, 1))
