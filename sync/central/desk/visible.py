"""Which cases a hand may open: its venue's, its department's, and practice only while practising."""

from django.db.models import Q, QuerySet

from sync.central.cases.models import Case, Partner
from sync.central.cases.roles import Hand
from sync.central.intake.models import Venue


def visible(by: Hand) -> QuerySet[Case]:
    """The cases that a hand may open."""
    cases = Case.objects.filter(practice=by.practice)
    cases = cases if by.venue is None else cases.filter(venue_id=by.venue)
    if "see" in by.rights:
        return cases
    if "see_own" not in by.rights or not by.department:
        return cases.none()
    helped = Partner.objects.filter(department=by.department).values("case_id")
    return cases.filter(Q(department=by.department) | Q(id__in=helped))


def venues_of(by: Hand) -> list[str]:
    """The venues that a hand works for."""
    return [by.venue] if by.venue else list(Venue.objects.order_by("id").values_list("id", flat=True))
