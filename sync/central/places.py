"""The data folder: everything the centre keeps is in it, and nothing is anywhere else.

``central.db`` (unless DATABASE_URL names another database), ``keys.json``, ``secret.txt``, ``tls/`` and the lock of
the one server that may run on it.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

VARIABLE: Final = "CENTRAL_DATA"


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are inside one data folder."""

    data: Path

    @property
    def database(self) -> Path:
        return self.data / "central.db"

    @property
    def keys(self) -> Path:
        return self.data / "keys.json"

    @property
    def secret(self) -> Path:
        return self.data / "secret.txt"

    @property
    def tls(self) -> Path:
        return self.data / "tls"

    @property
    def lock(self) -> Path:
        return self.data / "serve.lock"


def find(environ: Mapping[str, str]) -> Places:
    """The places of CENTRAL_DATA, or of this user's own folder. Touches nothing."""
    return Places(Path(environ.get(VARIABLE) or user_data_path("xinsheng-central")).absolute())


def prepare(places: Places) -> None:
    """Makes the folder and the web secret where they are missing. Safe to repeat, and to race."""
    places.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_once(places.secret, secrets.token_urlsafe(48).encode())


def secret_key(places: Places) -> str:
    """The web secret; where there is none yet (tests, a bare import) one that lasts as long as the process."""
    try:
        return places.secret.read_text("ascii")
    except OSError:
        return secrets.token_urlsafe(48)


def write_once(path: Path, content: bytes) -> bool:
    """Writes a file that only its owner reads, whole or not at all, unless there is one. True when it was written."""
    if path.exists():
        return False
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    write_private(draft, content)
    try:
        os.link(draft, path)  # unlike rename, it never replaces what another process wrote meanwhile
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file that others may read, whole or not at all, in the place of one that was there."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_secret(path: Path, content: bytes) -> None:
    """Writes a file that only its owner reads, whole or not at all, in the place of one that was there."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        write_private(draft, content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_private(path: Path, content: bytes) -> None:
    """Writes a file that only its owner reads, and waits until it is on the disk."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
