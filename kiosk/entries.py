"""What can be written down, before it has a place in a chain."""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kiosk import records


@dataclass(frozen=True, slots=True)
class Consent:
    """One of the five separate consents (records.CONSENTS), and the version of the notice that was shown."""

    kind: str
    given: bool
    notice: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record without its place: source, epoch, seq and link are the store's to give."""

    type: str
    body: Mapping[str, Any]
    form: str | None = None
    form_version: str | None = None
    grade: int | None = None
    flags: tuple[str, ...] = field(default=())

    @property
    def id(self) -> str:
        """The record's own name, minted before it was written."""
        return self.body["id"]

    @property
    def lookup(self) -> bytes | None:
        """The key under which its visitor will ask for it."""
        key = self.body.get("lookup")
        return bytes.fromhex(key) if key else None


def submitted(
    *,
    subject: str,
    now: datetime,
    form: str,
    form_version: str,
    answers: Mapping[str, Any],
    language: str,
    duration_ms: int,
    category: str | None = None,
    channel: str = "kiosk",
    level: str = "V0",
    consents: Iterable[Consent] = (),
    lookup: bytes | None = None,
    sealed: bytes | None = None,
    flags: Iterable[str] = (),
    amended: bool = False,
) -> Entry:
    """A finished form; amended when it corrects an earlier one of the same subject. now is local, with its offset."""
    body = _body(subject, now) | {
        "answers": dict(answers),
        "category": category,
        "channel": channel,
        "consents": [{"given": c.given, "kind": c.kind, "notice": c.notice} for c in consents],
        "duration_ms": duration_ms,
        "language": language,
        "level": level,
        "lookup": lookup.hex() if lookup else None,
        "sealed": base64.b64encode(sealed).decode() if sealed else None,
    }
    type_ = "feedback.amended" if amended else "feedback.submitted"
    return Entry(type_, body, form, form_version, grade_of(answers), tuple(flags))


def withdrawn(
    *, subject: str, now: datetime, reason: str | None = None, channel: str = "kiosk", level: str = "V0"
) -> Entry:
    """The visitor takes back what they said."""
    return Entry("feedback.withdrawn", _body(subject, now) | {"channel": channel, "level": level, "reason": reason})


def supported(*, subject: str, now: datetime, card: str) -> Entry:
    """「我也需要」 on a card of the board."""
    return Entry("feedback.supported", _body(subject, now) | {"card": card})


def abandoned(*, subject: str, now: datetime, form: str, form_version: str, at: str, duration_ms: int) -> Entry:
    """A visit that was left: at which question, after how long, and no answers."""
    body = _body(subject, now) | {"at": at, "duration_ms": duration_ms, "form": form}
    return Entry("visit.abandoned", body, form, form_version)


def handed_off(*, subject: str, now: datetime, form: str, form_version: str, at: str, duration_ms: int) -> Entry:
    """A visit that goes on by phone: a code was shown and the visitor left."""
    body = _body(subject, now) | {"at": at, "duration_ms": duration_ms, "form": form}
    return Entry("visit.handed_off", body, form, form_version)


def checked(*, now: datetime, checks: Mapping[str, Any]) -> Entry:
    """A self-test of the terminal."""
    return Entry(
        "terminal.checked",
        {"checks": dict(checks), "id": str(records.new_id(now)), "time": records.wire_time(now)},
    )


def consents_in(answers: Mapping[str, Any], notice: str) -> list[Consent]:
    """The consents that answers give or refuse: questions named consent_KIND. notice: the version that was shown."""
    asked = {name.removeprefix("consent_"): answer for name, answer in answers.items() if name.startswith("consent_")}
    given = ("agree", "yes", True)
    return [Consent(kind, asked[kind] in given, notice) for kind in records.CONSENTS if kind in asked]


def grade_of(answers: Mapping[str, Any]) -> int | None:
    """The answer of the question named grade, or else overall, as 1 to 5."""
    answer = answers.get("grade", answers.get("overall"))
    return int(answer) if str(answer) in {"1", "2", "3", "4", "5"} else None


def _body(subject: str, now: datetime) -> dict[str, Any]:
    return {"id": str(records.new_id(now)), "subject": subject, "time": records.wire_time(now)}
