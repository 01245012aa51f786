"""How many requests one sender may make: a bucket that fills again, in this process's memory.

There is one web process (and behind several, each counts for itself). What is limited is the flood, never the queue
of a lobby: many terminals, and every mobile carrier, share one address. Failed look-ups and log-ins have limits of
their own, in the database (cases/throttle.py).
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

SENDERS_MAX: Final = 10_000  # remembered at once; the one not heard for longest is forgotten


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and so many a second after that."""

    burst: int
    per_s: float


@dataclass(slots=True)
class Buckets:
    """Counts by sender. Safe to use from many threads; monotonic gives seconds."""

    rate: Rate
    monotonic: Callable[[], float] = time.monotonic
    _levels: "OrderedDict[str, tuple[float, float]]" = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait_s(self, sender: str) -> int:
        """0 when a request is let in, and counted; else whole seconds until one would be."""
        now = self.monotonic()
        with self._lock:
            left, then = self._levels.pop(sender, (float(self.rate.burst), now))
            left = min(self.rate.burst, left + (now - then) * self.rate.per_s)
            allowed = left >= 1
            self._levels[sender] = (left - 1 if allowed else left, now)
            if len(self._levels) > SENDERS_MAX:
                self._levels.popitem(last=False)
        return 0 if allowed else max(1, int((1 - left) / self.rate.per_s + 0.999))
