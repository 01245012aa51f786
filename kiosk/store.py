"""The one SQLite file of a terminal, DATA/kiosk.db: what visitors said, what waits to be sent, what the centre told.

One Store per thread. A record is durable when record() returns: WAL, synchronous=FULL, one transaction.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import orjson

from kiosk import records, room
from kiosk.cache import Cache, CaseView, FormRow, kept_case
from kiosk.clock import plausible
from kiosk.entries import Entry
from kiosk.errors import RecordError, StoreDamaged, StoreFull
from kiosk.outbox import Frozen, Outbox
from kiosk.schema import KEY_SHIFT

__all__ = ["FILE", "CaseView", "FormRow", "Frozen", "Recorded", "Status", "Store"]

FILE: Final = "kiosk.db"

# when the oldest unsent record was written: the first that waits, or the first of the batches under way
_OLDEST = """select min(recorded_at) from records where key in (
    (select key from records where state = 'waiting' order by key limit 1),
    (select min(first) from batches where state = 'frozen'))"""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Where a record stands: its identity (source, epoch, seq), the link after it, and its own id."""

    source: str
    epoch: str
    seq: int
    link: bytes
    record_id: str


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of records, and where the chain stands.

    recorded: every record ever written, the openings of chains too; feedback: finished forms among them.
    unsent: what no receipt has settled and is not parked; oldest_unsent_s: seconds, 0 when nothing waits.
    parked: what staff should look at; batches: those under way; rescued: the damaged file that this one was carried
    over from, or None.
    """

    source: str
    epoch: str
    seq: int
    link: bytes
    recorded: int
    feedback: int
    unsent: int
    oldest_unsent_s: int
    parked: int
    batches: int
    rescued: str | None


class Store(Outbox, Cache):
    """The terminal's file, opened for one thread."""

    def record(self, entry: Entry) -> Recorded:
        """Write an entry down for good; durable when this returns.

        Damage that is met here is mended, and the entry written into the mended file. A full disk gives up its reserve
        (kiosk/room.py) before a visitor is turned away. Raises StoreFull, StoreBusy, StoreDamaged, or RecordError for
        an entry that no record can hold.
        """
        try:
            return self._record(entry)
        except StoreDamaged:
            return self._record(entry)
        except StoreFull:
            if not room.release(self.path.parent):
                raise
            return self._record(entry)

    def _record(self, entry: Entry) -> Recorded:
        now = self.now()
        flags = set(entry.flags) if plausible(now) else {*entry.flags, "clock"}
        with self.writing() as db:
            number, source, epoch, seq, before = db.execute(
                "select number, source, epoch, seq, link from chains order by number desc limit 1"
            ).fetchone()
            record = records.build(
                source=source,
                epoch=epoch,
                seq=seq + 1,
                type_=entry.type,
                body=entry.body,
                day=entry.body["time"][:10],
                form=entry.form,
                form_version=entry.form_version,
                grade=entry.grade,
                flags=tuple(flags),
            )
            if len(record.line) > records.LINE_MAX:
                raise RecordError("record: longer than 256 KiB")
            link = records.next_link(before, record.head)
            db.execute(
                "insert into records (key, head, link_before, link, body, recorded_at) values (?, ?, ?, ?, ?, ?)",
                (number << KEY_SHIFT | seq + 1, record.head, before, link, record.body, int(now.timestamp())),
            )
            db.execute(
                "update chains set seq = seq + 1, link = ?, recorded = recorded + 1, feedback = feedback + ? "
                "where number = ?",
                (link, entry.type == "feedback.submitted", number),
            )
            if lookup := entry.lookup:
                row = kept_case(lookup, entry.body["time"][:10], entry.body["time"])
                db.execute("insert or ignore into cases (lookup, data) values (?, ?)", row)
        return Recorded(source, epoch, seq + 1, link, entry.id)

    def status(self) -> Status:
        """How things stand. Costs the same with ten records or ten million."""
        with self.reading() as db:
            source, epoch, seq, link = db.execute(
                "select source, epoch, seq, link from chains order by number desc limit 1"
            ).fetchone()
            recorded, feedback, held = db.execute(
                "select sum(recorded), sum(feedback), sum(held) from chains"
            ).fetchone()
            noted, parked = db.execute(
                "select count(*), count(*) filter (where state = 'parked') from records where reason is not null"
            ).fetchone()
            (batches,) = db.execute("select count(*) from batches where state = 'frozen'").fetchone()
            (oldest,) = db.execute(_OLDEST).fetchone()
        rescued = self.meta("rescued")
        age = 0 if oldest is None else max(0, int(self.now().timestamp()) - oldest)
        return Status(
            source=source,
            epoch=epoch,
            seq=seq,
            link=link,
            recorded=recorded,
            feedback=feedback,
            unsent=recorded - held - parked,
            oldest_unsent_s=age,
            parked=noted,
            batches=batches,
            rescued=orjson.loads(rescued)["aside"] if rescued else None,
        )

    def entries(self) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
        """Every record in order: its head, and its body while it is here in the clear."""
        after = 0
        while True:
            with self.reading() as db:
                rows = db.execute(
                    "select key, head, body from records where key > ? order by key limit 500", (after,)
                ).fetchall()
            if not rows:
                return
            for key, head, body in rows:
                yield orjson.loads(head), orjson.loads(body) if body is not None else None
                after = key
