"""Which cases a hand may open: its venue's, its department's, and practice only while practising."""

from typing import Final

from django.db.models import Q, QuerySet

from sync.central.cases.models import Case, Partner
from sync.central.cases.roles import Hand
from sync.central.intake.models import Venue

HELPED: Final = 500  # the newest cases that a department helps with


def visible(by: Hand) -> QuerySet[Case]:
    """The cases that a hand may open."""
    cases = Case.objects.filter(practice=by.practice)
    venues = venues_of(by)
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
