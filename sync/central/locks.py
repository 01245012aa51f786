"""Locks between processes on one data folder. The system drops them when the process ends, however it ends."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import AlreadyRunning


@contextmanager
def exclusive(path: Path, *, wait_s: float) -> Iterator[None]:
    """Holds the lock of this file. Raises AlreadyRunning when another process keeps it for longer than wait_s."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _wait(handle, path, time.monotonic() + wait_s)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, path: Path, until: float) -> None:
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise AlreadyRunning(f"another central runs on {path.parent}") from None
            time.sleep(0.05)
