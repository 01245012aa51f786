"""Files that only this terminal reads: whole or not at all, and on the disk before anybody goes on."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from kiosk.errors import StoreFull


def write(path: Path, content: bytes) -> None:
    """Replace a file (0600) in one step. Raises StoreFull when the disk refuses; the old file is then still there."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        _write_through(draft, content)
        os.replace(draft, path)
        flush_folder(path.parent)
    except OSError as error:
        _drop(draft)
        raise StoreFull(f"{path}: cannot be written ({error.strerror})") from error


def write_once(path: Path, content: bytes) -> None:
    """Write a file unless there is one already: of two processes that try, one wins and both then read the same."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_through(draft, content)
        with suppress(FileExistsError):
            os.link(draft, path)  # unlike rename, never replaces
        flush_folder(path.parent)
    except OSError as error:
        raise StoreFull(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        _drop(draft)


def flush_folder(folder: Path) -> None:
    """Make a new name in a folder survive the plug."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _drop(draft: Path) -> None:
    with suppress(OSError):
        draft.unlink()


def _write_through(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
