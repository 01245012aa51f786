"""From a path to a store's connection: make, migrate, refuse what is newer, set aside what is damaged."""

import os
import sqlite3
import struct
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from kiosk import records, runlock
from kiosk.errors import StoreNewer
from kiosk.sqlite import connect, translated

SCHEMA: Final = 3  # steps in kiosk/migrations.py; a test compares
APPLICATION: Final = 0x58494E53  # "XINS" in SQLite's header
KEY_SHIFT: Final = 40  # record key = chain number << 40 | seq

Clock = Callable[[], datetime]


def open_file(path: Path, clock: Clock) -> sqlite3.Connection:
    """A connection to a store of today's shape, with a chain begun. Raises StoreNewer, StoreFull, StoreBusy."""
    refuse_newer(path)
    if path.is_file() and path.stat().st_size > 0:
        db = connect(path)
        if _version(db) == SCHEMA:
            return db
        db.close()
    with runlock.hold(path.parent, "store", wait=True):
        db = connect(path)
        with translated(path):
            prepare(db, clock, "created")
    return db


def refuse_newer(path: Path) -> None:
    """Look at the header alone, so that a newer version's file is not touched."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError:
        return
    if header[:15] == b"SQLite format 3" and len(header) == 100:
        version, application = struct.unpack(">I", header[60:64])[0], struct.unpack(">I", header[68:72])[0]
        if application == APPLICATION and version > SCHEMA:
            raise StoreNewer(f"{path}: written by a newer version (step {version}, this one knows {SCHEMA})")


def prepare(db: sqlite3.Connection, clock: Clock, reason: str) -> None:
    """Take the steps still missing and begin the first chain, all in one transaction."""
    db.execute("begin immediate")
    try:
        if _version(db) < SCHEMA:
            _migrate(db)
        if db.execute("select 1 from chains").fetchone() is None:
            db.execute("insert into meta (name, value) values ('salt', ?)", (os.urandom(16).hex(),))
            begin_chain(db, records.new_source(), reason, clock())
        db.execute("commit")
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise


def begin_chain(db: sqlite3.Connection, source: str, reason: str, now: datetime) -> str:
    """Open a new epoch inside the running transaction; its first record says why and after which link."""
    last = db.execute("select number, epoch, seq, link from chains order by number desc limit 1").fetchone()
    number = last[0] + 1 if last else 1
    after = {"epoch": last[1], "seq": last[2], "link": last[3].hex()} if last else None
    epoch = records.new_epoch()
    body = {
        "after": after,
        "id": str(records.new_id(now)),
        "reason": reason,
        "time": records.wire_time(now),
    }
    record = records.build(source=source, epoch=epoch, seq=1, type_="chain.started", body=body, day=body["time"][:10])
    link = records.next_link(records.NO_LINK, record.head)
    db.execute(
        "insert into chains (number, epoch, source, seq, link, recorded) values (?, ?, ?, 1, ?, 1)",
        (number, epoch, source, link),
    )
    db.execute(
        "insert into records (key, head, link_before, link, body, recorded_at) values (?, ?, ?, ?, ?, ?)",
        (number << KEY_SHIFT | 1, record.head, records.NO_LINK, link, record.body, int(now.timestamp())),
    )
    return epoch


def _version(db: sqlite3.Connection) -> int:
    return db.execute("pragma user_version").fetchone()[0]


def _migrate(db: sqlite3.Connection) -> None:
    from sqlite_utils import Database

    from kiosk.migrations import migrations

    migrations.apply(Database(db))
    db.execute(f"pragma application_id = {APPLICATION}")
    db.execute(f"pragma user_version = {SCHEMA}")


def inode(path: Path) -> tuple[int, int] | None:
    """Which file stands at the path now."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino
