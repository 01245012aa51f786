"""A case's columns: a pure function of what the visitor said, what staff did, and the rules of the centre."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta, timezone
from typing import Any, Final

from kiosk.receipts import ALPHABET
from sync.central.cases.assemble import Story, case_id, title
from sync.central.cases.deadlines import Rules
from sync.central.cases.states import FIRST, OPEN, SILENT
from sync.central.cases.taxonomy import Hints

CHINA: Final = timezone(timedelta(hours=8), "Asia/Shanghai")  # one zone, no summer time since 1991
OVER: Final = "archived"  # where a case rests that asks for nothing, or was taken back


@dataclass(frozen=True, slots=True)
class Done:
    """One event, as far as a case's columns depend on it."""

    seq: int
    kind: str
    state: str
    day: date
    who: int | None = None
    category: str = ""
    department: str = ""
    complex: bool | None = None


def derive(venue: str, story: Story, events: Sequence[Done], rules: Rules, hints: Hints) -> dict[str, Any]:
    """Every column of the case but ``stale``. Events come in the order of their numbers."""
    main, asks = story.main, story.asks(rules.answer_forms) or bool(events)
    category = _last(event.category for event in events) or hints.suggest(story.category, main.form, story.tags)
    complex_ = _last(event.complex for event in events)
    complex_ = rules.is_complex(category) if complex_ is None else complex_
    first_due, result_due = rules.due(story.received_day, complex_=complex_)
    answered = next((event.day for event in events if event.state not in SILENT), None)
    settled = _settled(events)
    state = state_of(events, asks=asks, withdrawn=story.withdrawn)
    if story.withdrawn or not asks:
        first_due = result_due = None
    identity = case_id(venue, story.subject)
    return {
        "id": identity,
        "venue_id": venue,
        "subject": story.subject,
        "number": number(story.day, identity),
        "state": state,
        "category": category,
        "department": _last(event.department for event in events) or "",
        "owner_id": _last(event.who for event in events if event.kind in {"start", "answer"}),
        "complex": complex_,
        "grade": story.grade,
        "form": main.form,
        "form_version": main.form_version,
        "language": main.language,
        "channel": main.channel,
        "level": story.level,
        "day": story.day,
        "half": "am" if story.time.astimezone(CHINA).hour < 12 else "pm",
        "received_day": story.received_day,
        "lookup": story.lookup,
        "flags": list(story.flags),
        "contact": any(piece.sealed for piece in story.standing),
        "asks": asks,
        "counted": story.counted,
        "withdrawn": story.withdrawn,
        "first_due": first_due,
        "result_due": result_due,
        "next_due": first_due if answered is None else (None if settled else result_due),
        "answered_day": answered,
        "settled_day": settled,
        "moved_day": events[-1].day if events else story.received_day,
        "title": title(story.words),
        "words": story.words,
        "records": story.records,
        "events": events[-1].seq if events else 0,
    }


def state_of(events: Sequence[Done], *, asks: bool, withdrawn: bool) -> str:
    """Where a case stands. What was taken back, and a mere rating, rests at once."""
    if withdrawn:
        return OVER
    if events:
        return events[-1].state
    return FIRST if asks else OVER


def number(day: date, identity: uuid.UUID) -> str:
    """A case's short name for people: month and day, then five signs that survive being read aloud."""
    bits = identity.int
    return f"{day:%m%d}-" + "".join(ALPHABET[bits >> 5 * place & 31] for place in range(5))


def _settled(events: Sequence[Done]) -> date | None:
    """Since when nothing is open about it; None while something is."""
    since = None
    for event in events:
        since = None if event.state in OPEN else since or event.day
    return since


def _last(values: Any) -> Any:
    """The last value that says something; False says something."""
    found = None
    for value in values:
        if value is not None and value != "":
            found = value
    return found
