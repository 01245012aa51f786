"""The thread under a receipt code: staff ask, the visitor answers, and either reads the other's words at once."""

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from sync.central.cases.locks import hold
from sync.central.cases.models import Case, Message
from sync.central.cases.moves import Incomplete, NotAllowed
from sync.central.cases.roles import Hand
from sync.central.cases.sequels import day_of

ASKING: Final = "note"  # who may write a note may also ask: both are words and move nothing


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn as its visitor may see it: who spoke (staff or visitor), the words by language, the day."""

    id: str
    sender: str
    text: Mapping[str, str]
    day: str

    def plain(self) -> dict[str, Any]:
        """The turn as the device API says it."""
        return {"id": self.id, "from": self.sender, "text": dict(self.text), "day": self.day}


def ask(identity: uuid.UUID, text: Mapping[str, str], hand: Hand, now: datetime) -> Message:
    """A question of staff to the visitor, Chinese first. Terminals hear at the next pull that one waits.

    Raises Case.DoesNotExist, NotAllowed or Incomplete.
    """
    words = {language: said.strip() for language, said in text.items() if said.strip()}
    if not words.get("zh-Hans"):
        raise Incomplete("text")
    with transaction.atomic():
        hold([identity])
        case = Case.objects.get(id=identity)
        if case.withdrawn or not hand.may(ASKING, case.venue_id, case.department):
            raise NotAllowed("case: asking is not possible here")
        message = Message.objects.create(
            venue_id=case.venue_id,
            case_id=identity,
            sender=Message.Sender.STAFF,
            text=words,
            at=now,
            who_id=hand.user,
        )
        Case.objects.filter(id=identity).update(stale=True)
    return message


def thread(identity: uuid.UUID) -> list[Turn]:
    """What stands under a case's code, oldest first; what was hidden is not there."""
    rows = Message.objects.filter(case_id=identity, public=True).order_by("at", "id")
    return [Turn(str(row.id), row.sender, row.text, day_of(row.at)) for row in rows]


def asked(cases: Iterable[uuid.UUID]) -> Counter[uuid.UUID]:
    """How many questions of staff wait for a reply, by case: those since the visitor last wrote."""
    waiting: Counter[uuid.UUID] = Counter()
    rows = Message.objects.filter(case_id__in=list(cases), public=True).order_by("at", "id")
    for identity, sender in rows.values_list("case_id", "sender"):
        if sender == Message.Sender.STAFF:
            waiting[identity] += 1
        else:
            waiting[identity] = 0
    return waiting
