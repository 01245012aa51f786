"""From a path to a store's connection: make, migrate, refuse what is newer, mend what is damaged."""

import os
import sqlite3
import struct
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import Final

import orjson

from kiosk import nameplate, records, runlock
from kiosk.errors import StoreBusy, StoreDamaged, StoreFull, StoreNewer
from kiosk.nameplate import Nameplate, read_plate, write_plate
from kiosk.rawfile import reading_raw
from kiosk.schema import APPLICATION, SCHEMA, SHAPE, begin_chain, migrate, new_salt, set_meta, shape, version
from kiosk.sqlite import connect, make_private, translated

SUSPECT: Final = ".suspect"  # beside the file: somebody met damage in it; look thoroughly at the next opening
QUICK_BYTES: Final = 8 * 2**20  # a file up to this size is looked through at every opening, in about 10 ms
AGAIN_S: Final = 0.5  # then look again whether somebody else was faster
WAIT_S: Final = 15.0  # for those who have the store open, when it must be made, migrated or mended
MENDING_S: Final = 600.0  # a million records are carried over in about a minute

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Opened:
    """A store's connection, and the share in store.lock that keeps the file where it is."""

    db: sqlite3.Connection
    lock: runlock.Lock

    def close(self) -> None:
        """Let go of both, the file first."""
        self.db.close()
        self.lock.release()


class State(Enum):
    """What stands at the store's path."""

    MISSING = auto()
    OLD = auto()  # of an earlier step, or just begun
    SOUND = auto()
    DAMAGED = auto()


def open_file(path: Path, clock: Clock) -> Opened:
    """A connection to a store of today's shape, with a chain begun. Raises StoreNewer, StoreFull, StoreBusy."""
    until, tries = time.monotonic() + WAIT_S, 0
    while tries < 3:
        refuse_newer(path)
        lock = runlock.take(path.parent, "store", shared=True, wait_s=MENDING_S)
        try:
            log = read_log(path)
            db = examine(path)[1]
            if db is not None:
                _adopt_lost_tail(db, path, log)
                _keep_plate(db, path)
                return Opened(db, lock)
        except BaseException:
            lock.release()
            raise
        lock.release()
        try:
            with runlock.take(path.parent, "store", wait_s=AGAIN_S):
                tries += 1
                _make_right(path, log, clock())
        except StoreBusy:  # others have it open: perhaps because one of them has made it right meanwhile
            if time.monotonic() > until:
                raise
    raise StoreDamaged(f"{path}: damaged, and could not be set aside")


def refuse_newer(path: Path) -> None:
    """Look at the header alone, so that a newer version's file is not touched. Raises StoreNewer."""
    header = _header(path)
    if len(header) == 100:
        step, application = struct.unpack(">I", header[60:64])[0], struct.unpack(">I", header[68:72])[0]
        if application == APPLICATION and SCHEMA < step < SCHEMA + 1000:  # beyond that it is a damaged number
            raise StoreNewer(f"{path}: written by a newer version (step {step}, this one knows {SCHEMA})")


def examine(path: Path) -> tuple[State, sqlite3.Connection | None]:
    """Look at what is there; the connection is open if, and only if, it is sound."""
    if not os.path.lexists(path):
        return (State.DAMAGED if read_log(path) else State.MISSING), None
    if not path.is_file() or not _header_fits(path):
        return State.DAMAGED, None
    if path.stat().st_size == 0:
        lost = read_plate(path.parent) is not None or read_log(path)
        return (State.DAMAGED if lost else State.MISSING), None
    db = None
    try:
        db = connect(path)
        with translated(path):
            state = _look(db, path)
    except (StoreDamaged, sqlite3.Error):  # a table or a column that is not there is damage too
        state = State.DAMAGED
    except BaseException:
        if db:
            db.close()
        raise
    if state is not State.SOUND and db:
        db.close()
        db = None
    return state, db


def read_log(path: Path) -> bytes:
    """The write-ahead log as it is, before SQLite throws away what it does not believe."""
    log = path.with_name(path.name + "-wal")
    try:
        return log.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StoreFull(f"{log}: cannot be read ({error.strerror})") from error


def quick_check(db: sqlite3.Connection) -> bool:
    """Whether SQLite finds every page where it belongs. Reads the whole file."""
    return db.execute("pragma quick_check(1)").fetchone() == ("ok",)


def _look(db: sqlite3.Connection, path: Path) -> State:
    step, application = version(db), db.execute("pragma application_id").fetchone()[0]
    if step == 0 and application == 0 and db.execute("select 1 from sqlite_master").fetchone() is None:
        return State.OLD  # begun, and the power went before the first step
    if application != APPLICATION or step > SCHEMA or (step == SCHEMA and shape(db) != SHAPE):
        return State.DAMAGED
    suspect = path.with_name(path.name + SUSPECT)
    if (step < SCHEMA or suspect.exists() or path.stat().st_size <= QUICK_BYTES) and not quick_check(db):
        return State.DAMAGED
    if step < SCHEMA:
        return State.OLD
    suspect.unlink(missing_ok=True)
    return State.SOUND if heads_hold(db) else State.DAMAGED


def heads_hold(db: sqlite3.Connection) -> bool:
    """Whether each chain has its newest record, and says of itself what that record says."""
    chains = db.execute(
        "select source, epoch, chains.seq, chains.link, head, link_before from chains "
        "left join records on key = (number << 40 | chains.seq)"
    ).fetchall()
    return bool(chains) and all(_chain_holds(*chain) for chain in chains)


def _chain_holds(source: str, epoch: str, seq: int, link: bytes, *newest: bytes | None) -> bool:
    head, before = newest
    if head is None or before is None or records.next_link(before, head) != link:
        return False
    said = orjson.loads(head)
    return (said["source"], said["epoch"], said["seq"]) == (source, epoch, seq)


def _make_right(path: Path, log: bytes, now: datetime) -> None:
    """Make, migrate or mend the file; store.lock is ours alone. Somebody else may have done it meanwhile."""
    from kiosk import rescue  # only on a bad day

    rescue.finish_move(path)
    state, db = examine(path)
    if db is not None:
        db.close()
    if state is State.DAMAGED:
        rescue.mend(path, read_log(path) or log, now)
        path.with_name(path.name + SUSPECT).unlink(missing_ok=True)
    elif state is not State.SOUND:
        _bring_to_today(path, now)


def _bring_to_today(path: Path, now: datetime) -> None:
    with closing(connect(path)) as db, translated(path):
        if 0 < version(db) < SCHEMA and db.execute("select 1 from records").fetchone():
            _copy_before(db, path)
        db.execute("begin immediate")
        migrate(db)
        plate = read_plate(path.parent)
        if db.execute("select 1 from chains").fetchone() is None:
            plate = plate or Nameplate(records.new_source(), new_salt().hex())
            set_meta(db, "salt", plate.salt)
            begin_chain(db, plate.source, "created", now)
        db.execute("commit")
    if plate:
        write_plate(path.parent, plate)


def _keep_plate(db: sqlite3.Connection, path: Path) -> None:
    """The name beside a store that came without it."""
    if not (path.parent / nameplate.FILE).exists():
        (source,) = db.execute("select source from chains order by number desc limit 1").fetchone()
        (salt,) = db.execute("select value from meta where name = 'salt'").fetchone()
        write_plate(path.parent, Nameplate(source, salt))


def _copy_before(db: sqlite3.Connection, path: Path) -> None:
    """A copy of the file as it was; kept for 30 days (kiosk/privacy.py)."""
    copy = path.with_name(f"{path.name}.before-step-{SCHEMA}")
    copy.unlink(missing_ok=True)
    make_private(copy)
    db.execute("vacuum into ?", (str(copy),))


def _adopt_lost_tail(db: sqlite3.Connection, path: Path, log: bytes) -> None:
    """A flipped bit in the log makes SQLite forget, silently, all that was committed after it. The records remember.

    Only those are taken that continue the chain without a gap: a power cut may leave frames that were never durable.
    """
    from kiosk.carve import carve, committed_frames
    from kiosk.rescue import adopt

    if not log or committed_frames(log) <= db.execute("pragma wal_checkpoint(passive)").fetchone()[1]:
        return
    with translated(path):
        db.execute("begin immediate")
        epoch, seq, link = db.execute("select epoch, seq, link from chains order by number desc limit 1").fetchone()
        found = {row.seq: row for row in carve(path, log) if row.epoch == epoch and row.state != "parked"}
        tail = []
        while (row := found.get(seq + 1)) is not None and row.link_before == link:
            tail.append(row)
            seq, link = row.seq, row.link
        if tail:
            adopt(db, tail)
        db.execute("commit")


def _header(path: Path) -> bytes:
    try:
        with reading_raw(path) as handle:
            return os.pread(handle, 100, 0)
    except OSError:
        return b""


def _header_fits(path: Path) -> bool:
    """SQLite opens some damaged headers as read-only, and others as empty; neither tells what it is."""
    header = _header(path)
    if not header:
        return True
    return (
        len(header) == 100
        and header[:16] == b"SQLite format 3\0"
        and header[18] in (1, 2)
        and header[19] in (1, 2)
        and header[21:24] == bytes((64, 32, 32))
    )
