"""What a hand can do about a case. Every deed is an event; the case's row follows from its events.

The pure half (``event``) decides; ``act`` holds the case, writes and derives. Of two people who act on the same case at
the same moment the second is told to look again, and nothing is overwritten.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from kiosk.errors import CallerError
from sync.central.cases import states
from sync.central.cases.derive import CHINA
from sync.central.cases.locks import hold
from sync.central.cases.models import Case, CaseEvent, Department, Reply
from sync.central.cases.projector import project
from sync.central.cases.roles import Hand


class NotAllowed(CallerError):
    """This hand may not do that."""


class SomebodyElse(CallerError):
    """The case has moved since it was looked at."""


class Incomplete(CallerError):
    """Something that the move needs was left out. ``missing`` names the field."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"case: {missing} is needed")
        self.missing = missing


@dataclass(frozen=True, slots=True)
class Kind:
    """Where a deed leads, and what it needs. No state: the case stays where it is."""

    state: str | None
    needs: tuple[str, ...] = ()
    public: bool = False  # its text is for the visitor
    only: frozenset[str] = frozenset()  # the states it starts from, where the table of moves allows more


_AGAIN: Final = frozenset({"note", "answer", "classify", "dispatch"})  # saying these again where one stands makes sense
_LATER: Final = frozenset({"answered", "closed", "called_back", "parked", "declined"})
KINDS: Final[dict[str, Kind]] = {
    "classify": Kind("classified", ("category",)),
    "dispatch": Kind("dispatched", ("department",)),
    "start": Kind("in_progress", only=frozenset({"dispatched"})),
    "return": Kind("returned", ("why",)),
    "answer": Kind("answered", ("text",), public=True),
    "close": Kind("closed", ("evidence",)),
    "call_back": Kind("called_back", ("why",)),
    "archive": Kind("archived"),
    "park": Kind("parked", ("text", "review"), public=True),
    "decline": Kind("declined", ("text", "review"), public=True),
    "merge": Kind("merged", ("why",)),
    "invalid": Kind("invalid", ("why",)),
    "withhold": Kind("withheld", ("why",)),
    "restore": Kind("received", ("why",), only=frozenset({"invalid", "withheld"})),
    "reopen": Kind("in_progress", ("why",), only=_LATER),
    "note": Kind(None, ("text",)),
}
# A correction, not a step: from these states on the word changes and the case stays.
_STAYS: Final = {
    "classify": frozenset({"dispatched", "in_progress", "answered"}),
    "dispatch": frozenset({"in_progress"}),
}
_LONGEST: Final = 500


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody asks to be done. text: words by language; the first is Chinese."""

    kind: str
    category: str = ""
    department: str = ""
    complex: bool | None = None
    why: str = ""
    evidence: str = ""
    review: date | None = None
    text: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands, as far as a deed depends on it."""

    venue: str
    state: str
    department: str
    events: int
    withdrawn: bool = False


def possible(at: Standing, hand: Hand) -> list[str]:
    """The kinds of deed that this hand may do now, in the table's order."""
    if at.withdrawn:
        return []
    return [kind for kind in KINDS if hand.may(kind, at.venue, at.department) and _fits(kind, at)]


def target(kind: str, at: Standing) -> str:
    """The state that a deed leads to from here."""
    state = KINDS[kind].state
    return before(at) if state is None or before(at) in _STAYS.get(kind, ()) else state


def before(at: Standing) -> str:
    """What the next event starts from. A rating rests in the archive without one, and can be taken up."""
    return at.state if at.events else states.FIRST


def event(at: Standing, deed: Deed, hand: Hand, now: datetime) -> dict[str, Any]:
    """The next event's columns. Raises NotAllowed, IllegalMove or Incomplete."""
    if deed.kind not in KINDS or at.withdrawn:
        raise states.IllegalMove(f"case: {deed.kind} is not possible here")
    if not hand.may(deed.kind, at.venue, at.department):
        raise NotAllowed(f"case: {deed.kind} is not yours to do")
    after = target(deed.kind, at)
    if not _fits(deed.kind, at):
        raise states.IllegalMove(f"case: cannot go from {before(at)} to {after} by {deed.kind}")
    why = _complete(deed)
    return {
        "seq": at.events + 1,
        "kind": deed.kind,
        "before": before(at),
        "state": after,
        "day": now.astimezone(CHINA).date(),
        "at": now,
        "who_id": hand.user,
        "category": deed.category,
        "department": deed.department,
        "complex": deed.complex,
        "why": why,
        "evidence": deed.evidence.strip()[:_LONGEST],
        "review": deed.review,
    }


def act(identity: uuid.UUID, deed: Deed, hand: Hand, now: datetime, *, seen: int | None = None) -> Case:
    """Does it: event, words, derived row, in one transaction. seen: the number of the last event that was looked at.

    Raises Case.DoesNotExist, NotAllowed, IllegalMove, Incomplete or SomebodyElse; then nothing has changed.
    """
    with transaction.atomic():
        hold([identity])
        case = Case.objects.get(id=identity)
        if not hand.sees(case.venue_id, case.department):
            raise NotAllowed("case: not yours to see")
        if seen is not None and seen != case.events:
            raise SomebodyElse("case: somebody else has just worked on it")
        columns = event(standing(case), deed, hand, now)
        if deed.department:
            _known_department(case.venue_id, deed.department)
        CaseEvent.objects.create(venue_id=case.venue_id, case_id=identity, **columns)
        if any(deed.text.values()):
            reply(case, columns, deed, hand).save()
        project([identity])
        case.refresh_from_db()
    return case


def reply(case: Case, columns: Mapping[str, Any], deed: Deed, hand: Hand) -> Reply:
    """The words that come with an event, not saved yet."""
    text = {language: words.strip() for language, words in deed.text.items() if words.strip()}
    return Reply(
        venue_id=case.venue_id,
        case_id=case.id,
        seq=columns["seq"],
        public=KINDS[deed.kind].public,
        text=text,
        who_id=hand.user,
        day=columns["day"],
    )


def standing(case: Case) -> Standing:
    """Where a case stands."""
    return Standing(case.venue_id, case.state, case.department, case.events, case.withdrawn)


def _fits(kind: str, at: Standing) -> bool:
    """Whether the table of moves, and the deed's own beginning, allow it here."""
    here, there, only = before(at), target(kind, at), KINDS[kind].only
    if here == there:
        return kind in _AGAIN
    return states.legal(here, there) and (not only or here in only)


def _complete(deed: Deed) -> str:
    """The reason of the deed; for one with public words, those. Raises Incomplete."""
    for need in KINDS[deed.kind].needs:
        value = deed.text.get("zh-Hans", "") if need == "text" else getattr(deed, need)
        if not (value.strip() if isinstance(value, str) else value):
            raise Incomplete(need)
    why = (deed.why or (deed.text.get("zh-Hans", "") if deed.kind in {"park", "decline"} else "")).strip()
    if KINDS[deed.kind].state in states.WITH_REASON and len(why) < states.REASON_MIN:
        raise Incomplete("text" if KINDS[deed.kind].public else "why")
    return why[:_LONGEST]


def _known_department(venue: str, code: str) -> None:
    if not Department.objects.filter(venue_id=venue, code=code, active=True).exists():
        raise Incomplete("department")
