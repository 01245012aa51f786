"""Reading a database file's own bytes without giving up the locks that SQLite holds on it.

POSIX takes every lock of a process off a file as soon as the process closes any descriptor of it, whichever opened it
(sqlite.org/howtocorrupt.html, 2.2). Another process that closes the database next then believes to be the last, and
deletes the write-ahead log under a terminal that goes on writing to it: what was thanked for after that is gone with
the plug. So a descriptor is closed when no connection of this process has the file open, and not before. What POSIX
keeps for each process is kept for each process here, too.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_Name = tuple[int, int]  # device and inode


@dataclass(slots=True)
class _File:
    connections: int = 0
    readers: int = 0
    handles: list[int] = field(default_factory=list)


_mutex = threading.Lock()
_files: dict[_Name, _File] = {}


class Connection(sqlite3.Connection):
    """A connection whose file is known to be open as long as it is. Use as sqlite3.connect's factory."""

    _name: _Name | None = None

    def __init__(self, database: str | Path, *arguments: Any, **settings: Any) -> None:
        super().__init__(database, *arguments, **settings)
        path = self.execute("pragma database_list").fetchone()[2]  # takes no lock yet
        with _mutex:
            self._name = _name_of(os.stat(path))
            _files.setdefault(self._name, _File()).connections += 1

    def close(self) -> None:
        super().close()
        with _mutex:
            name, self._name = self._name, None
            if name is not None:
                _files[name].connections -= 1
                _tidy(name)


@contextmanager
def reading_raw(path: Path) -> Iterator[int]:
    """A descriptor for os.pread alone: it is shared, and an mmap would close a copy of it. Raises OSError."""
    with _mutex:
        name = _name_of(os.stat(path))
        file = _files.get(name)
        if file is None or not file.handles:
            handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
            name = _name_of(os.fstat(handle))
            file = _files.setdefault(name, _File())
            file.handles.append(handle)
        file.readers += 1
    try:
        yield file.handles[0]
    finally:
        with _mutex:
            file.readers -= 1
            _tidy(name)


def _tidy(name: _Name) -> None:
    file = _files[name]
    if not file.connections and not file.readers:
        for handle in file.handles:
            os.close(handle)
        del _files[name]


def _name_of(status: os.stat_result) -> _Name:
    return status.st_dev, status.st_ino
