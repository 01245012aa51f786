"""The list of cases: filters, and pages that begin after a row instead of counting to it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from sync.central.cases.due import late
from sync.central.cases.models import Case, Department
from sync.central.cases.roles import Hand
from sync.central.cases.states import OPEN, STATES
from sync.central.cases.taxonomy import catalogue
from sync.central.desk import words
from sync.central.desk.door import for_staff, show
from sync.central.desk.overview import visible

PAGE: Final = 40
ORDERS: Final[Mapping[str, str]] = {"due": "next_due", "new": "-received_day"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for; empty means all. after: the last row of the page before, as (day, id)."""

    state: str = "open"
    category: str = ""
    grade: str = ""
    channel: str = ""
    department: str = ""
    text: str = ""
    late: bool = False
    order: str = "due"
    after: tuple[date, uuid.UUID] | None = None

    @property
    def parameters(self) -> dict[str, str]:
        """The query string's parts that are not their defaults."""
        names = ("state", "category", "grade", "channel", "department", "text", "order")
        found = {name: getattr(self, name) for name in names if getattr(self, name) != getattr(Wanted(), name)}
        return found | ({"late": "1"} if self.late else {})


def read(asked: QueryDict) -> Wanted:
    """The wishes in a query string; whatever it does not know is left out."""
    state = asked.get("state", "open")
    return Wanted(
        state=state if state in {*STATES, "open", "rest", "all"} else "open",
        category=asked.get("category", "")[:2],
        grade=asked.get("grade", "") if asked.get("grade") in set("12345") else "",
        channel=asked.get("channel", "") if asked.get("channel") in words.CHANNELS else "",
        department=asked.get("department", "")[:32],
        text=asked.get("text", "").replace("\0", "").strip()[:64],
        late=asked.get("late") == "1",
        order=asked.get("order", "due") if asked.get("order") in ORDERS else "due",
        after=_after(asked.get("after", "")),
    )


def select(cases: QuerySet[Case], wanted: Wanted, today: date) -> QuerySet[Case]:
    """The cases that were asked for, in their order, from the page's beginning on."""
    found = cases.filter(_state(wanted.state))
    exact = {"grade": wanted.grade, "channel": wanted.channel, "department": wanted.department}
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if wanted.category:
        found = found.filter(category__startswith=wanted.category)
    if wanted.text:
        found = found.filter(Q(words__icontains=wanted.text) | Q(number__iendswith=wanted.text))
    if wanted.late:
        found = found.filter(late(today))
    if _by_due(wanted):
        found = found.filter(next_due__isnull=False).order_by("next_due", "id")
        return found.filter(_later("next_due__gt", "next_due", wanted.after)) if wanted.after else found
    found = found.order_by("-received_day", "id")
    return found.filter(_later("received_day__lt", "received_day", wanted.after)) if wanted.after else found


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """The list, or its rows alone where only those are asked for."""
    wanted, today = read(request.GET), timezone.localdate()
    rows = list(select(visible(by), wanted, today)[: PAGE + 1])
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    day = (last.next_due if _by_due(wanted) else last.received_day) if last else None
    context = {
        "rows": rows[:PAGE],
        "wanted": wanted,
        "today": today,
        "next": _query(wanted, f"{day}~{last.id}") if last else "",
        "begun": wanted.after is not None,
        "first": _query(wanted, ""),
    }
    htmx = getattr(request, "htmx", False)
    return show(request, by, "rows" if htmx else "list", context | ({} if htmx else _choices(by)))


def _choices(by: Hand) -> dict[str, Any]:
    departments = Department.objects.filter(active=True).order_by("order")
    if by.venue:
        departments = departments.filter(venue_id=by.venue)
    return {
        "states": words.STATES,
        "categories": [(category.code, category.name) for category in catalogue().categories],
        "grades": words.GRADES,
        "channels": words.CHANNELS,
        "departments": list({one.code: one for one in departments}.values()),
    }


def _state(state: str) -> Q:
    if state == "all":
        return Q()
    if state == "open":
        return Q(state__in=sorted(OPEN), next_due__isnull=False)
    return ~Q(state__in=sorted(OPEN)) if state == "rest" else Q(state=state)


def _by_due(wanted: Wanted) -> bool:
    """What is at rest is due no more, so it comes newest first."""
    return wanted.order == "due" and wanted.state in {"open", *OPEN}


def _later(further: str, same: str, after: tuple[date, uuid.UUID]) -> Q:
    day, identity = after
    return Q(**{further: day}) | Q(**{same: day, "id__gt": identity})


def _after(text: str) -> tuple[date, uuid.UUID] | None:
    day, _, identity = text.partition("~")
    try:
        return date.fromisoformat(day), uuid.UUID(identity)
    except ValueError:
        return None


def _query(wanted: Wanted, after: str) -> str:
    query = QueryDict(mutable=True)
    query.update(wanted.parameters | ({"after": after} if after else {}))
    return query.urlencode()
