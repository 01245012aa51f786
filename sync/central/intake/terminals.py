"""Terminals in and out of service."""

from datetime import datetime

from django.db import transaction

from kiosk.errors import CallerError
from sync.central.intake.models import Record, Terminal


def find(wanted: str) -> Terminal:
    """The one terminal of this number, source or label. Raises CallerError."""
    found = Terminal.objects.filter(source=wanted) or Terminal.objects.filter(label=wanted)
    if not found and wanted.isascii() and wanted.isdigit() and len(wanted) < 10:
        found = Terminal.objects.filter(number=int(wanted))
    if len(found) != 1:
        raise CallerError(f"terminal: {len(found) or 'none'} of that number, source or label")
    return found[0]


def revoke(terminal: Terminal, now: datetime) -> None:
    """From now on it gets no updates and what it brings is held apart. Nothing that it brought before changes."""
    Terminal.objects.filter(pk=terminal.pk, revoked_at=None).update(revoked_at=now)


def reinstate(terminal: Terminal) -> int:
    """Back into service; what was held apart goes on to the projector. Returns how many records did."""
    with transaction.atomic():
        Terminal.objects.filter(pk=terminal.pk).update(revoked_at=None)
        return Record.objects.filter(source=terminal.source, state=Record.State.HELD).update(state=Record.State.NEW)
