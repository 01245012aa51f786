"""Leave to judge from outside: granted by a person, for a time, ending by itself."""

import hashlib
from datetime import date, datetime, timedelta
from typing import Final

from django.contrib.auth.models import User
from django.utils import timezone

from sync.central.cases import people
from sync.central.insight.models import Evaluation, Mandate
from sync.central.intake.models import Venue

ROLE: Final = "evaluator"
LONGEST: Final = timedelta(days=366)
WITHOUT: Final = timedelta(days=90)  # a log-in with this role that nobody gave a last day
PDF_MAX: Final = 8 * 2**20


class Refused(ValueError):
    """Something that may not be done; says why in one word that the desk has a text for."""


def grant(told: dict[str, str], venue: str | None, by: int, now: datetime) -> str:
    """A log-in for a judge; its password, shown once. told: name, firm, seed, until. Raises Refused."""
    name, firm, seed = (told.get(key, "").strip() for key in ("name", "firm", "seed"))
    until, today = _day(told.get("until", "")), timezone.localdate(now)
    if not (name and firm and seed) or until is None or not today <= until <= today + LONGEST:
        raise Refused("name")
    existing = User.objects.filter(username=name).first()
    if existing is not None and not Mandate.objects.filter(user=existing).exists():
        raise Refused("taken")
    if venue is not None and not Venue.objects.filter(pk=venue).exists():
        raise Refused("name")
    password = people.set_up(name, roles=[ROLE], full_name=firm[:128], venue=venue)
    values = {"firm": firm[:128], "seed": seed[:64], "until": until, "granted_by_id": by, "granted_at": now}
    Mandate.objects.update_or_create(user=User.objects.get(username=name), defaults=values | {"ended_at": None})
    return password


def end(mandate: Mandate, now: datetime) -> None:
    """Over before its day."""
    Mandate.objects.filter(pk=mandate.pk, ended_at=None).update(ended_at=now)
    User.objects.filter(pk=mandate.user_id).update(is_active=False)


def over(user: int, today: date) -> bool:
    """Whether a judge's leave has run out: by its day, ended, or ninety days after a log-in that has no day."""
    mandate = Mandate.objects.filter(user_id=user).first()
    if mandate is not None:
        return mandate.ended_at is not None or mandate.until < today
    joined = User.objects.filter(pk=user).values_list("date_joined", flat=True).first()
    return joined is None or joined.date() + WITHOUT < today


def hand_in(user: int, title: str, pdf: bytes, now: datetime) -> Evaluation:
    """A judge's report. Raises Refused."""
    mandate = Mandate.objects.filter(user_id=user, ended_at=None).first()
    if mandate is None or mandate.until < timezone.localdate(now):
        raise Refused("mandate")
    if not title.strip() or not pdf.startswith(b"%PDF-") or len(pdf) > PDF_MAX:
        raise Refused("pdf")
    digest = hashlib.sha256(pdf).hexdigest()
    return Evaluation.objects.create(mandate=mandate, title=title.strip()[:128], pdf=pdf, digest=digest, handed_in=now)


def publish(one: Evaluation, by: int, now: datetime) -> None:
    """Out it goes, unchanged; by somebody else than who handed it in. Raises Refused."""
    if one.mandate.user_id == by:
        raise Refused("second")
    Evaluation.objects.filter(pk=one.pk, published_at=None).update(published_at=now, published_by_id=by)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
