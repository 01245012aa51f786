"""A case's columns: a pure function of what the visitor said, what staff did, and the rules of the centre."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, timezone
from typing import Any, Final

from kiosk.receipts import ALPHABET
from sync.central.cases.assemble import Story, case_id, title
from sync.central.cases.deadlines import Rules
from sync.central.cases.states import FIRST, OPEN, SILENT
from sync.central.cases.taxonomy import Hints, catalogue, category_flags

CHINA: Final = timezone(timedelta(hours=8), "Asia/Shanghai")  # one zone, no summer time since 1991
ASIDE: Final = frozenset({"note", "urge", "escalate", "assign", "share", "label", "check", "pause"})  # moves nothing on
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
    owner: int | None = None
    partners: tuple[str, ...] | None = None
    side: tuple[str, ...] | None = None
    into: uuid.UUID | None = None
    until: date | None = None
    fact: str = ""
    review: date | None = None


def derive(venue: str, story: Story, events: Sequence[Done], rules: Rules, hints: Hints) -> dict[str, Any]:
    """Every column of the case but ``stale``. Events come in the order of their numbers."""
    main, asks = story.main, story.asks(rules.answer_forms) or bool(events)
    category = _last(event.category for event in events) or hints.suggest(story.category, main.form, story.tags)
    complex_ = _last(event.complex for event in events)
    complex_ = rules.is_complex(category) if complex_ is None else complex_
    lane = rules.lane(story.grade, flags_of(category, story.tags))
    first_due, result_due = rules.due(story.received_day, complex_=complex_, lane=lane)
    first_due, result_due = _moved(first_due, result_due, events, rules)
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
        "owner_id": _owner(events),
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
        "lane": lane.name if lane and asks else "",
        "partners": list(_last(event.partners for event in events) or ()),
        "side": list(_last(event.side for event in events) or ()),
        "into": _last(event.into for event in events if event.state == "merged") if state == "merged" else None,
        "step_due": _step_due(story, state, events, rules) if first_due else None,
        "urged": _since_moved(events, "urge"),
        "escalated": _since_moved(events, "escalate"),
        "extended": sum(event.kind == "extend" for event in events),
        "paused": _paused_since(events) is not None,
        "returns": sum(event.kind == "return" for event in events),
        "fact": _last(event.fact for event in events) or "",
        "review": _last(event.review for event in events) if state in {"parked", "declined"} else None,
        **_calls(story, state, events, rules),
        "rated": story.rated,
        "practice": "training" in story.flags,
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


def flags_of(category: str | None, tags: Iterable[str]) -> frozenset[str]:
    """What the catalogue says of a category and of reason tags: safety, legal, escalate."""
    found = set(category_flags(category or ""))
    for tag in tags:
        if known := catalogue().tags.get(tag):
            found.update(known.flags)
    return frozenset(found)


def _moved(first: date, result: date, events: Sequence[Done], rules: Rules) -> tuple[date, date]:
    """The days after what stood still and what was promised anew."""
    still, since = 0, None
    for event in events:
        if event.kind == "pause":
            since = since or event.day
        elif since and _ends_pause(event):
            still += min(rules.between(since, event.day), rules.pause_max)
            since = None
    still += rules.pause_max if since else 0
    result = rules.add(result, still) if still else result
    promised = _last(event.until for event in events if event.kind == "extend")
    return (rules.add(first, still) if still else first), max(promised, result) if promised else result


def _ends_pause(event: Done) -> bool:
    return event.kind in {"resume", "answer", "close", "park", "decline", "return", "merge", "reopen"}


def _paused_since(events: Sequence[Done]) -> date | None:
    since = None
    for event in events:
        since = event.day if event.kind == "pause" else None if _ends_pause(event) else since
    return since


def _owner(events: Sequence[Done]) -> int | None:
    """Whose it is by name; nobody's: whoever is on duty there. A new department begins with nobody."""
    owner = None
    for event in events:
        if event.kind in {"dispatch", "return", "restore", "part"}:
            owner = event.owner
        elif event.kind in {"start", "answer"}:
            owner = event.who or owner
        elif event.kind == "assign":
            owner = event.owner
    return owner


def _step_due(story: Story, state: str, events: Sequence[Done], rules: Rules) -> date | None:
    """By when the centre takes its own next step: sort and hand out, or send back what is not theirs."""
    if state in {"received", "classified"}:
        begun = _last(event.day for event in events if event.kind in {"restore", "part"}) or story.received_day
        return rules.add(begun, rules.dispatch)
    if state == "returned":
        return rules.add(events[-1].day, rules.dispatch)
    if state == "dispatched":
        given = _last(event.day for event in events if event.kind == "dispatch") or events[-1].day
        return rules.add(given, rules.send_back)
    return None


def _since_moved(events: Sequence[Done], kind: str) -> int:
    count = 0
    for event in events:
        count = count + 1 if event.kind == kind else 0 if event.kind not in ASIDE else count
    return count


def _calls(story: Story, state: str, events: Sequence[Done], rules: Rules) -> dict[str, Any]:
    """Calling back a bad rating that left a contact: tried on how many days, and by when."""
    closed = _last(event.day for event in events if event.kind == "close")
    days = {event.day for event in events if event.kind == "try" and closed and event.day >= closed}
    wanted = (story.grade or 5) <= 2 and any(piece.sealed for piece in story.standing)
    waits = wanted and state == "closed" and closed is not None and len(days) < rules.call_tries
    return {"tries": len(days), "call_due": rules.add(closed, rules.call_back) if waits and closed else None}


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
