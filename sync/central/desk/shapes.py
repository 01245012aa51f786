"""What a settings file is made of, as a form can ask for it: fields, records of fields, and rows that come and go.

A shape says how each value is asked, in words, and what it may be. ``setting_forms.py`` reads it back from a page,
``setting_views.py`` shows it; nothing here knows of a page.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from sync.central.cases.texts import blanks

LANGUAGES: Final = ("zh-Hans", "en", "zh-Hant", "ug")  # the first two are always seen
_BETWEEN: Final = re.compile(r"[\s,，、;；]+")
_HOURS: Final = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_LONG: Final = 2000
Options = Sequence[tuple[str, Any]]
Values = Mapping[str, Any]


class Unfit(Exception):
    """What is wrong with one field, in the reader's language; part: which language of it."""

    def __init__(self, why: str, part: str = "") -> None:
        super().__init__(why)
        self.part = part


@dataclass(frozen=True, slots=True)
class Field:
    """One value. kind: one of KINDS; options: what may be chosen, made from the whole file's values.

    least, most: of a number, or the number of lines. blanks: {words} that a text must hold. need: may not be empty.
    drop: empty means that the file does not say it; else an empty list is written as one.
    """

    kind: str
    label: Any
    hint: Any = ""
    least: float | None = None
    most: float | None = None
    options: Callable[[Values], Options] | None = None
    need: bool = True
    blanks: frozenset[str] | None = None
    pattern: str = ""
    languages: tuple[str, ...] = LANGUAGES
    drop: bool = False
    raw: bool = False  # blanks at its ends count
    width: int = 0  # characters of a line, at most


@dataclass(frozen=True, slots=True)
class Record:
    """Named values that are always there."""

    fields: "Mapping[str, Node]"
    label: Any = ""
    hint: Any = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """As many records as somebody wants. key: how a row's name in the file is asked; none: a list without names.

    bare: the row is the value of its only field. cards: too much for one line of a table. fixed: none come or go.
    """

    row: Record
    label: Any
    hint: Any = ""
    key: Field | None = None
    bare: bool = False
    cards: bool = False
    fixed: bool = False
    least: int = 0


Node = Field | Record | Rows


def read(field: Field, given: Callable[[str], list[str]], values: Values) -> Any:
    """The value of what was sent; None: nothing. given: the texts sent under the field's name and a suffix."""
    value = KINDS[field.kind](field, given, values)
    if value is None or value in ("", [], {}):
        if field.need:
            raise Unfit(_("This is needed."))
        return None
    return value


def _one(given: Callable[[str], list[str]], suffix: str = "", *, raw: bool = False) -> str:
    text = (given(suffix) or [""])[0].replace("\r\n", "\n").replace("\0", "")
    text = text if raw else text.strip()
    if len(text) > _LONG:
        raise Unfit(_("Too long: %(n)d characters at most.") % {"n": _LONG})
    return text


def _line(field: Field, given: Callable[[str], list[str]], values: Values) -> str:  # noqa: ARG001
    return _fits(field, _one(given, raw=field.raw))


def _fits(field: Field, text: str) -> str:
    if text and field.pattern and not re.fullmatch(field.pattern, text):
        raise Unfit(_("This cannot be a name like that: see the hint."))
    if text and field.blanks is not None and blanks(text) != field.blanks:
        wanted = " ".join(f"{{{name}}}" for name in sorted(field.blanks)) or _("no braces")
        raise Unfit(_("The same blanks, please: %(blanks)s") % {"blanks": wanted})
    return text


def _whole(field: Field, given: Callable[[str], list[str]], values: Values) -> int | None:  # noqa: ARG001
    text = _one(given)
    if not text:
        return None
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        raise Unfit(_("A whole number, please."))
    return int(_within(field, int(text)))


def _number(field: Field, given: Callable[[str], list[str]], values: Values) -> int | float | None:  # noqa: ARG001
    text = _one(given)
    if not text:
        return None
    if not re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,6})?", text):
        raise Unfit(_("A number, please."))
    return _within(field, float(text) if "." in text else int(text))


def _within(field: Field, number: float) -> Any:
    if (field.least is not None and number < field.least) or (field.most is not None and number > field.most):
        raise Unfit(
            _("From %(least)s to %(most)s, please.") % {"least": _short(field.least), "most": _short(field.most)}
        )
    return number


def _short(number: float | None) -> str:
    return "…" if number is None else f"{number:g}"


def _words(field: Field, given: Callable[[str], list[str]], values: Values) -> dict[str, str]:  # noqa: ARG001
    said = {}
    for language in field.languages:
        try:
            if text := _fits(field, _one(given, f":{language}")):
                said[language] = text
        except Unfit as error:
            raise Unfit(str(error), language) from error
    for language in field.languages[:2] if field.need else ():
        if language not in said and not (language == "en" and field.kind == "chinese"):
            raise Unfit(_("This is needed."), language)
    return said


def _yes(field: Field, given: Callable[[str], list[str]], values: Values) -> bool | None:  # noqa: ARG001
    if field.need:
        return bool(given(""))
    return {"yes": True, "no": False}.get(_one(given))


def _tick(field: Field, given: Callable[[str], list[str]], values: Values) -> bool | None:  # noqa: ARG001
    """Said only where it is true."""
    return True if given("") else None


def _choice(field: Field, given: Callable[[str], list[str]], values: Values) -> str:
    text = _one(given)
    if text and text not in dict(_offered(field, values)):
        raise Unfit(_("Not one of those offered."))
    return text


def _some(field: Field, given: Callable[[str], list[str]], values: Values) -> list[str]:
    """In the order in which they are offered."""
    wanted = given("")
    if not set(wanted) <= dict(_offered(field, values)).keys():
        raise Unfit(_("Not one of those offered."))
    return [code for code, _label in _offered(field, values) if code in wanted]


def _some_wholes(field: Field, given: Callable[[str], list[str]], values: Values) -> list[int]:
    return [int(code) for code in _some(field, given, values)]


def _offered(field: Field, values: Values) -> Options:
    return field.options(values) if field.options else ()


def _lines(field: Field, given: Callable[[str], list[str]], values: Values) -> list[str]:  # noqa: ARG001
    lines = [line.strip() for line in _one(given).split("\n") if line.strip()]
    if lines and field.least is not None and len(lines) < field.least:
        raise Unfit(_("At least %(n)d lines.") % {"n": field.least})
    if field.most is not None and len(lines) > field.most:
        raise Unfit(_("At most %(n)d lines.") % {"n": field.most})
    if field.width and max(map(len, lines), default=0) > field.width:
        raise Unfit(_("Too long: %(n)d characters at most.") % {"n": field.width})
    if len(set(lines)) != len(lines):
        raise Unfit(_("The same line twice."))
    return lines


def _wholes(field: Field, given: Callable[[str], list[str]], values: Values) -> list[int]:  # noqa: ARG001
    parts = [part for part in _BETWEEN.split(_one(given)) if part]
    if not all(re.fullmatch(r"[0-9]{1,6}", part) for part in parts):
        raise Unfit(_("Whole numbers with commas between, please."))
    return [int(_within(field, int(part))) for part in parts]


def _days(field: Field, given: Callable[[str], list[str]], values: Values) -> list[date]:  # noqa: ARG001
    found = set()
    for text in given(""):
        try:
            found |= {date.fromisoformat(text.strip())} if text.strip() else set()
        except ValueError as error:
            raise Unfit(_("Not a day: %(text)s") % {"text": text[:20]}) from error
    return sorted(found)


def _hours(field: Field, given: Callable[[str], list[str]], values: Values) -> str:  # noqa: ARG001
    how, first, last = _one(given), _one(given, ":from"), _one(given, ":to")
    if how != "hours":
        return "closed" if how == "closed" else ""
    if not (_HOURS.fullmatch(first) and _HOURS.fullmatch(last)) or first >= last:
        raise Unfit(_("From when to when? Hours like 09:00, the earlier first."))
    return f"{first}-{last}"


def _place(field: Field, given: Callable[[str], list[str]], values: Values) -> int | None:
    """Counted from 1 by people, from 0 in the file."""
    number = _whole(field, given, values)
    return None if number is None else number - 1


KINDS: Final[Mapping[str, Callable[[Field, Callable[[str], list[str]], Values], Any]]] = {
    "line": _line,
    "long": _line,
    "whole": _whole,
    "number": _number,
    "words": _words,  # by language
    "chinese": _words,  # by language, Chinese alone being needed
    "yes": _yes,
    "maybe": _yes,
    "tick": _tick,
    "one": _choice,
    "some": _some,
    "some_wholes": _some_wholes,
    "lines": _lines,
    "wholes": _wholes,
    "days": _days,
    "hours": _hours,
    "place": _place,
}
