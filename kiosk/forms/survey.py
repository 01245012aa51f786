"""The survey sheet, row by row, as questions and groups with their place in the form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kiosk.forms.problems import Problems
from kiosk.forms.workbook import Row, Workbook

HOME: Final = "/data"  # what authoring.compile_form calls the form's data

TYPES: Final = {
    "text": "text",
    "string": "text",
    "note": "note",
    "integer": "integer",
    "int": "integer",
    "decimal": "decimal",
    "date": "date",
    "range": "range",
    "image": "image",
    "photo": "image",
    "audio": "audio",
    "acknowledge": "acknowledge",
    "trigger": "acknowledge",
    "calculate": "calculate",
    "hidden": "hidden",
    "today": "preload",
    "start": "preload",
    "end": "preload",
    "csv-external": "list",
}
PERSONAL: Final = frozenset(
    {"deviceid", "device id", "imei", "phonenumber", "phone number", "username", "email", "simserial", "subscriberid"}
    | {"uri:deviceid", "uri:phonenumber", "uri:username", "uri:email", "uri:simserial", "uri:subscriberid", "sim id"}
)
REFUSED: Final = frozenset(
    {"geopoint", "geotrace", "geoshape", "location", "gps", "start-geopoint", "background-geopoint", "background-audio"}
    | {"barcode", "video", "file", "time", "datetime", "date time", "audit", "osm", "xml-external", "percentage"}
)
_SELECT = re.compile(
    r"(?P<what>select_one_from_file|select_multiple_from_file|select_one_external|select_one|select_multiple|select one"
    r"|select1|select all that apply|add select one prompt using|add select multiple prompt using|rank)"
    r"(?: from)?\s+(?P<list>\S+)(?P<other>\s+(?:or_other|or specify other|or other))?",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"(?P<side>begin|end)[ _](?P<what>group|lgroup|repeat|loop|looped group)(?:\s.*)?", re.IGNORECASE)
_CHOOSING = {
    "select_one": "select_one",
    "select one": "select_one",
    "select1": "select_one",
    "add select one prompt using": "select_one",
    "select_one_from_file": "select_one",
    "select_multiple": "select_multiple",
    "select all that apply": "select_multiple",
    "add select multiple prompt using": "select_multiple",
    "select_multiple_from_file": "select_multiple",
    "rank": "rank",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the survey: a question or the beginning of a group, its type in our words, its absolute path."""

    row: Row
    type: str
    name: str
    path: str
    list_name: str = ""
    live: bool = False


def entries(book: Workbook, problems: Problems) -> tuple[Entry, ...]:
    """Every question and group that can be made out; what cannot is noted."""
    return tuple(_entries(book, problems))


def _entries(book: Workbook, problems: Problems) -> Iterator[Entry]:
    above: list[Entry] = []
    for row in book.sheet("survey").rows:
        written = " ".join(row.get("type").split())
        if not written:
            if row.get("name") or any(row.all_of("label")):
                problems.add("type_missing", "survey", row.number, "type")
            continue
        if (control := _CONTROL.fullmatch(written)) is not None:
            if (group := _control(row, control, above, problems)) is not None:
                yield group
            continue
        yield _question(row, written, above, problems)
    for group in above:
        problems.add("begin_open", "survey", group.row.number, "type")


def _control(row: Row, control: re.Match[str], above: list[Entry], problems: Problems) -> Entry | None:
    what = control["what"].lower()
    if control["side"].lower() == "end":
        if not above:
            problems.add("end_alone", "survey", row.number, "type")
        else:
            above.pop()
        return None
    if what != "group":
        problems.add("repeat", "survey", row.number, "type")
    group = Entry(row, "group", row.get("name"), _path(row.get("name"), above))
    above.append(group)
    return group


def _question(row: Row, written: str, above: list[Entry], problems: Problems) -> Entry:
    name = row.get("name")
    entry = Entry(row, "", name, _path(name, above))
    if (select := _SELECT.fullmatch(written)) is not None:
        return _select(entry, select, problems)
    plain = written.lower()
    type_ = TYPES.get(plain, "")
    if plain in PERSONAL:
        problems.add("type_personal", "survey", row.number, "type", type=written)
    elif plain in REFUSED:
        problems.add("type_refused", "survey", row.number, "type", type=written)
    elif not type_:
        problems.add("type_unknown", "survey", row.number, "type", type=written)
    return Entry(row, type_, name, entry.path)


def _select(entry: Entry, select: re.Match[str], problems: Problems) -> Entry:
    what = select["what"].lower()
    live = select["list"].endswith(".csv")
    if select["other"]:
        problems.add("or_other", "survey", entry.row.number, "type")
    if what not in _CHOOSING or "${" in select["list"] or what.endswith("_from_file") > live:
        problems.add("choices_refused", "survey", entry.row.number, "type")
        return Entry(entry.row, "", entry.name, entry.path)
    return Entry(entry.row, _CHOOSING[what], entry.name, entry.path, select["list"].removesuffix(".csv"), live)


def _path(name: str, above: list[Entry]) -> str:
    return f"{above[-1].path if above else HOME}/{name}"
