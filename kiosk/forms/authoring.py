"""XLSForm -> XForm, by pyxform, and every mistake in one by sheet, row and column.

pyxform is imported here and in workbook.py, when a form is made, and nowhere else.
"""

import re
from pathlib import Path
from typing import Any, Final

from kiosk.errors import FormError
from kiosk.forms.checks import check_workbook
from kiosk.forms.problems import Problem, Problems
from kiosk.forms.survey import HOME
from kiosk.forms.workbook import Workbook, check_file, read_workbook
from kiosk.forms.xform import inspect_form

PICTURES: Final = Path(__file__).parents[2] / "assets" / "pictograms"
BREAK: Final = "\u200b"  # zero width: where a long label may break; authors write <wbr>, which can be seen
_ROW = re.compile(r"\[row : (\d+)\]\s*")
_PLACE = re.compile(r"On the '(\w+)' sheet, the '([^']+)' value is invalid\.\s*")


def compile_form(path: Path) -> bytes:
    """The XForm of a form written as XLSForm. Equal input gives equal bytes.

    Raises FormError in one line that names file, sheet, row and column where it can. What compiles may still have
    parts that do not run here: check() says, and parse_form refuses.
    """
    try:
        return _compile(_content(path), path.suffix.lower())
    except _Stopped as error:
        raise FormError(f"{path.name}: {error}") from error


def check(path: Path, pictures: Path = PICTURES) -> tuple[Problem, ...]:
    """Everything in a form (.xlsx, .xls, .md, or a compiled .xml) that cannot run here, and hints, in its own order.

    Raises FormError when the file cannot be read at all.
    """
    content = _content(path)
    if path.suffix.lower() == ".xml":
        return _of_xform(content, Problems(), None).in_order()
    try:
        book = read_workbook(content, path.suffix.lower())
    except FormError as error:
        raise FormError(f"{path.name}: {error}") from error
    problems = check_workbook(book, pictures)
    if not problems.fatal:
        try:
            _of_xform(_compile(content, path.suffix.lower()), problems, book)
        except _Stopped as error:
            problems.add("other", *error.place, why=error.what)
    return problems.in_order()


class _Stopped(Exception):
    def __init__(self, error: Any) -> None:
        text = " ".join(str(error).split())
        row, place = _ROW.search(text), _PLACE.search(text)
        context = getattr(error, "context", None) or {}
        sheet = place[1] if place else str(context.get("sheet", "survey" if row else ""))
        self.place = (sheet, int(row[1]) if row else None, place[2] if place else "")
        self.what = _PLACE.sub("", _ROW.sub("", text)).partition(" Learn more")[0].strip()
        where = " ".join(str(part) for part in self.place if part)
        super().__init__(f"{where}: {self.what}" if where else self.what)


def _compile(content: bytes, file_type: str) -> bytes:
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    try:
        check_file(content, file_type)
        name = HOME.removeprefix("/")
        result = convert(content, file_type=file_type, pretty_print=True, form_name=name)
    except (FormError, PyXFormError) as error:
        raise _Stopped(error) from error
    except Exception as error:  # what openpyxl, xlrd and pyxform come upon in a damaged file
        raise _Stopped(f"damaged or not of its type ({type(error).__name__})") from error
    return (result.xform.strip() + "\n").replace("&lt;wbr&gt;", BREAK).encode()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FormError(f"{path.name}: {error.strerror}") from error


def _of_xform(xml: bytes, problems: Problems, book: Workbook | None) -> Problems:
    """Adds what the XForm reader finds, under the rows that its questions came from."""
    rows = {row.get("name"): row.number for row in book.sheet("survey").rows if row.get("name")} if book else {}
    for flaw in inspect_form(xml):
        row = rows.get(flaw.name)
        where = flaw.name if row is None else ""
        what = f"{where}: {flaw.what}" if where else flaw.what
        problems.add("other", "survey" if row else "", row, flaw.column, why=what)
    return problems
