"""Reads what a record means: the strict half of the projector. What it cannot read, it says why and hands back.

A piece is one record of one visit, read and typed. Reasons name the place and never the content; they are short enough
for a column and are what staff see beside a parked record.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

import orjson

from kiosk.errors import RecordError
from kiosk.records import CHANNELS, CONSENTS, LEVELS

FINISHES: Final = frozenset({"feedback.submitted", "feedback.amended"})
ABOUT_A_VISIT: Final = FINISHES | {
    "feedback.withdrawn",
    "feedback.supported",
    "visit.abandoned",
    "visit.handed_off",
}
ABOUT_A_TERMINAL: Final = frozenset({"chain.started", "terminal.checked"})


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as custody keeps it: the columns that the projector reads."""

    id: int
    venue: str
    source: str
    epoch: str
    seq: int
    body_hash: bytes
    type: str
    day: date
    head: bytes
    body: bytes | None
    received_day: date


@dataclass(frozen=True, slots=True)
class Piece:
    """One record of one visit. Two that are equal here mean the same."""

    key: tuple[str, str, int, bytes]
    type: str
    id: str
    subject: uuid.UUID
    time: datetime
    day: date
    received_day: date
    form: str | None = None
    form_version: str | None = None
    grade: int | None = None
    flags: tuple[str, ...] = ()
    answers: Mapping[str, Any] = field(default_factory=dict)
    category: str | None = None
    channel: str = "kiosk"
    level: str = "V0"
    language: str = "zh-Hans"
    lookup: bytes | None = None
    consents: frozenset[str] = frozenset()
    sealed: bool = False
    card: str | None = None

    @property
    def from_phone(self) -> bool:
        """Whether the centre's own chain holds it: a phone, a slip of paper, a meeting."""
        return self.key[0].startswith("centre/")


def read(stored: Stored) -> Piece | None:
    """The piece in a record; None for one that is about a terminal and not about a visit.

    Raises RecordError with a short reason when this version cannot say what the record means.
    """
    if stored.type in ABOUT_A_TERMINAL or stored.body is None:
        return None
    if stored.type not in ABOUT_A_VISIT:
        raise RecordError("type: not known here")
    head, body = _object("head", stored.head), _object("body", stored.body)
    return Piece(
        key=(stored.source, stored.epoch, stored.seq, stored.body_hash),
        type=stored.type,
        id=_text(body, "id", 64),
        subject=_uuid(body, "subject"),
        time=_time(body),
        day=stored.day,
        received_day=stored.received_day,
        **(_finish(head, body) if stored.type in FINISHES else _other(stored.type, body)),
    )


def _finish(head: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
    answers = body.get("answers")
    if not isinstance(answers, dict) or not all(isinstance(name, str) for name in answers):
        raise RecordError("answers: not an object")
    if head["form"] is None:
        raise RecordError("form: missing")
    return {
        "form": head["form"],
        "form_version": head["form_version"],
        "grade": head["grade"],
        "flags": tuple(head["flags"]),
        "answers": answers,
        "category": _text(body, "category", 8) if body.get("category") is not None else None,
        "channel": _one_of(body, "channel", CHANNELS, "kiosk"),
        "level": _one_of(body, "level", LEVELS, "V0"),
        "language": _text(body, "language", 16) if "language" in body else "zh-Hans",
        "lookup": _lookup(body),
        "consents": frozenset(_consents(body.get("consents", []))),
        "sealed": body.get("sealed") is not None,
    }


def _other(type_: str, body: dict[str, Any]) -> dict[str, Any]:
    return {"card": _text(body, "card", 64)} if type_ == "feedback.supported" else {}


def _object(where: str, data: bytes) -> dict[str, Any]:
    try:
        value = orjson.loads(bytes(data))
    except orjson.JSONDecodeError as error:
        raise RecordError(f"{where}: not JSON") from error
    if not isinstance(value, dict):
        raise RecordError(f"{where}: not an object")
    return value


def _text(body: dict[str, Any], name: str, longest: int) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not 1 <= len(value) <= longest or "\0" in value:
        raise RecordError(f"{name}: not a text of 1 to {longest} characters")
    return value


def _one_of(body: dict[str, Any], name: str, known: frozenset[str], absent: str) -> str:
    value = body.get(name, absent)
    if value not in known:
        raise RecordError(f"{name}: not known here")
    return value


def _uuid(body: dict[str, Any], name: str) -> uuid.UUID:
    try:
        return uuid.UUID(_text(body, name, 36))
    except ValueError as error:
        raise RecordError(f"{name}: not a UUID") from error


def _time(body: dict[str, Any]) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(body, "time", 40))
    except ValueError as error:
        raise RecordError("time: not RFC 3339") from error
    if moment.tzinfo is None:
        raise RecordError("time: without an offset")
    return moment


def _lookup(body: dict[str, Any]) -> bytes | None:
    value = body.get("lookup")
    if value is None:
        return None
    try:
        key = bytes.fromhex(value)
    except (TypeError, ValueError) as error:
        raise RecordError("lookup: not hex") from error
    if len(key) != 16:
        raise RecordError("lookup: not 16 bytes")
    return key


def _consents(given: Any) -> set[str]:
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise RecordError("consents: not a list of objects")
    return {one["kind"] for one in given if one.get("kind") in CONSENTS and one.get("given") is True}
