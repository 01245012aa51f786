"""Checks of what came over the wire, one a field. Each raises BatchError by place, never by content."""

import re
from datetime import datetime
from typing import Any, Final

import orjson

from kiosk.errors import BatchError, RecordError
from kiosk.records import canonical

_UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_SOURCE = re.compile(r"(terminal|centre)/[0-9a-z-]{1,32}")
_HEX = re.compile(r"[0-9a-f]*")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})")
_INT_MAX: Final = 2**53 - 1


def read_line(where: str, line: bytes, names: set[str]) -> dict[str, Any]:
    """The object in a line of canonical JSON, with exactly these fields."""
    try:
        value = orjson.loads(line)
        if canonical(value) != line:
            raise BatchError(f"{where}: not canonical")
    except (orjson.JSONDecodeError, RecordError) as error:
        raise BatchError(f"{where}: not canonical JSON") from error
    return exactly(where, value, names)


def exactly(where: str, value: Any, names: set[str]) -> dict[str, Any]:
    """Nothing missing, nothing extra: a field we skip over is an answer we lose."""
    if not isinstance(value, dict) or value.keys() != names:
        raise BatchError(f"{where}: expected exactly {', '.join(sorted(names))}")
    return value


def whole(where: str, value: Any, least: int = -_INT_MAX) -> int:
    """A whole number from `least` up; true and false are none."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= _INT_MAX:
        raise BatchError(f"{where}: not a whole number from {least}")
    return value


def text(where: str, value: Any, most: int) -> str:
    """A text of 1 to `most` characters."""
    if not isinstance(value, str) or not 1 <= len(value) <= most:
        raise BatchError(f"{where}: not a text of 1 to {most} characters")
    return value


def hex_(where: str, value: Any, digits: int) -> str:
    """Lower-case hex of exactly so many digits."""
    if not isinstance(value, str) or len(value) != digits or not _HEX.fullmatch(value):
        raise BatchError(f"{where}: not {digits} hex digits")
    return value


def uuid7(where: str, value: Any) -> str:
    """A UUIDv7 in its usual spelling, lower case."""
    if not isinstance(value, str) or not _UUID7.fullmatch(value):
        raise BatchError(f"{where}: not a UUIDv7")
    return value


def source(where: str, value: Any) -> str:
    """Who wrote a chain: ``terminal/…`` or ``centre/…``."""
    if not isinstance(value, str) or not _SOURCE.fullmatch(value):
        raise BatchError(f"{where}: not a source")
    return value


def moment(where: str, value: Any) -> str:
    """RFC 3339 to the second with its offset."""
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        raise BatchError(f"{where}: not a time of RFC 3339")
    try:
        datetime.fromisoformat(value)
    except ValueError as error:
        raise BatchError(f"{where}: no such time") from error
    return value


def utc(where: str, value: Any) -> str:
    """RFC 3339 to the second in UTC, written with +00:00."""
    if not moment(where, value).endswith("+00:00"):
        raise BatchError(f"{where}: not in UTC, written +00:00")
    return value
