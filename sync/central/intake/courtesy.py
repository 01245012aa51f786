"""How whoever works in the background leaves the embedded database's one pen to those who wait for an answer.

A slice of work is short, but SQLite tells nobody when its lock is free: a terminal that waits asks again in growing
steps, and finds the next slice under way. So while others write, slices come seldom; what came in meanwhile is worked
out as soon as it is quiet. And now and then the door stays open for as long as it takes to ask twice: who waits has
written nothing, so nobody would know of them. PostgreSQL has a pen for everyone.
"""

import time
from collections.abc import Callable
from typing import Final

from django.db import connection

YIELD_S: Final = 0.002
AWAY_S: Final = 0.2  # ten slices long: custody keeps nine tenths of the time
DOOR_EVERY: Final = 8  # slices
DOOR_S: Final = 0.11  # SQLite asks every 0.1 s at the latest


class Courtesy:
    """Call pause() between two slices, on the connection that works."""

    def __init__(self, sleep: Callable[[float], None] = time.sleep) -> None:
        self._sleep = sleep
        self._seen: int | None = None
        self._slices = 0

    def pause(self) -> None:
        """Waits a moment; a long one when somebody else wrote since the last time, or may be waiting to."""
        self._sleep(self._next_s() if connection.vendor == "sqlite" else YIELD_S)

    def _next_s(self) -> float:
        self._slices += 1
        if self._others_wrote():
            return AWAY_S
        return DOOR_S if self._slices % DOOR_EVERY == 0 else YIELD_S

    def _others_wrote(self) -> bool:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA data_version")  # moves with the commits of every connection but this one
            version = cursor.fetchone()[0]
        before, self._seen = self._seen, version
        return before is not None and before != version
