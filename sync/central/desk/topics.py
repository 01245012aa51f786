"""Topics in order of priority, and one topic with everything its score is made of."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.conf import settings
from django.db.models import Case as Case_
from django.db.models import When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from sync.central.cases.models import Case
from sync.central.cases.roles import Hand
from sync.central.desk.door import for_staff, show
from sync.central.insight import afteruse, panels, topics, weighing
from sync.central.insight.models import Improvement, Member, PanelVoice, Topic
from sync.central.insight.weighing import TERMS, Judgement

READ: Final = "figures"  # who may see what topics there are; whose words they are needs ``see``
WORK: Final = "topics"
SHOWN: Final = 60  # cases of a topic on its page


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Every live topic, the most urgent first."""
    _may(by, READ)
    rules = weighing.load(settings.PLACES.data)
    found = topics.ranked(by.venue)
    return show(request, by, "topics", {"topics": found, "swaps": _swaps(found, rules), "rules": rules, "terms": TERMS})


@for_staff
def topic(request: HttpRequest, by: Hand, pk: int) -> HttpResponse:
    """One topic: why it is one, what it weighs, who says it, and what was done."""
    _may(by, READ)
    return _topic(request, by, _mine(by, pk))


@require_POST
@for_staff
def do(request: HttpRequest, by: Hand, pk: int) -> HttpResponse:
    """Something done to a topic; a refusal says why on its page."""
    _may(by, WORK)
    one, told = _mine(by, pk), request.POST
    doing = topics.Doing(by.user or 0, timezone.now(), told.get("why", ""))
    try:
        _do(one, told, doing, timezone.localdate())
    except topics.MoveRefused as refused:
        return _topic(request, by, one, problem=str(refused), status=409)
    return redirect("desk:topic", pk)


def _do(one: Topic, told: Mapping[str, str], doing: topics.Doing, today: date) -> None:
    kind = told.get("kind", "")
    if kind in {"confirm", "rename"}:
        (topics.confirm if kind == "confirm" else topics.rename)(one, told.get("name", ""), doing)
    elif kind == "merge":
        into = Topic.objects.filter(pk=number(told.get("into")), venue_id=one.venue_id).first()
        if into is None:
            raise topics.MoveRefused("into")
        topics.merge(one, into, doing)
    elif kind == "split":
        topics.split(one, told.getlist("case"), told.get("name", ""), doing, today)  # type: ignore[attr-defined]
    elif kind == "dissolve":
        topics.dissolve(one, doing)
    elif kind == "judge":
        judged = Judgement(_share(told.get("legal")), _share(told.get("feasibility")), bool(told.get("underserved")))
        topics.judge(one, judged, doing)
    elif kind in {"raise", "lower"}:
        (topics.raise_to if kind == "raise" else topics.lower_to)(one, told.get("band", ""), doing)
    else:
        _follow(kind, one, told, doing, today)


def _follow(kind: str, one: Topic, told: Mapping[str, str], doing: topics.Doing, today: date) -> None:
    """What comes after: a measure, its use, what a panel says of it."""
    if kind == "improve":
        _improve(one, told, doing, today)
    elif kind == "finish":
        _finish(one, told, today)
    elif kind == "panel":
        panels.note(one, told, doing)
    else:
        raise topics.MoveRefused("state")


def _improve(one: Topic, told: Mapping[str, str], doing: topics.Doing, today: date) -> None:
    words = {name: told.get(name, "").strip()[:500] for name in ("problem", "measure", "indicator")}
    due, cost = _day(told.get("due")), number(told.get("cost"))
    if not all(words.values()) or due is None or cost is None or cost < 0:
        raise topics.MoveRefused("improve")
    words["indicator"] = words["indicator"][:200]
    Improvement.objects.create(topic=one, owner_id=doing.who, due=due, cost=cost, opened=today, **words)


def _finish(one: Topic, told: Mapping[str, str], today: date) -> None:
    """Nothing is done before its use has been counted (R48)."""
    numbers = {name: number(told.get(name)) for name in ("seats", "attended", "spent")}
    seats, attended, spent = numbers["seats"], numbers["attended"], numbers["spent"]
    if seats is None or attended is None or spent is None or not 0 <= attended <= seats or seats == 0 or spent < 0:
        raise topics.MoveRefused("use")
    open_ = Improvement.objects.filter(pk=number(told.get("improvement")), topic=one).exclude(state="done")
    if not open_.update(state=Improvement.State.DONE, finished=today, **numbers):
        raise topics.MoveRefused("use")


def _topic(request: HttpRequest, by: Hand, one: Topic, *, problem: str = "", status: int = 200) -> HttpResponse:
    rules = weighing.load(settings.PLACES.data)
    listed = topics.ranked(one.venue_id)
    members = Member.objects.filter(topic=one).values_list("case_id", flat=True)
    cases = Case.objects.filter(id__in=members).order_by(
        Case_(When(words="", then=1), default=0), "-received_day", "id"
    )[:SHOWN]
    return show(
        request,
        by,
        "topic",
        {
            "topic": one,
            "parts": [(term, rules.score[term], one.terms.get(term, 0.0)) for term in TERMS],
            "points": {term: round(100 * rules.score[term] * one.terms.get(term, 0.0), 2) for term in TERMS},
            "rules": rules,
            "least": max(rules.least, rules.share * _month(one)),
            "swap": _swaps(listed, rules).get(one.pk),
            "cases": cases if "see" in by.rights else None,
            "opens": "see" in by.rights,
            "others": [other for other in listed if other.pk != one.pk],
            "bands": weighing.BANDS,
            "events": one.events.select_related("who").order_by("-id"),  # type: ignore[attr-defined]
            "improvements": [(each, afteruse.use(each, timezone.localdate())) for each in _improvements(one)],
            "panel": panels.of(one),
            "panel_roles": PanelVoice.ROLES,
            "may": WORK in by.rights and one.state in topics.LIVE,
            "problem": problem,
        },
        status=status,
    )


def _improvements(one: Topic) -> Any:
    return Improvement.objects.filter(topic=one).select_related("topic", "owner").order_by("id")


def _month(one: Topic) -> int:
    from sync.central.insight.gather import monthly

    return monthly(one.venue_id, timezone.localdate())


def _swaps(found: list[Topic], rules: weighing.Rules) -> dict[int, dict[str, Any]]:
    names = {topic.pk: topic.name for topic in found}
    return {
        pk: {"lower": names[int(swap.lower)], "margin": swap.margin, "term": swap.term, "change": swap.change}
        for pk, swap in topics.swaps(found, rules).items()
    }


def _mine(by: Hand, pk: int) -> Topic:
    one = get_object_or_404(Topic, pk=pk)
    if by.venue not in {None, one.venue_id}:
        raise Http404
    return one


def _may(by: Hand, right: str) -> None:
    if right not in by.rights:
        raise Http404


def number(text: str | None) -> int | None:
    """A whole number as somebody typed it; None for anything else."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _share(text: str | None) -> float:
    try:
        return min(1.0, max(0.0, float(text or 0)))
    except ValueError:
        raise topics.MoveRefused("judge") from None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
