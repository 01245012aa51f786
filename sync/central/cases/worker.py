"""The centre's own work, over and over: records become cases, what moved reaches terminals."""

import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from sync.central.cases import config, departments, later, projector, publish, search
from sync.central.cases.derive import CHINA
from sync.central.intake.courtesy import Courtesy

EVERY_S: Final = 1.0  # how long new records may wait for their turn
FIGURES_EVERY: Final = 30  # turns

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
    while search.index() == search.SLICE:
        pass
    announced = publish.moved()
    if figures:
        config.apply(now.astimezone(CHINA).date())
        later.daily(now)
        announced += publish.figures(now.astimezone(CHINA).date())
    return Turn(done.claimed, done.parked, done.cases, announced)


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
