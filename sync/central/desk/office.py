"""The office: doors to everything that is not today's cases; the rota; later looks; practice; insider patterns."""

from datetime import date
from typing import Any, Final

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from kiosk.errors import CallerError
from sync.central.cases import duty, later, patterns
from sync.central.cases.models import Absence, AccessLog, Case, Department, Duty, LaterLook
from sync.central.cases.roles import Hand
from sync.central.desk.deeds import day_from
from sync.central.desk.door import PRACTICE, for_staff, show
from sync.central.desk.visible import venues_of, visible

# name of the page → the right it needs; nothing: everybody's
DOORS: Final = (
    *(
        ("moderation", "excerpt"),
        ("looks", "see_any"),
        ("rights", "rights"),
        ("wordings", "note"),
        ("tasks", "tasks"),
        ("rota", "rota"),
    ),
    *(("training", "learn"), ("jobs", "export"), ("patterns", "patterns"), ("evidence", "evidence")),
    *(
        ("settings", "settings"),
        ("forms", "settings"),
        ("people", "people"),
        ("factor", "learn"),
        ("access", "patterns"),
        ("health", "tasks"),
        ("judging", "figures"),
    ),
)


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """The doors that are open to this hand."""
    rights = by.rights | ({"see_any"} if by.looks else set())
    return show(request, by, "office", {"doors": [name for name, right in DOORS if right in rights]})


@for_staff
def rota(request: HttpRequest, by: Hand) -> HttpResponse:
    """Who is on duty where, who is away, and where nobody is."""
    if "rota" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    if request.method == "POST":
        _change_rota(request, by)
        return redirect("desk:rota")
    today = timezone.localdate()
    shifts = Duty.objects.filter(venue_id__in=venues_of(by)).select_related("user", "deputy", "venue")
    context = {
        "shifts": shifts.order_by("venue", "post", "day", "weekday"),
        "aways": Absence.objects.filter(last__gte=today).select_related("user", "deputy").order_by("first"),
        "people": User.objects.filter(is_active=True).order_by("first_name", "username"),
        "posts": [
            duty.INBOX,
            *dict.fromkeys(Department.objects.filter(active=True).order_by("order").values_list("code", flat=True)),
        ],
        "now": [(venue, _posts_today(venue, today)) for venue in venues_of(by)],
        "weekdays": range(7),
        "today": today,
    }
    return show(request, by, "rota", context)


@for_staff
def looks(request: HttpRequest, by: Hand) -> HttpResponse:
    """Later looks that are due, and what came of those before."""
    if not by.looks:
        return show(request, by, "refused", {}, status=403)
    problem = False
    if request.method == "POST" and (pk := request.POST.get("look", "")).isdecimal():
        case = LaterLook.objects.filter(pk=int(pk), done_day=None).values_list("case_id", flat=True).first()
        if case is None or not visible(by).filter(id=case).exists():
            return show(request, by, "refused", {}, status=403)
        try:
            later.look(
                int(pk),
                request.POST.get("holds") == "1",
                request.POST.get("note", "").replace("\0", ""),
                by,
                timezone.now(),
            )
            return redirect("desk:looks")
        except CallerError:
            problem = True
    today = timezone.localdate()
    due = LaterLook.objects.filter(done_day=None, venue_id__in=venues_of(by)).order_by("due", "id")[:100]
    cases = visible(by).in_bulk([one.case_id for one in due])
    shown = [(one, cases[one.case_id]) for one in due if one.case_id in cases]
    return show(
        request, by, "looks", {"looks": shown, "today": today, "problem": problem}, status=422 if problem else 200
    )


@require_POST
@for_staff
def practice(request: HttpRequest, by: Hand) -> HttpResponse:
    """Into training mode and out of it. Real cases are out of reach while it lasts."""
    from sync.central.desk import course

    request.session[PRACTICE] = not by.practice
    if request.session[PRACTICE]:
        course.fill(by, timezone.now())
    return redirect("desk:overview")


@for_staff
def insider(request: HttpRequest, by: Hand) -> HttpResponse:
    """Patterns that a visitor hardly makes: for the supervisor alone, and it is written down that they looked."""
    if "patterns" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    found = [one for venue in venues_of(by) for one in patterns.of(venue, timezone.localdate())]
    return show(request, by, "patterns", {"patterns": found, "days": patterns.DAYS})


@for_staff
def access(request: HttpRequest, by: Hand) -> HttpResponse:
    """Who looked at what is not shown to everybody, newest first."""
    if "patterns" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    rows = AccessLog.objects.filter(venue_id__in=venues_of(by)).select_related("who").order_by("-at")[:200]
    cases = Case.objects.in_bulk([row.case_id for row in rows])
    return show(request, by, "access", {"rows": [(row, cases.get(row.case_id)) for row in rows]})


def _change_rota(request: HttpRequest, by: Hand) -> None:
    form = request.POST
    user, deputy = _person(form.get("user", "")), _person(form.get("deputy", ""))
    if (gone := form.get("off", "")).isdecimal():
        Duty.objects.filter(pk=int(gone), venue_id__in=venues_of(by)).delete()
    elif (back := form.get("back", "")).isdecimal():
        Absence.objects.filter(pk=int(back)).delete()
    elif form.get("what") == "away" and user:
        first, last = day_from(form.get("first", "")), day_from(form.get("last", ""))
        if first and last and first <= last:
            Absence.objects.create(user=user, first=first, last=last, deputy=deputy, why=form.get("why", "")[:64])
    elif form.get("what") == "shift" and user and form.get("venue", "") in venues_of(by):
        weekday = form.get("weekday", "")
        Duty.objects.create(
            venue_id=form["venue"],
            post=form.get("post", duty.INBOX)[:32],
            user=user,
            deputy=deputy,
            weekday=int(weekday) if weekday in set("0123456") else None,
            day=day_from(form.get("day", "")),
        )


def _person(text: str) -> User | None:
    return User.objects.filter(pk=int(text), is_active=True).first() if text.isdecimal() and len(text) < 9 else None


def _posts_today(venue: str, today: date) -> list[tuple[str, Any]]:
    found = duty.rota(venue, today)
    posts = [
        duty.INBOX,
        *Department.objects.filter(venue_id=venue, active=True).order_by("order").values_list("code", flat=True),
    ]
    people = {user.pk: user for user in User.objects.all()}
    return [(post, people.get(found.on_duty(post) or 0)) for post in posts]
