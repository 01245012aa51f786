"""The file under a Store: its connection, its transactions, and what erasing takes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from kiosk.errors import StoreDamaged
from kiosk.opening import SUSPECT, Clock, Opened, open_file
from kiosk.sqlite import BUSY_S, translated

_WIPE_WAIT_MS: Final = 250  # a reader may keep the log for longer, but no visitor should wait for that


class StoreFile:
    """One connection of one thread. Every write is one BEGIN IMMEDIATE … COMMIT."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self._connect()

    @classmethod
    def open(cls, path: Path, clock: Clock) -> Self:
        """Open the store, making or mending it where it must. clock gives local time with its offset.

        Raises StoreNewer, StoreFull, StoreBusy; StoreDamaged only when not even setting the file aside works.
        """
        return cls(path, clock)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def now(self) -> datetime:
        """The time by the clock that was handed in."""
        return self.clock()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, begun immediately: a deferred one loses to a second process at its first write."""
        with self.reading() as db:
            db.execute("begin immediate")
            try:
                yield db
                db.execute("commit")
            except BaseException:
                if db.in_transaction:
                    db.execute("rollback")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, with SQLite's errors told as ours. After damage it is another one, to a mended file."""
        db = self._healthy()
        try:
            with translated(self.path):
                yield db
        except StoreDamaged:
            self._suspect()
            raise

    def look(self) -> None:
        """Let go of a file that somebody found damaged, so that it can be mended, and open what stands there then.

        Every use of the store does so by itself; threads that rest for long call this about once a second.
        """
        self._healthy()

    def wipe(self) -> bool:
        """Make erased bytes go from the disk: empty the write-ahead log, then look. False while a reader holds it."""
        with self.reading() as db:
            db.execute(f"pragma busy_timeout = {_WIPE_WAIT_MS}")
            busy = db.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
            db.execute(f"pragma busy_timeout = {int(BUSY_S * 1000)}")
        log = self.path.with_name(self.path.name + "-wal")
        return not busy and (not log.exists() or log.stat().st_size == 0)

    def _healthy(self) -> sqlite3.Connection:
        """Whoever mends the file needs it alone: every Store that sees the mark lets go before its next step."""
        if self._file is not None and not self._file.db.in_transaction and self._mark.exists():
            self.close()
        if self._file is None:
            self._connect()
        assert self._file is not None
        return self._file.db

    def _connect(self) -> None:
        self._file: Opened | None = open_file(self.path, self.clock)

    @property
    def _mark(self) -> Path:
        return self.path.with_name(self.path.name + SUSPECT)

    def _suspect(self) -> None:
        """Leave word for everybody who has the file open, in whichever process: it is mended once all let go."""
        with suppress(OSError):
            self._mark.touch()
