"""Everything that is wrong with a workbook, at once, before pyxform stops at the first thing it meets."""

import re
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from kiosk.forms.check_logic import YES_OR_NO, Logic
from kiosk.forms.check_words import check_words
from kiosk.forms.controls import PASSED_OVER, SHOWN
from kiosk.forms.model import ANSWERED, CODE, NAME, Question
from kiosk.forms.personal import asks_for
from kiosk.forms.problems import Problems
from kiosk.forms.survey import Entry, entries
from kiosk.forms.values import read_default
from kiosk.forms.workbook import TRANSLATED, Column, Workbook

COLUMNS: Final = {
    "survey": TRANSLATED
    | {"type", "name", "relevant", "constraint", "required", "calculation", "choice_filter", "parameters", "default"}
    | {"appearance", "read_only", "note", "notes", "comment", "disabled"},
    "settings": {"form_title", "form_id", "version", "default_language"},
}
_COLUMN = re.compile(r"[^\W\d][\w.-]*")  # what can be the name of an XML element
REFUSED: Final = {
    "survey": {"trigger", "repeat_count", "count", "jr:count", "save_to", "intent", "big-image", "audio", "video"},
    "choices": {"big-image", "audio", "video", "geometry"},
}
PARAMETERS: Final = {
    "range": {"start", "end", "step"},
    "text": {"rows"},
    "select_one": {"randomize", "seed", "value", "label"},
    "select_multiple": {"randomize", "seed", "value", "label"},
    "rank": {"randomize", "seed"},
    "image": {"max-pixels"},
    "audio": {"quality"},
}

PASSED_PARAMETERS: Final = {"tick_interval", "placeholder", "tick_labelset"}  # of a range: only its look


def check_workbook(book: Workbook, pictures: Path) -> Problems:
    """The problems of a workbook. pictures: the folder that a picture must be in."""
    problems = Problems()
    _check_sheets(book, problems)
    _check_settings(book, problems)
    found = entries(book, problems)
    _check_names(found, problems)
    for entry in found:
        _check_entry(entry, book, problems)
    _check_choices(book, problems)
    check_words(book, found, pictures, problems)
    Logic(book, found, problems).check()
    return problems


def _check_sheets(book: Workbook, problems: Problems) -> None:
    if not book.sheet("survey").rows:
        problems.add("sheet", name="survey")
    for name in ("external_choices", "entities", "osm"):
        if book.sheet(name).rows:
            problems.add("sheet_refused", name, name=name)
    for name in ("survey", "choices"):
        for column in book.sheet(name).columns:
            _check_column(name, column, book, problems)


def _check_column(sheet: str, column: Column, book: Workbook, problems: Problems) -> None:
    used = [row.number for row in book.sheet(sheet).rows if any(row.all_of(column.name))]
    if sheet == "choices" and column.name == column.header and not _COLUMN.fullmatch(column.name):
        problems.add("column_bad", sheet, 1, column.header)
    known = COLUMNS.get(sheet, set())
    if column.name in REFUSED[sheet]:
        for row in used:
            problems.add("column_refused", sheet, row, column.header)
    elif known and column.name not in known and used:
        close = get_close_matches(column.name, known, 1, 0.8)
        if close:
            problems.add("column_close", sheet, 1, column.header, name=close[0])
        else:
            problems.add("column_unread", sheet, 1, column.header, fatal=False)


def _check_settings(book: Workbook, problems: Problems) -> None:
    row = next(iter(book.sheet("settings").rows), None)
    for column in ("form_id", "version"):
        if row is None or not CODE.fullmatch(row.get(column)):
            problems.add(column, "settings", row.number if row else None, column)
    if row is not None:
        for (column, _), (_, header) in row.cells.items():
            if column not in COLUMNS["settings"] | {"style", "allow_choice_duplicates"}:
                problems.add("setting_passed", "settings", row.number, header, fatal=False)


def _check_names(found: tuple[Entry, ...], problems: Problems) -> None:
    seen: dict[str, int] = {}
    for entry in found:
        row = entry.row.number
        if not entry.name:
            if entry.type != "note":  # pyxform makes one up
                problems.add("name_missing", "survey", row, "name")
        elif not NAME.fullmatch(entry.name) and entry.type != "list":
            problems.add("name_bad", "survey", row, "name", name=entry.name)
        elif entry.name in seen:
            problems.add("name_twice", "survey", row, "name", name=entry.name, other=seen[entry.name])
        seen.setdefault(entry.name, row)


def _check_entry(entry: Entry, book: Workbook, problems: Problems) -> None:
    _check_personal(entry, problems)
    _check_appearance(entry, problems)
    _check_parameters(entry, problems)
    row = entry.row
    readonly = row.get("read_only").lower()
    if readonly and readonly not in YES_OR_NO:
        problems.add("yes_or_no", "survey", row.number, "read_only", name="read_only")
    answered = entry.type in ANSWERED and readonly in ("", "no", "false", "false()")
    if row.get("calculation") and answered:
        problems.add("calculated", "survey", row.number, "calculation")
    lists = {choice.get("list_name") for choice in book.sheet("choices").rows}
    if entry.list_name and not entry.live and entry.list_name not in lists:
        problems.add("choices_missing", "survey", row.number, "type", name=entry.list_name)
    _check_default(entry, book, problems)


def _check_personal(entry: Entry, problems: Problems) -> None:
    labels = (text for _, text, _ in entry.row.all_of("label"))
    if (kind := asks_for(entry.type, entry.name, labels)) is None:
        return
    if kind.contact:
        problems.add("contact", "survey", entry.row.number, "name")
    else:
        problems.add("personal", "survey", entry.row.number, "name", kind=kind.zh, kind_en=kind.en)


def _check_appearance(entry: Entry, problems: Problems) -> None:
    given = entry.row.get("appearance").split()
    if entry.type == "image" and "draw" not in given:
        problems.add("photo", "survey", entry.row.number, "type")
    for name in given:
        if name in SHOWN.get(entry.type, ()):
            continue
        if name in PASSED_OVER or entry.type not in SHOWN:
            problems.add("appearance_passed", "survey", entry.row.number, "appearance", fatal=False, name=name)
        else:
            problems.add("appearance", "survey", entry.row.number, "appearance", name=name, type=entry.type)


def _check_parameters(entry: Entry, problems: Problems) -> None:
    given = dict(re.findall(r"([\w-]+)\s*=\s*([^\s;,]+)", entry.row.get("parameters")))
    row = entry.row.number
    for name in given.keys() - PARAMETERS.get(entry.type, set()):
        problems.add("parameter", "survey", row, "parameters", fatal=name not in PASSED_PARAMETERS, name=name)
    if entry.type == "range":
        start, end, step = (
            given.get(name, default) for name, default in (("start", "1"), ("end", "10"), ("step", "1"))
        )
        whole = all(re.fullmatch(r"-?\d{1,9}", number) for number in (start, end, step))
        if not whole or int(step) <= 0 or int(end) <= int(start) or (int(end) - int(start)) % int(step):
            problems.add("range", "survey", row, "parameters")


def _check_default(entry: Entry, book: Workbook, problems: Problems) -> None:
    default = entry.row.get("default")
    if not default or "(" in default or "${" in default or entry.type not in ANSWERED:
        return
    value = read_default(Question(entry.name, entry.path, entry.type), default)
    names = {row.get("name") for row in book.sheet("choices").rows if row.get("list_name") == entry.list_name}
    chosen = set(default.split()) if entry.list_name and not entry.live else set()
    if value is None or chosen - names:
        problems.add("default", "survey", entry.row.number, "default")


def _check_choices(book: Workbook, problems: Problems) -> None:
    settings = next(iter(book.sheet("settings").rows), None)
    twice_is_meant = settings is not None and settings.get("allow_choice_duplicates").lower() in ("yes", "true")
    seen: dict[tuple[str, str], int] = {}
    for row in book.sheet("choices").rows:
        list_name, name = row.get("list_name"), row.get("name")
        if not list_name:
            problems.add("list_name_missing", "choices", row.number, "list_name")
        if not name:
            problems.add("name_missing", "choices", row.number, "name")
        elif not CODE.fullmatch(name):
            problems.add("choice_name_bad", "choices", row.number, "name", name=name)
        elif (list_name, name) in seen and not twice_is_meant:
            problems.add("name_twice", "choices", row.number, "name", name=name, other=seen[list_name, name])
        seen.setdefault((list_name, name), row.number)
