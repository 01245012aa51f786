"""One connection to one SQLite file, set up so that what was committed survives the plug being pulled."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kiosk.errors import KioskError, StoreBusy, StoreDamaged, StoreFull
from kiosk.rawfile import Connection

BUSY_S: Final = 10.0  # how long a writer waits for another process
# A checkpoint every 1,024 pages: one submit in 290 pays for it, beyond its p99. No longer log than this stays.
LOG_BYTES: Final = 2**22

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_REFUSED = {
    sqlite3.SQLITE_FULL: "no room left on the disk",
    sqlite3.SQLITE_IOERR: "the disk refuses to read or write",
    sqlite3.SQLITE_READONLY: "the data folder is read-only",
    sqlite3.SQLITE_CANTOPEN: "the data folder cannot be written",
    sqlite3.SQLITE_PERM: "the data folder cannot be written",
    sqlite3.SQLITE_TOOBIG: "too large for the store",
}


def connect(path: Path, *, busy_s: float = BUSY_S) -> sqlite3.Connection:
    """Open for this thread alone, in autocommit: every transaction is begun by hand. A new file is its user's alone."""
    if not path.exists():
        make_private(path)
    with translated(path):
        db = sqlite3.connect(path, timeout=busy_s, isolation_level=None, factory=Connection)
        try:
            db.execute("pragma journal_mode = wal")
            db.execute(f"pragma wal_autocheckpoint = {LOG_BYTES // 4096}")
            db.execute("pragma synchronous = full")  # terminals are switched off at the wall
            db.execute(f"pragma journal_size_limit = {LOG_BYTES}")  # a log that grew once need not stay large
            db.execute("pragma secure_delete = on")
            db.execute("pragma temp_store = memory")  # no copy of an answer in /tmp
            db.execute("pragma foreign_keys = on")
            db.execute("pragma trusted_schema = off")
        except BaseException:
            db.close()
            raise
    return db


def make_private(path: Path) -> None:
    """An empty file that nobody else may read; SQLite alone would let others. Raises StoreFull."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise StoreFull(f"{path}: cannot be written ({error.strerror})") from error


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's errors as ours, by whose hands can mend them. A misused SQL statement stays a bug."""
    try:
        yield
    except sqlite3.Error as error:
        if (fault := fault_of(error, path)) is None:
            raise
        raise fault from error
    except UnicodeDecodeError as error:  # a text, or SQLite's own message about one, that is no text
        raise StoreDamaged(f"{path}: damaged, it does not read as a database") from error


def fault_of(error: sqlite3.Error, path: Path) -> KioskError | None:
    """What SQLite met, as one of ours; None when it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and not str(error).startswith("Could not decode to UTF-8"):
        return None
    primary = sqlite3.SQLITE_CORRUPT if code is None else code & 0xFF  # a text that is none was not written by us
    if primary in _DAMAGED:
        return StoreDamaged(f"{path}: damaged, it does not read as a database")
    if primary in _BUSY:
        return StoreBusy(f"{path}: another process held the write lock for too long")
    if primary in _REFUSED:
        return StoreFull(f"{path}: {_REFUSED[primary]}")
    return None
