"""The texts of an XForm: itext in every language, with the answers that are shown inside them."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from kiosk.errors import FormError
from kiosk.forms.expression import read
from kiosk.forms.flaws import Flaws
from kiosk.forms.guard import XF, local
from kiosk.forms.model import NO_TEXT, Part, Text, short_language
from kiosk.forms.syntax import Call, Literal, parse

_MARKUP = re.compile(r"\*\*|</?span[^>]*>|^#{1,6} ", re.MULTILINE)
PICTURES: Final = "jr://images/"
UNTRANSLATED: Final = "-"  # what pyxform writes where a translation is missing


def read_itext(model: Any, home: str, flaws: Flaws) -> tuple[dict[str, Text], tuple[str, ...]]:
    """Every text by its id, and the languages. Expressions inside them are read at ``home``."""
    parts: dict[str, dict[str, tuple[Part, ...]]] = {}
    images: dict[str, dict[str, str]] = {}
    languages: dict[str, None] = {}
    for translation in model.iterfind(f"{XF}itext/{XF}translation"):
        languages[language := _language(translation.get("lang", ""))] = None
        for entry in translation.iterfind(f"{XF}text"):
            key = entry.get("id", "")
            for value in entry.iterfind(f"{XF}value"):
                if (found := _value(value, key, home, flaws)) is not None:
                    table = images if isinstance(found, str) else parts
                    table.setdefault(key, {})[language] = found  # type: ignore[assignment]
    texts = {key: _frozen(parts.get(key, {}), images.get(key, {})) for key in parts.keys() | images.keys()}
    return texts, tuple(language for language in languages if language)


def read_text(element: Any | None, itext: Mapping[str, Text], home: str, path: str, flaws: Flaws) -> Text:
    """The text of a label or hint: by reference into itext, or as it stands."""
    if element is None:
        return NO_TEXT
    if reference := element.get("ref"):
        return by_reference(reference, itext, path, flaws)
    with flaws.noted(path, "label"):
        return _frozen({"": _mixed(element, home)}, {})
    return NO_TEXT


def by_reference(source: str, itext: Mapping[str, Text], path: str, flaws: Flaws) -> Text:
    """The text that ``jr:itext('id')`` names, or the source itself when it is no such call."""
    if not source.strip().startswith("jr:itext("):
        return _frozen({"": (source,)}, {})
    with flaws.noted(path, "label"):
        call = parse(source)
        if isinstance(call, Call) and len(call.args) == 1 and isinstance(call.args[0], Literal):
            if (found := itext.get(call.args[0].text)) is None:
                raise FormError(f"the text {call.args[0].text!r} is missing")
            return found
        raise FormError("a text that is chosen by an expression")
    return NO_TEXT


def expressions_of(text: Text) -> Iterator[Any]:
    """The expressions shown inside a text."""
    for parts in text.parts.values():
        yield from (part for part in parts if not isinstance(part, str))


def picture(source: str) -> str:
    """The file name in a media address. Raises FormError if it points outside the pictures."""
    name = source.strip().removeprefix(PICTURES)
    if not name or "/" in name or "\\" in name or name.startswith("."):
        raise FormError("a picture that is no plain file name")
    return name


def _language(lang: str) -> str:
    return "" if lang in ("", "default") else short_language(lang)


def _value(value: Any, key: str, home: str, flaws: Flaws) -> tuple[Part, ...] | str | None:
    """The parts of a text, the file name of a picture, or nothing to show."""
    path = key.partition(":")[0] if key.startswith("/") else ""
    form = value.get("form")
    with flaws.noted(path, "image" if form else "label"):
        if form is None:
            mixed = _mixed(value, home)
            return None if mixed in ((), (UNTRANSLATED,)) else mixed
        if form == "image":
            source = (value.text or "").strip()
            return None if source == UNTRANSLATED else picture(source)
        if form != "guidance":  # which is for interviewers; a visitor reads label and hint
            flaws.add(path, f"{form} in a text is not shown here", form)
    return None


def _unmarked(text: str) -> str:
    """A text without XLSForm's marks for bold, colour and headings: a sign that nobody draws is noise."""
    return _MARKUP.sub("", text)


def _mixed(element: Any, home: str) -> tuple[Part, ...]:
    """Text and outputs of an element, blanks at its ends cut (pyxform adds them around outputs)."""
    parts: list[Part] = [_unmarked(element.text or "")]
    for child in element:
        if local(child) != "output":
            raise FormError(f"<{local(child)}> inside a text")
        parts += [read(child.get("value") or child.get("ref") or "", home), _unmarked(child.tail or "")]
    if isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return tuple(part for part in parts if part != "")


def _frozen(parts: dict[str, tuple[Part, ...]], images: dict[str, str]) -> Text:
    return Text(MappingProxyType(parts), MappingProxyType(images))
