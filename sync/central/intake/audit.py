"""Looking whether what the centre holds is still what terminals signed.

Every chain is walked: body against its hash, columns against the head, head against the links around it. Links alone
could be computed again by whoever can write to the database; so each batch's last link is held against the trailer
that the terminal signed. What is left to an insider is to cut off a tail together with its batches: against that
stand the receipts that visitors and terminals have, and the heads that were published (heads.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import Any

import orjson

from kiosk.errors import BatchError, UntrustedError
from kiosk.records import NO_LINK, next_link
from sync import receipt
from sync.batch import Frame, verify_signature
from sync.central.intake import heads
from sync.central.intake.models import Batch, Record, Terminal
from sync.central.intake.report import Place, Report
from sync.central.keys import Keys

_COLUMNS = ("seq", "body_hash", "type", "day", "form", "grade", "head", "body", "link", "state")


@dataclass(frozen=True, slots=True)
class Row:
    """One record as the database has it."""

    seq: int
    body_hash: bytes
    type: str
    day: Any
    form: str | None
    grade: int | None
    head: bytes
    body: bytes | None
    link: bytes
    state: str


def audit(keys: Keys) -> Report:
    """Everything the centre holds, read once from end to end."""
    report = Report(terminals=Terminal.objects.count())
    signers = {terminal.source: _signers(terminal) for terminal in Terminal.objects.all()}
    seen = set()
    for source, epoch, rows in _chains():
        seen.add((source, epoch))
        Walk(report, source, epoch, signers.get(source, []), keys).run(rows)
    for source, epoch in set(Batch.objects.values_list("source", "epoch")) - seen:  # batches without any record
        Walk(report, source, epoch, signers.get(source, []), keys).run([])
    report.published = len(heads.published())
    for source, epoch, seq in heads.broken(keys):
        report.found(Place(source, epoch, seq, "published"))
    return report


class Walk:
    """One chain from its first record to its last. A branch of a fork is whole when some branch leads to it."""

    def __init__(self, report: Report, source: str, epoch: str, signers: Sequence[bytes], keys: Keys) -> None:
        self._report, self._source, self._epoch = report, source, epoch
        self._batches = list(Batch.objects.filter(source=source, epoch=epoch).order_by("first"))
        self._received = _merged((batch.first, batch.last) for batch in self._batches)
        self._before = _links_by("first", "header", self._batches)
        self._after = _links_by("last", "trailer", self._batches)
        self._signers, self._public = signers, keys.verify_keys

    def run(self, rows: Iterable[Row]) -> None:
        self._report.chains += 1
        at, links = 0, {NO_LINK}
        for seq, together in groupby(rows, key=lambda row: row.seq):
            branches = list(together)
            self._look_between(at + 1, seq - 1)
            claimed = self._before.get(seq, set())
            self._look_at(seq, branches, (links if seq == at + 1 else set()) | claimed)
            if seq == at + 1 and not claimed <= links:  # goes on from a record that never came
                self._found(seq, "fork")
            at, links = seq, {row.link for row in branches}
            if not self._after.get(seq, set()) <= links:
                self._found(seq, "link")
        self._look_between(at + 1, self._received[-1][1] if self._received else 0)
        for batch in self._batches:
            self._look_at_batch(batch)

    def _look_at(self, seq: int, branches: Sequence[Row], leading: set[bytes]) -> None:
        for row in branches:
            self._report.records += 1
            self._report.parked += row.state == Record.State.PARKED
            self._report.held += row.state == Record.State.HELD
            self._report.erased += row.body is None
            if what := altered(row, self._source, self._epoch, leading):
                self._found(seq, what)
        for _ in branches[1:]:
            self._found(seq, "fork")

    def _look_between(self, first: int, last: int) -> None:
        """What should stand from first to last and does not: received and gone, or never received."""
        for start, end in self._received:
            if end < first or start > last:
                continue
            if first < start:
                self._found(first, "gap")
            for seq in range(max(first, start), min(last, end) + 1):
                self._found(seq, "missing")
            first = end + 1
        if first <= last:
            self._found(first, "gap")

    def _look_at_batch(self, batch: Batch) -> None:
        self._report.batches += 1
        if not any(is_signed(batch, key) for key in self._signers):
            self._found(batch.first, "signature")
        if not any(is_receipt(batch, public) for public in self._public):
            self._found(batch.first, "receipt")

    def _found(self, seq: int, what: str) -> None:
        self._report.found(Place(self._source, self._epoch, seq, what))


def altered(row: Row, source: str, epoch: str, leading: set[bytes]) -> str | None:
    """Which part of a record is not what was received. leading are the links that may stand before it."""
    if row.body is not None and sha256(row.body).digest() != row.body_hash:
        return "body"
    try:
        head = orjson.loads(row.head)
    except orjson.JSONDecodeError:
        return "head"
    columns = (source, epoch, row.seq, row.body_hash.hex(), row.type, str(row.day), row.form, row.grade)
    names = ("source", "epoch", "seq", "body", "type", "day", "form", "grade")
    if tuple(head.get(name) for name in names) != columns:
        return "head"
    return None if any(next_link(link, row.head) == row.link for link in leading) else "link"


def is_signed(batch: Batch, key: bytes) -> bool:
    """Whether the terminal of this key signed the batch as it stands in the table."""
    header, trailer = orjson.loads(bytes(batch.header)), orjson.loads(bytes(batch.trailer))
    named = (header["source"], header["epoch"], header["first"], header["last"], header["count"])
    if named != (batch.source, batch.epoch, batch.first, batch.last, batch.count):
        return False
    try:
        verify_signature(Frame(header, [], [], [], [], [], [], trailer, bytes(batch.digest)), key)
    except UntrustedError:
        return False
    return True


def is_receipt(batch: Batch, public: bytes) -> bool:
    """Whether the receipt is one that this centre signed for this batch."""
    try:
        return receipt.read(bytes(batch.receipt), public)["digest"] == bytes(batch.digest).hex()
    except (UntrustedError, BatchError):
        return False


def _signers(terminal: Terminal) -> list[bytes]:
    return [bytes(terminal.signing_key), *map(bytes.fromhex, terminal.old_keys)]


def _chains() -> Iterator[tuple[str, str, Iterator[Row]]]:
    records = Record.objects.order_by("source", "epoch", "seq").values_list("source", "epoch", *_COLUMNS)
    for (source, epoch), rows in groupby(records.iterator(chunk_size=2000), key=lambda row: row[:2]):
        yield source, epoch, map(_row, rows)


def _row(values: Sequence[Any]) -> Row:
    parts: list[Any] = [bytes(value) if isinstance(value, memoryview) else value for value in values[2:]]
    return Row(*parts)


def _links_by(seq: str, line: str, batches: Iterable[Batch]) -> dict[int, set[bytes]]:
    """The links that terminals signed, by seq: before a batch's first in its header, after its last in its trailer."""
    found: dict[int, set[bytes]] = {}
    for batch in batches:
        link = bytes.fromhex(orjson.loads(bytes(getattr(batch, line)))["link"])
        found.setdefault(getattr(batch, seq), set()).add(link)
    return found


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order of their start, as few as say the same."""
    merged: list[tuple[int, int]] = []
    for first, last in ranges:
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
