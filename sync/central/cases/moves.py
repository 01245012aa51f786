"""What a hand can do about a case. Every deed is an event; the case's row follows from its events.

The pure half (``event``) decides; ``act`` holds the case, writes and derives. Of two people who act on the same case at
the same moment the second is told to look again, and nothing is overwritten.
"""

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from kiosk.errors import CallerError
from sync.central.cases import states
from sync.central.cases.deadlines import Rules, rules
from sync.central.cases.derive import CHINA
from sync.central.cases.locks import hold
from sync.central.cases.models import Case, CaseEvent, Department, Reply
from sync.central.cases.projector import project
from sync.central.cases.roles import Hand
from sync.central.cases.roles import hand as hand_of
from sync.central.cases.taxonomy import is_category


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
_ON: Final = frozenset({"classified", "dispatched", "in_progress", "answered"})
_LATER: Final = frozenset({"answered", "closed", "called_back", "parked", "declined", "archived"})
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
    "merge": Kind("merged", ("into", "why")),
    "part": Kind("classified", ("why",), only=frozenset({"merged"})),
    "invalid": Kind("invalid", ("why",)),
    "withhold": Kind("withheld", ("why",)),
    "restore": Kind("received", ("why",), only=frozenset({"invalid", "withheld"})),
    "reopen": Kind("in_progress", ("why",), only=_LATER),
    "note": Kind(None, ("text",)),
    "assign": Kind(None, ("owner",), only=_ON | {"received", "returned"}),
    "share": Kind(None, ("partners",), only=_ON),
    "label": Kind(None, ("side",), only=_ON | {"received"}),
    "urge": Kind(None, ("why",), only=frozenset({"received", "returned"}) | _ON),
    "escalate": Kind(None, ("why",), only=frozenset({"received", "returned"}) | _ON),
    "extend": Kind(None, ("text", "until"), public=True, only=frozenset({"dispatched", "in_progress", "answered"})),
    "pause": Kind(None, ("why",), only=frozenset({"dispatched", "in_progress"})),
    "resume": Kind(None, ("why",), only=frozenset({"dispatched", "in_progress"})),
    "check": Kind(None, ("fact", "why"), only=frozenset({"dispatched", "in_progress", "answered"})),
    "try": Kind(None, ("why",), only=frozenset({"closed"})),
}
FACTS: Final = ("true", "partly", "untrue", "unclear")
# A correction, not a step: from these states on the word changes and the case stays.
_STAYS: Final = {
    "classify": frozenset({"dispatched", "in_progress", "answered"}),
    "dispatch": frozenset({"in_progress"}),
}
_LONGEST: Final = 500
_SPOKEN: Final = frozenset({"park", "decline", "extend"})  # the visitor reads the reason itself


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
    owner: int | None = None
    partners: tuple[str, ...] | None = None
    side: tuple[str, ...] | None = None
    into: uuid.UUID | None = None
    until: date | None = None
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands, as far as a deed depends on it."""

    venue: str
    state: str
    department: str
    events: int
    withdrawn: bool = False
    category: str = ""
    fact: str = ""
    paused: bool = False
    returns: int = 0
    received_day: date | None = None
    result_due: date | None = None
    step_due: date | None = None
    call_due: date | None = None  # a call-back is still owed
    extended: int = 0
    owner: int | None = None
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Starting:
    """A step that is about to be written, for what lies above this part and may have something to ask first."""

    case: Case
    before: str
    after: str


def nothing(_starting: Starting) -> str:
    """Nothing else is asked."""
    return ""


def possible(at: Standing, hand: Hand) -> list[str]:
    """The kinds of deed that this hand may do now, in the table's order."""
    if at.withdrawn:
        return []
    return [kind for kind in KINDS if hand.may(kind, at.venue, at.department, at.partners) and _fits(kind, at)]


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
    if not hand.may(deed.kind, at.venue, at.department, at.partners):
        raise NotAllowed(f"case: {deed.kind} is not yours to do")
    after = target(deed.kind, at)
    if not _fits(deed.kind, at):
        raise states.IllegalMove(f"case: cannot go from {before(at)} to {after} by {deed.kind}")
    why = _complete(deed)
    _sound(at, deed, hand, now.astimezone(CHINA).date())
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
        "owner_id": deed.owner,
        "partners": None if deed.partners is None else list(deed.partners),
        "side": None if deed.side is None else list(deed.side),
        "into": deed.into,
        "until": deed.until,
        "fact": deed.fact,
    }


def act(
    identity: uuid.UUID,
    deed: Deed,
    hand: Hand,
    now: datetime,
    *,
    seen: int | None = None,
    first: Callable[[Starting], str] = nothing,
) -> Case:
    """Does it: event, words, derived row, in one transaction. seen: the number of the last event that was looked at.

    first: names what is missing for this step besides what the deed itself must hold, or nothing.

    Raises Case.DoesNotExist, NotAllowed, IllegalMove, Incomplete or SomebodyElse; then nothing has changed.
    """
    with transaction.atomic():
        hold([identity])
        case = Case.objects.get(id=identity)
        if not hand.sees(case.venue_id, case.department, case.partners) or (
            hand.user and hand.practice != case.practice
        ):
            raise NotAllowed("case: not yours to see")
        if seen is not None and seen != case.events:
            raise SomebodyElse("case: somebody else has just worked on it")
        columns = event(standing(case), deed, hand, now)
        if lacking := first(Starting(case, columns["before"], columns["state"])):
            raise Incomplete(lacking)
        for code in [deed.department, *(deed.partners or ())]:
            if code:
                _known_department(case.venue_id, code)
        if deed.into:
            _mergeable(case, deed.into)
        if deed.owner:
            _known_person(case, deed.owner)
        CaseEvent.objects.create(venue_id=case.venue_id, case_id=identity, **columns)
        if any(deed.text.values()):
            reply(case, columns, deed, hand).save()
        project([identity])
        case.refresh_from_db()
        Case.objects.filter(into=identity).update(stale=True)  # their visitors read the same answer
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
    return Standing(
        case.venue_id,
        case.state,
        case.department,
        case.events,
        case.withdrawn,
        category=case.category,
        fact=case.fact,
        paused=case.paused,
        returns=case.returns,
        received_day=case.received_day,
        result_due=case.result_due,
        step_due=case.step_due,
        call_due=case.call_due,
        extended=case.extended,
        owner=case.owner_id,  # type: ignore[attr-defined]
        partners=tuple(case.partners),
    )


def _fits(kind: str, at: Standing) -> bool:
    """Whether the table of moves, and the deed's own beginning, allow it here."""
    here, there, only = before(at), target(kind, at), KINDS[kind].only
    if kind in {"pause", "resume"} and at.paused == (kind == "pause"):
        return False
    if here == there:
        return here in only if only else kind in _AGAIN or KINDS[kind].state is None
    return states.legal(here, there) and (not only or here in only)


def _complete(deed: Deed) -> str:
    """The reason of the deed; for one with public words, those. Raises Incomplete."""
    for need in KINDS[deed.kind].needs:
        value = deed.text.get("zh-Hans", "") if need == "text" else getattr(deed, need)
        if not (value.strip() if isinstance(value, str) else value):
            raise Incomplete(need)
    why = (deed.why or (deed.text.get("zh-Hans", "") if deed.kind in _SPOKEN else "")).strip()
    if (KINDS[deed.kind].state in states.WITH_REASON or deed.kind == "extend") and len(why) < states.REASON_MIN:
        raise Incomplete("text" if KINDS[deed.kind].public else "why")
    return why[:_LONGEST]


def _sound(at: Standing, deed: Deed, hand: Hand, today: date) -> None:
    """What depends on the rules of the centre. Raises Incomplete or NotAllowed. The centre's own rules are above it."""
    law = rules(settings.PLACES)
    if wrong := next((name for name, sound in _values(at, deed, law) if not sound), None):
        raise Incomplete(wrong)
    if hand.user is None:
        return
    if wrong := next((name for name, owed in _owed(at, deed, law) if owed), None):
        raise Incomplete(wrong)
    if "decline" in hand.rights:
        return
    if deed.kind == "extend" and at.extended:
        raise NotAllowed("case: a second extension is the supervisor's to give")
    late = at.step_due is not None and today > at.step_due
    if deed.kind == "return" and (late or at.returns >= law.returns_max):
        raise NotAllowed("case: it is too late, or too often, to send it back")


def _values(at: Standing, deed: Deed, law: Rules) -> Iterator[tuple[str, bool]]:
    """Each value that must be one we know, by its name."""
    yield "fact", not deed.fact or deed.fact in FACTS
    yield "side", not deed.side or (len(deed.side) < 3 and all(is_category(code) for code in deed.side))
    yield "category", deed.kind != "classify" or is_category(deed.category)
    yield "until", deed.kind != "extend" or _later_day(at, deed.until, law)


def _owed(at: Standing, deed: Deed, law: Rules) -> Iterator[tuple[str, bool]]:
    """What somebody has to do first, by its name."""
    yield "fact", deed.kind == "close" and at.category in law.fact_categories and not at.fact
    yield "tries", deed.kind == "archive" and at.call_due is not None
    yield "category", deed.kind == "dispatch" and not at.category


def _later_day(at: Standing, until: date | None, law: Rules) -> bool:
    if until is None or at.result_due is None or at.received_day is None:
        return False
    return at.result_due < until <= law.add(at.received_day, law.extend_max)


def _mergeable(case: Case, into: uuid.UUID) -> None:
    """Into another one that stands for itself, of the same house."""
    found = Case.objects.filter(id=into, venue_id=case.venue_id, withdrawn=False, practice=case.practice)
    if into == case.id or not found.exclude(state="merged").exists():
        raise Incomplete("into")
    if Case.objects.filter(into=case.id).exists():  # others were merged into this one: those first
        raise Incomplete("into")


def _known_person(case: Case, user: int) -> None:
    """Somebody who works, and may see the case."""
    person = User.objects.filter(pk=user, is_active=True).first()
    if person is None or not hand_of(person).sees(case.venue_id, case.department):
        raise Incomplete("owner")


def _known_department(venue: str, code: str) -> None:
    if not Department.objects.filter(venue_id=venue, code=code, active=True).exists():
        raise Incomplete("department")
