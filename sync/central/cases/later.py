"""What the calendar itself brings: later looks after closing, matters that come up again, what is late going up."""

from datetime import date, datetime, timedelta
from typing import Final

from django.conf import settings
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from kiosk.errors import CallerError
from sync.central.cases import alike, moves
from sync.central.cases.deadlines import Rules, rules
from sync.central.cases.derive import CHINA
from sync.central.cases.language import CHINESE
from sync.central.cases.models import AnswerRating, Case, CaseEvent, LaterLook
from sync.central.cases.roles import RULES, Hand
from sync.central.cases.search import pairs

CLOSED: Final = ("closed", "called_back", "archived")
AGAIN: Final = 3  # alike cases
AGAIN_DAYS: Final = 90
SLICE: Final = 500


def daily(now: datetime) -> dict[str, int]:
    """Everything that a new day brings. Safe to repeat within the day."""
    today = now.astimezone(CHINA).date()
    law = rules(settings.PLACES)
    return {"planned": plan(today, law), "again": reappeared(now, today), "escalated": escalate(now, today, law)}


def unsolved(now: datetime) -> int:
    """Opens again what its visitor calls not solved, within the days that the rules give them."""
    today, law, opened = now.astimezone(CHINA).date(), rules(settings.PLACES), 0
    said = AnswerRating.objects.filter(solved="no", at__gte=now - timedelta(days=60)).values_list("case_id", "at")
    for identity, at in said.order_by("at")[:SLICE]:
        case = Case.objects.filter(id=identity, state__in=CLOSED, withdrawn=False).first()
        if case is None or CaseEvent.objects.filter(case_id=identity, kind="reopen", at__gte=at).exists():
            continue
        day = at.astimezone(CHINA).date()
        if case.settled_day and case.settled_day <= day <= law.add(case.settled_day, law.reopen) and day <= today:
            with translation.override(CHINESE):
                why = _("The visitor says that it is not solved")
            moves.act(identity, moves.Deed("reopen", why=why), RULES, now)
            opened += 1
    return opened


def plan(today: date, law: Rules) -> int:
    """Later looks for what was closed lately: bad ratings, duties, and everything that took long."""
    since = today - timedelta(days=max(law.follow_ups))
    weighty = Q(complex=True) | ~Q(lane="")
    closed = Case.objects.filter(weighty, state__in=CLOSED, settled_day__gte=since, events__gt=0, practice=False)
    planned = LaterLook.objects.values("case_id")
    rows = [
        LaterLook(venue_id=venue, case_id=case, kind=str(days), due=law.reach(settled + timedelta(days=days), 0))
        for case, venue, settled in closed.exclude(id__in=planned).values_list("id", "venue_id", "settled_day")[:SLICE]
        for days in law.follow_ups
    ]
    LaterLook.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def reappeared(now: datetime, today: date) -> int:
    """Opens again what was closed and came up three times since (复发)."""
    since, opened = today - timedelta(days=AGAIN_DAYS), 0
    looks = LaterLook.objects.filter(done_day=None, due__gte=today, kind__in=("30", "90", "180"))
    closed = Case.objects.filter(id__in=looks.values("case_id"), state__in=CLOSED, settled_day__gte=since)
    for case in closed.exclude(category="")[:SLICE]:
        if LaterLook.objects.filter(case_id=case.id, kind="again").exists():
            continue
        if len(found := same_since(case)) >= AGAIN:
            numbers = ", ".join(one.number for one in found[:AGAIN])
            with translation.override(CHINESE):
                why = _("It came up again: %(numbers)s") % {"numbers": numbers}
            moves.act(case.id, moves.Deed("reopen", why=why), RULES, now)
            LaterLook.objects.create(venue_id=case.venue_id, case_id=case.id, kind="again", due=today)
            opened += 1
    return opened


def same_since(case: Case) -> list[Case]:
    """Cases of the same sub-category that came after it was closed and say much the same."""
    own = pairs(case.words)
    later = Case.objects.filter(
        venue_id=case.venue_id,
        category=case.category,
        practice=False,
        withdrawn=False,
        received_day__gt=case.settled_day,
        received_day__lte=(case.settled_day or date.max) + timedelta(days=AGAIN_DAYS),
    ).exclude(id=case.id)
    return [one for one in later.order_by("received_day")[:300] if alike.likeness(own, pairs(one.words)) >= alike.NEAR]


def escalate(now: datetime, today: date, law: Rules) -> int:
    """Takes what is late one level up, once a level: to who leads, to the supervisor, to the head."""
    late = Case.objects.filter(next_due__lt=today, practice=False, paused=False, escalated__lt=len(law.escalate))
    raised = 0
    for case in late.order_by("next_due")[:SLICE]:
        if law.level(case.next_due, today) <= case.escalated:
            continue
        with translation.override(CHINESE):
            why = _("Promised by %(day)s and still open") % {"day": case.next_due}
        try:
            moves.act(case.id, moves.Deed("escalate", why=why), RULES, now)
            raised += 1
        except CallerError:  # it has moved meanwhile
            continue
    return raised


def look(pk: int, holds: bool, note: str, by: Hand, now: datetime) -> LaterLook:
    """Writes down whether it still holds; what does not is opened again. Raises Incomplete."""
    found = LaterLook.objects.get(pk=pk, done_day=None)
    note = note.strip()[:500]
    if not holds and len(note) < 10:
        raise moves.Incomplete("why")
    if not holds:
        moves.act(found.case_id, moves.Deed("reopen", why=note), by, now)
    found.done_day, found.holds, found.note, found.who_id = now.astimezone(CHINA).date(), holds, note, by.user  # type: ignore[attr-defined]
    found.save(update_fields=["done_day", "holds", "note", "who"])
    return found
