"""What is due: by when the visitor must hear from us next, of the cases that still wait."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Q, QuerySet

from sync.central.cases.models import Case

FIRST: Final = Q(answered_day__isnull=True)


@dataclass(frozen=True, slots=True)
class Due:
    """How many cases wait for what. late_first, late_result: the day is over already."""

    late_first: int
    late_result: int
    today: int
    waiting: int


def late(today: date) -> Q:
    """The day by which we had to speak is over."""
    return Q(next_due__lt=today)


def due(today: date, cases: QuerySet[Case] | None = None) -> Due:
    """How many of these cases, or of all, wait and how long already."""
    found = (Case.objects.all() if cases is None else cases).filter(next_due__isnull=False)
    counted = found.aggregate(
        late_first=Count("next_due", filter=late(today) & FIRST),
        late_result=Count("next_due", filter=late(today) & ~FIRST),
        today=Count("next_due", filter=Q(next_due=today)),
        waiting=Count("next_due"),
    )
    return Due(**counted)
