"""The file under a Store: its connection, its transactions, and what erasing takes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Self

from kiosk.opening import Clock, inode, open_file
from kiosk.sqlite import translated


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
        self._db.close()

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
        with translated(self.path):
            self._begin()
            db = self._db
            try:
                yield db
                db.execute("commit")
            except BaseException:
                if db.in_transaction:
                    db.execute("rollback")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, with SQLite's errors told as ours."""
        with translated(self.path):
            yield self._db

    def wipe(self) -> bool:
        """Make erased bytes go from the disk: empty the write-ahead log, then look. False while a reader holds it."""
        with translated(self.path):
            busy = self._db.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
        log = self.path.with_name(self.path.name + "-wal")
        return not busy and (not log.exists() or log.stat().st_size == 0)

    def _begin(self) -> None:
        self._db.execute("begin immediate")
        while inode(self.path) != self._inode:  # set aside as damaged, or restored, by another process
            self._db.execute("rollback")
            self._db.close()
            self._connect()
            self._db.execute("begin immediate")

    def _connect(self) -> None:
        self._db = open_file(self.path, self.clock)
        self._inode = inode(self.path)
