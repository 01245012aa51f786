"""Which batch some bytes mean to be, as far as that can still be told. A refusal has to name what it refuses."""

import hashlib
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import orjson

from kiosk.errors import BatchError
from sync import fields

UNKNOWN_BATCH: Final = "00000000-0000-7000-8000-000000000000"
UNKNOWN_SOURCE: Final = "terminal/unknown"
UNKNOWN_EPOCH: Final = "0" * 16
_HEADER_MAX: Final = 4096
_BITE: Final = 16


@dataclass(frozen=True, slots=True)
class Named:
    """The names of a batch, each checked by itself; digest is 64 hex digits."""

    batch: str
    source: str
    epoch: str
    digest: str

    @property
    def is_known(self) -> bool:
        """Whether a terminal could tell which of its batches is meant."""
        return self.batch != UNKNOWN_BATCH


def name(packed: bytes, digest: bytes | None) -> Named:
    """The names in the first line, damaged or not; where the bytes do not unpack, their own hash is the digest."""
    header = _first_line(packed)
    return Named(
        batch=_checked(fields.uuid7, header.get("batch"), UNKNOWN_BATCH),
        source=_checked(fields.source, header.get("source"), UNKNOWN_SOURCE),
        epoch=_checked(lambda where, value: fields.hex_(where, value, 16), header.get("epoch"), UNKNOWN_EPOCH),
        digest=(digest or hashlib.sha256(packed).digest()).hex(),
    )


def _first_line(packed: bytes) -> dict[str, Any]:
    try:
        header = orjson.loads(_start(packed).split(b"\n", 1)[0])
    except orjson.JSONDecodeError:
        return {}
    return header if isinstance(header, dict) else {}


def _start(packed: bytes) -> bytes:
    """What unpacks of the beginning, in small bites: zlib gives nothing of a bite in which it meets an error."""
    unpacker, found = zlib.decompressobj(wbits=31), bytearray()
    try:
        for at in range(0, min(len(packed), _HEADER_MAX), _BITE):
            found += unpacker.decompress(packed[at : at + _BITE], _HEADER_MAX)
            if b"\n" in found:
                break
    except zlib.error:
        pass  # damaged from here on
    return bytes(found)


def _checked(check: Callable[[str, Any], str], value: Any, otherwise: str) -> str:
    try:
        return check("", value)
    except BatchError:
        return otherwise
