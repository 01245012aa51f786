"""Bodies of records that the centre holds become boxes that only the centre opens.

A box costs fifty microseconds, and one cannot do for a batch: on the wire each record has its own. So whoever has a
thousand records to send settles them first, and seals while the next answer is on its way. Which keys may still have a
body in the clear stands in the store, written in the transaction that settled them: a power cut forgets none.
"""

import sqlite3
from collections.abc import Iterable
from typing import Final

from kiosk.privacy import seal_body
from kiosk.storefile import StoreFile

_META: Final = "unsealed"

Span = tuple[int, int]


class Sealing(StoreFile):
    """The part of a Store that seals what was settled."""

    def seal(self, sealing_key: bytes, most: int = 500) -> int:
        """Put boxes in place of bodies that the centre holds, the oldest first; how many.

        Once none is left in the clear, what was erased goes from the log too. Safe to repeat and to cut off.
        """
        with self.reading() as db:
            if (span := unsealed(db)) is None:
                return 0
            rows = db.execute(
                "select key, body from records where key between ? and ? and state = 'held' and body is not null "
                "order by key limit ?",
                (*span, most),
            )
            boxes = seal_body(sealing_key, dict(rows.fetchall()))
        with self.writing() as db:
            put_boxes(db, boxes)
            done = len(boxes) < most and unsealed(db) == span  # nobody settled more meanwhile
            _remember(db, None if done else _after(db, span, max(boxes, default=span[0])))
        if done:
            self.wipe()
        return len(boxes)


def put_boxes(db: sqlite3.Connection, boxes: dict[int, bytes]) -> None:
    """Each box in place of its body, if the centre holds that record; inside the running transaction."""
    sql = "update records set box = ?, body = null where key = ? and state = 'held' and body is not null"
    db.executemany(sql, [(box, key) for key, box in boxes.items()])


def unsealed(db: sqlite3.Connection) -> Span | None:
    """The first and last key between which bodies of settled records may still be in the clear."""
    row = db.execute("select value from meta where name = ?", (_META,)).fetchone()
    if row is None:
        return None
    first, _, last = row[0].partition(" ")
    return int(first), int(last)


def note_unsealed(db: sqlite3.Connection, spans: Iterable[Span]) -> None:
    """These keys too; inside the transaction that settles them."""
    known = unsealed(db)
    if together := [*spans, *([known] if known else [])]:
        _remember(db, (min(first for first, _ in together), max(last for _, last in together)))


def find_unsealed(db: sqlite3.Connection) -> None:
    """Look at every record for bodies in the clear: after rows were carried over under other keys."""
    sql = "select min(key), max(key) from records where state = 'held' and body is not null"
    first, last = db.execute(sql).fetchone()
    if first is not None:
        note_unsealed(db, [(first, last)])


def drop_covered(db: sqlite3.Connection, first: int, last: int) -> int:
    """Erase bodies between two keys that nobody needs any more, before they were sealed; how many."""
    if (span := unsealed(db)) is None:
        return 0
    return db.execute(
        "update records set body = null where key between ? and ? and state = 'held' and body is not null",
        (max(first, span[0]), min(last, span[1])),
    ).rowcount


def _after(db: sqlite3.Connection, seen: Span, sealed: int) -> Span | None:
    """What is left of the span that was seen; what came in below it meanwhile stays."""
    now = unsealed(db)
    return (sealed + 1, max(sealed + 1, now[1])) if now is not None and now[0] == seen[0] else now


def _remember(db: sqlite3.Connection, span: Span | None) -> None:
    if span is None:
        db.execute("delete from meta where name = ?", (_META,))
    else:
        db.execute("insert or replace into meta (name, value) values (?, ?)", (_META, f"{span[0]} {span[1]}"))
