"""What leaves the house about a case: state, dates, department and public answer. Never a word of the visitor's.

The same value goes to terminals' caches and to the phone page, so that neither can know more than the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sync.central.cases.models import Card, CardCase, Case, CaseEvent, Department, Reply, Support

Names = Mapping[tuple[str, str], Mapping[str, str]]  # (venue, department code) → its name by language


def case_views(cases: Sequence[Case]) -> dict[Any, dict[str, Any]]:
    """The public value of each case that has a look-up key, by case id. Four queries, however many cases."""
    ids = [case.id for case in cases if case.lookup is not None]
    events: dict[Any, list[CaseEvent]] = {identity: [] for identity in ids}
    for event in CaseEvent.objects.filter(case_id__in=ids).order_by("case_id", "seq"):
        events[event.case_id].append(event)
    answers = {
        reply.case_id: reply.text
        for reply in Reply.objects.filter(case_id__in=ids, public=True, hidden=False).order_by("id")
    }
    names = department_names()
    return {case.id: _view(case, events[case.id], answers.get(case.id), names) for case in cases if case.id in events}


def department_names() -> Names:
    """Every department's name by language."""
    rows = Department.objects.values_list("venue_id", "code", "name")
    return {(venue, code): name for venue, code, name in rows}


def card_view(card: Card, count: int, names: Names) -> dict[str, Any]:
    """A board card as terminals and the phone page show it."""
    return {
        "id": card.id,
        "need": card.need,
        "measure": card.measure,
        "day": card.day.isoformat(),
        "department": names.get((card.venue_id, card.department), {}),
        "count": count,
        "state": card.state,
        "removed": card.removed,
    }


def card_counts(cards: Iterable[Card]) -> dict[str, int]:
    """How many visits want what each card is about: the cases it came from, and every +1 once."""
    ids = [card.id for card in cards]
    counts = dict.fromkeys(ids, 0)
    for card_id in CardCase.objects.filter(card_id__in=ids).values_list("card_id", flat=True):
        counts[card_id] += 1
    for card_id, _ in set(Support.objects.filter(card__in=ids).values_list("card", "subject")):
        counts[card_id] += 1
    return counts


def _view(case: Case, events: list[CaseEvent], answer: Any, names: Names) -> dict[str, Any]:
    return {
        "key": bytes(case.lookup or b"").hex(),
        "state": case.state,
        "steps": _steps(case, events, names),
        "due": {
            "first_answer": _day(case.first_due if case.answered_day is None else None),
            "result": _day(case.result_due if case.settled_day is None else None),
        },
        "answer": None if case.withdrawn else answer,
        "updated": events[-1].at.isoformat(timespec="seconds") if events else f"{case.received_day}T00:00:00+08:00",
    }


def _steps(case: Case, events: list[CaseEvent], names: Names) -> list[dict[str, Any]]:
    """Received, then every state it came to. A word that was said again without moving is no step."""
    steps = [{"state": "received", "day": case.received_day.isoformat(), "department": None}]
    for event in events:
        if event.state == event.before:
            continue
        name = names.get((case.venue_id, event.department)) if event.department else None
        steps.append({"state": event.state, "day": event.day.isoformat(), "department": name})
    if case.state != steps[-1]["state"]:  # at rest without an event: a mere rating, or taken back
        steps.append({"state": case.state, "day": case.moved_day.isoformat(), "department": None})
    return steps


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
