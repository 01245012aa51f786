"""Taking custody of a batch: append-only, idempotent, by network and by file alike.

The digest is looked up before anything is parsed; only frame, heads, hashes and links are read. What a record means
is the projector's business. Safe to repeat, and safe to do twice at once.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from django.db import connection, transaction

from kiosk.errors import BatchError, UntrustedError
from kiosk.records import TYPES, next_link
from sync import batch
from sync.batch import Frame
from sync.central.intake import chains, problems
from sync.central.intake.models import Record, Terminal
from sync.central.intake.naming import Named, name
from sync.central.intake.problems import ProblemError
from sync.central.intake.verdicts import Held, Refused, Verdict, refuse, sign_receipt
from sync.central.keys import Keys

UNKNOWN_TYPE: Final = "type"

Known = dict[int, list[tuple[bytes, bytes, bytes]]]


def take(packed: bytes, sender: Terminal | None, *, via: str, now: datetime, keys: Keys) -> Verdict:
    """The centre's answer to a packed batch. sender is whose token came with it, or None for a file.

    Raises ProblemError when a file is of a terminal that was never enrolled here: that may still change.
    """
    digest = None
    try:
        unpacked = _unpack(packed)
        digest = unpacked.digest
        if receipt := chains.stored_receipt(digest):
            return Verdict(200, receipt, name(packed, digest), again=True)
        return _keep(_read(unpacked), sender, via, now, keys)
    except Refused as refused:
        named = name(packed, digest)
        facing = keys.facing(sender.pinned) if sender else keys
        return refuse(replace(named, source=sender.source) if sender else named, refused, now, facing)


def _keep(frame: Frame, sender: Terminal | None, via: str, now: datetime, keys: Keys) -> Verdict:
    terminal = _whose(frame, sender)
    keys = keys.facing(terminal.pinned)
    bodies = _open(frame, keys)
    head = frame.header
    named = Named(head["batch"], head["source"], head["epoch"], frame.digest.hex())
    with transaction.atomic():
        chains.lock(head["source"])
        if receipt := chains.stored_receipt(frame.digest):  # somebody was faster with the same batch
            return Verdict(200, receipt, named, again=True)
        known = chains.held(head["source"], head["epoch"], head["first"] - 1, head["last"] + 1)
        rows = list(_rows(frame, bodies, known, terminal, now))
        chains.insert_records(rows)
        holding = _holding(frame, known)
        receipt = sign_receipt(named, holding, now, keys)
        chains.insert_batch(_batch_row(frame, receipt, holding.fork, via, now))
    return Verdict(201, receipt, named, new=len(rows))


def _unpack(packed: bytes) -> batch.Unpacked:
    try:
        return batch.unpack(packed)
    except BatchError as error:
        raise _unreadable(error) from error


def _read(unpacked: batch.Unpacked) -> Frame:
    """The frame, with what a database could not keep refused beside what the format forbids."""
    try:
        frame = batch.read(unpacked)
        for day in {head["day"] for head in frame.heads}:
            _check_day(day)
        if any("\0" in (form or "") for form in {head["form"] for head in frame.heads}):
            raise BatchError("record.head.form: not a text that can be kept")
    except BatchError as error:
        raise _unreadable(error) from error
    return frame


def _check_day(day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise BatchError("record.head.day: no such day") from error


def _unreadable(error: BatchError) -> Refused:
    place, _, why = str(error).rpartition(": ")
    return Refused(problems.UNREADABLE_BATCH, place, why)


def _whose(frame: Frame, sender: Terminal | None) -> Terminal:
    """The terminal that signed the batch. A key from before it was enrolled again is as good: files may be old."""
    source = frame.header["source"]
    if sender is not None and sender.source != source:
        raise Refused(problems.OTHER_SOURCE, "header.source")
    terminal = sender or Terminal.objects.filter(source=source).first()
    if terminal is None:
        raise ProblemError(problems.NOT_ENROLLED, "header.source")
    for key in [bytes(terminal.signing_key), *map(bytes.fromhex, terminal.old_keys)]:
        try:
            batch.verify_signature(frame, key)
        except UntrustedError:
            continue
        return terminal
    raise Refused(problems.WRONG_SIGNATURE, "trailer.signature")


def _open(frame: Frame, keys: Keys) -> list[bytes | None]:
    """The bodies, those in boxes unsealed: they come back from terminals after the centre was restored."""
    if not any(frame.boxes):
        return frame.bodies
    try:
        return [
            batch.open_box(box, head, *keys.sealings) if box is not None else body
            for body, box, head in zip(frame.bodies, frame.boxes, frame.heads, strict=True)
        ]
    except BatchError as error:
        raise _unreadable(error) from error


def _rows(
    frame: Frame, bodies: list[bytes | None], known: Known, terminal: Terminal, now: datetime
) -> Iterable[tuple[Any, ...]]:
    """The rows of the records that are not held yet, in the order of chains.RECORD."""
    source, epoch, digest = frame.header["source"], frame.header["epoch"], frame.digest
    venue, state = terminal.venue_id, Record.State.NEW if terminal.revoked_at is None else Record.State.HELD
    received = connection.ops.adapt_datetimefield_value(now)
    days = {day: _day(day) for day in {head["day"] for head in frame.heads}}
    for head, head_bytes, body, link in zip(frame.heads, frame.head_bytes, bodies, frame.links, strict=True):
        seq, body_hash, type_ = head["seq"], bytes.fromhex(head["body"]), head["type"]
        if seq in known and _is_held(seq, body_hash, head_bytes, known[seq]):
            continue
        parked = type_ not in TYPES and state == Record.State.NEW
        yield (
            *(venue, source, epoch, seq, body_hash, type_, days[head["day"]], head["form"], head["grade"]),
            *(head_bytes, body, link, digest),
            *((Record.State.PARKED, UNKNOWN_TYPE) if parked else (state, "")),
            received,
        )


def _day(day: str) -> Any:
    return date.fromisoformat(day) if connection.vendor == "postgresql" else day


def _is_held(seq: int, body_hash: bytes, head: bytes, known: list[tuple[bytes, bytes, bytes]]) -> bool:
    for known_hash, known_head, _ in known:
        if known_hash == body_hash:
            if known_head != head:
                raise Refused(problems.OTHER_HEAD, f"record {seq}.head")
            return True
    return False


def _is_fork(frame: Frame, known: Known) -> bool:
    """Whether an identity in this batch, or next to it, is known with other content: a cloned disk goes on twice."""
    if not known:
        return False
    header, links = frame.header, frame.links
    before, after = known.get(header["first"] - 1, []), known.get(header["last"] + 1, [])
    if before and bytes.fromhex(header["link"]) not in {link for _, _, link in before}:
        return True
    if after and not any(next_link(links[-1], head) == link for _, head, link in after):
        return True
    return any(
        body_hash.hex() != head["body"] for head in frame.heads for body_hash, _, _ in known.get(head["seq"], [])
    )


def _holding(frame: Frame, known: Known) -> Held:
    """What is held once the batch is in. Moves the chain's tip: everything up to it is held without a gap."""
    header = frame.header
    source, epoch, last, link = header["source"], header["epoch"], header["last"], frame.links[-1]
    tip, _, covered = chains.tip(source, epoch)
    if header["first"] <= tip + 1 and last > tip:
        chains.move_tip(
            source, epoch, *(chains.run_after(source, epoch, last, link) if last + 1 in known else (last, link))
        )
    parked = tuple((head["seq"], UNKNOWN_TYPE) for head in frame.heads if head["type"] not in TYPES)
    return Held(header["first"], last, parked, _is_fork(frame, known), *_head(frame, known), covered)


def _head(frame: Frame, known: Known) -> tuple[int, bytes]:
    """The newest that is held; after a gap right before the batch, the newest before it: the terminal fills it."""
    header, last = frame.header, frame.header["last"]
    if header["first"] > 1 and header["first"] - 1 not in known:
        return chains.newest(header["source"], header["epoch"], below=header["first"])
    seq, link = chains.newest(header["source"], header["epoch"])
    return (seq, link) if seq > last else (last, frame.links[-1])


def _batch_row(frame: Frame, receipt: bytes, fork: bool, via: str, now: datetime) -> tuple[Any, ...]:
    head = frame.header
    names = (frame.digest, head["batch"], head["source"], head["epoch"], head["first"], head["last"], head["count"])
    lines = (batch.canonical(head), batch.canonical(frame.trailer), receipt)
    return (*names, *lines, fork, connection.ops.adapt_datetimefield_value(now), via)
