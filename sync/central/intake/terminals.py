"""Terminals in and out of service, and their keys."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from kiosk.errors import CallerError
from kiosk.records import canonical, wire_time
from sync import receipt
from sync.central.intake import problems, waiting
from sync.central.intake.models import Record, Terminal
from sync.central.intake.problems import ProblemError
from sync.central.keys import Keys


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
        return waiting.held().filter(source=terminal.source).update(state=Record.State.NEW)


def renew(terminal: Terminal, asked: Mapping[str, str], *, now: datetime, keys: Keys) -> bytes:
    """A terminal's new keys, asked for under the signature of the one it has. Safe to repeat: the answer may be lost.

    asked: source, signing_key, box_key, signature (hex). Raises ProblemError. The answer is a signed line.
    """
    if asked["source"] != terminal.source:
        raise ProblemError(problems.OTHER_SOURCE, "source")
    with transaction.atomic():
        row = Terminal.objects.select_for_update().get(pk=terminal.pk)
        present, wanted = bytes(row.signing_key), bytes.fromhex(asked["signing_key"])
        older = [bytes.fromhex(key) for key in row.old_keys]
        again = wanted == present
        if not any(_proves(asked, key) for key in ([present, *older[-1:]] if again else [present])):
            raise ProblemError(problems.WRONG_SIGNATURE, "signature")
        if not again:
            row.old_keys = [*row.old_keys, present.hex()]
            row.signing_key, row.box_key = wanted, bytes.fromhex(asked["box_key"])
            row.save(update_fields=["old_keys", "signing_key", "box_key"])
    document = {"format": receipt.KEYS, "source": terminal.source, "signing_key": wanted.hex(), "time": wire_time(now)}
    return receipt.sign(document, keys.facing(terminal.pinned).signing)


def _proves(asked: Mapping[str, str], key: bytes) -> bool:
    said = {name: asked[name] for name in ("source", "signing_key", "box_key")}
    try:
        VerifyKey(key).verify(receipt.KEYS.encode() + b"\n" + canonical(said), bytes.fromhex(asked["signature"]))
    except (BadSignatureError, ValueError):
        return False
    return True
