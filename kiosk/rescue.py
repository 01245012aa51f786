"""What becomes of a store's file that is damaged: it is kept whole under a dated name, its records are carried over.

Nothing is ever deleted here. The order makes a power cut at any moment harmless: the new file is complete before the
damaged one moves, and whoever opens next finishes the move. Whoever calls holds store.lock alone.
"""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import orjson

from kiosk import records
from kiosk.carve import Row, carve
from kiosk.nameplate import Nameplate, read_plate, sync_folder, write_plate
from kiosk.schema import KEY_SHIFT, begin_chain, migrate, new_salt, set_meta
from kiosk.sealing import find_unsealed
from kiosk.sqlite import connect, translated

_MENDED: Final = ".mended"  # complete, and about to take the damaged one's place
_LOGS: Final = ("-wal", "-shm")
_TOLD: Final = ("forms", "cards", "lists", "cases")  # by the centre, which can tell it all again


def mend(path: Path, log: bytes, now: datetime) -> Path:
    """Put a fresh store with every record that proves itself in place of a damaged one. Where that one lies now.

    log: the write-ahead log as it was before SQLite looked at the file.
    """
    aside = free_name(path, "damaged", now)
    if log and path.is_file():
        _beside(path, "-wal").write_bytes(log)  # SQLite may have thrown it away as unreadable
    fresh = _beside(path, ".making")
    _forget(fresh)
    with translated(fresh), closing(connect(fresh)) as db:
        db.execute("begin immediate")
        migrate(db)
        kept = adopt(db, carve(path, log))
        _take_over_what_was_told(db, path)
        plate = _plate(db, path.parent)
        begin_chain(db, plate.source, "rescued", now)
        note = {"aside": aside.name, "at": records.wire_time(now), "kept": kept}
        set_meta(db, "rescued", orjson.dumps(note).decode())
        db.execute("commit")
    write_plate(path.parent, plate)
    put_in_place(fresh, path, aside)
    return aside


def put_in_place(fresh: Path, path: Path, aside: Path) -> None:
    """Move a complete file to the store's place, and what is there aside."""
    mended = _beside(path, _MENDED)
    fresh.replace(mended)
    sync_folder(path.parent)
    _beside(path, "-shm").unlink(missing_ok=True)  # an index of the log, made anew whenever it is missing
    log = _beside(path, "-wal")
    if log.exists() and log.stat().st_size == 0:
        log.unlink()
    for suffix in ("-wal", ""):  # the log first: a file without its log is older, never wrong
        with suppress(FileNotFoundError):
            _beside(path, suffix).rename(_beside(aside, suffix))
    mended.replace(path)
    sync_folder(path.parent)


def finish_move(path: Path) -> None:
    """Finish, or forget, what a power cut interrupted."""
    mended = _beside(path, _MENDED)
    if mended.exists() and not os.path.lexists(path):
        mended.replace(path)
    _forget(mended)
    _forget(_beside(path, ".making"))


def adopt(db: sqlite3.Connection, rows: Iterable[Row]) -> int:
    """Put rows into a store that lacks them, inside the running transaction; how many. Then count everything anew."""
    chains: dict[str, tuple[int, str]] = {
        epoch: (number, source) for epoch, number, source in db.execute("select epoch, number, source from chains")
    }
    base = max((number for number, _ in chains.values()), default=0)
    unsure: list[Row] = []
    kept = 0
    for row in rows:
        if not row.linked:
            unsure.append(row)
            continue
        if row.epoch not in chains:
            chains[row.epoch] = _new_chain(db, row, base + row.chain), row.source
        kept += _insert(db, chains[row.epoch][0], row)
    for row in unsure:  # of a chain that sound records name, or not at all
        number, source = chains.get(row.epoch, (0, ""))
        kept += _insert(db, number, row) if source == row.source else 0
    for number, _ in chains.values():
        _recount(db, number)
    find_unsealed(db)
    return kept


def free_name(path: Path, why: str, now: datetime) -> Path:
    """A dated name beside the store that nothing has yet."""
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    names = (_beside(path, f".{why}-{stamp}{more}") for more in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(name for name in names if not os.path.lexists(name))


def _insert(db: sqlite3.Connection, number: int, row: Row) -> int:
    known = {"frozen": "waiting"}  # its batch is not known any more
    state = known.get(row.state, row.state)
    reason = row.reason
    if state == "waiting" and row.body is None and row.box is None:
        state, reason = "parked", "its words were lost on this terminal's disk"
    return db.execute(
        "insert or ignore into records "
        "(key, head, link_before, link, state, body, box, recorded_at, settled_at, reason) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number << KEY_SHIFT | row.seq,
            row.head,
            row.link_before,
            row.link,
            state,
            row.body,
            row.box,
            row.recorded_at,
            row.settled_at,
            reason,
        ),
    ).rowcount


def _recount(db: sqlite3.Connection, number: int) -> None:
    first, last = number << KEY_SHIFT, (number + 1) << KEY_SHIFT
    db.execute(
        """update chains set
            seq = (select max(key) - ?1 from records where key > ?1 and key < ?2),
            link = (select link from records where key > ?1 and key < ?2 order by key desc limit 1),
            recorded = (select count(*) from records where key > ?1 and key < ?2),
            feedback = (select count(*) from records where key > ?1 and key < ?2
                        and instr(head, cast('"type":"feedback.submitted"' as blob)) > 0),
            held = (select count(*) from records where key > ?1 and key < ?2 and state = 'held')
        where number = ?3""",
        (first, last, number),
    )


def _take_over_what_was_told(db: sqlite3.Connection, path: Path) -> None:
    """Copy what SQLite can still read of the rest; if that is not all of it, ask the centre for everything again."""
    whole = True
    for table in ("meta", *_TOLD):
        try:
            with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as old:
                columns = [name for (name,) in old.execute("select name from pragma_table_info(?)", (table,))]
                rows = old.execute(f"select * from {table}").fetchall()  # noqa: S608  (one of five names)
            holes = ", ".join("?" * len(columns))
            db.executemany(f"insert or ignore into {table} ({', '.join(columns)}) values ({holes})", rows)  # noqa: S608
            whole = whole and bool(columns)
        except (sqlite3.Error, UnicodeDecodeError):
            whole = False
    if not whole:
        db.execute("delete from meta where name = 'cursor'")


def _plate(db: sqlite3.Connection, data: Path) -> Nameplate:
    """The terminal's name: from its newest chain, its plate, or else a new one."""
    plate = read_plate(data)
    chain = db.execute("select source from chains order by number desc limit 1").fetchone()
    salt = db.execute("select value from meta where name = 'salt'").fetchone()
    source = chain[0] if chain else plate.source if plate else records.new_source()
    found = Nameplate(source, salt[0] if salt else plate.salt if plate else new_salt().hex())
    set_meta(db, "salt", found.salt)
    return found


def _new_chain(db: sqlite3.Connection, row: Row, wish: int) -> int:
    """Begin a chain under the number it had, or the next free one."""
    taken = {number for (number,) in db.execute("select number from chains")}
    while wish in taken or wish < 1:
        wish += 1
    db.execute(
        "insert into chains (number, epoch, source, seq, link) values (?, ?, ?, 0, ?)",
        (wish, row.epoch, row.source, records.NO_LINK),
    )
    return wish


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _forget(path: Path) -> None:
    for suffix in (*_LOGS, ""):
        _beside(path, suffix).unlink(missing_ok=True)
