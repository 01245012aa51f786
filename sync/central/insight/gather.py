"""From cases to what is grouped and weighed: their words, what was chosen, how grave, and whose voice it is."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from sync.central.cases import sequels, tallies
from sync.central.cases.assemble import Story, assemble
from sync.central.cases.derive import flags_of
from sync.central.cases.models import Case, CaseRecord, Slip
from sync.central.cases.pieces import read
from sync.central.cases.projector import stored
from sync.central.insight.grouping import Item
from sync.central.insight.scrub import ABOUT_ONESELF
from sync.central.insight.weighing import Rules, Voice

WINDOW: Final = timedelta(days=540)  # three half-lives: what is older weighs an eighth and less
MONTH: Final = timedelta(days=30)
_OVERALL: Final = frozenset({"grade", "overall"})
_GRAVITY: Final = {"safety": "danger", "legal": "danger", "failure": "failure", "inconvenience": "inconvenience"}
_GROUPS: Final = {
    "age_band": {"u14", "a14", "a60", "a70"},
    "residence": {"migrant"},
    "access_need": {"yes"},
    "for_whom": {"child", "elder"},
    "age14": {"under"},
}
_CHUNK: Final = 500


def wanted(venue: str, today: date) -> list[Case]:
    """The cases that can say what is needed: counted, with words or choices, not older than the window."""
    found = Case.objects.filter(venue_id=venue, counted=True, practice=False, received_day__gt=today - WINDOW)
    return list(found.exclude(state__in=("invalid", "merged")).filter(asks=True).order_by("id"))


def monthly(venue: str, today: date) -> int:
    """How many items the venue heard in the last 30 days."""
    return tallies.summed([venue], today - MONTH + timedelta(days=1), today)["counted"]


def items_and_voices(cases: Sequence[Case], rules: Rules) -> tuple[list[Item], dict[str, Voice]]:
    """What grouping reads, and what weighing counts, by the case's id."""
    hands = dict(Slip.objects.filter(case_id__in=[case.id for case in cases]).values_list("case_id", "hands"))
    items, voices = [], {}
    for case, story in stories(cases):
        answers = answers_of(story)
        items.append(Item(str(case.id), case.words, case.category, chosen(answers)))
        voices[str(case.id)] = voice(case, story, answers, hands.get(case.id, 1), rules)
    return items, voices


def answers_of(story: Story) -> dict[str, Any]:
    """The answers that stand, of every form of the visit; the one that counts goes first."""
    told: dict[str, Any] = {}
    for piece in reversed(story.standing):
        told |= piece.answers
    return told


def chosen(answers: Mapping[str, Any]) -> frozenset[str]:
    """What was picked, as marks: no words, no grade, nothing about oneself."""
    about = {name: value for name, value in answers.items() if name not in ABOUT_ONESELF and name not in _OVERALL}
    pairs = ((name, one) for name, value in about.items() for one in (value if isinstance(value, list) else [value]))
    return frozenset(f"{name}={one}" for name, one in pairs if isinstance(one, str) and one.isascii() and len(one) < 16)


def voice(case: Case, story: Story, answers: Mapping[str, Any], hands: int, rules: Rules) -> Voice:
    """Whose voice a case is, and how much it weighs on its own."""
    return Voice(
        person=f"visit/{case.subject}",
        day=case.received_day,
        level=case.level,
        channel=case.channel,
        hands=hands if case.channel == "meeting" else 1,
        severity=rules.severity[gravity(case, story, answers)],
        group9=any(answers.get(name) in said for name, said in _GROUPS.items()),
        category=case.category,
        tags=frozenset(story.tags),
    )


def gravity(case: Case, story: Story, answers: Mapping[str, Any]) -> str:
    """danger, failure, inconvenience or wish: what the form worked out, else what the grade and the catalogue say."""
    if told := _GRAVITY.get(str(answers.get("severity", ""))):
        return told
    if flags_of(case.category, story.tags) & {"safety", "legal"}:
        return "danger"
    if case.grade is not None and case.grade <= 3:
        return "failure" if case.grade <= 2 else "inconvenience"
    return "wish"


def stories(cases: Sequence[Case]) -> Iterator[tuple[Case, Story]]:
    """Each case with what its records say, put together again."""
    for start in range(0, len(cases), _CHUNK):
        part = cases[start : start + _CHUNK]
        told = _told([case.id for case in part])
        for case in part:
            if (story := told.get(case.id)) is not None:
                yield case, story


def _told(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Story]:
    owner = dict(CaseRecord.objects.filter(case_id__in=list(ids)).values_list("record_id", "case_id"))
    pieces = defaultdict(list)
    for record in stored(list(owner)):
        if (piece := read(record)) is not None and not sequels.is_sequel(piece):
            pieces[owner[record.id]].append(piece)
    return {identity: story for identity, own in pieces.items() if (story := assemble(own)) is not None}
