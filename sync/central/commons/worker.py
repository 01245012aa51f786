"""Tells terminals what moved in the commons, every few seconds; what has not changed is not said twice."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Final

from django.db import DatabaseError, close_old_connections, transaction
from django.utils import timezone

from sync.central.cases import publish
from sync.central.cases.derive import CHINA
from sync.central.commons import lists
from sync.central.intake.models import Update, Venue

EVERY_S: Final = 10.0  # a vote is live when it moves within the next pull

log = logging.getLogger(__name__)


def turn(now: datetime) -> int:
    """Announces every list that changed. Returns how many."""
    today = now.astimezone(CHINA).date()
    return sum(_venue(venue, lists.every(venue, today)) for venue in Venue.objects.values_list("id", flat=True))


@transaction.atomic
def _venue(venue: str, rows: dict[str, list[dict[str, object]]]) -> int:
    """A list that never held anything is not announced: most centres have no vote on most days."""
    known = set(Update.objects.filter(kind="list", venue=venue, key__in=rows).values_list("key", flat=True))
    told = {name: {"name": name, "rows": found} for name, found in rows.items() if found or name in known}
    return publish.say(venue, "list", told)


def run(wait: Callable[[float], bool], *, now: Callable[[], datetime] = timezone.now) -> None:
    """Turns until wait(seconds) says True. A database that is away is tried again."""
    while True:
        try:
            turn(now())
        except DatabaseError as error:
            log.warning("commons: the database is away: %s", type(error).__name__)
        finally:
            close_old_connections()
        if wait(EVERY_S):
            return
