"""Beside the web: what was ticked is summed up all day, topics and the digest are the night's work."""

import logging
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from sync.central.cases.derive import CHINA
from sync.central.insight import hearing, topics, weighing
from sync.central.intake.models import Kept, Venue

EVERY_S: Final = 60.0
FROM_HOUR: Final = 2  # nobody waits for the desk then
DONE: Final = "topics"

log = logging.getLogger(__name__)


def turn(now: datetime) -> bool:
    """The night's work, if it is night and not done yet. Whether it was done now."""
    local = now.astimezone(CHINA)
    last = Kept.objects.filter(name=DONE).values_list("value", flat=True).first()
    if local.hour < FROM_HOUR or last == local.date().isoformat():
        return False
    for _ in work(local.date()):
        pass
    return True


def work(today: date) -> Iterator[tuple[str, topics.Night]]:
    """Every venue's topics, one by one; when all are through, the health page says so, whoever asked for it."""
    rules = weighing.load(settings.PLACES.data)
    for venue in Venue.objects.order_by("id").values_list("id", flat=True):
        yield venue, topics.work(venue, today, rules)
    Kept.objects.update_or_create(name=DONE, defaults={"value": today.isoformat()})


def run(wait: Callable[[float], bool], *, now: Callable[[], datetime] = timezone.now) -> None:
    """Turns until wait(seconds) says True. A database that is away is tried again."""
    while not wait(EVERY_S):  # a centre that has just started has better things to do
        try:
            hearing.work()
            turn(now())
        except DatabaseError as error:
            log.warning("topics: the database is away: %s", type(error).__name__)
        finally:
            close_old_connections()
