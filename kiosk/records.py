"""What a terminal writes down: format 1 of a record. A released format never changes.

A record is one line of canonical JSON (RFC 8785 with ASCII names, integers and no floats):
``{"body":{…},"head":{…}}``. The head may be published and is never deleted; the body may be erased,
and then the head's sha256 still says that it was there. Each record's link covers every head before it:
``link_n = sha256(link_{n-1} || head bytes)``. Identity is (source, epoch, seq).
"""

import hashlib
import os
import re
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import orjson

from kiosk.errors import RecordError

TYPES: Final = frozenset(
    {
        "chain.started",
        "feedback.submitted",
        "feedback.amended",
        "feedback.withdrawn",
        "feedback.supported",
        "visit.abandoned",
        "visit.handed_off",
        "terminal.checked",
    }
)
HEAD_FIELDS: Final = frozenset(
    {"source", "epoch", "seq", "day", "type", "form", "form_version", "grade", "flags", "body"}
)
CHANNELS: Final = frozenset({"kiosk", "phone", "web", "wechat", "paper", "meeting", "staff"})
LEVELS: Final = frozenset({"V0", "V1", "V2", "V3", "V4"})
CONSENTS: Final = ("contact", "publish_words", "publish_picture", "third_party", "keep_voice")
NO_LINK: Final = bytes(32)  # before the first record of an epoch
LINE_MAX: Final = 256 * 1024  # bytes of one record line
DEPTH_MAX: Final = 16

_SOURCE = re.compile(r"(terminal|centre)/[0-9a-z-]{1,32}")
_HEX = re.compile(r"[0-9a-f]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # \d would take the digits of every script
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")
_INT_MAX = 2**53 - 1  # beyond it RFC 8785 and JavaScript lose digits


@dataclass(frozen=True, slots=True)
class Record:
    """One record as bytes, the way it is hashed, kept and sent.

    head and body are canonical JSON; body is None once it was erased.
    """

    head: bytes
    body: bytes | None

    @property
    def line(self) -> bytes:
        """The record's line without its line feed. Raises RecordError once the body was erased."""
        if self.body is None:
            raise RecordError("record: its body was erased")
        return b'{"body":%b,"head":%b}' % (self.body, self.head)


def canonical(value: Any) -> bytes:
    """RFC 8785 bytes of a value of ASCII-named objects, arrays, strings, integers, booleans and null.

    Raises RecordError on a float, an integer beyond 2**53-1, a name that is not ASCII or a lone surrogate.
    """
    _check_plain(value, 0)
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError as error:  # a lone surrogate cannot be UTF-8
        raise RecordError("record: a text is not valid Unicode") from error


def next_link(before: bytes, head: bytes) -> bytes:
    """The link after a record: sha256 of the link before it and its head's bytes, 32 bytes."""
    return hashlib.sha256(before + head).digest()


def hashes_to(body: bytes, head: bytes) -> bool:
    """Whether a body is the one that a head names."""
    return b'"body":"%b"' % hashlib.sha256(body).hexdigest().encode() in head


def new_epoch() -> str:
    """Eight random bytes as hex. Drawn when a store is created, restored, rescued or told of a fork."""
    return os.urandom(8).hex()


def new_source() -> str:
    """A terminal's own name, minted before it knows any centre: ``terminal/`` and 16 hex digits."""
    return "terminal/" + os.urandom(8).hex()


def new_id(now: datetime) -> uuid.UUID:
    """A UUIDv7 (RFC 9562) for the given time."""
    millis = int(now.timestamp() * 1000) & (2**48 - 1)
    value = millis << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    return uuid.UUID(int=value & ~(0x3 << 62) | 0x2 << 62)


def wire_time(moment: datetime) -> str:
    """An aware moment as RFC 3339 to the second, with its offset."""
    if moment.tzinfo is None:
        raise RecordError("time: without an offset")
    return moment.isoformat(timespec="seconds")


def build(
    *,
    source: str,
    epoch: str,
    seq: int,
    type_: str,
    body: Mapping[str, Any],
    day: str,
    form: str | None = None,
    form_version: str | None = None,
    grade: int | None = None,
    flags: tuple[str, ...] = (),
) -> Record:
    """A record from its parts. Adds a 16-byte salt to the body, else a grade could be guessed from the hash."""
    salted = canonical({**body, "salt": os.urandom(16).hex()})
    head = {
        "source": source,
        "epoch": epoch,
        "seq": seq,
        "day": day,
        "type": type_,
        "form": form,
        "form_version": form_version,
        "grade": grade,
        "flags": sorted(flags),
        "body": hashlib.sha256(salted).hexdigest(),
    }
    read_head(head)
    return Record(canonical(head), salted)


def parse_line(line: bytes) -> tuple[Record, dict[str, Any]]:
    """The record in a line, and its head. Strict: canonical bytes, right fields, a body that hashes to the head's word.

    What the body means is not looked at. Raises RecordError, which names the place and never the content.
    """
    if len(line) > LINE_MAX:
        raise RecordError("record: longer than 256 KiB")
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise RecordError("record: not JSON") from error
    if not isinstance(value, dict) or value.keys() != {"body", "head"} or not isinstance(value["body"], dict):
        raise RecordError("record: expected exactly body and head")
    record = Record(canonical(value["head"]), canonical(value["body"]))
    if record.line != line:
        raise RecordError("record: not canonical")
    head = read_head(value["head"])
    if hashlib.sha256(record.body or b"").hexdigest() != head["body"]:
        raise RecordError("record.head.body: not the hash of the body")
    return record, head


def read_head(head: Any) -> dict[str, Any]:
    """The head if it is one of format 1; the type may be one we do not know yet. Raises RecordError."""
    if not isinstance(head, dict) or head.keys() != HEAD_FIELDS:
        raise RecordError("record.head: not the ten fields of format 1")
    _match("source", _SOURCE, head["source"])
    _hex("epoch", head["epoch"], 16)
    _hex("body", head["body"], 64)
    _day(head["day"])
    _match("type", _NAME, head["type"])
    for name in ("form", "form_version"):
        if head[name] is not None:
            _text(name, head[name])
    if not _whole(head["seq"]) or head["seq"] < 1:
        raise RecordError("record.head.seq: not a whole number from 1")
    if head["grade"] is not None and (not _whole(head["grade"]) or not 1 <= head["grade"] <= 5):
        raise RecordError("record.head.grade: not 1 to 5")
    flags = head["flags"]
    if not isinstance(flags, list) or not all(isinstance(flag, str) and _NAME.fullmatch(flag) for flag in flags):
        raise RecordError("record.head.flags: not a list of names")
    if flags != sorted(set(flags)):
        raise RecordError("record.head.flags: not in order")
    return head


def monotonic_ms() -> int:
    """Milliseconds of a clock that nobody sets."""
    return time.monotonic_ns() // 1_000_000


def _check_plain(value: Any, depth: int) -> None:
    if depth > DEPTH_MAX:
        raise RecordError(f"record: nested deeper than {DEPTH_MAX}")
    if value is None or isinstance(value, (str, bool)):
        return
    if isinstance(value, int):
        if abs(value) > _INT_MAX:
            raise RecordError("record: an integer beyond 2^53-1")
    elif isinstance(value, Mapping):
        for name, part in value.items():
            if not isinstance(name, str) or not name.isascii():
                raise RecordError("record: a name that is not ASCII")
            _check_plain(part, depth + 1)
    elif isinstance(value, (list, tuple)):
        for part in value:
            _check_plain(part, depth + 1)
    else:
        raise RecordError(f"record: a {type(value).__name__} cannot be written")


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str) or not 1 <= len(value) <= 64:
        raise RecordError(f"record.head.{name}: not a text of 1 to 64 characters")
    return value


def _match(name: str, pattern: re.Pattern[str], value: Any) -> None:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise RecordError(f"record.head.{name}: not of its form")


def _day(value: Any) -> None:
    _match("day", _DAY, value)
    try:
        date.fromisoformat(value)
    except ValueError as error:  # a database of days would choke on it
        raise RecordError("record.head.day: no such day") from error


def _hex(name: str, value: Any, digits: int) -> None:
    if not isinstance(value, str) or len(value) != digits or not _HEX.fullmatch(value):
        raise RecordError(f"record.head.{name}: not {digits} hex digits")
