"""Figures that staff turn this way and that: weeks, and tables of two questions, each cell leading to its cases."""

from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from sync.central.cases.roles import Hand
from sync.central.desk.door import for_staff, show
from sync.central.insight import crossing

RIGHT: Final = "figures"
DAYS: Final = 91
LONGEST: Final = 3 * 366


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Weeks first, then the table; the period before stands beside."""
    if RIGHT not in by.rights:
        raise Http404
    first, last = _period(request)
    row, column = _dimension(request, "rows", "category"), _dimension(request, "columns", "grade")
    found = crossing.cases(by.venue, first, last)
    span = (last - first).days + 1
    earlier = crossing.cases(by.venue, first - timedelta(span), first - timedelta(1))
    crossed = crossing.cross(found, row, column)
    weeks = crossing.weeks(found, first, last)
    most = max([week.received for week in weeks], default=0) or 1
    return show(
        request,
        by,
        "figures",
        {
            "first": first,
            "last": last,
            "row": row,
            "column": column,
            "dimensions": crossing.DIMENSIONS,
            "weeks": [(week, round(100 * week.received / most)) for week in weeks],
            "head": crossed.columns,
            "lines": [_line(crossed, one, row, column) for one in crossed.rows],
            "totals": [crossed.of_column[one] for one in crossed.columns],
            "total": crossed.total,
            "before": earlier.count(),
        },
    )


def _line(crossed: crossing.Crossed, one: Any, row: str, column: str) -> dict[str, Any]:
    cells = [(crossed.cells.get((one, other), 0), _link(row, one, column, other)) for other in crossed.columns]
    return {"name": one, "cells": cells, "total": crossed.of_row[one]}


def _link(row: str, one: Any, column: str, other: Any) -> str:
    """Where the cases of a cell are listed; nothing where the list cannot be asked for that."""
    if not {row, column} <= crossing.LINKED or one in {None, ""} or other in {None, ""}:
        return ""
    return urlencode({"state": "all", row: one, column: other})


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
    return max(first, last - timedelta(LONGEST)), last
