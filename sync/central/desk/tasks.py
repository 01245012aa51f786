"""What comes again and again: open the box, publish, train, back up. Missed runs are seen on the first page."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth import authenticate
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from sync.central.cases import throttle
from sync.central.cases.deadlines import rules
from sync.central.cases.office import office
from sync.central.cases.roles import Hand
from sync.central.desk.door import for_staff, show
from sync.central.desk.models import Task, TaskRun
from sync.central.desk.visible import venues_of

STEP: Final[Mapping[str, int]] = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
GRACE: Final = 1  # working days


def ensure(venue: str, today: date) -> None:
    """The tasks that office.toml names, each once; the first run of each is due after one turn."""
    law = rules(settings.PLACES)
    known = set(Task.objects.filter(venue_id=venue).values_list("kind", flat=True))
    rows = [
        Task(
            venue_id=venue,
            kind=kind,
            every=one.every,
            post=one.post,
            two=one.two,
            next_due=law.reach(today + timedelta(days=min(7, STEP[one.every])), 0),
        )
        for kind, one in office(settings.PLACES).tasks.items()
        if kind not in known
    ]
    Task.objects.bulk_create(rows, ignore_conflicts=True)


def of(by: Hand, today: date) -> list[Task]:
    """The tasks of a hand's venues, the most pressing first; ``late`` says whether the grace is over."""
    law, found = rules(settings.PLACES), []
    for venue in venues_of(by):
        ensure(venue, today)
        for task in Task.objects.filter(venue_id=venue, active=True).order_by("next_due", "kind"):
            task.late = law.add(task.next_due, GRACE) < today  # type: ignore[attr-defined]
            found.append(task)
    return found


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """All of them, with their last run; and the form that says one was done."""
    if "tasks" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    problem = ""
    if request.method == "POST":
        problem = _done(request, by)
        if not problem:
            return redirect("desk:tasks")
    today = timezone.localdate()
    shown = [
        (task, TaskRun.objects.filter(task=task).select_related("who", "second").order_by("-at").first())
        for task in of(by, today)
    ]
    return show(
        request, by, "tasks", {"tasks": shown, "problem": problem, "today": today}, status=422 if problem else 200
    )


def _done(request: HttpRequest, by: Hand) -> str:
    form, now = request.POST, timezone.now()
    task = Task.objects.filter(
        pk=form.get("task", "0") if form.get("task", "").isdecimal() else 0, venue_id__in=venues_of(by)
    ).first()
    if task is None:
        return "moved"
    second = None
    if task.two:
        name, origins = (
            form.get("second", "")[:150],
            [throttle.address(request), f"name {form.get('second', '')[:150]}"],
        )
        if max(throttle.wait(throttle.LOGIN, origin, now) for origin in origins):
            return "second"
        second = authenticate(request, username=name, password=form.get("password", ""))
        if second is None or second.pk == by.user:
            for origin in origins:
                throttle.failed(throttle.LOGIN, origin, now)
            return "second"
    count, today = form.get("count", ""), timezone.localdate()
    with transaction.atomic():
        TaskRun.objects.create(
            task=task,
            due=task.next_due,
            at=now,
            who_id=by.user,
            second_id=second.pk if second else None,
            count=int(count) if count.isdecimal() and len(count) < 7 else None,
            note=form.get("note", "").replace("\0", "")[:500],
        )
        following = max(task.next_due, today - timedelta(days=1)) + timedelta(days=STEP[task.every])
        Task.objects.filter(pk=task.pk).update(next_due=rules(settings.PLACES).reach(following, 0))
    return ""
