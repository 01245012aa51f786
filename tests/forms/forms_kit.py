"""Small forms written as Markdown, compiled by the real pyxform, and visits in them."""

from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

from kiosk.forms.authoring import compile_form
from kiosk.forms.visit import FormVisit
from kiosk.forms.xform import Form, parse_form

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=timezone(timedelta(hours=8)))
SETTINGS = (("form_id", "version", "form_title"), ("trial", "1", "试一试 · Trial"))


def table(sheet: str, rows) -> str:
    lines = [f"| {sheet} |"]
    lines += ["| | " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def markdown(header: str, *rows: str, choices: tuple[str, ...] = (), settings=SETTINGS) -> str:
    """Rows as ``text a 甲`` cells divided by ``;``; the header is ``type; name; …``."""
    parts = [table("survey", [split(header), *(split(row) for row in rows)])]
    if choices:
        parts.append(table("choices", [split(row) for row in choices]))
    if settings:
        parts.append(table("settings", settings))
    return "\n\n".join(parts) + "\n"


def split(row: str) -> list[str]:
    return [cell.strip() for cell in row.split(";")]


@cache
def compiled(md: str, folder: Path) -> bytes:
    path = folder / "trial.md"
    path.write_text(md, encoding="utf-8")
    return compile_form(path)


@cache
def _parsed(xml: bytes) -> Form:
    return parse_form(xml)


def form_of(md: str, folder: Path) -> Form:
    return _parsed(compiled(md, folder))


def visit_in(form: Form, **more) -> FormVisit:
    return FormVisit.start(form, **{"today": TODAY, **more})
