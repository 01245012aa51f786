"""Timetables and budgets that the programme proposes: made from a file, put side by side, signed by a person."""

from collections import defaultdict
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from kiosk.errors import ConfigError
from sync.central.cases.roles import Hand
from sync.central.desk.door import for_staff, show
from sync.central.desk.topics import READ, WORK, number
from sync.central.insight import sides, topics, wishes
from sync.central.insight.allocation import broken, propose
from sync.central.insight.models import Proposal, Topic
from sync.central.intake.models import Venue

TEXT_MAX: Final = 200_000
SEEN: Final = 50


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """What was proposed so far, and the form for another."""
    _may(by, READ)
    return _page(request, by)


@require_POST
@for_staff
def make(request: HttpRequest, by: Hand) -> HttpResponse:
    """Work out a plan from the text; a mistake in it is shown in one line, with the text as it was."""
    _may(by, WORK)
    name, text = request.POST.get("name", "").strip()[:64], request.POST.get("text", "")[:TEXT_MAX]
    venue = by.venue or request.POST.get("venue", "")
    if not name or not Venue.objects.filter(pk=venue).exists():
        return _page(request, by, text=text, problem="name", status=400)
    if Proposal.objects.filter(venue_id=venue, name=name).exists():
        return _page(request, by, text=text, problem="name", status=409)
    scores = {topic.pk: (f"{topic.pk}", topic.score) for topic in Topic.objects.filter(venue_id=venue)}
    try:
        needs, means = wishes.read(text, scores)
    except ConfigError as error:
        return _page(request, by, text=text, problem=str(error), status=400)
    plan = propose(needs, means)
    if wrong := broken(plan, needs, means):  # never seen; if it were, nobody should sign it
        return _page(request, by, text=text, problem="; ".join(wrong), status=500)
    made = Proposal.objects.create(
        venue_id=venue, at=timezone.now(), name=name, asked={"text": text}, plan=wishes.as_plain(plan)
    )
    return redirect("desk:plan", made.pk)


@for_staff
def plan(request: HttpRequest, by: Hand, pk: int) -> HttpResponse:
    """One plan by slot and room; beside=N puts another one beside it."""
    _may(by, READ)
    one = _mine(by, pk)
    beside = number(request.GET.get("beside"))
    other = Proposal.objects.filter(pk=beside, venue_id=one.venue_id).first() if beside is not None else None
    return show(
        request,
        by,
        "plan",
        {
            "one": one,
            "sides": [_side(side) for side in (one, other) if side is not None],
            "differences": _differences(one, other) if other is not None else None,
            "others": Proposal.objects.filter(venue_id=one.venue_id).exclude(pk=one.pk).order_by("-at")[:SEEN],
            "may_sign": WORK in by.rights and one.signed_at is None,
        },
    )


@require_POST
@for_staff
def sign(_: HttpRequest, by: Hand, pk: int) -> HttpResponse:
    """A person takes it on. Nothing counts before."""
    _may(by, WORK)
    one = _mine(by, pk)
    Proposal.objects.filter(pk=one.pk, signed_at=None).update(signed_by_id=by.user, signed_at=timezone.now())
    return redirect("desk:plan", pk)


def _side(one: Proposal) -> dict[str, Any]:
    """A plan as a table: slots down, rooms across."""
    kept = wishes.from_plain(one.plan)
    rooms = sorted({run.room for run in kept.runs})
    cells: dict[str, dict[str, Any]] = defaultdict(dict)
    for run in kept.runs:
        cells[run.slot][run.room] = run
    names = {f"{topic.pk}": topic.name for topic in Topic.objects.filter(venue_id=one.venue_id)}
    rows = [(slot, [cells[slot].get(room) for room in rooms]) for slot in sorted(cells)]
    left = [(names.get(need, need), why) for need, why in kept.left_out.items()]
    return {
        "proposal": one,
        "plan": kept,
        "rooms": rooms,
        "rows": rows,
        "left": left,
        "names": names,
        "groups": _groups(one, kept),
    }


def _differences(one: Proposal, other: Proposal) -> list[tuple[str, float, float, float]]:
    """What the other plan has more, or less."""
    plans = [wishes.from_plain(side.plan) for side in (one, other)]
    told = [
        {
            "runs": len(kept.runs),
            "people": kept.people,
            "cost": kept.cost,
            "value": kept.value,
            "left": len(kept.left_out),
        }
        for kept in plans
    ]
    return [(name, told[0][name], told[1][name], round(told[1][name] - told[0][name], 2)) for name in told[0]]


def _groups(one: Proposal, kept: Any) -> list[sides.Side]:
    """Whose wishes it serves; nothing where its text cannot be read any more."""
    scores = {topic.pk: (f"{topic.pk}", topic.score) for topic in Topic.objects.filter(venue_id=one.venue_id)}
    try:
        needs, means = wishes.read(one.asked.get("text", ""), scores)
    except ConfigError:
        return []
    return sides.of(kept, needs, means) if any(need.group for need in needs) else []


def _page(request: HttpRequest, by: Hand, *, text: str = "", problem: str = "", status: int = 200) -> HttpResponse:
    found = Proposal.objects.order_by("-at")
    found = found if by.venue is None else found.filter(venue_id=by.venue)
    context = {
        "plans": found[:SEEN],
        "text": text,
        "problem": problem,
        "may": WORK in by.rights,
        "venues": Venue.objects.order_by("id") if by.venue is None else None,
        "topics": topics.ranked(by.venue)[:SEEN],
    }
    return show(request, by, "plans", context, status)


def _mine(by: Hand, pk: int) -> Proposal:
    one = get_object_or_404(Proposal, pk=pk)
    if by.venue not in {None, one.venue_id}:
        raise Http404
    return one


def _may(by: Hand, right: str) -> None:
    if right not in by.rights:
        raise Http404
