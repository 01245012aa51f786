"""The centre's own work, over and over: records become cases, what moved reaches terminals."""

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from sync.central.cases import config, departments, later, projector, publish, retention, search, tallies
from sync.central.cases.derive import CHINA
from sync.central.cases.office import office
from sync.central.cases.roles import RULES
from sync.central.intake import voices
from sync.central.intake.courtesy import Courtesy
from sync.central.intake.models import Kept
from sync.central.keys import load

EVERY_S: Final = 1.0  # how long new records may wait for their turn
FIGURES_EVERY: Final = 30  # turns
DAILY: Final = "desk_daily"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one turn did."""

    records: int
    parked: int
    cases: int
    announced: int


def turn(now: datetime, *, figures: bool = True) -> Turn:
    """Everything that is waiting, once. figures: also count what the board shows, which reads every case."""
    departments.ensure()
    done = projector.drain(pause=Courtesy().pause)
    tallies.fold(pause=Courtesy().pause)
    while search.index() == search.SLICE:
        pass
    announced = publish.moved()
    if figures:
        later.unsolved(now)
        config.apply(now.astimezone(CHINA).date())
        daily(now)
        announced += publish.figures(now.astimezone(CHINA).date())
    return Turn(done.claimed, done.parked, done.cases, announced)


def daily(now: datetime) -> bool:
    """What a new day brings, once: later looks, what goes up the chain, what is kept no longer. Whether it was done."""
    today = now.astimezone(CHINA).date().isoformat()
    if Kept.objects.filter(name=DAILY, value=today).exists():
        return False
    search.survey()
    later.daily(now)
    voices.sweep(now)
    retention.daily(RULES, now, load(settings.PLACES), office(settings.PLACES))
    Kept.objects.update_or_create(name=DAILY, defaults={"value": today})
    return True


def run(wait: Callable[[float], bool], *, now: Callable[[], datetime] = timezone.now) -> None:
    """Turns until wait(seconds) says True, as a threading.Event's does. A database that is away is tried again."""
    for count in itertools.count():
        try:
            turn(now(), figures=count % FIGURES_EVERY == 0)
        except DatabaseError as error:
            log.warning("work: the database is away: %s", type(error).__name__)
        finally:
            close_old_connections()
        if wait(EVERY_S):
            return
