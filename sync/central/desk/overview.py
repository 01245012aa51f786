"""The first page: what waits, what came in, whether the screens and the backup are well."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kiosk.workdays import is_announced
from sync.central.cases import duty, tallies
from sync.central.cases.deadlines import rules
from sync.central.cases.due import due
from sync.central.cases.models import Case
from sync.central.cases.roles import Hand
from sync.central.cases.totals import totals
from sync.central.desk import tasks
from sync.central.desk.door import for_staff, show
from sync.central.desk.visible import each, firsts, venues_of, visible
from sync.central.intake import waiting as records
from sync.central.intake.backup import last_made
from sync.central.intake.models import Terminal, Update

SILENT_AFTER: Final = timedelta(minutes=5)
SOON: Final = 8  # cases on the first page
WAITING: Final = ("received", "returned", "classified", "dispatched", "in_progress")
OLD_BACKUP: Final = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal as staff need to see it: who, when it last spoke, what it still holds.

    voices: spoken messages not sent; aside: those that were damaged there.
    """

    label: str
    seen: datetime | None
    silent: bool
    unsent: int | None
    oldest_hours: int | None
    voices: int = 0
    aside: int = 0


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """What to do first."""
    today, now = timezone.localdate(), timezone.now()
    cases = visible(by)
    running = cases.filter(next_due__isnull=False)  # whatever waits has a day; the index of these has all that is asked
    steps = dict(running.filter(state__in=WAITING).values_list("state").annotate(count=Count("*")).order_by())
    backup = last_made()
    law = rules(settings.PLACES)
    rows = firsts([one.filter(next_due__isnull=False) for one in each(by)], ("next_due", "id"), SOON)
    for case in rows:
        case.light = law.light(case.next_due, today)  # type: ignore[attr-defined]
    return show(
        request,
        by,
        "overview",
        {
            "today": today,
            "due": due(today, cases),
            "steps": [(state, steps.get(state, 0)) for state in ("received", "returned", "classified", "dispatched")],
            "in_progress": steps.get("in_progress", 0),
            "came": _came(by, cases, today, today),
            "week": _came(by, cases, today - timedelta(days=6), today),
            "screens": screens(by, now),
            "parked": records.parked().count(),
            "held": records.held().count(),
            "backup": backup,
            "backup_old": backup is None or now - backup > OLD_BACKUP,
            "rows": rows,
            "people": duty.names(rows),
            "grave": cases.filter(lane="safety", answered_day=None, next_due__isnull=False).order_by("next_due")[:SOON],
            "tasks": [task for task in tasks.of(by, today) if task.next_due <= today] if "tasks" in by.rights else [],
            "clocks": clocks(by, cases, today),
            "unmanned": [post for venue in venues_of(by) for post in duty.unmanned(venue, today)],
            "year_missing": year_missing(today),
            "figures": [told(venue, today) for venue in venues_of(by)],
        },
    )


def told(venue: str, today: date) -> dict[str, Any]:
    """The quarter's figures as the board says them; counted afresh only where they were never said."""
    said = Update.objects.filter(kind="totals", venue_id=venue).order_by("-id").values_list("data", flat=True).first()
    return said or totals(venue, today)


def clocks(by: Hand, cases: QuerySet[Case], today: date) -> list[tuple[str, str, int]]:
    """What else is due up to today, beside answers: (words' key, the list's query, how many)."""
    waiting = cases.filter(next_due__isnull=False)
    found = {  # each by an index of its own
        "mine": waiting.filter(duty.mine(by, today)).count(),
        "sort": waiting.filter(step_due__lte=today, state__in=duty.UNSORTED).count(),
        "call": cases.filter(call_due__isnull=False).count(),
        "review": cases.filter(review__lte=today).count(),
        "urged": waiting.filter(urged__gt=0).count(),
    }
    asked = {
        "mine": "whose=mine",
        "sort": "wait=step",
        "call": "wait=call",
        "review": "wait=review",
        "urged": "order=due",
    }
    return [(name, query, found[name]) for name, query in asked.items()]


def year_missing(today: date) -> int | None:
    """The year whose swapped days should be known by now: announced in November, loaded in December at the latest."""
    wanted = today.year + 1 if today.month >= 11 else today.year
    announced = is_announced(wanted) or any(
        day.year == wanted and works for day, works in rules(settings.PLACES).exceptions.items()
    )
    return None if announced else wanted


def screens(by: Hand, now: datetime) -> list[Screen]:
    """The terminals of a hand's venues, those that are not well first."""
    found = Terminal.objects.filter(revoked_at__isnull=True)
    found = found if by.venue is None else found.filter(venue_id=by.venue)
    listed = [_screen(terminal, now) for terminal in found.order_by("number")]
    return sorted(listed, key=lambda screen: (not screen.silent, not screen.aside, not screen.unsent))


def _screen(terminal: Terminal, now: datetime) -> Screen:
    told = terminal.heartbeat if isinstance(terminal.heartbeat, dict) else {}
    oldest, spoken = told.get("oldest_s"), _spoken(told)
    return Screen(
        label=terminal.label or f"{terminal.number}",
        seen=terminal.last_seen,
        silent=terminal.last_seen is None or now - terminal.last_seen > SILENT_AFTER,
        unsent=told.get("unsent"),
        oldest_hours=oldest // 3600 if isinstance(oldest, int) else None,
        voices=spoken.get("unsent", 0),
        aside=spoken.get("aside", 0),
    )


def _spoken(told: dict[str, Any]) -> dict[str, int]:
    """What a terminal says of spoken messages; one of an older version says nothing of them."""
    checks = told.get("checks")
    said = checks.get("voices") if isinstance(checks, dict) else None
    return {name: n for name, n in said.items() if type(n) is int} if isinstance(said, dict) else {}


def _came(by: Hand, cases: QuerySet[Case], first: date, last: date) -> dict[str, Any]:
    """How much came in, and what grades it had."""
    if "see" in by.rights and not by.practice:
        sums = tallies.cross(venues_of(by), first, last, ["grade"], "counted")
        grades = {int(grade or 0): count for (grade,), count in sums.items()}
    else:
        found = cases.filter(received_day__gte=first, received_day__lte=last, counted=True)
        grades = dict(found.values_list("grade").annotate(count=Count("id")).order_by())
    most = max([*(grades.get(grade, 0) for grade in range(1, 6)), 1])
    return {
        "count": sum(grades.values()),
        "grades": [(grade, grades.get(grade, 0), grades.get(grade, 0) * 100 // most) for grade in (5, 4, 3, 2, 1)],
    }
