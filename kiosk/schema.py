"""The shape of the store's file: which step it has reached, and how a chain begins in it."""

import hashlib
import os
import sqlite3
from datetime import datetime
from typing import Final

from kiosk import records

SCHEMA: Final = 3  # steps in kiosk/migrations.py
APPLICATION: Final = 0x58494E53  # "XINS" in SQLite's header
SHAPE: Final = "03910e26b979392f"  # of the tables, for SQLite does not notice a flipped bit in a column's name
KEY_SHIFT: Final = 40  # record key = chain number << 40 | seq


def version(db: sqlite3.Connection) -> int:
    """How many steps the file has taken."""
    return db.execute("pragma user_version").fetchone()[0]


def shape(db: sqlite3.Connection) -> str:
    """A hash of what the tables and indexes are said to be."""
    rows = db.execute(
        "select type, name, tbl_name, sql from sqlite_master where name not like '%sqlite%' order by name"
    )
    return hashlib.sha256(repr(rows.fetchall()).encode()).hexdigest()[:16]


def migrate(db: sqlite3.Connection) -> None:
    """Take the steps still missing, inside the running transaction."""
    from sqlite_utils import Database  # here, for it costs 100 to 160 ms, and only on the day of an update

    from kiosk.migrations import migrations

    migrations.apply(Database(db))
    db.execute(f"pragma application_id = {APPLICATION}")
    db.execute(f"pragma user_version = {SCHEMA}")


def begin_chain(db: sqlite3.Connection, source: str, reason: str, now: datetime) -> str:
    """Open a new epoch inside the running transaction; its first record says why and after which link. Its name."""
    newest = "select epoch, seq, link from chains where source = ? order by number desc limit 1"
    last = db.execute(newest, (source,)).fetchone()
    after = {"epoch": last[0], "seq": last[1], "link": last[2].hex()} if last else None
    time = records.wire_time(now)
    body = {"after": after, "id": str(records.new_id(now)), "reason": reason, "time": time}
    epoch = records.new_epoch()
    record = records.build(source=source, epoch=epoch, seq=1, type_="chain.started", body=body, day=time[:10])
    link = records.next_link(records.NO_LINK, record.head)
    (number,) = db.execute("select coalesce(max(number), 0) + 1 from chains").fetchone()
    db.execute(
        "insert into chains (number, epoch, source, seq, link, recorded) values (?, ?, ?, 1, ?, 1)",
        (number, epoch, source, link),
    )
    db.execute(
        "insert into records (key, head, link_before, link, body, recorded_at) values (?, ?, ?, ?, ?, ?)",
        (number << KEY_SHIFT | 1, record.head, records.NO_LINK, link, record.body, int(now.timestamp())),
    )
    return epoch


def set_meta(db: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a small value, inside the running transaction."""
    db.execute("insert or replace into meta (name, value) values (?, ?)", (name, value))


def new_salt() -> bytes:
    """What the look-up keys of a terminal without a venue are derived with, 16 bytes."""
    return os.urandom(16)
