"""A terminal in a lobby, as the projector meets it: records that custody has taken."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from kiosk import records

MONDAY = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)  # 18:15 in China: an afternoon


def visitor(at: datetime = MONDAY) -> str:
    return str(records.new_id(at))


@dataclass
class Lobby:
    venue: str
    source: str = field(default_factory=records.new_source)
    epoch: str = field(default_factory=records.new_epoch)
    seq: int = 0

    @classmethod
    def open(cls, venue: str = "donghu") -> "Lobby":
        from sync.central.cases import departments
        from sync.central.intake.models import Venue

        name = {"zh-Hans": "东湖区文化馆", "en": "Donghu Cultural Centre"}
        Venue.objects.get_or_create(id=venue, defaults={"name": name, "salt": b"salt of a lobby!"})
        departments.ensure()
        return cls(venue)

    def says(self, words: str = "", **parts: Any) -> str:
        """Somebody rates with a face, and perhaps writes; the visit's id."""
        subject = parts.pop("subject", None) or visitor()
        answers = parts.pop("answers", {"grade": str(parts.get("grade", 2))} | ({"words": words} if words else {}))
        self.writes("feedback.submitted", subject, answers=answers, **parts)
        return subject

    def writes(
        self, type_: str, subject: str, *, at: datetime = MONDAY, received: datetime | None = None, **parts: Any
    ):
        """One record of any type. parts: fields of the body; form, grade and flags go to the head."""
        head = {"form": parts.pop("form", "quick-rating"), "grade": parts.pop("grade", None)}
        received = parts.pop("received", at)
        head |= {"flags": parts.pop("flags", ()), "form_version": parts.pop("form_version", "2026112401")}
        body = {"id": visitor(at), "subject": subject, "time": records.wire_time(at)}
        if type_ in {"feedback.submitted", "feedback.amended"}:
            body |= {"answers": {}, "category": None, "channel": "kiosk", "consents": [], "duration_ms": 9000}
            body |= {"language": "zh-Hans", "level": "V0", "lookup": None, "sealed": None}
        return self.keeps(type_, body | parts, at, received, **head)

    def keeps(self, type_: str, body: dict[str, Any], at: datetime = MONDAY, received: datetime = MONDAY, **head: Any):
        """Any body at all, straight into custody."""
        from sync.central.intake.models import Record

        self.seq += 1
        day = (at + timedelta(hours=8)).date().isoformat()
        place = {"source": self.source, "epoch": self.epoch, "seq": self.seq}
        record = records.build(**place, type_=type_, body=body, day=day, **head)
        return Record.objects.create(
            **place,
            venue_id=self.venue,
            body_hash=hashlib.sha256(record.body or b"").digest(),
            type=type_,
            day=day,
            form=head.get("form"),
            grade=head.get("grade"),
            head=record.head,
            body=record.body,
            link=bytes(32),
            state="new",
            received_at=received,
        )


def project() -> None:
    from sync.central.cases import projector

    projector.drain(pause=lambda: None)


def the_case(subject: str):
    from sync.central.cases.models import Case

    project()
    return Case.objects.get(subject=subject)
