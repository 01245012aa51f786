"""An XLSForm workbook as somebody wrote it: sheets, rows and columns, by the names that XLSForm gives them.

Read by pyxform's own readers, so that a row is counted here as pyxform counts it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from kiosk.errors import FormError
from kiosk.forms.model import LANGUAGE_NAMES, short_language

FILE_TYPES: Final = (".xlsx", ".xlsm", ".xls", ".md")
SIZE_MAX: Final = 32 * 1024 * 1024  # of a file and all that is packed in it
TRANSLATED: Final = frozenset(
    {"label", "hint", "guidance_hint", "image", "big-image", "audio", "video", "constraint_message", "required_message"}
)
_ALIASES: Final = {
    "caption": "label",
    "relevance": "relevant",
    "calculate": "calculation",
    "command": "type",
    "tag": "name",
    "value": "name",
    "readonly": "read_only",
    "list name": "list_name",
    "constraining_message": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "requiredmsg": "required_message",
    "jr:requiredmsg": "required_message",
    "media::image": "image",
    "media::audio": "audio",
    "media::video": "video",
    "media::big-image": "big-image",
    "bind::relevant": "relevant",
    "bind::constraint": "constraint",
    "bind::required": "required",
    "bind::calculate": "calculation",
    "bind::readonly": "read_only",
    "bind::jr:constraintmsg": "constraint_message",
    "bind::jr:requiredmsg": "required_message",
    "control::appearance": "appearance",
    "body::appearance": "appearance",
    "set form id": "form_id",
    "set form title": "form_title",
    "id_string": "form_id",
    "title": "form_title",
}
_TABLE = re.compile(rb"^[ \t]*\|[ \t]*survey[ \t]*\|[^\n]*\n[ \t]*\|[ \t]*\|", re.M)  # a sheet's name, its columns
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
_CODE = re.compile(r"\(([A-Za-z]{2,3})(?:-[A-Za-z0-9]+)*\)\s*$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column by XLSForm's name for it, its language code (``""``: none, ``"?"``: not understood), and as written."""

    name: str
    language: str
    header: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row that has something in it, under its number in the sheet."""

    number: int
    cells: Mapping[tuple[str, str], tuple[str, str]]  # (column, language) -> (text, header)

    def get(self, column: str, language: str = "") -> str:
        """The text of a cell, or nothing."""
        return self.cells.get((column, language), ("", ""))[0]

    def all_of(self, column: str) -> Iterator[tuple[str, str, str]]:
        """Every language of a column that has something here: language, text, header."""
        for (name, language), (text, header) in self.cells.items():
            if name == column:
                yield language, text, header


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its columns and the rows that are not empty."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def has(self, column: str) -> bool:
        """Whether there is such a column, in whatever language."""
        return any(found.name == column for found in self.columns)


EMPTY: Final = Sheet("", (), ())


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets that mean something to XLSForm."""

    sheets: Mapping[str, Sheet]

    def sheet(self, name: str) -> Sheet:
        """A sheet, or an empty one."""
        return self.sheets.get(name, EMPTY)

    @property
    def languages(self) -> tuple[str, ...]:
        """The language codes of its columns, in order."""
        columns = [column for name in ("survey", "choices") for column in self.sheet(name).columns]
        return tuple(dict.fromkeys(column.language for column in columns if column.language not in ("", "?")))


def read_workbook(content: bytes, file_type: str) -> Workbook:
    """The workbook in a file's bytes. Raises FormError in one line when it does not read."""
    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import get_xlsform

    check_file(content, file_type)
    try:
        found = get_xlsform(content, file_type=file_type)
    except PyXFormError as error:
        raise FormError(" ".join(str(error).split())) from error
    except Exception as error:  # openpyxl and xlrd raise what they come upon in a damaged file
        raise FormError(f"damaged or not of its type ({type(error).__name__})") from error
    names = ("survey", "choices", "settings", "external_choices", "entities", "osm")
    parts: dict[str, Any] = {name: (getattr(found, name), getattr(found, f"{name}_header")) for name in names}
    sheets = {name: _sheet(name, rows, header) for name, (rows, header) in parts.items()}
    return Workbook({name: sheet for name, sheet in sheets.items() if sheet.columns})


def check_file(content: bytes, file_type: str) -> None:
    """Raises FormError for a file of another type, or one that is larger than any form, packed or unpacked."""
    if file_type not in FILE_TYPES:
        raise FormError(f"{file_type or 'a file without an ending'} is none of {', '.join(FILE_TYPES)}")
    if file_type == ".md" and not _TABLE.search(content):
        raise FormError("no form in it: a table with the rows | survey | and |  | type | name | … is needed")
    size = len(content)
    if file_type in (".xlsx", ".xlsm"):
        try:
            with ZipFile(BytesIO(content)) as packed:
                size += sum(part.file_size for part in packed.infolist())
        except BadZipFile as error:
            raise FormError("damaged, or no Excel workbook") from error
    if size > SIZE_MAX:
        raise FormError(f"larger than {SIZE_MAX // 2**20} MiB")


def column_of(header: str) -> Column:
    """What a header means: ``label::中文 (zh)`` is the column label in zh."""
    plain = re.sub(r"\s+", " ", header.strip())
    if (whole := _known(plain)) is not None:
        return Column(whole, "", header)
    head, mark, tail = plain.rpartition("::") if "::" in plain else plain.rpartition(":")
    name = _known(head)
    if not mark or name not in TRANSLATED:
        return Column(_snake(plain), "", header)
    return Column(name, _code(tail.strip()), header)


def _code(language: str) -> str:
    known = _CODE.search(language) or language.lower() in LANGUAGE_NAMES or re.fullmatch("[A-Za-z]{2}", language)
    return short_language(language) if known else "?"


def _known(header: str) -> str | None:
    """The name of a header without a language; None if it seems to have one."""
    lower = header.lower()
    spaced = _ALIASES.get(lower) or _ALIASES.get(_snake(lower))
    if spaced:
        return spaced
    return _snake(lower) if ":" not in lower else None


def _snake(header: str) -> str:
    return "_".join(header.split()).lower()


def _sheet(name: str, rows: Any, header: Any) -> Sheet:
    named: Mapping[Any, Any] = header[0] if header else {}
    headers = [str(key) for key in named if key]
    columns = {key: column_of(key) for key in headers}
    if name == "choices":  # a column of its own keeps its spelling: filters name it
        columns = {key: _own(column) for key, column in columns.items()}
    given: Sequence[Mapping[Any, Any]] = rows or ()
    filled = []
    for number, row in enumerate(given, start=2):
        cells = {}
        for key, value in row.items():
            column = columns.get(str(key)) or column_of(str(key))
            cells[column.name, column.language] = (str(value).translate(_QUOTES).strip(), str(key))
        if any(text for text, _ in cells.values()):
            filled.append(Row(number, {place: cell for place, cell in cells.items() if cell[0]}))
    return Sheet(name, tuple(columns.values()), tuple(filled))


def _own(column: Column) -> Column:
    known = column.name in TRANSLATED or _snake(column.header) in {"list_name", "name", "value"}
    return column if known else Column(column.header.strip(), "", column.header)
