"""The store as one file to keep elsewhere, and back again. No keys go with it: a new machine is enrolled anew.

Restoring never loses what is here: what the present store has and the backup lacks is carried over, the present file
is kept under a dated name, and a new epoch says "restored", so that no record's identity is ever given twice.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk import runlock
from kiosk.carve import Row, carve
from kiosk.errors import CallerError, StoreDamaged, StoreFull
from kiosk.nameplate import Nameplate, sync_folder, write_plate
from kiosk.opening import WAIT_S, quick_check, read_log, refuse_newer
from kiosk.rawfile import reading_raw
from kiosk.rescue import adopt, free_name, put_in_place
from kiosk.schema import APPLICATION, begin_chain, migrate
from kiosk.sqlite import connect, make_private, translated
from kiosk.store import Store


@dataclass(frozen=True, slots=True)
class Restored:
    """records: all of them now; carried: those the backup lacked; aside: where the file of before lies, or None."""

    records: int
    carried: int
    aside: Path | None


def backup(store: Store, target: Path) -> int:
    """Write a copy of the store while it is in use; its size in bytes. A backup that is there already is replaced.

    Raises CallerError when something else is there, StoreFull when it cannot be written.
    """
    if os.path.lexists(target) and not _is_store(target):
        raise CallerError(f"{target}: there is something else already")
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        make_private(part)
        with store.reading() as db:
            db.execute("vacuum into ?", (str(part),))
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise StoreFull(f"{target}: cannot be written ({error.strerror})") from error
    finally:
        part.unlink(missing_ok=True)
    return target.stat().st_size


def restore(source: Path, path: Path, clock: Callable[[], datetime]) -> Restored:
    """Put a backup in the store's place. Raises AlreadyRunning, CallerError for what is no backup, StoreNewer."""
    if not source.is_file() or not _is_store(source):
        raise CallerError(f"{source}: not a backup of a terminal")
    refuse_newer(source)
    with (
        runlock.take(path.parent, "run"),
        runlock.take(path.parent, "courier"),
        runlock.take(path.parent, "store", wait_s=WAIT_S),
    ):
        refuse_newer(path)
        return _restore(source, path, clock())


def _restore(source: Path, path: Path, now: datetime) -> Restored:
    fresh = path.with_name(path.name + ".making")
    aside = free_name(path, "before-restore", now) if os.path.lexists(path) else None
    try:
        fresh.unlink(missing_ok=True)
        shutil.copyfile(source, fresh)
        fresh.chmod(0o600)
    except OSError as error:
        raise StoreFull(f"{fresh}: cannot be written ({error.strerror})") from error
    with translated(source), closing(connect(fresh)) as db:
        if not quick_check(db):
            raise StoreDamaged(f"{source}: damaged, it cannot be restored")
        db.execute("begin immediate")
        migrate(db)
        plate = _plate(db)
        carried = adopt(db, _worth_carrying(path, plate.source)) if aside else 0
        db.execute("delete from meta where name = 'cursor'")  # everything of the centre's is asked for again
        begin_chain(db, plate.source, "restored", now)
        (records,) = db.execute("select sum(recorded) from chains").fetchone()
        db.execute("commit")
    write_plate(path.parent, plate)
    put_in_place(fresh, path, aside or path)
    return Restored(records, carried, aside)


def _plate(db: sqlite3.Connection) -> Nameplate:
    (name,) = db.execute("select source from chains order by number desc limit 1").fetchone()
    (salt,) = db.execute("select value from meta where name = 'salt'").fetchone()
    return Nameplate(name, salt)


def _worth_carrying(path: Path, source: str) -> Iterator[Row]:
    """The present store's records; not those of a new machine on which nobody has said anything yet."""
    log = read_log(path)
    spoken = {row.source for row in carve(path, log) if row.type != "chain.started"} | {source}
    return (row for row in carve(path, log) if row.source in spoken)


def _is_store(path: Path) -> bool:
    """Whether a file says of itself that it is a terminal's store."""
    try:
        with reading_raw(path) as handle:
            header = os.pread(handle, 100, 0)
    except OSError:
        return False
    return header[:16] == b"SQLite format 3\0" and int.from_bytes(header[68:72], "big") == APPLICATION
