"""What waits to be sent: frozen batches, and what becomes of a record once the centre holds it.

A record is waiting → frozen (member of a batch) → held (the centre has it; the body has become a box) or parked.
A batch is frozen → settled (by a receipt) or retired (refused for good, or overtaken).
"""

import base64
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import orjson

from kiosk import aside, records, room
from kiosk.clock import plausible
from kiosk.privacy import BOX_DAYS, seal_body
from kiosk.schema import KEY_SHIFT, begin_chain
from kiosk.sealing import Sealing, drop_covered, note_unsealed, put_boxes

FORMAT: Final = "xinsheng-batch/1"
_ROOM = 2048  # bytes of a batch that its header and trailer may take
_AROUND = 20  # bytes of a line beside head and body
_SEQ = (1 << KEY_SHIFT) - 1
BATCHES_KEPT: Final = timedelta(days=400)  # a receipt on a stick may take its time
CASES_KEPT: Final = timedelta(days=400)  # a receipt is good for a year and a little


@dataclass(frozen=True, slots=True)
class Frozen:
    """A batch in the making: the same bytes at every retry. header is its first line, canonical."""

    batch_id: str
    source: str
    epoch: str
    first: int
    last: int
    link_before: bytes
    header: bytes

    @property
    def count(self) -> int:
        """Its records."""
        return self.last - self.first + 1


class Outbox(Sealing):
    """The sending half of a Store."""

    def freeze(self, max_records: int = 500, max_bytes: int = 2**20, *, offset_ms: int | None = None) -> Frozen | None:
        """Freeze the oldest waiting records, in one chain without a gap; None when nothing waits.

        max_bytes counts the unpacked batch. offset_ms is the clock's error last seen, for the header.
        """
        clock = self._clock_reading(offset_ms)
        with self.writing() as db:
            run = _waiting_run(db, max_records, max_bytes - _ROOM)
            return _freeze(db, str(records.new_id(self.now())), run[0], run[-1], clock) if run else None

    def frozen(self) -> list[Frozen]:
        """Batches that no receipt has settled yet, oldest first."""
        with self.reading() as db:
            rows = db.execute("select header from batches where state = 'frozen' order by first").fetchall()
        return [_frozen(header) for (header,) in rows]

    def batch(self, batch_id: str) -> tuple[Frozen, str] | None:
        """A batch of ours and its state: frozen, settled or retired."""
        with self.reading() as db:
            row = db.execute("select header, state from batches where id = ?", (batch_id,)).fetchone()
        return (_frozen(row[0]), row[1]) if row else None

    def lines(self, batch: Frozen) -> Iterator[bytes]:
        """The record lines of a frozen batch, without line feeds: {"body","head"}, or {"box","head"}.

        A box is a body that this terminal can no longer open: sealed to the centre when the centre said that it
        held the record, sent again because the centre has lost it since (it was restored from a backup).
        """
        return iter(self.contents(batch)[0])

    def contents(self, batch: Frozen) -> tuple[list[bytes], bytes]:
        """The record lines of a frozen batch as lines() gives them, and the link after the last, from their heads."""
        with self.reading() as db:
            rows = db.execute(
                "select head, body, box from records where key between ? and ? order by key", _span(db, batch)
            ).fetchall()
        link = batch.link_before
        for head, _, _ in rows:
            link = records.next_link(link, head)
        return [_line(head, body, box) for head, body, box in rows], link

    def heads(self, batch: Frozen) -> list[bytes]:
        """The heads of a batch in order, for its links."""
        with self.reading() as db:
            rows = db.execute("select head from records where key between ? and ? order by key", _span(db, batch))
            return [head for (head,) in rows.fetchall()]

    def settle(
        self, batch_id: str, held: Iterable[tuple[int, int]], parked: Mapping[int, str], sealing_key: bytes | None
    ) -> int:
        """Believe a receipt whose signature was verified: the centre holds these records; how many newly.

        held are ranges of seq, parked seq → reason. What is both is at the centre, and staff see the reason. What is
        parked alone stays here with its body, and is not sent again. What is neither waits again.
        With a sealing_key bodies become boxes in the same transaction; with None they wait for seal().
        """
        if (known := self.batch(batch_id)) is None:
            return 0
        batch = known[0]
        with self.reading() as db:
            base = _number(db, batch.epoch) << KEY_SHIFT
            spans = [(base | max(first, batch.first), base | min(last, batch.last)) for first, last in held]
            boxes = seal_body(sealing_key, dict(_bodies(db, spans))) if sealing_key else {}
        now = int(self.now().timestamp())
        with self.writing() as db:
            settled = sum(_hold(db, first, last, now) for first, last in spans)
            put_boxes(db, boxes)
            if settled > len(boxes):
                note_unsealed(db, spans)
            db.execute("update chains set held = held + ? where epoch = ?", (settled, batch.epoch))
            for seq, reason in parked.items():
                if batch.first <= seq <= batch.last:
                    _note(db, base | seq, reason)
            _finish(db, batch_id, "settled", base | batch.first, base | batch.last)
        if sealing_key is not None:
            self.wipe()
        return settled

    def retire(self, batch_id: str, reason: str) -> list[Frozen]:
        """Give up a batch that was refused for good, and freeze its halves; a batch of one is parked instead."""
        if (known := self.batch(batch_id)) is None or known[1] != "frozen":
            return []
        batch = known[0]
        clock = orjson.loads(batch.header)["clock"]
        with self.writing() as db:
            base = _number(db, batch.epoch) << KEY_SHIFT
            first, last = base | batch.first, base | batch.last
            db.execute("update batches set state = 'retired' where id = ?", (batch_id,))
            if first == last:
                _note(db, first, reason)
                return []
            middle = (first + last) // 2
            halves = ((first, middle), (middle + 1, last))
            return [_freeze(db, str(records.new_id(self.now())), low, high, clock) for low, high in halves]

    def park(self, epoch: str, seq: int, reason: str) -> None:
        """Take one record out of sending; staff see it."""
        with self.writing() as db:
            _note(db, _number(db, epoch) << KEY_SHIFT | seq, reason)

    def parked(self) -> list[tuple[str, int, str]]:
        """Records that staff should look at: epoch, seq, reason."""
        with self.reading() as db:
            return [
                (epoch, key & _SEQ, reason)
                for epoch, key, reason in db.execute(
                    "select epoch, key, reason from records join chains on number = key >> ? "
                    "where reason is not null order by key",
                    (KEY_SHIFT,),
                )
            ]

    def unpark(self) -> int:
        """Let every record that was parked here and still has its words wait again; how many."""
        with self.writing() as db:
            return db.execute(
                "update records set state = 'waiting', reason = null "
                "where reason is not null and state = 'parked' and (body is not null or box is not null)"
            ).rowcount

    def reopen(self, epoch: str, after_seq: int) -> int:
        """The centre's head is behind ours, it was restored: what it held after that waits again; how many.

        A record whose box was erased already cannot travel again: it is parked, so that staff know.
        """
        with self.writing() as db:
            if (number := _number_or_none(db, epoch)) is None:
                return 0
            span = (number << KEY_SHIFT | after_seq + 1, number << KEY_SHIFT | _SEQ)
            again = db.execute(
                "update records set state = 'waiting', reason = null "
                "where key between ? and ? and state = 'held' and (box is not null or body is not null)",
                span,
            ).rowcount
            gone = db.execute(
                "update records set state = 'parked', reason = 'erased here and lost by the centre' "
                "where key between ? and ? and state = 'held'",
                span,
            ).rowcount
            db.execute("update chains set held = held - ? where number = ?", (again + gone, number))
        return again

    def state_of(self, epoch: str, seq: int) -> str | None:
        """Of one record: waiting, frozen, held or parked; None when it is not here."""
        with self.reading() as db:
            if (number := _number_or_none(db, epoch)) is None:
                return None
            row = db.execute("select state from records where key = ?", (number << KEY_SHIFT | seq,)).fetchone()
        return row[0] if row else None

    def held_epochs(self) -> list[tuple[str, int]]:
        """Chains of which the centre holds something that could travel again: epoch, and the highest such seq."""
        with self.reading() as db:
            rows = db.execute(
                "select epoch, (select max(key) from records where box is not null and state = 'held' "
                "and key between number << ?1 and (number + 1) << ?1) from chains order by number",
                (KEY_SHIFT,),
            ).fetchall()
        return [(epoch, key & _SEQ) for epoch, key in rows if key is not None]

    def put_backup_covered(self, epoch: str, seq: int) -> int:
        """The centre's backup covers this epoch up to seq: erase those boxes; how many."""
        with self.writing() as db:
            number = _number_or_none(db, epoch)
            if number is None:
                return 0
            erased = db.execute(
                "update records set box = null where box is not null and state = 'held' and key between ? and ?",
                (number << KEY_SHIFT, number << KEY_SHIFT | seq),
            ).rowcount
            erased += drop_covered(db, number << KEY_SHIFT, number << KEY_SHIFT | seq)
        if erased:
            self.wipe()
        return erased

    def purge(self, sealing_key: bytes | None = None) -> int:
        """What has stayed long enough goes, by this terminal's clock. How many boxes went.

        Boxes of 30 days; batches that are done with; cases nobody has moved for more than a year; copies from before
        an update or a restore. sealing_key: the centre's: once everything was sent, files set aside are sealed to it.
        """
        now = self.now()
        if not plausible(now):
            return 0  # a clock that says 2070 must not erase what nobody has
        before = int(now.timestamp()) - BOX_DAYS * 86400
        with self.writing() as db:
            erased = db.execute(
                "update records set box = null where box is not null and state = 'held' and settled_at < ?", (before,)
            ).rowcount
            db.execute("delete from batches where state <> 'frozen' and id < ?", (_oldest_id(now - BATCHES_KEPT),))
            forgotten = records.wire_time(now - CASES_KEPT)
            db.execute("delete from cases where data ->> '$.updated' < ?", (forgotten,))
            waiting = db.execute("select 1 from records where state in ('waiting', 'frozen') limit 1").fetchone()
        aside.purge(self.path.parent, now)
        if sealing_key is not None and waiting is None:
            aside.seal_all(self.path.parent, sealing_key)
        room.hold(self.path.parent)
        self.wipe()  # also what an earlier wipe had to leave because somebody was reading
        return erased

    def start_epoch(self, reason: str) -> str:
        """Open a new epoch: "restored", "rescued", or "fork" when a receipt says so. Its name."""
        with self.writing() as db:
            source = db.execute("select source from chains order by number desc limit 1").fetchone()[0]
            return begin_chain(db, source, reason, self.now())

    def _clock_reading(self, offset_ms: int | None) -> dict[str, Any]:
        return {
            "boot": _boot_id(),
            "mono_ms": records.monotonic_ms(),
            "offset_ms": offset_ms,
            "wall": records.wire_time(self.now().astimezone(UTC)),
        }


def _oldest_id(moment: datetime) -> str:
    """Below every UUIDv7 of a batch made since."""
    digits = f"{int(moment.timestamp() * 1000):012x}"
    return f"{digits[:8]}-{digits[8:]}"


def _waiting_run(db: sqlite3.Connection, most: int, room: int) -> list[int]:
    """Keys of the oldest waiting records that follow each other without a gap and fit.

    A record whose bytes changed on the disk is parked here and now: the centre would refuse the whole batch for it.
    """
    rows = db.execute(
        "select key, head, link_before, link, body, box from records where state = 'waiting' order by key limit ?",
        (most,),
    )
    run: list[int] = []
    for key, head, before, link, body, box in rows.fetchall():
        if not _proven(head, before, link, body, box):
            _note(db, key, "damaged on this terminal's disk")
            continue
        room -= len(head) + (len(body) if body is not None else len(box) * 4 // 3 + 4) + _AROUND
        if run and (key != run[-1] + 1 or room < 0):
            break
        run.append(key)
    return run


def _proven(head: bytes, before: bytes, link: bytes, body: bytes | None, box: bytes | None) -> bool:
    hashed = box is not None if body is None else records.hashes_to(body, head)
    return hashed and records.next_link(before, head) == link


def _freeze(db: sqlite3.Connection, batch_id: str, first: int, last: int, clock: Mapping[str, Any]) -> Frozen:
    epoch, source = db.execute("select epoch, source from chains where number = ?", (first >> KEY_SHIFT,)).fetchone()
    (link,) = db.execute("select link_before from records where key = ?", (first,)).fetchone()
    header = records.canonical(
        {
            "batch": batch_id,
            "clock": clock,
            "count": last - first + 1,
            "epoch": epoch,
            "first": first & _SEQ,
            "format": FORMAT,
            "last": last & _SEQ,
            "link": link.hex(),
            "source": source,
        }
    )
    db.execute("insert into batches (id, first, last, header) values (?, ?, ?, ?)", (batch_id, first, last, header))
    db.execute("update records set state = 'frozen' where key between ? and ?", (first, last))
    return _frozen(header)


def _frozen(header: bytes) -> Frozen:
    value = orjson.loads(header)
    return Frozen(
        value["batch"],
        value["source"],
        value["epoch"],
        value["first"],
        value["last"],
        bytes.fromhex(value["link"]),
        header,
    )


def _span(db: sqlite3.Connection, batch: Frozen) -> tuple[int, int]:
    base = _number(db, batch.epoch) << KEY_SHIFT
    return base | batch.first, base | batch.last


def _line(head: bytes, body: bytes | None, box: bytes) -> bytes:
    if body is not None:
        return b'{"body":%b,"head":%b}' % (body, head)
    return b'{"box":"%b","head":%b}' % (base64.b64encode(box), head)


def _bodies(db: sqlite3.Connection, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, bytes]]:
    """What a receipt is about to settle and is still in the clear; a record that travels again as a box is not."""
    sql = "select key, body from records where key between ? and ? and state <> 'held' and body is not null"
    for span in spans:
        yield from db.execute(sql, span).fetchall()


def _hold(db: sqlite3.Connection, first: int, last: int, now: int) -> int:
    return db.execute(
        "update records set state = 'held', recorded_at = null, settled_at = ?, reason = null "
        "where key between ? and ? and state <> 'held'",
        (now, first, last),
    ).rowcount


def _note(db: sqlite3.Connection, key: int, reason: str) -> None:
    db.execute(
        "update records set reason = ?, state = iif(state = 'held', 'held', 'parked') where key = ?", (reason, key)
    )


def _finish(db: sqlite3.Connection, batch_id: str, state: str, first: int, last: int) -> None:
    """End this batch and every live one that shares records with it; what they leave unheld waits again."""
    db.execute("update batches set state = ? where id = ?", (state, batch_id))
    overlapping = db.execute(
        "select id, first, last from batches where state = 'frozen' and first <= ? and last >= ?", (last, first)
    ).fetchall()
    for other, low, high in overlapping:
        db.execute("update batches set state = 'retired' where id = ?", (other,))
        first, last = min(first, low), max(last, high)
    db.execute("update records set state = 'waiting' where key between ? and ? and state = 'frozen'", (first, last))


def _number(db: sqlite3.Connection, epoch: str) -> int:
    if (number := _number_or_none(db, epoch)) is None:
        raise LookupError(f"no chain {epoch} here")
    return number


def _number_or_none(db: sqlite3.Connection, epoch: str) -> int | None:
    row = db.execute("select number from chains where epoch = ?", (epoch,)).fetchone()
    return row[0] if row else None


def _boot_id() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return "unknown"
