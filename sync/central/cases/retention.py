"""What is kept no longer: contact details, what tells who somebody is, drawings. And erasure by right.

A record's body can only be erased whole, or its hash would lie. So what may stay is written down anew, as an amendment
in the centre's own chain that says the same without the rest; then the old bodies go, and a tombstone for each says
what, who and why. The grade always stays: nobody can make a bad rating vanish this way.
"""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import orjson
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from kiosk import records
from sync.central.cases import pii, search
from sync.central.cases.assemble import Story, assemble, is_ink, voice_of
from sync.central.cases.derive import CHINA
from sync.central.cases.excerpts import is_young
from sync.central.cases.locks import hold
from sync.central.cases.models import Case, CaseRecord, Message, Tombstone
from sync.central.cases.office import Office
from sync.central.cases.pieces import FINISHES, Piece, read
from sync.central.cases.projector import project, stored
from sync.central.cases.roles import Hand
from sync.central.intake import own
from sync.central.intake.models import Record, Voice
from sync.central.keys import Keys

SLICE: Final = 200
WINDOW: Final = 60  # days that a centre may have been switched off
WHY: Final = "retention: kept long enough"


@dataclass(frozen=True, slots=True)
class Keep:
    """What of a case may stay."""

    contact: bool = False
    words: str = "blotted"  # whole, blotted, none
    drawing: bool = False
    voice: bool = False


def wanted(story: Story, settled: date, today: date, office: Office) -> Keep | None:
    """What may stay of a closed case today; None: everything may."""
    age = (today - settled).days
    young = any(is_young(str(piece.answers.get("age_band", ""))) for piece in story.standing)
    contact = any(piece.sealed for piece in story.finishes)
    contact_over = contact and age > office.keep["contact_young" if young else "contact"]
    words_over = age > office.keep["words"] and bool(pii.find(story.words))
    drawing_over = age > office.keep["drawing"] and story.drawn
    voice_over = age > office.keep["voice"] and story.voiced
    if not (contact_over or words_over or drawing_over or voice_over):
        return None
    words = "blotted" if age > office.keep["words"] else "whole"
    return Keep(contact=contact and not contact_over, words=words, drawing=not drawing_over, voice=not voice_over)


def overdue(today: date, office: Office) -> Iterable[tuple[Case, Keep]]:
    """Closed cases of which something has been kept long enough. Read in slices."""
    old = Q()
    for days in set(office.keep.values()):  # what crossed a bound lately; the rest was seen when it did
        until = today - timedelta(days=days)
        old |= Q(settled_day__lt=until, settled_day__gte=until - timedelta(days=WINDOW))
    rows = Case.objects.filter(old, state__in=("closed", "called_back", "archived", "declined"))
    for case in rows.order_by("settled_day").iterator(SLICE):
        story = story_of(case)
        if story is not None and case.settled_day and (keep := wanted(story, case.settled_day, today, office)):
            yield case, keep


def daily(by: Hand, now: datetime, keys: Keys, office: Office, most: int = SLICE) -> int:
    """Lets go of what was kept long enough, so many cases at most. Returns how many."""
    done = 0
    for case, keep in list(itertools.islice(overdue(now.astimezone(CHINA).date(), office), most)):
        done += bool(strip(case, keep, WHY, by, now, keys))
    return done


def story_of(case: Case) -> Story | None:
    """What is still there of what was said."""
    ids = list(CaseRecord.objects.filter(case_id=case.id).values_list("record_id", flat=True))
    return assemble(piece for one in stored(ids) if (piece := read(one)) is not None)


def strip(case: Case, keep: Keep, why: str, by: Hand, now: datetime, keys: Keys, asked: int | None = None) -> int:  # noqa: PLR0917
    """Keeps what may stay and erases the rest. Returns how many bodies went."""
    with transaction.atomic():
        hold([case.id])
        ids = list(CaseRecord.objects.filter(case_id=case.id).values_list("record_id", flat=True))
        bodies = list(Record.objects.filter(id__in=ids, type__in=FINISHES, body__isnull=False).order_by("id"))
        story = story_of(case)
        if story is None or not bodies:
            return 0
        received = min(row.received_at for row in bodies)
        sealed = _box(bodies) if keep.contact else None
        entries = [_again(case, piece, keep, sealed if piece is story.main else None) for piece in story.standing]
        # the first of our own stands last: what counts is told apart by time
        for entry in reversed(entries):
            kept = own.append(entry, now=received, keys=keys)
            record = Record.objects.get(source=kept.source, epoch=kept.epoch, seq=kept.seq)
            Record.objects.filter(pk=record.pk).update(state=Record.State.DONE)
            CaseRecord.objects.create(record_id=record.pk, case_id=case.id)
        _bury(case, bodies, why, by, now, asked)
        if not keep.voice:
            spoken = (voice_of(value) for piece in story.finishes for value in piece.answers.values())
            Voice.objects.filter(sha256__in=[name for name in spoken if name]).delete()
        if keep.words == "none":
            Message.objects.filter(case_id=case.id, sender="visitor").update(text={"zh-Hans": "██"})
            search.forget(case.id)
        project([case.id])
    return len(bodies)


def _again(case: Case, piece: Piece, keep: Keep, sealed: str | None) -> own.Entry:
    """The same answers without what may not stay, at noon of the same day."""
    noon = datetime.combine(piece.day, time(12 if case.half == "pm" else 9), CHINA)
    body = {
        "answers": _answers(piece.answers, keep),
        "category": piece.category,
        "channel": piece.channel,
        "consents": [{"given": True, "kind": kind, "notice": "1"} for kind in sorted(piece.consents - {"contact"})]
        + ([{"given": True, "kind": "contact", "notice": "1"}] if sealed else []),
        "duration_ms": 0,
        "id": str(records.new_id(noon)),
        "language": piece.language,
        "level": piece.level,
        "lookup": piece.lookup.hex() if piece.lookup else None,
        "sealed": sealed,
        "subject": str(piece.subject),
        "time": records.wire_time(noon),
    }
    return own.Entry(
        "feedback.amended", case.venue_id, body, piece.form, piece.form_version, piece.grade, tuple(piece.flags)
    )


def _answers(answers: Mapping[str, Any], keep: Keep) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name, value in answers.items():
        if is_ink(value) or voice_of(value):
            if keep.drawing if is_ink(value) else keep.voice:
                kept[name] = value
        elif isinstance(value, str) and not value.isascii():
            if keep.words == "whole":
                kept[name] = value
            elif keep.words == "blotted":
                kept[name] = pii.redact(value, [(one.start, one.end) for one in pii.find(value)])
        elif isinstance(value, str) and pii.find(value) and keep.words != "whole":
            continue
        elif keep.words != "none" or name in {"grade", "overall"} or not isinstance(value, str):
            kept[name] = value
    return kept


def _box(bodies: Iterable[Record]) -> str | None:
    boxes = [orjson.loads(bytes(row.body)).get("sealed") for row in bodies if row.body is not None]
    return next((box for box in reversed(boxes) if isinstance(box, str)), None)


def _bury(case: Case, bodies: Iterable[Record], why: str, by: Hand, now: datetime, asked: int | None) -> None:  # noqa: PLR0917
    who = by.user or User.objects.filter(is_active=True).order_by("pk").values_list("pk", flat=True).first()
    for row in bodies:
        Tombstone.objects.create(
            venue_id=case.venue_id,
            case_id=case.id,
            source=row.source,
            epoch=row.epoch,
            seq=row.seq,
            body_hash=bytes(row.body_hash),
            asked_id=asked,
            who_id=who,
            at=now,
            why=why[:500],
        )
        Record.objects.filter(pk=row.pk).update(body=None)
