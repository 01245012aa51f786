"""What is due: the deadlines of cases that somebody still has to speak to or to settle."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from sync.central.cases.models import Case
from sync.central.cases.states import OPEN

UNANSWERED = Q(answered_day__isnull=True, first_due__isnull=False)
UNSETTLED = Q(settled_day__isnull=True, result_due__isnull=False, state__in=sorted(OPEN))


@dataclass(frozen=True, slots=True)
class Late:
    """How many cases wait too long already."""

    first: int
    result: int


def late_first(today: date) -> Q:
    """Nobody has answered yet, and the day is over."""
    return UNANSWERED & Q(first_due__lt=today)


def late_result(today: date) -> Q:
    """Nothing has come of it yet, and the day is over."""
    return UNSETTLED & Q(result_due__lt=today)


def late(today: date, cases: QuerySet[Case] | None = None) -> Late:
    """How many of these cases, or of all, are late."""
    found = Case.objects.all() if cases is None else cases
    return Late(found.filter(late_first(today)).count(), found.filter(late_result(today)).count())


def next_day(case: Case) -> date | None:
    """The day the visitor must hear from us next; None when nothing is due."""
    if case.answered_day is None:
        return case.first_due
    return case.result_due if case.settled_day is None and case.state in OPEN else None
