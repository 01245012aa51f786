"""Fills a language into a form written as Markdown tables."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from kiosk.translating.languages import Language

CHINESE: Final = "中文 (zh)"
JOIN: Final = " · "  # between the titles of a form, in the order of its languages
_TRANSLATED: Final = re.compile(r"(.+)::(.+)")


def in_form(text: str, language: Language, *, add: bool) -> str:
    """The form with its columns of a language filled anew, behind those of the others; new ones only where add."""
    lines = text.split("\n")
    for first, last in _tables(lines):
        rows = _rows(lines[first:last])
        if add or any(cell.endswith(f"::{language.column}") for cell in rows[1]):
            _fill(rows, language)
            _entitle(rows, language)
            lines[first:last] = _laid_out(rows)
    return "\n".join(lines)


def is_wholly_said(text: str, language: Language) -> bool:
    """Whether a language has every text of a form."""
    lines = text.split("\n")
    for first, last in _tables(lines):
        rows = _rows(lines[first:last])
        places = [at for at, cell in enumerate(rows[1]) if cell.endswith(f"::{CHINESE}")]
        if any(row[at] and not language.say(row[at]) for row in rows[2:] for at in places):
            return False
    return True


def _tables(lines: list[str]) -> Iterator[tuple[int, int]]:
    first = None
    for number, line in enumerate([*lines, ""]):
        if line.startswith("|") and first is None:
            first = number
        elif not line.startswith("|") and first is not None:
            yield first, number
            first = None


def _rows(lines: list[str]) -> list[list[str]]:
    rows = [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in lines]
    most = max(map(len, rows))  # the sheet's name may stand alone on its line
    return [row + [""] * (most - len(row)) for row in rows]


def _fill(rows: list[list[str]], language: Language) -> None:
    header = rows[1]
    for name in [found[1] for cell in header if (found := _TRANSLATED.fullmatch(cell)) and found[2] == CHINESE]:
        ours = f"{name}::{language.column}"
        if ours not in header:
            at = max(place for place, cell in enumerate(header) if cell.startswith(f"{name}::")) + 1
            for row in rows:
                row.insert(at, "")
            header[at] = ours
        at, source = header.index(ours), header.index(f"{name}::{CHINESE}")
        for row in rows[2:]:
            row[at] = language.say(row[source]) if row[source] else ""


def _entitle(rows: list[list[str]], language: Language) -> None:
    if "form_title" not in rows[1]:
        return
    at = rows[1].index("form_title")
    titles = rows[2][at].split(JOIN)
    place = {"zh-Hant": 2, "ug": 3}[language.code]
    rows[2][at] = JOIN.join([*titles[:place], language.say(titles[0]) or titles[0], *titles[place + 1 :]])


def _laid_out(rows: list[list[str]]) -> list[str]:
    widths = [max(_wide(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [f"|{'|'.join(_padded(*one) for one in zip(row, widths, strict=True))}|" for row in rows]


def _padded(cell: str, width: int) -> str:
    return f" {cell}{' ' * (width - _wide(cell))} "


def _wide(text: str) -> int:
    """Columns of a terminal."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
