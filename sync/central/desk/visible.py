"""Which cases a hand may open: its venue's, its department's, and practice only while practising."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Final

from django.db.models import Q, QuerySet

from sync.central.cases.models import Case, Partner
from sync.central.cases.roles import Hand
from sync.central.intake.models import Venue

MANY: Final = 10_000  # where counting ends
HELPED: Final = 500  # the newest cases that a department helps with


def visible(by: Hand) -> QuerySet[Case]:
    """The cases that a hand may open."""
    return _seen(by, venues_of(by))


def each(by: Hand) -> list[QuerySet[Case]]:
    """The same, venue by venue: an order can be walked in an index of one venue, and only there."""
    return [_seen(by, [venue]) for venue in venues_of(by)]


def firsts(parts: Iterable[QuerySet[Case]], order: Sequence[str], count: int) -> list[Case]:
    """The first so many of all parts together, each part read only as far as needed. A "-" falls; days and ids only."""
    found = [case for part in parts for case in part.order_by(*order)[:count]]
    for name in reversed(order):
        found.sort(key=attrgetter(name.removeprefix("-")), reverse=name.startswith("-"))
    return found[:count]


def some(found: QuerySet[Case]) -> tuple[int, bool]:
    """How many, counted as far as anybody reads; and whether there are more."""
    count = found.order_by()[: MANY + 1].count()
    return min(count, MANY), count > MANY


def _seen(by: Hand, venues: Sequence[str]) -> QuerySet[Case]:
    cases = Case.objects.filter(practice=by.practice)
    cases = cases.filter(venue_id=venues[0]) if len(venues) == 1 else cases.filter(venue_id__in=venues)
    if "see" in by.rights:
        return cases
    if "see_own" not in by.rights or not by.department:
        return cases.none()
    # as a list: an OR over a subquery would keep the database from walking its index
    helped = list(
        Partner.objects.filter(department=by.department).order_by("-id").values_list("case_id", flat=True)[:HELPED]
    )
    own = Q(department=by.department)
    return cases.filter(own | Q(id__in=helped) if helped else own)


def venues_of(by: Hand) -> list[str]:
    """The venues that a hand works for."""
    return [by.venue] if by.venue else list(Venue.objects.order_by("id").values_list("id", flat=True))
