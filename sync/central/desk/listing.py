"""The list of cases: filters, saved views, and pages that begin after a row instead of counting to it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from sync.central.cases import duty, search
from sync.central.cases.deadlines import rules
from sync.central.cases.due import late
from sync.central.cases.models import Case, Department
from sync.central.cases.roles import Hand
from sync.central.cases.states import OPEN, STATES
from sync.central.cases.taxonomy import catalogue, in_category
from sync.central.desk import views, words
from sync.central.desk.door import for_staff, show
from sync.central.desk.visible import each, firsts, visible

PAGE: Final = 40
ORDERS: Final[Mapping[str, str]] = {"due": "next_due", "new": "-received_day"}
WAITS: Final[Mapping[str, str]] = {"step": "step_due", "call": "call_due", "review": "review"}  # other clocks
PLAIN: Final = ("state", "category", "grade", "channel", "department", "text", "lane", "wait", "whose", "order")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for; empty means all. after: the last row of the page before, as (day, id)."""

    state: str = "open"
    category: str = ""
    grade: str = ""
    channel: str = ""
    department: str = ""
    text: str = ""
    lane: str = ""
    wait: str = ""
    whose: str = ""  # mine
    late: bool = False
    order: str = "due"
    after: tuple[date, uuid.UUID] | None = None

    @property
    def parameters(self) -> dict[str, str]:
        """The query string's parts that are not their defaults."""
        found = {name: getattr(self, name) for name in PLAIN if getattr(self, name) != getattr(Wanted(), name)}
        return found | ({"late": "1"} if self.late else {})

    @property
    def clock(self) -> str:
        """The day by which the list is ordered: what is at rest is due no more, so it comes newest first."""
        if self.wait:
            return WAITS[self.wait]
        return "next_due" if self.order == "due" and self.state in {"open", *OPEN} else ""


def read(asked: QueryDict) -> Wanted:
    """The wishes in a query string; whatever it does not know is left out."""
    return Wanted(
        state=_one(asked, "state", {*STATES, "open", "rest", "all"}, "open"),
        category=asked.get("category", "")[:2],
        grade=_one(asked, "grade", set("12345")),
        channel=_one(asked, "channel", words.CHANNELS),
        department=asked.get("department", "")[:32],
        text=asked.get("text", "").replace("\0", "").strip()[:64],
        lane=_one(asked, "lane", words.LANES),
        wait=_one(asked, "wait", WAITS),
        whose=_one(asked, "whose", {"mine"}),
        late=asked.get("late") == "1",
        order=_one(asked, "order", ORDERS, "due"),
        after=_after(asked.get("after", "")),
    )


def select(cases: QuerySet[Case], wanted: Wanted, today: date, by: Hand | None = None) -> QuerySet[Case]:
    """The cases that were asked for, in their order, from the page's beginning on."""
    found = cases if wanted.wait else cases.filter(_state(wanted.state))
    exact = {name: getattr(wanted, name) for name in ("grade", "channel", "department", "lane")}
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if wanted.category:
        found = in_category(found, wanted.category)
    if wanted.text:
        found = found.filter(_said(wanted.text))
    if wanted.late:
        found = found.filter(late(today))
    if wanted.whose and by is not None:
        found = found.filter(duty.mine(by, today))
    return _ordered(found, wanted)


def _ordered(found: QuerySet[Case], wanted: Wanted) -> QuerySet[Case]:
    """A page begins at the day of the last row before it: that bound is what an index can jump to."""
    if clock := wanted.clock:
        found = found.filter(**{f"{clock}__isnull": False}).order_by(clock, "id")
        if wanted.after:
            found = found.filter(_later(f"{clock}__gt", clock, wanted.after), **{f"{clock}__gte": wanted.after[0]})
        return found
    found = found.order_by("-received_day", "id")
    if wanted.after:
        later = _later("received_day__lt", "received_day", wanted.after)
        found = found.filter(later, received_day__lte=wanted.after[0])
    return found


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """The list, or its rows alone where only those are asked for."""
    htmx = getattr(request, "htmx", False)
    return show(request, by, "rows" if htmx else "list", rows(request, by) | ({} if htmx else _choices(by)))


def rows(request: HttpRequest, by: Hand) -> dict[str, Any]:
    """One page of the list, for whichever template shows it."""
    wanted, today = read(request.GET), timezone.localdate()
    # what is searched for is found by its words, once; everything else in the order of an index, venue by venue
    parts = [select(cases, wanted, today, by) for cases in ([visible(by)] if wanted.text else each(by))]
    found = firsts(parts, (wanted.clock, "id") if wanted.clock else ("-received_day", "id"), PAGE + 1)
    last = found[PAGE - 1] if len(found) > PAGE else None
    day = getattr(last, wanted.clock or "received_day") if last else None
    law = rules(settings.PLACES)
    for case in found:
        case.light = law.light(case.next_due, today)  # type: ignore[attr-defined]
    return {
        "rows": found[:PAGE],
        "people": duty.names(found),
        "wanted": wanted,
        "today": today,
        "next": _query(wanted, f"{day}~{last.id}") if last else "",
        "begun": wanted.after is not None,
        "first": _query(wanted, ""),
        "bulk": "bulk" in by.rights,
    }


def _choices(by: Hand) -> dict[str, Any]:
    departments = Department.objects.filter(active=True).order_by("order")
    if by.venue:
        departments = departments.filter(venue_id=by.venue)
    return {
        "states": words.STATES,
        "categories": [(category.code, category.name) for category in catalogue().categories],
        "all_categories": catalogue().categories,
        "grades": words.GRADES,
        "channels": words.CHANNELS,
        "lanes": words.LANES,
        "departments": list({one.code: one for one in departments}.values()),
        "saved": views.of(by),
    }


def _said(text: str) -> Q:
    """Words in it, or the end of its number."""
    number = text.strip().upper()
    return Q(number=number) | search.containing(text) if "-" in number else search.containing(text)


def _one(asked: QueryDict, name: str, known: Any, otherwise: str = "") -> str:
    value = asked.get(name, otherwise)
    return value if value in known else otherwise


def _state(state: str) -> Q:
    if state == "all":
        return Q()
    if state == "open":
        return Q(state__in=sorted(OPEN), next_due__isnull=False)
    return ~Q(state__in=sorted(OPEN)) if state == "rest" else Q(state=state)


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
