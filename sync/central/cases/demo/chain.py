"""The made-up terminals: each writes its own chain, and its batches go into custody by the road of real ones."""

import base64
import hashlib
import random
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

from nacl.signing import SigningKey

from kiosk import receipts, records
from kiosk.errors import BatchError
from kiosk.privacy import seal_contact
from sync import batch
from sync.central.cases.demo.visits import Visit, identifier
from sync.central.intake import custody
from sync.central.intake.models import Terminal
from sync.central.keys import Keys

FULL: Final = 400  # records of one batch


@dataclass(slots=True)
class Chain:
    """One terminal's epoch as it grows."""

    terminal: Terminal
    key: SigningKey
    rng: random.Random
    keys: Keys
    epoch: str
    seq: int = 0
    link: bytes = records.NO_LINK
    sent_link: bytes = records.NO_LINK
    waiting: list[records.Record] = field(default_factory=list)
    since: datetime | None = None

    def write(self, type_: str, body: Mapping[str, Any], at: datetime, **head: Any) -> None:
        """Appends a record. The salt follows from the seed; everything else is format 1 to the letter."""
        salted = records.canonical({**body, "salt": self.rng.randbytes(16).hex()})
        self.seq += 1
        record = _record(self, type_, salted, at, head)
        self.link = records.next_link(self.link, record.head)
        self.waiting.append(record)
        self.since = self.since or at

    def deliver(self, now: datetime, via: str) -> int:
        """Hands what waits to custody. Returns how many records it took."""
        taken = 0
        while self.waiting:
            part, self.waiting = self.waiting[:FULL], self.waiting[FULL:]
            taken += len(part)
            verdict = custody.take(self._batch(part, now), self.terminal, via=via, now=now, keys=self.keys)
            if not verdict.is_receipt:
                raise BatchError(f"demo: {verdict.problem}")
        self.since = None
        return taken

    def _batch(self, part: list[records.Record], now: datetime) -> bytes:
        first, link = self.seq - len(self.waiting) - len(part) + 1, self.sent_link
        for record in part:
            self.sent_link = records.next_link(self.sent_link, record.head)
        wall = records.wire_time(now.astimezone(UTC))
        header = batch.make_header(
            batch=identifier(now, self.rng),
            source=self.terminal.source,
            epoch=self.epoch,
            first=first,
            last=first + len(part) - 1,
            link=link,
            clock={"boot": self.epoch, "mono_ms": self.seq * 1000, "offset_ms": 0, "wall": wall},
        )
        return batch.pack(batch.write(header, [record.line for record in part], self.sent_link, self.key))


def submitted(visit: Visit, at: datetime, lookup: bytes, keys: Keys, rng: random.Random) -> dict[str, Any]:
    """The body of a finish, as kiosk and phone write it."""
    wants_call = visit.answers.get("ask_contact") == "1"
    contact = {"phone": f"1380000{rng.randrange(10**4):04d}"}
    sealed = seal_contact(bytes(keys.sealing.public_key), visit.subject, contact) if wants_call else None
    given = {kind: "agree" for kind in records.CONSENTS if visit.answers.get(f"consent_{kind}") == "agree"}
    given |= {"contact": "agree"} if sealed else {}
    return {
        "answers": visit.answers,
        "category": visit.category,
        "channel": visit.channel,
        "consents": [{"given": True, "kind": kind, "notice": "1"} for kind in given],
        "duration_ms": rng.randrange(6_000, 150_000),
        "id": identifier(at, rng),
        "language": visit.language,
        "level": visit.level,
        "lookup": lookup.hex(),
        "sealed": base64.b64encode(sealed).decode() if sealed else None,
        "subject": visit.subject,
        "time": records.wire_time(at),
    }


def code(rng: random.Random) -> str:
    """A receipt code that follows from the seed."""
    values = [rng.randrange(32) for _ in range(receipts.LENGTH - 1)]
    return "".join(receipts.ALPHABET[value] for value in [*values, receipts.checksum(values)])


def enrolled(label: str, venue: str, now: datetime, rng: random.Random) -> tuple[Terminal, SigningKey]:
    """A terminal with keys of its own, let in as enrolment would have."""
    key = SigningKey(rng.randbytes(32))
    terminal = Terminal.objects.create(
        source=f"terminal/{rng.randbytes(8).hex()}",
        venue_id=venue,
        token_digest=uuid.UUID(int=rng.getrandbits(128)).bytes * 2,
        signing_key=bytes(key.verify_key),
        box_key=rng.randbytes(32),
        label=label,
        version="0.1.0",
        enrolled_at=now,
    )
    return terminal, key


def _record(chain: Chain, type_: str, salted: bytes, at: datetime, head: Mapping[str, Any]) -> records.Record:
    value = {
        "source": chain.terminal.source,
        "epoch": chain.epoch,
        "seq": chain.seq,
        "day": at.date().isoformat(),
        "type": type_,
        "form": head.get("form"),
        "form_version": head.get("form_version"),
        "grade": head.get("grade"),
        "flags": sorted(head.get("flags", ())),
        "body": hashlib.sha256(salted).hexdigest(),
    }
    records.read_head(value)
    return records.Record(records.canonical(value), salted)
