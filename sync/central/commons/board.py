"""Puts cards on the board, by hand or from a file, and links the cases they came from."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from kiosk.errors import CallerError
from sync.central.cases.models import Card, CardCase, Department
from sync.central.commons.opening import both, case_of, venue_of
from sync.central.intake.models import Venue

STATES: Final = ("done", "doing", "cannot")
LONGEST: Final = {"need": 60, "measure": 120, "said": 60}  # Chinese characters that a card has room for
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")
_KNOWN: Final = {"id", "need", "measure", "said", "state", "day", "department", "cases"}


@transaction.atomic
def put(name: str, given: Mapping[str, Any], venue: Venue, today: date) -> Card:
    """A card, new or changed: what is not given stays. given: need, measure, said by language; state, day, department,
    cases (their numbers, added to those that are linked). Raises CallerError; then nothing has changed.
    """
    if not _NAME.fullmatch(name):
        raise CallerError(f"{name}: a name is 1 to 48 small letters, digits and hyphens")
    card = Card.objects.filter(pk=name).first() or Card(id=name, venue=venue, day=today, state="doing")
    if card.venue_id != venue.pk:
        raise CallerError(f"{name}: is a card of another venue")
    for part, most in LONGEST.items():
        if given.get(part):
            setattr(card, part, _words(name, part, given[part], most))
    if not card.need or not card.measure:
        raise CallerError(f"{name}: needs what was asked for (need) and what was done about it (measure)")
    card.state, card.day = _state(name, given, card), _day(name, given, card, today)
    card.department = _department(name, given, card)
    card.removed = False
    card.save()
    cases = [case_of(number).id for number in given.get("cases", ())]
    CardCase.objects.bulk_create([CardCase(card=card, case_id=case) for case in cases], ignore_conflicts=True)
    return card


def remove(name: str) -> Card:
    """Takes a card down; terminals follow with their next pull, and every +1 on it is kept."""
    card = Card.objects.filter(pk=name).first()
    if card is None:
        raise CallerError(f"{name}: no such card")
    card.removed = True
    card.save()
    return card


@transaction.atomic
def load(file: Path, venue: str | None, today: date) -> Sequence[Card]:
    """Every card of a TOML file ([[cards]] with id and put()'s names), all of them or none. Raises CallerError."""
    try:
        cards = tomllib.loads(file.read_text("utf-8")).get("cards")
    except (OSError, ValueError) as error:
        raise CallerError(f"{file.name}: cannot be read: {error}") from error
    if not isinstance(cards, list) or not cards:
        raise CallerError(f"{file.name}: expected [[cards]]")
    put_up = []
    for place, given in enumerate(cards, 1):
        if not isinstance(given, dict) or not isinstance(given.get("id"), str):
            raise CallerError(f"{file.name}: card {place}: id is missing")
        if wrong := given.keys() - _KNOWN:
            raise CallerError(f"{file.name}: card {place}: unknown: {', '.join(sorted(wrong))}")
        put_up.append(put(given["id"], given, venue_of(venue), today))
    return put_up


def _words(name: str, part: str, given: Any, most: int) -> dict[str, str]:
    texts = {"zh-Hans": given} if isinstance(given, str) else given
    if not isinstance(texts, Mapping) or not all(isinstance(text, str) for text in texts.values()):
        raise CallerError(f"{name}: {part}: words by language")
    cleaned = both(*(" ".join(str(texts.get(tag, "")).split()) for tag in ("zh-Hans", "en")))
    cleaned |= {tag: text for tag, text in texts.items() if tag not in cleaned and text.strip()}
    if "zh-Hans" not in cleaned:
        raise CallerError(f"{name}: {part}: needs Chinese words")
    if len(cleaned["zh-Hans"]) > most:
        raise CallerError(f"{name}: {part}: at most {most} characters fit a card")
    return cleaned


def _state(name: str, given: Mapping[str, Any], card: Card) -> str:
    state = given.get("state") or card.state
    if state not in STATES:
        raise CallerError(f"{name}: state: one of {', '.join(STATES)}")
    return state


def _day(name: str, given: Mapping[str, Any], card: Card, today: date) -> date:
    day = given.get("day") or card.day
    if type(day) is not date or day > today:
        raise CallerError(f"{name}: day: a date that is not in the future")
    return day


def _department(name: str, given: Mapping[str, Any], card: Card) -> str:
    code = given.get("department")
    if code is None:
        return card.department
    if not Department.objects.filter(venue_id=card.venue_id, code=code, active=True).exists():
        raise CallerError(f"{name}: department: {code!r} is not one of this venue's")
    return code
