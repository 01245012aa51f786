"""A report as one sheet of plain lines, from which page, wall card, HTML article and DOCX are all made."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from sync.central.cases.figures import public
from sync.central.cases.language import pick, say_day
from sync.central.cases.models import Department, Report
from sync.central.cases.taxonomy import category_name
from sync.central.desk import words

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: its name, what is shown, and by which method it was counted."""

    name: str
    value: str
    method: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report as it is shown; every text is in the page's language."""

    title: str
    venue: str
    days: str
    words: str
    rates: Sequence[Line]
    counts: Sequence[Line]
    tables: Sequence[tuple[str, Sequence[Line]]]
    cards: Sequence[tuple[str, str, str]]
    note: str
    published: str


def sheet(report: Report) -> Sheet:
    """The sheet of a report, with what may be published and nothing else."""
    shown = public(report.figures)
    names = {row.code: pick(row.name) for row in Department.objects.filter(venue_id=report.venue_id)}  # type: ignore[attr-defined]
    tables = [
        (_("Ratings"), [Line(str(words.GRADES[grade]), _cell(count)) for grade, count in shown["grades"]]),
        (
            _("What it was about"),
            [Line(pick(category_name(code)), _cell(count)) for code, count in shown["categories"]],
        ),
        (
            _("How it came"),
            [Line(str(words.CHANNELS.get(code, code)), _cell(count)) for code, count in shown["channels"]],
        ),
        (_("Who answered"), [Line(str(names.get(code, code)), _cell(count)) for code, count in shown["departments"]]),
    ]
    return Sheet(
        title=str(words.REPORTS[report.kind]),
        venue=pick(report.venue.name),
        days=f"{say_day(report.first, today=report.first)} – {say_day(report.last, today=report.first)}",
        words=pick(report.words),
        rates=[_rate(name, one) for name in words.RATES if (one := shown["rates"].get(name))],
        counts=[Line(str(words.COUNTS[name]), _cell(shown["counts"].get(name))) for name in words.COUNTS],
        tables=[(name, lines) for name, lines in tables if lines],
        cards=[(pick(one["need"]), pick(one["measure"]), one["state"]) for one in shown.get("cards", ())],
        note=_("No share is given where it rests on fewer than 30, no number under 10. Ratings are those of visitors."),
        published=report.published.date().isoformat() if report.published else "",
    )


def docx(shown: Sheet) -> bytes:
    """The sheet as a document for the 公众号 or the archive."""
    from docx import Document
    from docx.oxml.ns import qn

    document = Document()
    normal: Any = document.styles["Normal"]
    normal.font.name = "Noto Sans SC"
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Sans SC")
    document.add_heading(f"{shown.venue} {shown.title}", 1)
    document.add_paragraph(shown.days)
    for paragraph in shown.words.splitlines():
        document.add_paragraph(paragraph)
    _table(document, _("Rates"), [(line.name, line.value, line.method) for line in shown.rates])
    _table(document, _("Numbers"), [(line.name, line.value) for line in shown.counts])
    for name, lines in shown.tables:
        _table(document, name, [(line.name, line.value) for line in lines])
    for need, measure, _state in shown.cards:
        document.add_paragraph(f"{need} → {measure}", style="List Bullet")
    document.add_paragraph(shown.note)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _table(document: Any, title: str, rows: Sequence[Sequence[str]]) -> None:
    document.add_heading(title, 2)
    table = document.add_table(rows=0, cols=len(rows[0]) if rows else 1)
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text


def _rate(name: str, one: dict[str, Any]) -> Line:
    if one["percent"] is None:
        return Line(str(words.RATES[name]), _("too few to say"), str(words.METHODS[name]))
    value = _("%(percent)s%% (%(count)s of %(of)s)") % one
    return Line(str(words.RATES[name]), value, str(words.METHODS[name]))


def _cell(value: Any) -> str:
    return _("under 10") if value is None else str(value)
