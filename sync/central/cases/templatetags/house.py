"""What the pages of both sides, staff and visitors, are built with: dates, languages, pictograms."""

import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from sync.central.cases import language

PICTOGRAMS: Final = Path(__file__).parents[4] / "assets" / "pictograms"

register = template.Library()


@register.filter
def said(day: date | str | None) -> str:
    """A date, or its ISO text, as people say it."""
    if not day:
        return ""
    value = date.fromisoformat(day) if isinstance(day, str) else day
    return language.say_day(value, today=timezone.localdate())


@register.filter
def pick(texts: Any) -> str:
    """A text by language in the page's language."""
    return language.pick(texts)


@register.simple_tag
def pictogram(name: str) -> SafeString:
    """One of our pictograms as inline SVG, silent for screen readers: a word always stands beside it."""
    return _pictogram(name)


@lru_cache(maxsize=64)
def _pictogram(name: str) -> SafeString:
    if not re.fullmatch(r"[a-zA-Z0-9-]+", name) or not (file := PICTOGRAMS / f"{name}.svg").is_file():
        return mark_safe("")
    svg = re.sub(r"<title>.*?</title>", "", file.read_text("utf-8"))
    svg = svg.replace("#211D19", "currentColor").replace("<svg ", '<svg class="pictogram" aria-hidden="true" ', 1)
    return mark_safe(svg)  # noqa: S308 — a file of the product's own


@register.filter
def day_of(moment: Any) -> date | None:
    """The day in the building of a moment."""
    return timezone.localdate(moment) if moment else None
