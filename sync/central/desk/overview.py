"""The first page: what waits, what came in, whether the screens and the backup are well."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from sync.central.cases.due import due
from sync.central.cases.models import Case
from sync.central.cases.roles import Hand
from sync.central.cases.totals import totals
from sync.central.desk.door import for_staff, show
from sync.central.intake.backup import last_made
from sync.central.intake.models import Record, Terminal, Venue

SILENT_AFTER: Final = timedelta(minutes=5)
SOON: Final = 8  # cases on the first page
OLD_BACKUP: Final = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal as staff need to see it: who, when it last spoke, what it still holds."""

    label: str
    seen: datetime | None
    silent: bool
    unsent: int | None
    oldest_hours: int | None


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """What to do first."""
    today, now = timezone.localdate(), timezone.now()
    cases = visible(by)
    steps = dict(cases.values_list("state").annotate(count=Count("id")).order_by())
    backup = last_made()
    return show(
        request,
        by,
        "overview",
        {
            "today": today,
            "due": due(today, cases),
            "steps": [(state, steps.get(state, 0)) for state in ("received", "returned", "classified", "dispatched")],
            "in_progress": steps.get("in_progress", 0),
            "came": _came(cases.filter(received_day=today)),
            "week": _came(cases.filter(received_day__gt=today - timedelta(days=7))),
            "screens": screens(by, now),
            "parked": Record.objects.filter(state=Record.State.PARKED).count(),
            "held": Record.objects.filter(state=Record.State.HELD).count(),
            "backup": backup,
            "backup_old": backup is None or now - backup > OLD_BACKUP,
            "rows": cases.filter(next_due__isnull=False).order_by("next_due", "id")[:SOON],
            "figures": [totals(venue, today) for venue in _venues(by)],
        },
    )


def visible(by: Hand) -> QuerySet[Case]:
    """The cases that a hand may open."""
    cases = Case.objects.all() if by.venue is None else Case.objects.filter(venue_id=by.venue)
    if "see" in by.rights:
        return cases
    return cases.filter(department=by.department) if "see_own" in by.rights and by.department else cases.none()


def screens(by: Hand, now: datetime) -> list[Screen]:
    """The terminals of a hand's venues, those that are not well first."""
    found = Terminal.objects.filter(revoked_at__isnull=True)
    found = found if by.venue is None else found.filter(venue_id=by.venue)
    listed = [_screen(terminal, now) for terminal in found.order_by("number")]
    return sorted(listed, key=lambda screen: (not screen.silent, not screen.unsent))


def _screen(terminal: Terminal, now: datetime) -> Screen:
    told = terminal.heartbeat if isinstance(terminal.heartbeat, dict) else {}
    oldest = told.get("oldest_s")
    return Screen(
        label=terminal.label or f"{terminal.number}",
        seen=terminal.last_seen,
        silent=terminal.last_seen is None or now - terminal.last_seen > SILENT_AFTER,
        unsent=told.get("unsent"),
        oldest_hours=oldest // 3600 if isinstance(oldest, int) else None,
    )


def _came(cases: QuerySet[Case]) -> dict[str, Any]:
    """How much came in, and what grades it had."""
    grades = dict(cases.filter(counted=True).values_list("grade").annotate(count=Count("id")).order_by())
    most = max([*grades.values(), 1])
    return {
        "count": cases.count(),
        "grades": [(grade, grades.get(grade, 0), grades.get(grade, 0) * 100 // most) for grade in (5, 4, 3, 2, 1)],
    }


def _venues(by: Hand) -> list[str]:
    return [by.venue] if by.venue else list(Venue.objects.order_by("id").values_list("id", flat=True))
