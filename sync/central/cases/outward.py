"""What leaves the house about a case: state, dates, department and public answer. Never a word of the visitor's.

The same value goes to terminals' caches and to the phone page, so that neither can know more than the other.

Added since the first release, and absent where there is nothing to say: of a case ``asked`` (how many questions of ours
wait for the visitor's reply; the words themselves need the code) and ``solved`` (yes, partly, no: what they said of our
answer); of a card ``said`` (what people say of it, by language) and ``people`` ({"solved", "rated"}: of how many).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sync.central.cases import threads
from sync.central.cases.models import AnswerRating, Card, CardCase, Case, CaseEvent, Department, Reply, Support

Names = Mapping[tuple[str, str], Mapping[str, str]]  # (venue, department code) → its name by language


def case_views(cases: Sequence[Case]) -> dict[Any, dict[str, Any]]:
    """The public value of each case that has a look-up key, by case id. Six queries, however many cases."""
    ids = [case.id for case in cases if case.lookup is not None]
    events: dict[Any, list[CaseEvent]] = {identity: [] for identity in ids}
    for event in CaseEvent.objects.filter(case_id__in=ids).order_by("case_id", "seq"):
        events[event.case_id].append(event)
    answers = {
        reply.case_id: reply.text
        for reply in Reply.objects.filter(case_id__in=ids, public=True, hidden=False).order_by("id")
    }
    names, asked, solved = department_names(), threads.asked(ids), last_ratings(ids)
    views = {case.id: _view(case, events[case.id], answers.get(case.id), names) for case in cases if case.id in events}
    for identity in views:
        views[identity] |= {"asked": asked[identity]} if asked[identity] else {}
        views[identity] |= {"solved": solved[identity]} if identity in solved else {}
    return views


def last_ratings(cases: Iterable[UUID]) -> dict[UUID, str]:
    """What visitors said last of whether it is settled, by case."""
    rows = AnswerRating.objects.filter(case_id__in=list(cases)).exclude(solved="").order_by("at", "record_id")
    return dict(rows.values_list("case_id", "solved"))


def department_names() -> Names:
    """Every department's name by language."""
    rows = Department.objects.values_list("venue_id", "code", "name")
    return {(venue, code): name for venue, code, name in rows}


def card_view(card: Card, count: int, names: Names, people: Mapping[str, int] | None = None) -> dict[str, Any]:
    """A board card as terminals and the phone page show it."""
    view = {
        "id": card.id,
        "need": card.need,
        "measure": card.measure,
        "day": card.day.isoformat(),
        "department": names.get((card.venue_id, card.department), {}),
        "count": count,
        "state": card.state,
        "removed": card.removed,
    }
    view |= {"said": card.said} if card.said else {}
    return view | ({"people": dict(people)} if people and people["rated"] else {})


def card_counts(cards: Iterable[Card]) -> dict[str, int]:
    """How many visits want what each card is about, each once: whoever's case it came from, and whoever said so too.

    One visit that wrote and also pressed +1 is one. What was taken back no longer counts.
    """
    wanted: dict[str, set[UUID]] = {card.id: set() for card in cards}
    linked = _linked(wanted)
    subjects = dict(Case.objects.filter(id__in=linked, withdrawn=False).values_list("id", "subject"))
    for identity, ids in linked.items():
        if identity in subjects:
            for card in ids:
                wanted[card].add(subjects[identity])
    for card, subject in Support.objects.filter(card__in=list(wanted)).values_list("card", "subject"):
        wanted[card].add(subject)
    return {card: len(visits) for card, visits in wanted.items()}


def card_people(cards: Iterable[Card]) -> dict[str, dict[str, int]]:
    """What the visitors behind each card say of it: of so many that rated, so many say it is settled."""
    found = {card.id: {"solved": 0, "rated": 0} for card in cards}
    linked = _linked(found)
    for identity, solved in last_ratings(linked).items():
        for card in linked[identity]:
            found[card]["rated"] += 1
            found[card]["solved"] += solved == "yes"
    return found


def _linked(cards: Iterable[str]) -> dict[UUID, list[str]]:
    """The cases that cards came from, with the cards of each."""
    linked: dict[UUID, list[str]] = defaultdict(list)
    for card, identity in CardCase.objects.filter(card_id__in=list(cards)).values_list("card_id", "case_id"):
        linked[identity].append(card)
    return linked


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
