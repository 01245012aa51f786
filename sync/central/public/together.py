"""The commons on a phone: the vote of the week, courses that open when enough join, the wish wall.

Results of a vote stay hidden until one has voted, where seeing them first would lead the vote. Every voice is a record
of a form that ships, with the visit as its subject and nobody's name.
"""

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from kiosk.errors import AnswersError
from kiosk.forms.visit import FormVisit
from kiosk.records import new_id, wire_time
from sync.central.cases import ballots, library
from sync.central.cases.language import tag
from sync.central.cases.models import Ballot
from sync.central.commons import lists
from sync.central.intake import own
from sync.central.intake.models import Venue
from sync.central.public import visits
from sync.central.public.boards import write
from sync.central.public.frame import page, render

_LAST: Final = "crowded"


@csrf_exempt  # no cookie is involved: the visit's signed name travels in the form
@require_http_methods(["GET", "HEAD", "POST"])
@page
def vote(request: HttpRequest) -> HttpResponse:
    """The votes that are open, and what came of those that are over."""
    now, problem = timezone.now(), ""
    today, token = timezone.localdate(now), visits.token(request, now)
    if request.method == "POST":
        problem = _choose(request, token, today, ballots.VOTE)
    mine = dict(_mine(token, ballots.VOTE).values_list("topic", "choice"))
    polls = [_poll(poll, list(options), mine) for poll, options in groupby(_votes(today), lambda row: row["poll"])]
    return render(request, "vote", {"polls": polls, "visit": token, "problem": problem})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@page
def join(request: HttpRequest) -> HttpResponse:
    """Courses that open when enough people would come."""
    now, problem = timezone.now(), ""
    today, token = timezone.localdate(now), visits.token(request, now)
    if request.method == "POST":
        problem = _choose(request, token, today, ballots.JOIN)
    mine = set(_mine(token, ballots.JOIN).values_list("topic", flat=True))
    courses = [_said(row) | {"mine": row["name"] in mine} for row in _each(lists.signups, today)]
    times = _times()
    return render(request, "join", {"courses": courses, "times": times, "visit": token, "problem": problem})


@require_GET
@page
def wall(request: HttpRequest) -> HttpResponse:
    """Wishes that a moderator put up."""
    wishes = [row for venue in _venues() for row in lists.wall(venue)]
    return render(request, "wall", {"wishes": [_said(row) for row in wishes]})


def _poll(name: str, options: list[dict[str, Any]], mine: Mapping[str, str]) -> dict[str, Any]:
    first = options[0]
    seen = not first["blind"] or not first["open"] or name in mine
    return _said(first) | {
        "name": name,
        "options": [_said(row) | {"percent": _percent(row), "mine": mine.get(name) == row["name"]} for row in options],
        "seen": seen,
        "voted": name in mine,
    }


def _percent(row: Mapping[str, Any]) -> int:
    return row["count"] * 100 // row["total"] if row["total"] else 0


def _choose(request: HttpRequest, token: str, today: date, form: str) -> str:
    """One voice: through the form that ships, so that only what is on offer can be chosen. What is wrong, or ""."""
    visit, now = visits.subject(token), timezone.now()
    topic, choice = request.POST.get("topic", "")[:64], request.POST.get("choice", "")[:64]
    venue = next((one for one in _venues() if topic in _open(one, today, form)), None)
    if visit is None or venue is None:
        return "over"
    answers = _answers(form, topic, choice, venue, today, request.POST.getlist("times")[:8])
    if answers is None:
        return "none"
    if Ballot.objects.filter(form=form, topic=topic, choice=choice or form, subject=visit).exists():
        return ""
    if visits.crowded(request, now):
        return _LAST
    body = {
        "answers": answers,
        "category": None,
        "channel": "phone",
        "consents": [],
        "duration_ms": 0,
        "id": str(new_id(now)),
        "language": tag(),
        "level": "V0",
        "lookup": None,
        "sealed": None,
        "subject": str(visit),
        "time": wire_time(now),
    }
    shape = library.form(form)
    write(own.Entry("feedback.submitted", venue, body, form=form, form_version=shape.version if shape else None))
    return ""


def _answers(  # noqa: PLR0917 — one voice, each part of another kind
    form: str, topic: str, choice: str, venue: str, today: date, times: list[str]
) -> dict[str, Any] | None:
    shape = library.form(form)
    if shape is None:
        return None
    rows = {lists.VOTES: lists.votes(venue, today), lists.SIGNUPS: lists.signups(venue, today)}
    preset = {"poll": topic} if form == ballots.VOTE else {}
    given = {"choice": choice} if form == ballots.VOTE else {"course": topic} | ({"times": times} if times else {})
    filled = FormVisit.start(shape, today=today, lists=rows, preset=preset)
    try:
        for name, value in given.items():
            filled = filled.answer(name, value)
    except AnswersError:
        return None
    return None if filled.all_problems() else filled.answers()


def _open(venue: str, today: date, form: str) -> set[str]:
    if form == ballots.VOTE:
        return {row["poll"] for row in lists.votes(venue, today) if row["open"]}
    return {row["name"] for row in lists.signups(venue, today) if row["state"] != "over"}


def _mine(token: str, form: str) -> Any:
    return Ballot.objects.filter(form=form, subject=visits.subject(token)).order_by("at", "id")


def _times() -> list[dict[str, str]]:
    form = library.form(ballots.JOIN)
    question = form.by_name.get("times") if form else None
    items = question.itemset.items if question is not None and question.itemset else ()
    column = tag().replace("zh-Hans", "zh")
    return [{"name": item.name, "label": item.text.plain(column) or item.text.plain("zh")} for item in items]


def _votes(today: date) -> list[dict[str, Any]]:
    return _each(lists.votes, today)


def _each(rows: Any, today: date) -> list[dict[str, Any]]:
    return [row for venue in _venues() for row in rows(venue, today)]


def _venues() -> list[str]:
    return list(Venue.objects.order_by("id").values_list("id", flat=True))


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of a live list in the page's language."""
    english = tag() == "en"
    names = {name.removesuffix("_en") for name in row if name.endswith("_en")}
    return dict(row) | {name: row[f"{name}_en" if english else name] for name in names}
