"""Cells of a CSV for people: read right by Excel and WPS, and run as a formula by neither."""

from typing import Any, Final

BOM: Final = "\ufeff"  # without it Excel takes UTF-8 for the system's own encoding

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def safe(value: Any) -> str:
    """A cell that no spreadsheet runs as a formula: a leading apostrophe where one might."""
    text = _plain(value)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return "'" + text if text.lstrip(" \u3000").startswith(_FORMULA) and not is_number else text


def _plain(value: Any) -> str:
    match value:
        case None:
            return ""
        case list():
            return "; ".join(map(_plain, value))
        case {"ink": list(strokes)}:
            return f"[drawing, {len(strokes)} strokes]"
        case _:
            return str(value)
