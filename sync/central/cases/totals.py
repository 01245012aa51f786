"""The honest figures over the board: what came in this quarter, what was answered, and how much of it in time."""

from datetime import date
from typing import Any, Final

from django.db.models import Count

from sync.central.cases import tallies
from sync.central.cases.models import Card

FEW: Final = 30  # below this no share is published: it would say more about chance than about us


def quarter(day: date) -> date:
    """The first day of the quarter."""
    return day.replace(month=day.month - (day.month - 1) % 3, day=1)


def totals(venue: str, today: date) -> dict[str, Any]:
    """The figures of a venue since the quarter began, over what asks for an answer; mere ratings count elsewhere.

    on_time_percent is None while it would rest on too few.
    """
    parts = counted(venue, today)
    judged, in_time = parts.pop("judged"), parts.pop("in_time")
    return parts | {"on_time_percent": in_time * 100 // judged if judged >= FEW else None}


def counted(venue: str, today: date) -> dict[str, Any]:
    """What the figures are made of. judged: whose first answer came or was due; in_time: those where it was in time."""
    since = quarter(today)
    found = tallies.summed([venue], since, date.max)
    waiting = tallies.still_open([venue], since, date.max).filter(answered_day=None, first_due__lt=today).count()
    cards = Card.objects.filter(venue_id=venue, removed=False).values_list("state").annotate(count=Count("id"))
    by_state = dict(cards.order_by())
    return {
        "received": found["asked"],
        "answered": found["asked_answered"],
        "judged": found["asked_judged"] + waiting,
        "in_time": found["asked_on_time"],
        "done": by_state.get("done", 0),
        "doing": by_state.get("doing", 0),
        "cannot": by_state.get("cannot", 0),
        "withheld": found["asked_withheld"],
        "since": since.isoformat(),
    }
