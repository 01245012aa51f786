"""Topics over time: grouped and weighed every night, and what staff do to them.

Grouping proposes and never takes away: a confirmed topic keeps its members, its number and its history while it grows.
Raising a priority is free; lowering one needs two people.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db import transaction

from kiosk.errors import CallerError
from sync.central.cases.taxonomy import category_name
from sync.central.insight import gather
from sync.central.insight.grouping import Grouped, Item, Proposed, explain, group
from sync.central.insight.models import Member, Topic, TopicEvent
from sync.central.insight.weighing import BANDS, Judgement, Rules, Swap, Voice, Weighed, sensitivity, weigh

LIVE: Final = (Topic.State.PROPOSED, Topic.State.CONFIRMED)
NAME_WORDS: Final = 3


class MoveRefused(CallerError):
    """Something that may not be done to this topic now; says why in one word that the desk has a text for."""


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does it, when, and why. who: a user's number."""

    who: int
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Night:
    """What a night's work came to."""

    cases: int
    proposed: int
    joined: int
    weighed: int


def work(venue: str, today: date, rules: Rules) -> Night:
    """Group what is new, weigh everything. Doing it again changes nothing."""
    cases = gather.wanted(venue, today)
    items, voices = gather.items_and_voices(cases, rules)
    confirmed = dict(
        Member.objects.filter(topic__venue_id=venue, topic__state=Topic.State.CONFIRMED)
        .exclude(topic__state=Topic.State.MERGED)
        .values_list("case_id", "topic_id")
    )
    known = {str(case): str(topic) for case, topic in confirmed.items()}
    grouped = group(items, {item.id: known[item.id] for item in items if item.id in known})
    with transaction.atomic():
        _regroup(venue, grouped, cases, today)
        weighed = reweigh(venue, items, voices, today, rules)
    return Night(len(cases), len(grouped.proposed), len(grouped.joined), weighed)


def _regroup(venue: str, grouped: Grouped, cases: Sequence[Any], today: date) -> None:
    """Proposals are made anew each night; one that is the same as yesterday's keeps its row."""
    label = {str(case.id): case.category for case in cases}
    old = {
        topic.pk: {str(one) for one in topic.members.values_list("case_id", flat=True)}  # type: ignore[attr-defined]
        for topic in Topic.objects.filter(venue_id=venue, state=Topic.State.PROPOSED)
    }
    Member.objects.filter(topic_id__in=old).delete()
    Member.objects.bulk_create(Member(topic_id=int(topic), case_id=case) for case, topic in grouped.joined.items())
    for one in grouped.proposed:
        topic = _row_for(one, old)
        if topic is None:
            topic = Topic.objects.create(venue_id=venue, name=_name(one, label), opened=today)
        topic.words, topic.examples = list(one.words), list(one.examples)
        topic.name = _name(one, label)
        topic.save()
        Member.objects.bulk_create(Member(topic=topic, case_id=case) for case in one.items)
    Topic.objects.filter(pk__in=old, events__isnull=True).delete()
    Topic.objects.filter(pk__in=old).update(state=Topic.State.DISSOLVED)


def _row_for(one: Proposed, old: dict[int, set[str]]) -> Topic | None:
    """Yesterday's proposal that most of these were in. It leaves ``old``, where what is left over is dropped."""
    items = set(one.items)
    best = max(old, key=lambda topic: (len(old[topic] & items), -topic), default=None)
    if best is None or len(old[best] & items) * 2 <= len(items):
        return None
    del old[best]
    return Topic.objects.get(pk=best)


def _name(one: Proposed, label: Mapping[str, str]) -> dict[str, str]:
    """A first name, until somebody gives a better one: what it is called most often, and its words."""
    codes = [label[item] for item in one.items if label.get(item)]
    code = max(sorted(set(codes)), key=codes.count, default="")
    said = " ".join(one.words[:NAME_WORDS])
    named = {language: f"{name} · {said}" for language, name in category_name(code).items()}
    return named or {"zh-Hans": said}


def reweigh(venue: str, items: Sequence[Item], voices: Mapping[str, Voice], today: date, rules: Rules) -> int:
    """Work out every live topic's figures; how many."""
    month = gather.monthly(venue, today)
    topics = list(Topic.objects.filter(venue_id=venue, state__in=LIVE).order_by("id"))
    for topic in topics:
        members = [str(one) for one in topic.members.values_list("case_id", flat=True)]  # type: ignore[attr-defined]
        own = [voices[case] for case in sorted(members) if case in voices]
        _write(topic, weigh(own, judgement(topic), today, month, rules), today)
        if topic.state == Topic.State.CONFIRMED and own:
            told = explain(items, members)
            topic.words, topic.examples = list(told.words), list(told.examples)
        topic.save()
    return len(topics)


def judgement(topic: Topic) -> Judgement:
    """What people said of it."""
    return Judgement(topic.legal, topic.feasibility, topic.underserved)


def _write(topic: Topic, weighed: Weighed, today: date) -> None:
    for name in ("n", "days", "channels", "persons", "common", "score", "band", "why"):
        setattr(topic, name, getattr(weighed, name))
    topic.n_eff = round(weighed.n_eff, 4)
    topic.terms = {term: round(value, 4) for term, value in weighed.terms.items()}
    topic.weighed = today


def ranked(venue: str | None) -> list[Topic]:
    """Live topics as they count: by band, then by score."""
    topics = (
        Topic.objects.filter(state__in=LIVE) if venue is None else Topic.objects.filter(state__in=LIVE, venue_id=venue)
    )
    return sorted(topics, key=lambda topic: (topic.priority, -topic.score, topic.pk))


def swaps(topics: Iterable[Topic], rules: Rules) -> dict[int, Swap]:
    """For each topic that has one below it in its band: what would turn the two round."""
    by_band: dict[str, list[Topic]] = {band: [] for band in BANDS}
    for topic in topics:
        by_band[topic.priority].append(topic)
    found = {}
    for members in by_band.values():
        for swap in sensitivity([(str(topic.pk), topic.terms) for topic in members if topic.terms], rules.score):
            found[int(swap.upper)] = swap
    return found


# -- what staff do


@transaction.atomic
def confirm(topic: Topic, name: str, doing: Doing) -> None:
    """A person says that these mean the same, and what it is called."""
    _live(topic)
    if not name.strip():
        raise MoveRefused("name")
    topic.state, topic.name = Topic.State.CONFIRMED, {"zh-Hans": name.strip()[:80]}
    topic.save(update_fields=["state", "name"])
    _note(topic, "confirm", doing, name=name.strip()[:80])


@transaction.atomic
def rename(topic: Topic, name: str, doing: Doing) -> None:
    """Another name; the number stays."""
    _live(topic)
    if not name.strip():
        raise MoveRefused("name")
    before, topic.name = topic.name, {"zh-Hans": name.strip()[:80]}
    topic.save(update_fields=["name"])
    _note(topic, "rename", doing, before=before)


@transaction.atomic
def merge(topic: Topic, into: Topic, doing: Doing) -> None:
    """Everything of one goes to another of the same venue. Its own row stays, and says where to."""
    _live(topic)
    _live(into)
    if topic.pk == into.pk or topic.venue_id != into.venue_id:
        raise MoveRefused("into")
    moved = [str(one) for one in Member.objects.filter(topic=topic).values_list("case_id", flat=True)]
    Member.objects.filter(topic=topic).update(topic=into, by_hand=True)
    topic.state, topic.into = Topic.State.MERGED, into
    topic.save(update_fields=["state", "into"])
    into.state = Topic.State.CONFIRMED
    into.save(update_fields=["state"])
    _note(topic, "merge", doing, into=into.pk, cases=moved)
    _note(into, "merge", doing, taken=topic.pk, cases=moved)


@transaction.atomic
def split(topic: Topic, cases: Iterable[str], name: str, doing: Doing, today: date) -> Topic:
    """Some of its cases become a topic of their own."""
    _live(topic)
    _reason(doing)
    own = Member.objects.filter(topic=topic, case_id__in=list(cases))
    taken = [str(one) for one in own.values_list("case_id", flat=True)]
    if not taken or len(taken) == Member.objects.filter(topic=topic).count() or not name.strip():
        raise MoveRefused("split")
    fresh = Topic.objects.create(
        venue_id=topic.venue_id, name={"zh-Hans": name.strip()[:80]}, state=Topic.State.CONFIRMED, opened=today
    )
    own.update(topic=fresh, by_hand=True)
    _note(topic, "split", doing, to=fresh.pk, cases=taken)
    _note(fresh, "split", doing, of=topic.pk, cases=taken)
    return fresh


@transaction.atomic
def dissolve(topic: Topic, doing: Doing) -> None:
    """These did not mean the same after all; its cases are grouped anew."""
    _live(topic)
    _reason(doing)
    Member.objects.filter(topic=topic).delete()
    topic.state = Topic.State.DISSOLVED
    topic.save(update_fields=["state"])
    _note(topic, "dissolve", doing)


@transaction.atomic
def judge(topic: Topic, judged: Judgement, doing: Doing) -> None:
    """What only a person can say of it; counts from the next weighing on."""
    _live(topic)
    if not (0 <= judged.legal <= 1 and 0 <= judged.feasibility <= 1):
        raise MoveRefused("judge")
    before = judgement(topic)
    topic.legal, topic.feasibility, topic.underserved = judged.legal, judged.feasibility, judged.underserved
    topic.save(update_fields=["legal", "feasibility", "underserved"])
    _note(topic, "judge", doing, before=[before.legal, before.feasibility, before.underserved])


@transaction.atomic
def raise_to(topic: Topic, band: str, doing: Doing) -> None:
    """Up is free, with a reason."""
    _live(topic)
    _reason(doing)
    if band not in BANDS or band >= topic.priority:
        raise MoveRefused("band")
    _set(topic, band, "raise", doing)


@transaction.atomic
def lower_to(topic: Topic, band: str, doing: Doing) -> bool:
    """Down takes two people: the first asks, another does it; True when it is done. Safety and law stay on top."""
    _live(topic)
    _reason(doing)
    if band not in BANDS or band <= topic.priority or topic.why == "urgent":
        raise MoveRefused("band")
    asked = TopicEvent.objects.filter(topic=topic, kind__in=("ask_lower", "lower", "raise")).order_by("-id").first()
    if asked is not None and asked.kind == "ask_lower" and asked.told.get("band") == band:
        if asked.who_id == doing.who:  # type: ignore[attr-defined]
            raise MoveRefused("second")
        _set(topic, band, "lower", doing)
        return True
    _note(topic, "ask_lower", doing, band=band)
    return False


def _set(topic: Topic, band: str, kind: str, doing: Doing) -> None:
    before, topic.by_hand = topic.priority, "" if band == topic.band else band
    topic.save(update_fields=["by_hand"])
    _note(topic, kind, doing, before=before, band=band)


def _live(topic: Topic) -> None:
    if topic.state not in LIVE:
        raise MoveRefused("state")


def _reason(doing: Doing) -> None:
    if len(doing.why.strip()) < 4:
        raise MoveRefused("why")


def _note(topic: Topic, kind: str, doing: Doing, **told: Any) -> None:
    TopicEvent.objects.create(
        topic=topic, kind=kind, who_id=doing.who, at=doing.at, why=doing.why.strip()[:500], told=told
    )
