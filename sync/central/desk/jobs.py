"""Long work beside the pages: exports and imports, with progress. One at a time, in the server's own thread."""

import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import DatabaseError, close_old_connections, transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kiosk.errors import KioskError
from sync.central.cases.models import AccessLog
from sync.central.cases.roles import Hand
from sync.central.desk import exchange
from sync.central.desk.door import for_staff, show
from sync.central.desk.models import Job
from sync.central.desk.visible import venues_of

FORMATS: Final = ("csv", "xlsx", "jsonl")
KEPT: Final = timedelta(days=7)
EVERY_S: Final = 2.0


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """One's jobs, and the forms that begin one."""
    if "export" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    if request.method == "POST":
        return _begin(request, by)
    jobs = list(Job.objects.filter(who_id=by.user).order_by("-id")[:30])
    running = any(job.state in {"waiting", "running"} for job in jobs)
    name = "job-rows" if getattr(request, "htmx", False) else "jobs"
    return show(request, by, name, {"jobs": jobs, "running": running, "formats": FORMATS})


@for_staff
def fetch(_request: HttpRequest, by: Hand, pk: int) -> HttpResponse:
    """The file of one's own job."""
    job = Job.objects.filter(pk=pk, who_id=by.user, state="done").exclude(file="").first()
    if "export" not in by.rights or job is None or not (path := folder() / job.file).is_file():
        raise Http404
    return FileResponse(  # type: ignore[return-value] — a streaming one; middleware takes both
        path.open("rb"), as_attachment=True, filename=job.file
    )


def _begin(request: HttpRequest, by: Hand) -> HttpResponse:
    now, venues = timezone.now(), venues_of(by)
    kind = request.POST.get("kind", "export")
    if kind == "import" and "enter" in by.rights and (file := request.FILES.get("file")) and venues:
        asked = {"venue": venues[0], "name": Path(file.name or "").name[:80]}
        job = Job(kind="import", asked=asked, who_id=by.user, at=now)
        job.save()
        folder().mkdir(mode=0o700, exist_ok=True)
        (folder() / f"in-{job.pk}").write_bytes(file.read(exchange.LARGEST + 1))
    elif kind == "export" and request.POST.get("format") in FORMATS:
        asked = {"format": request.POST["format"], "venues": venues, "open": request.POST.get("open") == "1"}
        asked |= {"first": request.POST.get("first", "")[:10], "last": request.POST.get("last", "")[:10]}
        Job.objects.create(kind="export", asked=asked, who_id=by.user, at=now)
        for venue in venues:
            AccessLog.objects.create(
                venue_id=venue,
                case_id="00000000-0000-0000-0000-000000000000",
                who_id=by.user,
                at=now,
                what="export",
                why=asked["format"],
            )
    return redirect("desk:jobs")


def folder() -> Path:
    """Where the files of jobs lie, for a week."""
    return settings.PLACES.data / "jobs"


def work(now: datetime) -> int:
    """Does every job that waits, the oldest first. Returns how many."""
    done = 0
    while (job := _claim()) is not None:
        _run(job, now)
        done += 1
    _tidy(now)
    return done


def run(wait: Callable[[float], bool]) -> None:
    """Works until wait(seconds) says True."""
    while not wait(EVERY_S):
        with contextlib.suppress(DatabaseError):
            work(timezone.now())
        close_old_connections()


def _claim() -> Job | None:
    with transaction.atomic():
        job = Job.objects.filter(state="waiting").order_by("id").select_for_update(skip_locked=True).first()
        if job is not None:
            Job.objects.filter(pk=job.pk).update(state="running")
    return job


def _run(job: Job, now: datetime) -> None:
    folder().mkdir(mode=0o700, exist_ok=True)

    def progress(done: int, total: int) -> None:
        Job.objects.filter(pk=job.pk).update(done=done, total=total)

    try:
        file, told = (
            exchange.export(job, folder(), progress) if job.kind == "export" else exchange.take(job, folder(), progress)
        )
        Job.objects.filter(pk=job.pk).update(state="done", file=file, told=told, ended=now)
    except (KioskError, OSError, ValueError) as error:
        Job.objects.filter(pk=job.pk).update(state="failed", told=str(error).splitlines()[0][:500], ended=now)


def _tidy(now: datetime) -> None:
    """Files of a week ago go; what a stopped server left half-done begins again."""
    for job in Job.objects.filter(ended__lt=now - KEPT).exclude(file=""):
        (folder() / job.file).unlink(missing_ok=True)
        Job.objects.filter(pk=job.pk).update(file="")
