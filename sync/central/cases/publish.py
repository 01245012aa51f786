"""Tells terminals what moved: cases under their look-up key, cards, totals. What has not changed is not said twice."""

import hashlib
from datetime import date
from typing import Any, Final

from django.db import transaction

from kiosk.records import canonical
from sync.central.cases.models import Card, Case, OtherCode, Publication
from sync.central.cases.outward import card_counts, card_people, card_view, case_views, department_names
from sync.central.cases.totals import totals
from sync.central.intake.models import Venue
from sync.central.intake.updates import announce

SLICE: Final = 200  # cases a transaction


def moved() -> int:
    """Announces every case that moved. Returns how many announcements."""
    said = 0
    while Case.objects.filter(stale=True).exists():
        seen, announced = _cases()
        said += announced
        if not seen:  # somebody is working on all that are left: their turn first, ours comes again
            break
    return said


def figures(today: date) -> int:
    """Announces every changed card and every venue's figures. Returns how many announcements."""
    return sum(_cards(venue) + _totals(venue, today) for venue in Venue.objects.values_list("id", flat=True))


@transaction.atomic
def _cases() -> tuple[int, int]:
    """One slice: how many cases were looked at, how many announced. What is locked is left for the next turn."""
    cases = list(Case.objects.filter(stale=True).order_by("id")[:SLICE].select_for_update(skip_locked=True))
    views = case_views(cases)
    Case.objects.filter(id__in=[case.id for case in cases]).update(stale=False)
    by_venue: dict[str, dict[str, Any]] = {}
    others = _other_codes([case.id for case in cases])
    for case in cases:
        if view := views.get(case.id):
            said = by_venue.setdefault(case.venue_id, {})
            said |= {key: {**view, "key": key} for key in (view["key"], *others.get(case.id, ()))}
    return len(cases), sum(say(venue, "case", things) for venue, things in by_venue.items())


def _other_codes(ids: list[Any]) -> dict[Any, list[str]]:
    """Further receipts of these cases, as hex: a terminal looks up by whichever it gave."""
    found: dict[Any, list[str]] = {}
    for key, case in OtherCode.objects.filter(case_id__in=ids).values_list("lookup", "case_id"):
        found.setdefault(case, []).append(bytes(key).hex())
    return found


@transaction.atomic
def _cards(venue: str) -> int:
    cards = list(Card.objects.filter(venue_id=venue))
    counts, people, names = card_counts(cards), card_people(cards), department_names()
    views = {card.id: card_view(card, counts[card.id], names, people[card.id]) for card in cards}
    return say(venue, "card", views)


@transaction.atomic
def _totals(venue: str, today: date) -> int:
    return say(venue, "totals", {"totals": totals(venue, today)})


def say(venue: str, kind: str, things: dict[str, Any]) -> int:
    """Announces those that differ from what was said last."""
    digests = {key: hashlib.sha256(canonical(data)).digest() for key, data in things.items()}
    known = Publication.objects.filter(venue_id=venue, kind=kind, key__in=list(things))
    before = {key: bytes(digest) for key, digest in known.values_list("key", "digest")}
    changed = [key for key in things if before.get(key) != digests[key]]
    for key in changed:
        announce(kind, key, things[key], venue=venue)
    Publication.objects.bulk_create(
        [Publication(venue_id=venue, kind=kind, key=key, digest=digests[key]) for key in changed],
        update_conflicts=True,
        unique_fields=["venue", "kind", "key"],
        update_fields=["digest"],
    )
    return len(changed)
