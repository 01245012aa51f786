"""A period's figures on their way out: drafted by one, looked through for anything personal, let out by another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from kiosk.errors import CallerError
from sync.central.cases import pii
from sync.central.cases.deadlines import rules
from sync.central.cases.derive import CHINA
from sync.central.cases.figures import KINDS, figures, period
from sync.central.cases.models import Card, Excerpt, Report, Venue
from sync.central.cases.roles import Hand


class Unready(CallerError):
    """A report that cannot be made or let out. ``why`` names the rule."""

    def __init__(self, why: str) -> None:
        super().__init__(f"report: {why}")
        self.why = why


def draft(venue: str, kind: str, day: date, words: Mapping[str, str], by: Hand, now: datetime) -> Report:  # noqa: PLR0917
    """Counts the period that the day lies in, and keeps it with the centre's own sentences. Raises Unready."""
    if kind not in KINDS or not Venue.objects.filter(pk=venue).exists():
        raise Unready("kind")
    first, last = period(kind, day)
    if last >= now.astimezone(CHINA).date():
        raise Unready("early")
    said = {language: text.strip()[:4000] for language, text in words.items() if text.strip()}
    if any(pii.find(text) for text in said.values()):
        raise Unready("personal")
    with transaction.atomic():
        version = Report.objects.filter(venue_id=venue, kind=kind, first=first).count() + 1
        return Report.objects.create(
            venue_id=venue,
            kind=kind,
            first=first,
            last=last,
            version=version,
            figures=figures(venue, first, last)
            | {"cards": _cards(venue, first, last), "hidden_words": _hidden(venue, last)},
            words=said,
            made=now,
            who_id=by.user,
        )


def publish(report: Report, by: Hand, now: datetime) -> None:
    """Lets a draft out: somebody else than who made it. Raises Unready."""
    if report.published is not None:
        raise Unready("done")
    if report.who_id == by.user:  # type: ignore[attr-defined]
        raise Unready("second")
    Report.objects.filter(pk=report.pk, published=None).update(published=now, approved_id=by.user)


@dataclass(frozen=True, slots=True)
class Owed:
    """A report that should be out: of which period, by which day."""

    kind: str
    first: date
    due: date


def owed(venue: str, today: date) -> list[Owed]:
    """What should have been published by now: two working days after a week, five after a month (R36)."""
    law, found = rules(settings.PLACES), []
    for kind, grace in (("week", 2), ("month", 5)):
        first, last = period(kind, period(kind, today)[0] - timedelta(days=1))
        if not Report.objects.filter(venue_id=venue, kind=kind, first=first, published__isnull=False).exists():
            found.append(Owed(kind, first, law.add(last, grace)))
    return found


def published(limit: int = 60) -> list[Report]:
    """The reports that are out, the newest version of each, newest first."""
    rows = Report.objects.filter(published__isnull=False).order_by("-last", "kind", "-version")
    newest: dict[tuple[Any, ...], Report] = {}
    for one in rows[: limit * 3]:
        newest.setdefault((one.venue_id, one.kind, one.first), one)  # type: ignore[attr-defined]
    return list(newest.values())[:limit]


def _cards(venue: str, first: date, last: date) -> list[dict[str, Any]]:
    """What was promised or done in the period: the board's own cards."""
    cards = Card.objects.filter(venue_id=venue, removed=False, day__gte=first, day__lte=last).order_by("-day", "id")
    return [
        {"need": card.need, "measure": card.measure, "day": card.day.isoformat(), "state": card.state}
        for card in cards[:20]
    ]


def _hidden(venue: str, last: date) -> int:
    return Excerpt.objects.filter(venue_id=venue, state="hidden", at__date__lte=last).count()
