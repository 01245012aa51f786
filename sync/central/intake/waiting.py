"""Records that are not done with, found by their own small indexes however many records there are.

SQLite takes a partial index only where the statement itself says so: a state that comes as a parameter walks them all.
"""

from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL

from sync.central.intake.models import Record


def new() -> QuerySet[Record]:
    """Those that wait for the projector."""
    return _where("intake_record.state = 'new'")


def aside() -> QuerySet[Record]:
    """Those that are parked or held."""
    return _where("intake_record.state IN ('parked', 'held')")


def parked() -> QuerySet[Record]:
    """Those that nothing here could make sense of."""
    return aside().filter(state=Record.State.PARKED)


def held() -> QuerySet[Record]:
    """Those of a terminal that is out of service."""
    return aside().filter(state=Record.State.HELD)


def _where(condition: str) -> QuerySet[Record]:
    return Record.objects.filter(RawSQL(condition, [], output_field=BooleanField()))  # noqa: S611 — nobody's value
