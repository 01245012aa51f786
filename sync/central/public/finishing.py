"""A form that comes in from a phone becomes a record in the centre's own chain, once."""

import base64
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from kiosk import entries, receipts, records
from kiosk.forms.visit import FormVisit
from sync.central import keys
from sync.central.cases.assemble import is_ink, voice_of, written
from sync.central.intake import own
from sync.central.intake.models import Terminal, Venue
from sync.central.public import speaking
from sync.central.public.models import Finished
from sync.central.public.token import Filling, digest

HASTY_S: Final = 5.0  # R44: an answer that came sooner is flagged, never dropped
CHANNELS: Final = {"wechat": "wechat", "web": "web"}  # entries that are channels of their own; all else is the phone


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the visitor is shown. code in two groups; link: 8 hex of the link after the record."""

    code: str
    seq: int
    link: str


def finish(filling: Filling, visit: FormVisit, notice: str, now: datetime, *, crowded: bool = False) -> Receipt:
    """Writes the form down; durable when this returns. Safe to repeat: what says the same is written once.

    crowded: more came from this address of late than people fill in.
    """
    said = digest("phone-said", records.canonical(_said(filling, visit)).decode())
    subject = uuid.UUID(filling.subject)
    with transaction.atomic():
        before = Finished.objects.select_for_update().filter(pk=subject).first()
        if before is not None and bytes(before.said) == said:
            return _receipt(filling, before.seq, bytes(before.link))
        entry = _entry(filling, visit, notice, now, amended=before is not None, crowded=crowded)
        ours = keys.load(settings.PLACES)
        appended = own.append(entry, now=now, keys=ours)
        speaking.keep(ours, entry.body["answers"])
        values = {"said": said, "record": entry.body["id"], "seq": appended.seq, "link": appended.link, "at": now}
        Finished.objects.update_or_create(subject=subject, defaults=values)
    return _receipt(filling, appended.seq, appended.link)


def asks(filling: Filling, visit: FormVisit, answer_forms: Collection[str]) -> bool:
    """Whether a person will answer: nothing else is promised. The same rule as a case's."""
    answers = visit.answers()
    grade = entries.grade_of(answers)
    said = bool(written(answers)) or any(is_ink(value) or voice_of(value) for value in answers.values())
    return said or bool(filling.sealed) or (grade or 5) <= 2 or visit.form.id in answer_forms


def _said(filling: Filling, visit: FormVisit) -> Mapping[str, Any]:
    return {"answers": visit.answers(), "form": visit.form.hash, "sealed": filling.sealed, "level": filling.level}


def _entry(
    filling: Filling, visit: FormVisit, notice: str, now: datetime, *, amended: bool, crowded: bool
) -> own.Entry:
    answers, local = visit.answers(), timezone.localtime(now)
    lasted = max(0.0, (now - datetime.fromisoformat(filling.began)).total_seconds())
    hasty = lasted < HASTY_S and filling.terminal is None
    contact = [entries.Consent("contact", bool(filling.sealed), notice)] if filling.asked else []
    salt = bytes(Venue.objects.values_list("salt", flat=True).get(pk=filling.venue))
    entry = entries.submitted(
        subject=filling.subject,
        now=local,
        form=visit.form.id,
        form_version=visit.form.version,
        answers=answers,
        category=filling.category,
        channel=CHANNELS.get(filling.via.partition("-")[0], "phone"),
        level=filling.level,
        language=filling.language,
        duration_ms=round(lasted * 1000),
        consents=[*contact, *entries.consents_in(answers, notice)],
        lookup=receipts.lookup_key(filling.code, salt),
        sealed=base64.b64decode(filling.sealed) if filling.sealed else None,
        amended=amended,
        flags=[name for name, is_so in (("burst", crowded), ("fast", hasty)) if is_so],
    )
    body = {**entry.body, "origin": _origin(filling)}
    return own.Entry(entry.type, filling.venue, body, entry.form, entry.form_version, entry.grade, entry.flags)


def _origin(filling: Filling) -> dict[str, Any]:
    """Where somebody came from: the terminal whose code they scanned, or the poster, menu or page they followed."""
    source = Terminal.objects.filter(number=filling.terminal).values_list("source", flat=True).first()
    return {"terminal": source, "via": filling.via or None}


def _receipt(filling: Filling, seq: int, link: bytes) -> Receipt:
    return Receipt(receipts.show(filling.code), seq, link.hex()[:8])
