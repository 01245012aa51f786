"""What a visitor does later with a receipt code: replies to a question, rates our answer, asks for their data.

The record is ``feedback.amended`` of the form ``follow-up`` (format 1, released: it never changes). Its body has what
every finish has, with these meanings:

- ``lookup`` names the earlier visit, by the key that its code gives. Nobody needs to know that visit's id, neither a
  phone nor the terminal at which the code is typed; ``subject`` is the visit of today.
- ``answers`` is ``{"deed": "reply", "words", "to"?}`` with ``to`` the message that is answered,
  ``{"deed": "rate", "solved": "yes|partly|no", "answer_grade"?: "1".."5", "words"?}``, or
  ``{"deed": "data", "request": "copy|correct|delete", "words"?}``.
- The head's ``grade`` is null: it is the answer that is graded, never the visit.

Taking back is ``feedback.withdrawn`` of the earlier visit, and so is written by the centre, which knows its id.

A terminal writes replies and ratings into its own chain, also offline; it may reach us before the visit it speaks of.
So a sequel is kept under its key, and folded into a case whenever that case is derived: the same records give the same
rows, in whatever order they came.
"""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.db.models import Q

from sync.central.cases.assemble import SEQUEL
from sync.central.cases.deadlines import Rules
from sync.central.cases.derive import CHINA
from sync.central.cases.models import AnswerRating, Case, CaseRecord, DataRequest, Message, OtherCode, Sequel
from sync.central.cases.pieces import Piece

SOLVED: Final = frozenset({"yes", "partly", "no"})
DATA_DAYS: Final = 15  # working days in which a request about one's data is settled
LONGEST: Final = 1000  # characters of a reply


def is_sequel(piece: Piece) -> bool:
    """Whether a piece speaks of an earlier visit, and names it."""
    return piece.form == SEQUEL and piece.lookup is not None


def waiting(lookups: Iterable[bytes]) -> dict[bytes, list[int]]:
    """The records that speak of these look-up keys."""
    found: dict[bytes, list[int]] = {}
    for key, record in Sequel.objects.filter(lookup__in=list(lookups)).values_list("lookup", "record_id"):
        found.setdefault(bytes(key), []).append(record)
    return found


def cases_of(lookups: Iterable[bytes]) -> list[uuid.UUID]:
    """The cases under these look-up keys, as far as their visits have come."""
    keys = list(lookups)
    others = list(OtherCode.objects.filter(lookup__in=keys).values_list("case_id", flat=True))  # see lookup.find
    return list(Case.objects.filter(Q(lookup__in=keys) | Q(id__in=others)).values_list("id", flat=True))


def late() -> list[uuid.UUID]:
    """Cases that a sequel waits for, though both are here: two projectors passed each other."""
    alone = Sequel.objects.exclude(record_id__in=CaseRecord.objects.values("record_id"))
    return cases_of(bytes(key) for key in alone.values_list("lookup", flat=True)[:500])


def fold(venue: str, identity: uuid.UUID, pieces: Mapping[int, Piece], rules: Rules) -> None:
    """Writes what a case's sequels mean. pieces: by record. What is there already stays as it is."""
    CaseRecord.objects.bulk_create(
        [CaseRecord(record_id=record, case_id=identity) for record in pieces], ignore_conflicts=True
    )
    messages, ratings, requests = [], [], []
    for record, piece in sorted(pieces.items()):
        said, about = piece.answers, {"venue_id": venue, "case_id": identity, "at": piece.time}
        words = _text(said.get("words"))
        if words and said.get("deed") in {"reply", "rate"}:
            messages.append(_message(record, piece, words, about))
        if said.get("deed") == "rate":
            ratings.append(AnswerRating(record_id=record, solved=_solved(said), grade=_grade(said), **about))
        if said.get("deed") == "data" and said.get("request") in DataRequest.Kind.values:
            due = rules.add(piece.received_day, DATA_DAYS)
            requests.append(DataRequest(id=uuid.UUID(piece.id), kind=said["request"], words=words, due=due, **about))
    Message.objects.bulk_create(messages, ignore_conflicts=True)
    AnswerRating.objects.bulk_create(ratings, ignore_conflicts=True)
    DataRequest.objects.bulk_create(requests, ignore_conflicts=True)


def _message(record: int, piece: Piece, words: str, about: Mapping[str, Any]) -> Message:
    return Message(
        id=uuid.UUID(piece.id),
        sender=Message.Sender.VISITOR,
        text={piece.language: words},
        public=True,
        record_id=record,
        **about,
    )


def _solved(said: Mapping[str, Any]) -> str:
    return said["solved"] if said.get("solved") in SOLVED else ""


def _grade(said: Mapping[str, Any]) -> int | None:
    return int(said["answer_grade"]) if str(said.get("answer_grade")) in set("12345") else None


def _text(value: Any) -> str:
    return value.strip()[:LONGEST] if isinstance(value, str) else ""


def day_of(moment: Any) -> str:
    """The day in the building, as terminals and pages show it: never the minute."""
    return moment.astimezone(CHINA).date().isoformat()
