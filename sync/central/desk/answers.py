"""Answers beside the questions they answer, in Chinese and in English, whatever the page's language."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from kiosk.forms.model import Form, Question
from sync.central.cases.assemble import is_ink, voice_of
from sync.central.cases.taxonomy import ASSETS
from sync.central.desk import ink

LISTS: Final = ASSETS / "lists"
WORKED_OUT: Final = frozenset({"calculate", "hidden"})  # nobody was asked
Both = tuple[str, str]  # Chinese, English


@dataclass(frozen=True, slots=True)
class Row:
    """One question with what was answered: one of choices, text or drawing."""

    label: Both
    choices: tuple[Both, ...] = ()
    text: str = ""
    drawing: Any = None
    voice: str = ""  # the name of a spoken message
    ranked: bool = False


def rows(answers: Mapping[str, Any], of: Form | None) -> list[Row]:
    """The answers in the form's order, then those that it does not know, under their bare names."""
    known = {question.name: question for question in of.questions} if of else {}
    ordered = [name for name, question in known.items() if name in answers and question.type not in WORKED_OUT]
    ordered += [name for name in answers if name not in known]
    return [_row(name, answers[name], known.get(name)) for name in ordered]


def _row(name: str, value: Any, question: Question | None) -> Row:
    label = (question.label("zh"), question.label("en")) if question else (name, "")
    if is_ink(value):
        return Row(label, drawing=ink.svg(value))
    if (name_of := voice_of(value)) is not None:
        return Row(label, text=f"{value['voice'].get('seconds', '')} s", voice=name_of)
    if value is True:
        return Row(label, text="✓")
    names = _names(question)
    if isinstance(value, list):
        ranked = question is not None and question.type == "rank"
        return Row(label, tuple(names.get(one, (str(one), "")) for one in value), ranked=ranked)
    if isinstance(value, str) and value in names:
        return Row(label, (names[value],))
    return Row(label, text=str(value))


def _names(question: Question | None) -> Mapping[Any, Both]:
    if question is None or question.itemset is None:
        return {}
    if question.itemset.live:
        return _live(question.itemset.instance)
    return {item.name: (item.text.plain("zh"), item.text.plain("en")) for item in question.itemset.items}


@lru_cache(maxsize=16)
def _live(name: str) -> Mapping[str, Both]:
    """The names of a list that changes without its form: sessions, courses."""
    file = LISTS / f"{name}.csv"
    if not file.is_file():
        return {}
    with file.open(encoding="utf-8", newline="") as lines:
        found: Sequence[dict[str, str]] = list(csv.DictReader(lines))
    return {row["name"]: (row["label"], row.get("label_en", "")) for row in found}
