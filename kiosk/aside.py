"""Files that were set aside whole (damaged, before a restore, before an update), and how they stop being readable.

Nothing of them is deleted while it may hold what nobody else has. But they hold visitors' words in the clear, long
after the centre has them: so once the terminal belongs to a centre and everything was sent, each is sealed to the
centre's key, whole, and the open one erased. Copies from before an update, or a restore, go after thirty days.

A sealed file: the magic line, a sealed box of a fresh 32-byte key (80 bytes), the header of a libsodium secretstream
(24), then pieces of 1 MiB, each 17 bytes longer.
"""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from nacl import bindings
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from kiosk.errors import UntrustedError
from kiosk.nameplate import sync_folder

SUFFIX: Final = ".sealed"
KEPT_DAYS: Final = 30
MAGIC: Final = b"xinsheng-aside/1\n"
_PIECE: Final = 2**20
_OPEN: Final = (".damaged-", ".before-restore-", ".before-step-")
_PASSING: Final = (".before-restore-", ".before-step-")  # nothing is in them that the store does not have


def seal_all(data: Path, centre_key: bytes) -> list[Path]:
    """Seal every file set aside to the centre's key (X25519, 32 bytes), and erase the open one. What was sealed."""
    return [_seal(path, centre_key) for path in _set_aside(data) if path.is_file()]


def purge(data: Path, now: datetime) -> int:
    """Delete copies from before an update or a restore once they are thirty days old; how many."""
    before = (now - timedelta(days=KEPT_DAYS)).timestamp()
    old = [
        path
        for path in data.glob("kiosk.db.*")
        if any(why in path.name for why in _PASSING) and path.is_file() and path.stat().st_mtime < before
    ]
    for path in old:
        _erase(path)
    return len(old)


def open_sealed(path: Path, centre_private_key: bytes) -> bytes:
    """The content of a sealed file, at the centre. Raises UntrustedError for another key or a damaged file."""
    raw = path.read_bytes()
    try:
        if not raw.startswith(MAGIC):
            raise ValueError
        at = len(MAGIC)
        key = SealedBox(PrivateKey(centre_private_key)).decrypt(raw[at : at + 80])
        state = bindings.crypto_secretstream_xchacha20poly1305_state()
        bindings.crypto_secretstream_xchacha20poly1305_init_pull(state, raw[at + 80 : at + 104], key)
        pieces, tag = [], 0
        for place in range(at + 104, len(raw), _PIECE + 17):
            piece, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(state, raw[place : place + _PIECE + 17])
            pieces.append(piece)
        if tag != bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL:
            raise ValueError
    except (CryptoError, RuntimeError, ValueError) as error:
        raise UntrustedError(f"{path}: not sealed to this key, or damaged") from error
    return b"".join(pieces)


def _set_aside(data: Path) -> list[Path]:
    return [
        path
        for path in sorted(data.glob("kiosk.db.*"))
        if any(why in path.name for why in _OPEN) and not path.name.endswith((SUFFIX, ".part"))
    ]


def _seal(path: Path, centre_key: bytes) -> Path:
    target, part = path.with_name(path.name + SUFFIX), path.with_name(path.name + ".part")
    key = os.urandom(32)
    state = bindings.crypto_secretstream_xchacha20poly1305_state()
    header = bindings.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(MAGIC + SealedBox(PublicKey(centre_key)).encrypt(key) + header)
        for piece, tag in _pieces(path):
            file.write(bindings.crypto_secretstream_xchacha20poly1305_push(state, piece, tag=tag))
        file.flush()
        os.fsync(file.fileno())
    os.utime(part, (path.stat().st_atime, path.stat().st_mtime))  # its age stays what it was
    part.replace(target)
    sync_folder(path.parent)
    _erase(path)
    return target


def _pieces(path: Path) -> Iterator[tuple[bytes, int]]:
    left = path.stat().st_size
    with path.open("rb") as file:
        while True:
            piece = file.read(_PIECE)
            left -= len(piece)
            last = left <= 0 or not piece
            tags = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL, 0
            yield piece, tags[0] if last else tags[1]
            if last:
                return


def _erase(path: Path) -> None:
    """Overwritten, then gone; an SSD may keep old blocks all the same."""
    with path.open("r+b") as file:
        left = path.stat().st_size
        while left > 0:
            file.write(bytes(min(left, _PIECE)))
            left -= _PIECE
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
    sync_folder(path.parent)
