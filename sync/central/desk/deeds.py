"""A deed as a form sends it."""

import uuid
from datetime import date, datetime

from django.http import QueryDict

from sync.central.cases import moves
from sync.central.cases.models import Case

LONGEST = 2000  # characters of one text


def deed_from(form: QueryDict) -> moves.Deed:
    """The deed in a posted form. What it does not hold is empty; the rules say what is missing."""
    kind = form.get("kind", "")
    return moves.Deed(
        kind=kind,
        category=form.get("category", "")[:8],
        department=form.get("department", "")[:32],
        complex=form.get("complex") == "1" if "complex" in form or kind == "dispatch" else None,
        why=_clean(form.get("why", "")),
        evidence=_clean(form.get("evidence", "")),
        review=day_from(form.get("review", "")),
        text={tag: _clean(form.get(name, "")) for tag, name in (("zh-Hans", "text"), ("en", "text_en"))},
        owner=_number(form.get("owner", "")),
        partners=tuple(form.getlist("partners")) if kind == "share" else None,
        side=tuple(code for code in form.getlist("side") if code) if kind == "label" else None,
        into=_case(form.get("into", "")) if kind == "merge" else None,
        until=day_from(form.get("until", "")),
        fact=form.get("fact", "")[:16],
    )


def day_from(text: str) -> date | None:
    """A day as a date field sends it."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 — a day has no zone
    except ValueError:
        return None


def _clean(text: str) -> str:
    return text.replace("\0", "")[:LONGEST]


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 9 else None


def _case(text: str) -> uuid.UUID | None:
    """A case by its id, or by the number that people say; only where that is one case's alone."""
    try:
        return uuid.UUID(text)
    except ValueError:
        found = list(Case.objects.filter(number=text.strip().upper()).values_list("id", flat=True)[:2])
        return found[0] if len(found) == 1 else None
