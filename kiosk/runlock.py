"""Locks of a data folder: one `kiosk run`, one courier, one hand on the store's shape.

The kernel lets go of them when a process dies, however it dies.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import AlreadyRunning, StoreFull

_WHO = {
    "run": "终端已在运行 · a terminal is already running on this data",
    "courier": "正在上传 · another process is sending from this data",
    "store": "正在整理数据 · another process is preparing the store",
}


@contextmanager
def hold(data: Path, name: str, *, wait: bool = False) -> Iterator[None]:
    """Hold DATA/<name>.lock. Raises AlreadyRunning at once if somebody else does, unless told to wait."""
    handle = _open(data, name)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError as error:
            raise AlreadyRunning(f"{data}: {_WHO[name]}") from error
        yield
    finally:
        os.close(handle)


def held(data: Path, name: str) -> bool:
    """Whether some process holds the lock now."""
    try:
        with hold(data, name):
            return False
    except AlreadyRunning:
        return True


def _open(data: Path, name: str) -> int:
    try:
        data.mkdir(parents=True, exist_ok=True)
        return os.open(data / f"{name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StoreFull(f"{data}: the data folder cannot be written ({error.strerror})") from error
