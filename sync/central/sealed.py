"""A stream of bytes under a passphrase: libsodium's secretstream, its key from Argon2id. Cut or changed, it is refused.

Layout of format 1: the magic line, 16 bytes of salt, 24 of header, then pieces of 1 MiB (each 17 bytes longer sealed),
the last one marked final.
"""

import io
import os
from typing import BinaryIO, Final

from nacl import bindings
from nacl.exceptions import RuntimeError as SodiumError
from nacl.pwhash import argon2id

from kiosk.errors import UntrustedError

MAGIC: Final = b"xinsheng-backup/1\n"
PIECE: Final = 2**20
_SEALED: Final = PIECE + bindings.crypto_secretstream_xchacha20poly1305_ABYTES
_HEADER: Final = bindings.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_FINAL: Final = bindings.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_MESSAGE: Final = bindings.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_OPS, _MEMORY = 3, 64 * 1024 * 1024  # the second profile of RFC 9106


class Sealer(io.RawIOBase):
    """Write into it; close it, or what was written can never be opened."""

    def __init__(self, target: BinaryIO, passphrase: str) -> None:
        self._target, self._waiting = target, bytearray()
        self._state = bindings.crypto_secretstream_xchacha20poly1305_state()
        salt = os.urandom(argon2id.SALTBYTES)
        header = bindings.crypto_secretstream_xchacha20poly1305_init_push(self._state, _key(passphrase, salt))
        target.write(MAGIC + salt + header)

    def writable(self) -> bool:
        return True

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        self._waiting += data
        while len(self._waiting) > PIECE:
            self._push(bytes(self._waiting[:PIECE]), _MESSAGE)
            del self._waiting[:PIECE]
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._push(bytes(self._waiting), _FINAL)
        super().close()

    def _push(self, piece: bytes, tag: int) -> None:
        push = bindings.crypto_secretstream_xchacha20poly1305_push
        self._target.write(push(self._state, piece, MAGIC, tag))


class Opener(io.RawIOBase):
    """Read from it. Raises UntrustedError at the first piece that is not what was sealed, or not the passphrase's."""

    def __init__(self, source: BinaryIO, passphrase: str) -> None:
        if source.read(len(MAGIC)) != MAGIC:
            raise UntrustedError("not a backup of this program")
        self._source, self._ready, self._ended = source, bytearray(), False
        self._state = bindings.crypto_secretstream_xchacha20poly1305_state()
        salt, header = source.read(argon2id.SALTBYTES), source.read(_HEADER)
        if len(header) < _HEADER:
            raise UntrustedError("the backup is cut short")
        bindings.crypto_secretstream_xchacha20poly1305_init_pull(self._state, header, _key(passphrase, salt))

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        while not self._ended and (size < 0 or len(self._ready) < size):
            self._pull()
        taken = bytes(self._ready if size < 0 else self._ready[:size])
        del self._ready[: len(taken)]
        return taken

    def _pull(self) -> None:
        sealed = self._source.read(_SEALED)
        try:
            piece, tag = bindings.crypto_secretstream_xchacha20poly1305_pull(self._state, sealed, MAGIC)
        except (SodiumError, ValueError) as error:
            raise UntrustedError("wrong passphrase, or the backup is damaged or cut short") from error
        self._ready += piece
        self._ended = tag == _FINAL
        if self._ended and self._source.read(1):
            raise UntrustedError("something stands after the end of the backup")


def _key(passphrase: str, salt: bytes) -> bytes:
    size = bindings.crypto_secretstream_xchacha20poly1305_KEYBYTES
    return argon2id.kdf(size, passphrase.encode("utf-8"), salt, opslimit=_OPS, memlimit=_MEMORY)
