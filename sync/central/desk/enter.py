"""Entering what did not come over a screen: slips of paper, talks, word of mouth; and batches from a stick."""

from collections.abc import Mapping
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from sync.central.cases import entering
from sync.central.cases.models import Case, Meeting, Slip
from sync.central.cases.roles import Hand
from sync.central.cases.taxonomy import catalogue
from sync.central.desk import words
from sync.central.desk.deeds import day_from
from sync.central.desk.door import for_staff, show
from sync.central.intake.models import Venue
from sync.central.keys import load

LINES: Final = 40  # items of one meeting


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """The form for one slip; what was entered last stands beside it with its code."""
    if "enter" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    return show(request, by, "enter", _context(request, by))


@require_POST
@for_staff
def slip(request: HttpRequest, by: Hand) -> HttpResponse:
    """One slip, or one thing that somebody said."""
    if "enter" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    try:
        told = told_from(request.POST)
        done = entering.enter(told, _venue(by, request.POST), by, timezone.now(), load(settings.PLACES))
    except entering.Unfit as problem:
        context = _context(request, by) | {"problem": words.UNFIT[problem.what], "tried": request.POST}
        return show(request, by, "enter", context, status=422)
    request.session["entered"] = [
        *request.session.get("entered", [])[-9:],
        [done.code, str(done.case.id), done.case.number],
    ]
    return redirect("desk:enter")


@for_staff
def meeting(request: HttpRequest, by: Hand) -> HttpResponse:
    """A meeting with its items: one line each, with a category in front where it is clear."""
    if "enter" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    if request.method != "POST":
        return show(request, by, "meeting", _context(request, by))
    try:
        held, entered = entering.hold(
            talk_from(request.POST), _venue(by, request.POST), by, timezone.now(), load(settings.PLACES)
        )
    except entering.Unfit as problem:
        context = _context(request, by) | {"problem": words.UNFIT[problem.what], "tried": request.POST}
        return show(request, by, "meeting", context, status=422)
    return show(request, by, "meeting", _context(request, by) | {"held": held, "entered": entered})


@for_staff
def meetings(request: HttpRequest, by: Hand) -> HttpResponse:
    """The minutes of meetings, with what became of each item."""
    if not by.looks:
        return show(request, by, "refused", {}, status=403)
    found = Meeting.objects.order_by("-day", "-at")
    found = list((found if by.venue is None else found.filter(venue_id=by.venue))[:40])
    slips = list(Slip.objects.filter(meeting__in=found).order_by("id").values_list("meeting_id", "case_id"))
    cases = Case.objects.in_bulk([case for _, case in slips])
    shown = [
        (one, [cases[case] for meeting_id, case in slips if meeting_id == one.id and case in cases]) for one in found
    ]
    return show(request, by, "meetings", {"meetings": shown})


def told_from(form: Mapping[str, str]) -> entering.Told:
    """What a posted form says. Raises Unfit for a day or number that is none."""
    day = day_from(form.get("day", ""))
    if day is None:
        raise entering.Unfit("day")
    grade = form.get("grade", "")
    return entering.Told(
        words=form.get("words", "").replace("\0", ""),
        channel=form.get("channel", "paper"),
        day=day,
        category=form.get("category", "")[:2],
        grade=int(grade) if grade in set("12345") else None,
        slip=form.get("slip", "").replace("\0", "")[:33],
        contact=form.get("contact", "").replace("\0", "")[:32],
    )


def talk_from(form: QueryDict) -> entering.Talk:
    """A meeting; every line of ``items`` is one: ``C1 三人：…`` — category and hands may stand in front."""
    day, people = day_from(form.get("day", "")), form.get("people", "")
    if day is None or not people.isdecimal() or len(people) > 5:
        raise entering.Unfit("meeting")
    lines = [line.strip() for line in form.get("items", "").replace("\0", "").splitlines() if line.strip()][:LINES]
    return entering.Talk(
        day=day,
        title=form.get("title", ""),
        host=form.get("host", ""),
        people=int(people),
        groups=form.get("groups", ""),
        minutes=form.get("minutes", "").replace("\0", ""),
        items=tuple(_item(line, day) for line in lines),
    )


def _item(line: str, day: Any) -> entering.Told:
    first, _, rest = line.partition(" ")
    code, _, hands = first.partition("*")
    known = any(code == sub.code for one in catalogue().categories for sub in one.subcategories)
    if known and rest.strip():
        count = int(hands) if hands.isdecimal() and len(hands) < 5 else 1
        return entering.Told(rest.strip(), "meeting", day, category=code, hands=max(1, count))
    return entering.Told(line, "meeting", day)


def _venue(by: Hand, form: Mapping[str, str]) -> Venue:
    wanted = by.venue or form.get("venue", "")
    found = Venue.objects.filter(pk=wanted).first() or (Venue.objects.order_by("id").first() if not by.venue else None)
    if found is None:
        raise entering.Unfit("venue")
    return found


def _context(request: HttpRequest, by: Hand) -> dict[str, Any]:
    venues = Venue.objects.order_by("id")
    return {
        "categories": catalogue().categories,
        "grades": words.GRADES,
        "venues": [] if by.venue else list(venues),
        "entered_before": list(reversed(request.session.get("entered", []))),
        "today": timezone.localdate(),
        "ingest": "ingest" in by.rights,
    }
