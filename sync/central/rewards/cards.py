"""Points cards: a code that somebody keeps, and nothing about who that is."""

from datetime import date

from kiosk.receipts import lookup_key, new_code, read_code
from sync.central.intake.models import Venue
from sync.central.rewards.models import PointsCard


def open_card(venue: Venue, today: date) -> tuple[PointsCard, str]:
    """A fresh card and its code. The code is shown once; the centre keeps its key alone."""
    code = new_code()
    return PointsCard.objects.create(venue=venue, key=lookup_key(code, bytes(venue.salt)), opened=today), code


def find(code: str, venue: Venue) -> PointsCard | None:
    """The card of a code as somebody typed it. Raises CodeError when it was mistyped."""
    return PointsCard.objects.filter(venue=venue, key=lookup_key(read_code(code), bytes(venue.salt))).first()
