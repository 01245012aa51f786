"""Every sentence that ships as data, with the place it stands in. Shared by the tests of this folder."""

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path

from kiosk.forms.authoring import BREAK
from kiosk.forms.xform import Form, Text, parse_form

ASSETS = Path(__file__).parents[2] / "assets"
XFORMS = sorted((ASSETS / "forms" / "xform").glob("*.xml"))
FORMS: dict[str, Form] = {path.stem: parse_form(path.read_bytes()) for path in XFORMS}
LISTS = {
    path.stem: list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    for path in sorted((ASSETS / "lists").glob("*.csv"))
}

Words = tuple[str, str, str]  # place, Chinese, English


def toml(name: str) -> dict:
    return tomllib.loads((ASSETS / name).read_text(encoding="utf-8"))


def texts_of(form: Form) -> Iterator[tuple[str, Text]]:
    """Every text of a form: questions, hints, messages, groups, choices."""
    for question in form.questions:
        yield f"{form.id} {question.name}", question.text
        yield f"{form.id} {question.name} hint", question.hint_text
        yield f"{form.id} {question.name} message", question.constraint_text
        for item in question.itemset.items if question.itemset else ():
            yield f"{form.id} {question.name}/{item.name}", item.text
    for group in form.groups:
        yield f"{form.id} {group.name}", group.text


def said(text: Text, language: str) -> str:
    """A text as it is read: without the places where it may break."""
    return text.plain(language).replace(BREAK, "")


def words_of_forms() -> Iterator[Words]:
    for form in FORMS.values():
        yield f"{form.id} title", form.title("zh"), form.title("en")
        for place, text in texts_of(form):
            if text.parts:
                yield place, said(text, "zh"), said(text, "en")


def words_of_catalogue() -> Iterator[Words]:
    yield from _named("catalogue", toml("catalogue.toml"))


def _named(place: str, value: object) -> Iterator[Words]:
    if isinstance(value, dict):
        if "zh-Hans" in value:
            yield place, value["zh-Hans"], value["en"]
        else:
            for key, inner in value.items():
                yield from _named(f"{place} {key}", inner)


def words_of_lists() -> Iterator[Words]:
    for name, rows in LISTS.items():
        for row in rows:
            yield f"list {name}/{row['name']}", row["label"], row["label_en"]


def words_of_chips() -> Iterator[Words]:
    for question, phrases in toml("words/chips.toml").items():
        for place, (chinese, english) in enumerate(zip(phrases["zh"], phrases["en"], strict=True)):
            yield f"chips {question} {place}", chinese, english


def words_of_notice() -> Iterator[Words]:
    notice = toml("words/notice.toml")
    chinese, english = notice["zh-Hans"], notice["en"]
    for key in ("title", "agree", "disagree"):
        yield f"notice {key}", chinese[key], english[key]
    for place, (one, other) in enumerate(zip(chinese["lines"], english["lines"], strict=True)):
        yield f"notice {place}", one, other


def all_words() -> list[Words]:
    return [
        *words_of_forms(),
        *words_of_catalogue(),
        *words_of_lists(),
        *words_of_chips(),
        *words_of_notice(),
        ("venue", toml("words/venue.toml")["venue_name"]["zh-Hans"], toml("words/venue.toml")["venue_name"]["en"]),
    ]
