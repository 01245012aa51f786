"""Every venue has its departments: the catalogue's, until somebody merges or renames them."""

from sync.central.cases.models import Department
from sync.central.cases.taxonomy import catalogue
from sync.central.intake.models import Venue


def ensure() -> None:
    """Gives venues that have none the catalogue's departments. Safe to repeat; what a centre renamed stays."""
    bare = Venue.objects.exclude(id__in=Department.objects.values("venue")).values_list("id", flat=True)
    rows = [
        Department(venue_id=venue, code=department.code, name=dict(department.name), order=order)
        for venue in bare
        for order, department in enumerate(catalogue().departments.values())
    ]
    if rows:
        Department.objects.bulk_create(rows, ignore_conflicts=True)
