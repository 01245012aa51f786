"""Records of types that an older version of the centre did not know."""

from kiosk.records import TYPES
from sync.central.intake import waiting
from sync.central.intake.custody import UNKNOWN_TYPE
from sync.central.intake.models import Record


def release() -> int:
    """Lets the projector have what was parked for a type that this version knows. Returns how many records."""
    parked = waiting.parked().filter(reason=UNKNOWN_TYPE, type__in=sorted(TYPES))
    return parked.update(state=Record.State.NEW, reason="")
