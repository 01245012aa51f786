"""Slows down who guesses. Only failures count: a lobby, and every mobile carrier, share one address.

Addresses are kept as a keyed hash and for an hour, so the table tells nobody who looked for what.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.http import HttpRequest

from sync.central.cases.models import Failure

KEPT: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Limit:
    """How many failures a minute and an hour may hold."""

    kind: str
    minute: int
    hour: int


LOOKUP: Final = Limit("lookup", 5, 10)
LOGIN: Final = Limit("login", 5, 20)


def origin(limit: Limit, who: str) -> bytes:
    """The keyed hash of an address (or of a log-in's name) that failures are kept under."""
    key = settings.SECRET_KEY.encode()[:64]
    return hashlib.blake2b(f"{limit.kind}/{who}".encode(), key=key, digest_size=16).digest()


def wait(limit: Limit, who: str, now: datetime) -> int:
    """Seconds until another try is let in; 0 when it may come at once."""
    failures = Failure.objects.filter(kind=limit.kind, origin=origin(limit, who), at__gt=now - KEPT)
    times = sorted(failures.values_list("at", flat=True))
    return max(_until(times, limit.minute, timedelta(minutes=1), now), _until(times, limit.hour, KEPT, now))


def failed(limit: Limit, who: str, now: datetime) -> None:
    """Counts a failure, and forgets those of an hour ago."""
    Failure.objects.filter(at__lte=now - KEPT).delete()
    Failure.objects.create(kind=limit.kind, origin=origin(limit, who), at=now)


def _until(times: list[datetime], allowed: int, window: timedelta, now: datetime) -> int:
    """Seconds until fewer than ``allowed`` of the times lie within the window."""
    recent = [time for time in times if time > now - window]
    if len(recent) < allowed:
        return 0
    return max(1, int((recent[-allowed] + window - now).total_seconds() + 0.999))


def address(request: HttpRequest) -> str:
    """Where a request comes from; behind our own proxy on this machine, where the proxy says it comes from."""
    peer = request.META.get("REMOTE_ADDR", "")
    told = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if told and peer in {"127.0.0.1", "::1"}:  # the last entry is what our proxy saw; earlier ones anybody can write
        return told.rpartition(",")[2].strip()
    return peer
