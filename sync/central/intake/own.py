"""The centre's own chain: what phones, slips of paper and staff bring is a record too, under the same rules.

Its source is ``centre/<id>``. An epoch begins with the centre, and again when it was restored from a backup.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from kiosk.records import build, new_epoch, next_link
from sync.central.intake import chains
from sync.central.intake.models import Kept, Record
from sync.central.keys import Keys

EPOCH: Final = "own_epoch"


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened at the centre; the fields of a record's head and body, as kiosk/records.py has them."""

    type: str
    venue: str
    body: Mapping[str, Any]
    form: str | None = None
    form_version: str | None = None
    grade: int | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appended:
    """Where a record of the centre's own now stands; link is the link after it, for the receipt."""

    source: str
    epoch: str
    seq: int
    link: bytes


def append(entry: Entry, *, now: datetime, keys: Keys) -> Appended:
    """Appends one record; the projector makes of it what it makes of a terminal's. Joins the caller's transaction.

    Raises RecordError for what no record can hold.
    """
    with transaction.atomic():
        chains.lock(keys.source)
        chain = _chain()
        seq, link, _ = chains.tip(keys.source, chain["epoch"])
        tip = Appended(keys.source, chain["epoch"], seq, link)
        if seq == 0:
            started = Entry("chain.started", entry.venue, {"reason": chain["reason"], "after": chain["after"]})
            tip = _write(started, tip, now)
        tip = _write(entry, tip, now)
        chains.move_tip(tip.source, tip.epoch, tip.seq, tip.link)
    return tip


def start_again(keys: Keys) -> None:
    """After a restore: what the centre wrote since that backup is lost, so its next record opens a new epoch."""
    with transaction.atomic():
        chains.lock(keys.source)
        old = _chain()["epoch"]
        seq, link, _ = chains.tip(keys.source, old)
        after = {"epoch": old, "seq": seq, "link": link.hex()} if seq else None
        value = {"epoch": new_epoch(), "reason": "restored", "after": after}
        Kept.objects.update_or_create(name=EPOCH, defaults={"value": value})


def _chain() -> dict[str, Any]:
    fresh = {"epoch": new_epoch(), "reason": "created", "after": None}
    return Kept.objects.get_or_create(name=EPOCH, defaults={"value": fresh})[0].value


def _write(entry: Entry, tip: Appended, now: datetime) -> Appended:
    day = timezone.localtime(now).date().isoformat()
    record = build(
        source=tip.source,
        epoch=tip.epoch,
        seq=tip.seq + 1,
        type_=entry.type,
        body=entry.body,
        day=day,
        form=entry.form,
        form_version=entry.form_version,
        grade=entry.grade,
        flags=entry.flags,
    )
    link = next_link(tip.link, record.head)
    Record.objects.create(
        venue_id=entry.venue,
        source=tip.source,
        epoch=tip.epoch,
        seq=tip.seq + 1,
        body_hash=hashlib.sha256(record.body or b"").digest(),
        type=entry.type,
        day=day,
        form=entry.form,
        grade=entry.grade,
        head=record.head,
        body=record.body,
        link=link,
        state=Record.State.NEW,
        received_at=now,
    )
    return Appended(tip.source, tip.epoch, tip.seq + 1, link)
