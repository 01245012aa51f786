"""A chart as data: what charts.js draws, and what the table beside it says."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _


def chart(
    kind: str, text: str, labels: Sequence[str], series: Sequence[dict[str, Any]], unit: str = "", **more: Any
) -> dict[str, Any]:
    """kind: bar, line, across, heat; text: what a screen reader says in its place. See assets/central/static/js."""
    plain = {"kind": kind, "text": text, "labels": [str(one) for one in labels], "unit": unit, **more}
    return plain | {"series": list(series), "hidden": _("hidden, or too few")}


def series(name: object, values: Sequence[Any], **more: Any) -> dict[str, Any]:
    """One row of it. links: where each value opens; line: drawn as a line, on the right; grade: in its colour."""
    return {"name": str(name), "values": list(values), **more}
