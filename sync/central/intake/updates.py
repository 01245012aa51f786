"""What terminals should know, in an order that no commit overtakes.

Whoever changes something calls announce() inside its own transaction; that gives no cursor. One publisher at a time
gives cursors, under a lock, to what is committed by then. Only the newest word under a key is kept.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import Q

from kiosk.records import canonical, wire_time
from sync import receipt
from sync.central.intake.models import Kept, Terminal, Update
from sync.central.keys import Keys

KINDS: Final = frozenset({"case", "card", "form", "catalogue", "config", "text", "list", "totals", "backup", "keys"})
PAGE_MAX: Final = 500
PAGE_BYTES: Final = 2**20
CURSOR: Final = "cursor"
_LOCK: Final = 0x7871_7570_6461_7465  # this publisher's advisory lock in PostgreSQL


def announce(kind: str, key: str, data: dict[str, Any], *, venue: str | None = None, source: str = "") -> None:
    """Let terminals know: those of a venue, of every venue (None), or the one of this source.

    key names the thing within its kind; a later word under the same key, venue and source replaces this one.
    """
    if kind not in KINDS:
        raise ValueError(f"no kind of update: {kind}")
    canonical(data)  # what could not be sent must fail here, not in every terminal's next pull
    Update.objects.create(kind=kind, key=key, data=data, venue_id=venue, source=source)


def publish(most: int = PAGE_MAX) -> int:
    """Give cursors to what waits, at most so many. Returns how many got one."""
    if not Update.objects.filter(cursor=None).exists():
        return 0
    with transaction.atomic():
        _alone()
        kept, _ = Kept.objects.get_or_create(name=CURSOR, defaults={"value": 0})
        waiting = list(Update.objects.filter(cursor=None).order_by("id")[:most])
        for update in waiting:
            _replace(update)
            kept.value += 1
            Update.objects.filter(pk=update.pk).update(cursor=kept.value)
        kept.save()
    return len(waiting)


def page(terminal: Terminal, after: int, *, now: datetime, keys: Keys) -> bytes:
    """JSON Lines of what this terminal has not seen, then the signed line that closes them."""
    while publish() == PAGE_MAX:
        pass
    lines, cursor, more = _lines(_for(terminal, after), after)
    body = b"".join(line + b"\n" for line in lines)
    end: dict[str, Any] = {
        "format": receipt.UPDATES,
        "after": after,
        "cursor": cursor,
        "count": len(lines),
        "sha256": hashlib.sha256(body).hexdigest(),
        "more": more,
        "time": wire_time(now),
    }
    return body + receipt.sign(end, keys.facing(terminal.pinned).signing) + b"\n"


def _for(terminal: Terminal, after: int) -> Iterable[Update]:
    mine = Q(venue=None) | Q(venue=terminal.venue_id)
    to_me = Q(source="") | Q(source=terminal.source)
    return Update.objects.filter(mine & to_me, cursor__gt=after).order_by("cursor")[: PAGE_MAX + 1]


def _lines(updates: Iterable[Update], after: int) -> tuple[list[bytes], int, bool]:
    """The lines of one page, the cursor after them, and whether more follow. One line may exceed the limit alone."""
    lines: list[bytes] = []
    cursor, size = after, 0
    for update in updates:
        line = canonical({"cursor": update.cursor, "kind": update.kind, "data": update.data})
        size += len(line) + 1
        if lines and (len(lines) == PAGE_MAX or size > PAGE_BYTES):
            return lines, cursor, True
        lines.append(line)
        cursor = update.cursor or cursor
    return lines, cursor, False


def _replace(update: Update) -> None:
    older = Update.objects.filter(kind=update.kind, key=update.key, venue=update.venue_id, source=update.source)
    older.filter(cursor__isnull=False).delete()


def _alone() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
