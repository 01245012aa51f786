"""A settings file as a form: drawn from its shape, read back with all that is wrong at once, rows added and taken out.

What was sent stays what it was until it is sound: a form that was refused shows every word again. Between the file and
the page lies one flat table of texts (`Sent`), so that a page is drawn in the same way from a file and from a post.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from sync.central.desk import setting_shapes, setting_texts
from sync.central.desk.setting_views import KEY, NEW, ROWS, Errors, Sent, called, drawn, join, of_name, of_row
from sync.central.desk.shapes import Field, Node, Record, Rows, Unfit, Values, read
from sync.central.desk.toml_text import rewritten

WHOLE: Final = "whole"  # the last field of a form: a page that did not come in full lacks it
ROWS_MAX: Final = 400


@dataclass(frozen=True, slots=True)
class Shape:
    """node: what is asked, or what makes it from the values. opened, closed: between file and form."""

    node: Node | Callable[[Values], Node]
    opened: Callable[[dict[str, Any]], dict[str, Any]] = lambda values: values
    closed: Callable[[dict[str, Any], Mapping[str, Any]], dict[str, Any]] = lambda values, _old: values
    across: Callable[[Values], Iterator[tuple[str, str]]] = lambda _values: iter(
        ()
    )  # field, what is wrong beside others
    dated: bool = False  # its version is a day and a number, and moves with every change

    def of(self, values: Values) -> Node:
        """What is asked of a file with these values."""
        return self.node if isinstance(self.node, Field | Record | Rows) else self.node(values)


def dated(values: dict[str, Any], today: date) -> dict[str, Any]:
    """Another version: the day, and a number within it."""
    old, new = str(values.get("version", "")), f"{today:%Y%m%d}01"
    if old.isdecimal() and len(old) == len(new) and old >= new:
        new = str(int(old) + 1)
    return values | {"version": new}


# -- from a file to what a page shows, and back


def spread(node: Node, value: Any, name: str = "") -> dict[str, list[str]]:
    """The texts of a value, by field."""
    if isinstance(node, Field):
        return _texts(node, value, name)
    if isinstance(node, Record):
        given = value if isinstance(value, Mapping) else {}
        return {
            key: texts
            for inner, one in node.fields.items()
            for key, texts in spread(one, given.get(inner), join(name, inner)).items()
        }
    found: dict[str, list[str]] = {name + ROWS: []}
    for place, (key, row) in enumerate(_pairs(node, value)):
        at = join(name, str(place))
        found[name + ROWS].append(str(place))
        found |= spread(of_row(node), row, at) | ({at + KEY: [key]} if node.key else {})
    return found


def _pairs(node: Rows, value: Any) -> list[tuple[str, Any]]:
    if node.key:
        return list(value.items()) if isinstance(value, Mapping) else []
    return [("", one) for one in value] if isinstance(value, list) else []


def _texts(one: Field, value: Any, name: str) -> dict[str, list[str]]:
    if one.kind in {"words", "chinese"}:
        said = value if isinstance(value, Mapping) else {}
        return {f"{name}:{tag}": [str(said.get(tag, ""))] for tag in one.languages}
    if value is None:
        return {name: []}
    if one.kind == "hours" and "-" in str(value):
        first, _dash, last = str(value).partition("-")
        return {name: ["hours"], f"{name}:from": [first], f"{name}:to": [last]}
    return {name: _SAID.get(one.kind, lambda value: [str(value)])(value)}


_SAID: Final[Mapping[str, Callable[[Any], list[str]]]] = {
    "hours": lambda _closed: ["closed"],
    "some": list,
    "some_wholes": lambda value: [str(item) for item in value],
    "days": lambda value: [f"{day}" for day in value],
    "yes": lambda value: ["1"] if value else [],
    "tick": lambda value: ["1"] if value else [],
    "maybe": lambda value: ["yes" if value else "no"],
    "lines": lambda value: ["\n".join(value)],
    "wholes": lambda value: ["、".join(map(str, value))],
    "place": lambda value: [str(value + 1)],
}


def gather(node: Node, sent: Sent, base: Any, values: Values, errors: Errors, name: str = "") -> Any:  # noqa: PLR0917
    """The value that was sent; every field's mistake goes into errors. base: the value that was there, or None."""
    if isinstance(node, Record):
        return _record(node, sent, base, values, errors, name)
    if isinstance(node, Rows):
        return _rows(node, sent, base, values, errors, name)
    try:
        return _kept(node, read(node, lambda suffix: sent.get(name + suffix, []), values), base)
    except Unfit as error:
        errors[f"{name}:{error.part}" if error.part else name] = str(error)
        return None


def _kept(one: Field, value: Any, base: Any) -> Any:
    """What the file says where nothing was given: what it said, an empty list, or nothing."""
    if isinstance(value, dict) and isinstance(base, dict):  # its languages in their old order, and any not asked for
        known = {tag: value.get(tag, text) for tag, text in base.items() if tag in value or tag not in one.languages}
        return known | value
    if (
        one.kind in {"some", "some_wholes"} and isinstance(value, list) and isinstance(base, list)
    ):  # the order may count
        return [code for code in base if code in value] + [code for code in value if code not in base]
    if value is not None or base is None:
        return value
    if base in ([], "", {}) or base is False:
        return base
    return [] if isinstance(base, list) and not one.drop else None


def _record(node: Record, sent: Sent, base: Any, values: Values, errors: Errors, name: str) -> dict[str, Any]:  # noqa: PLR0917
    """In the order of what was there, with what no field asks for."""
    old = dict(base) if isinstance(base, Mapping) else {}
    for inner, one in node.fields.items():
        value = gather(one, sent, old.get(inner), values, errors, join(name, inner))
        if value is None or (value == {} and inner not in old):
            old.pop(inner, None)
        else:
            old[inner] = value
    return old


def _rows(node: Rows, sent: Sent, base: Any, values: Values, errors: Errors, name: str) -> Any:  # noqa: PLR0917
    was, made = _pairs(node, base), []
    for number in sent.get(name + ROWS, [])[:ROWS_MAX]:
        at = join(name, number)
        old = was[int(number)] if number.isdecimal() and len(number) < 5 and int(number) < len(was) else None
        if old is None and not _touched(sent, at):
            continue
        key = old[0] if old else _key(node, sent, at, values, errors)
        if node.key and key in {one for one, _row in made}:
            errors[at + KEY] = _("There is one of this name already.")
        made.append((key, gather(of_row(node), sent, old[1] if old else None, values, errors, at)))
    if len(made) < node.least:
        errors[name] = _("At least %(n)d of these.") % {"n": node.least}
    return dict(made) if node.key else [row for _key_, row in made]


def _key(node: Rows, sent: Sent, at: str, values: Values, errors: Errors) -> str:
    if node.key is None:
        return ""
    try:
        return read(node.key, lambda suffix: sent.get(at + KEY + suffix, []), values)
    except Unfit as error:
        errors[at + KEY] = str(error)
        return f"\0{at}"  # beside no other


def _touched(sent: Sent, at: str) -> bool:
    return any(text.strip() for name, texts in sent.items() if name.startswith((f"{at}/", f"{at}:")) for text in texts)


# -- rows that come and go


def moved(sent: dict[str, list[str]], deed: str) -> dict[str, list[str]]:
    """After "add PATH", "drop PATH/ROW" or "up PATH/ROW"; anything else changes nothing."""
    what, _blank, name = deed.partition(" ")
    path, _slash, number = name.rpartition("/")
    if what == "add":
        rows = sent.get(name + ROWS, [])
        free = 1 + max((int(one[1:]) for one in rows if one[:1] == NEW and one[1:].isdecimal()), default=0)
        return sent | {name + ROWS: [*rows, f"{NEW}{free}"]} if len(rows) < ROWS_MAX else sent
    rows = list(sent.get(path + ROWS, []))
    if number not in rows:
        return sent
    place = rows.index(number)
    if what == "drop":
        rows.remove(number)
    elif what == "up" and place:
        rows[place - 1 : place + 1] = [number, rows[place - 1]]
    return sent | {path + ROWS: rows}


# -- a whole file


SHAPES: Final[Mapping[str, Shape]] = {
    "deadlines.toml": Shape(setting_shapes.DEADLINES, setting_shapes.deadlines_opened, setting_shapes.deadlines_closed),
    "calendar.toml": Shape(setting_shapes.CALENDAR, across=setting_shapes.days_twice),
    "priority.toml": Shape(setting_shapes.PRIORITY, across=setting_shapes.score_of_one, dated=True),
    "office.toml": Shape(setting_shapes.OFFICE),
    "rewards.toml": Shape(setting_shapes.REWARDS, dated=True),
    "terminals.toml": Shape(setting_shapes.TERMINALS),
    "catalogue.toml": Shape(
        setting_texts.CATALOGUE, setting_texts.catalogue_opened, setting_texts.catalogue_closed, dated=True
    ),
    "wordings.toml": Shape(setting_texts.WORDINGS),
    "chips.toml": Shape(setting_texts.PHRASES),
    "phone.toml": Shape(lambda _values: setting_texts.phone(), setting_texts.phone_opened, setting_texts.phone_closed),
    "notice.toml": Shape(setting_texts.notice),
    "poster.toml": Shape(setting_texts.POSTER),
    "certificate.toml": Shape(setting_texts.CERTIFICATE),
    "course.toml": Shape(setting_texts.COURSE, closed=setting_texts.course_closed),
}


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that came back. text: the file it makes, where nothing is wrong with it."""

    tree: Any
    errors: list[tuple[str, str, str]]  # anchor, what it is called, what is wrong
    text: str | None
    more: bool = False  # a mistake stands in a language that is not seen at first


def empty(name: str, text: str) -> Filled:
    """The form of a file. Raises tomllib.TOMLDecodeError, and KeyError where the file lacks what its reader needs."""
    shape = SHAPES[name]
    values = shape.opened(tomllib.loads(text))
    node = shape.of(values)
    return Filled(drawn(node, spread(node, values), values, {}), [], None)


def filled(name: str, text: str, sent: dict[str, list[str]], deed: str, today: date) -> Filled:
    """What was sent over a file, after what was done to its rows; a deed of rows is told of no mistakes yet."""
    shape, old = SHAPES[name], tomllib.loads(text)
    values = shape.opened(old)
    node, turned = shape.of(values), moved(sent, deed)
    first = gather(node, turned, values, values, {})  # what may be chosen is part of what was sent
    errors: Errors = {}
    made = gather(node, turned, values, first, errors)
    if deed.partition(" ")[0] in {"add", "drop", "up"}:
        return Filled(drawn(node, turned, first, {}), [], None)
    errors |= {} if errors else dict(shape.across(made))
    tree = drawn(node, turned, first, errors)
    told = [(of_name(at), called(tree, at), why) for at, why in errors.items()]
    hidden = any(at.rpartition(":")[2] in {"zh-Hant", "ug"} for at in errors)
    return Filled(tree, told, None if errors else _written(shape, text, old, made, today), hidden)


def _written(shape: Shape, text: str, old: dict[str, Any], made: Any, today: date) -> str:
    values = shape.closed(made, old)
    new = rewritten(text, values)
    return new if new == text or not shape.dated else rewritten(text, dated(values, today))
