"""Locks of a data folder. The kernel lets go of them when a process dies, however it dies.

run.lock      the one `kiosk run`
courier.lock  the one process that sends
store.lock    shared by every open Store; held alone by whoever makes, migrates, mends or restores the file:
              SQLite's file must never move away under an open connection, which would go on writing to it
              and, closing last, delete the log of its successor by name
"""

import fcntl
import os
import time
from pathlib import Path
from typing import Final, Self

from kiosk.errors import AlreadyRunning, StoreBusy, StoreFull

_WHO: Final = {
    "run": (AlreadyRunning, "终端已在运行 · a terminal is already running on this data"),
    "courier": (AlreadyRunning, "正在上传 · another process is sending from this data"),
    "store": (StoreBusy, "数据正被使用，请先关闭终端 · the store is in use, close the terminal first"),
}
_STEP_S = 0.02


class Lock:
    """A lock that is held until release() or until the process ends."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def release(self) -> None:
        """Let go; again does nothing."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def take(data: Path, name: str, *, shared: bool = False, wait_s: float = 0) -> Lock:
    """Take DATA/<name>.lock. Raises AlreadyRunning (store: StoreBusy) if others still hold it after wait_s seconds."""
    handle = _open(data, name)
    deadline = time.monotonic() + wait_s
    while True:
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
            return Lock(handle)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                os.close(handle)
                kind, words = _WHO[name]
                raise kind(f"{data}: {words}") from None
            time.sleep(_STEP_S)


def held(data: Path, name: str) -> bool:
    """Whether some process holds the lock now."""
    if not (data / f"{name}.lock").exists():
        return False
    try:
        take(data, name).release()
    except (AlreadyRunning, StoreBusy):
        return True
    return False


def _open(data: Path, name: str) -> int:
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(data / f"{name}.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StoreFull(f"{data}: the data folder cannot be written ({error.strerror})") from error
