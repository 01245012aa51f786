"""What a visitor does at the centre under a receipt code: by phone, or live from a terminal. Every act is a record.

The records stand in the centre's own chain, under the rules of every other (sequels.py has their form), and are read at
once: whoever acts sees what came of it on the very next page.
"""

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from kiosk.errors import CallerError
from kiosk.records import new_id, wire_time
from sync.central.cases import library, projector
from sync.central.cases.assemble import SEQUEL
from sync.central.cases.models import Case, CaseRecord, DataRequest, Message
from sync.central.cases.sequels import LONGEST, SOLVED
from sync.central.intake import own
from sync.central.intake.models import Record
from sync.central.keys import Keys

MOST: Final = 20  # acts a case takes in a day: a thread is no chat, and a found receipt no way to fill a disk
DAY: Final = timedelta(days=1)


class NotNow(CallerError):
    """This act is not possible; ``why`` is empty, long, done, often or gone."""

    def __init__(self, why: str) -> None:
        super().__init__(f"case: not possible: {why}")
        self.why = why


class Desk:
    """Where one visitor's acts are written. channel: phone or kiosk; language: what the visitor reads."""

    def __init__(self, keys: Keys, now: datetime, *, channel: str, language: str) -> None:
        self._keys = keys
        self._now = now
        self._channel = channel
        self._language = language

    def reply(self, case: Case, words: str, name: str, to: str = "") -> None:
        """Answers a question of staff. name: a UUID minted once for this act, so that sending twice says it once."""
        said = {"deed": "reply", "words": _words(words)} | ({"to": to} if to else {})
        self._say(case, said, name)

    def rate(self, case: Case, solved: str, grade: str, words: str, name: str) -> None:
        """Says whether it is settled, and how good the answer was."""
        if solved not in SOLVED:
            raise NotNow("empty")
        said = {"deed": "rate", "solved": solved}
        said |= {"answer_grade": grade} if grade in set("12345") else {}
        said |= {"words": _words(words)} if words.strip() else {}
        self._say(case, said, name)

    def ask_data(self, case: Case, kind: str, words: str, name: str) -> None:
        """Asks for a copy, a correction or erasure. Asking for the same again while it is open changes nothing."""
        if kind not in DataRequest.Kind.values:
            raise NotNow("empty")
        if DataRequest.objects.filter(case_id=case.id, kind=kind, done_at=None).exists():
            return
        said = {"deed": "data", "request": kind}
        needs = kind == DataRequest.Kind.CORRECT
        self._say(case, said | ({"words": _words(words)} if needs or words.strip() else {}), name)

    def withdraw(self, case: Case) -> None:
        """Takes back what was said. Twice is once."""
        if case.withdrawn:
            return
        body = self._body(str(new_id(self._now))) | {
            "channel": self._channel,
            "level": "V0",
            "reason": None,
            "subject": str(case.subject),
        }
        self._append(own.Entry("feedback.withdrawn", case.venue_id, body))
        case.refresh_from_db()

    def _say(self, case: Case, answers: Mapping[str, str], name: str) -> None:
        if case.withdrawn and answers["deed"] != "data":
            raise NotNow("gone")
        identity = _name(name, self._now)
        if _known(identity):
            return
        since = self._now - DAY
        acts = CaseRecord.objects.filter(case_id=case.id).values("record_id")
        if Record.objects.filter(id__in=acts, form=SEQUEL, received_at__gt=since).count() >= MOST:
            raise NotNow("often")
        body = self._body(str(identity)) | {
            "answers": dict(answers),
            "category": None,
            "channel": self._channel,
            "consents": [],
            "duration_ms": 0,
            "language": self._language,
            "level": "V0",
            "lookup": bytes(case.lookup or b"").hex(),
            "sealed": None,
        }
        form = library.form(SEQUEL)
        version = form.version if form else None
        self._append(own.Entry("feedback.amended", case.venue_id, body, form=SEQUEL, form_version=version))

    def _body(self, identity: str) -> dict[str, Any]:
        return {"id": identity, "subject": str(new_id(self._now)), "time": wire_time(self._now)}

    def _append(self, entry: own.Entry) -> None:
        with transaction.atomic():
            at = own.append(entry, now=self._now, keys=self._keys)
            written = Record.objects.get(source=at.source, epoch=at.epoch, seq=at.seq)
            projector.work(1, only=written.id)


def _words(text: str) -> str:
    text = text.strip().replace("\0", "")
    if not text:
        raise NotNow("empty")
    if len(text) > LONGEST:
        raise NotNow("long")
    return text


def _name(given: str, now: datetime) -> uuid.UUID:
    try:
        return uuid.UUID(given)
    except ValueError:
        return new_id(now)


def _known(identity: uuid.UUID) -> bool:
    return Message.objects.filter(id=identity).exists() or DataRequest.objects.filter(id=identity).exists()
