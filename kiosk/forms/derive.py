"""What follows from the answers given so far: which questions are there, what they hold, what they offer."""

import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kiosk.forms.model import CHOOSING, LISTING, Form, Group, Item, ItemSet, Question, Text
from kiosk.forms.rows import cell
from kiosk.forms.values import node_text

if TYPE_CHECKING:
    from kiosk.forms.logic import Tree

PLACE = "place"  # a row's place in its list, see choices.py


@dataclass(frozen=True, slots=True)
class Derived:
    """relevant: paths that are there now; values by name, empty ones left out; offered: items by question name.

    once: values to remember for calculations that are worked out a single time.
    """

    tree: "Tree"
    relevant: frozenset[str]
    values: Mapping[str, Any]
    offered: Mapping[str, tuple[Item, ...]]
    once: Mapping[str, str]


@dataclass(slots=True)
class _Work:
    form: Form
    given: Mapping[str, Any]
    tree: "Tree"
    relevant: set[str] = field(default_factory=set)
    values: dict[str, Any] = field(default_factory=dict)
    offered: dict[str, tuple[Item, ...]] = field(default_factory=dict)
    once: dict[str, str] = field(default_factory=dict)


def derive(form: Form, base: "Tree", given: Mapping[str, Any], once: Mapping[str, str], language: str) -> Derived:
    """Works the form out, every part after what it depends on. given: answers by name, as values.read_value keeps them.

    What is not relevant reads as empty and keeps its answer in ``given``; a choice that is no longer offered too.
    """
    work = _Work(form, given, base.copy(language), once=dict(once))
    for path in form.order:
        part = form.by_path[path]
        above = path.rpartition("/")[0]
        if above in form.by_path and above not in work.relevant:
            continue
        if part.relevant is not None and not work.tree.truth(part.relevant):
            continue
        work.relevant.add(path)
        if not isinstance(part, Group):
            _fill(work, part)
    return Derived(work.tree, frozenset(work.relevant), work.values, work.offered, work.once)


def _fill(work: _Work, question: Question) -> None:
    if question.calculate is not None:
        _calculate(work, question)
        return
    if question.preload:
        moment = work.tree.root.get("now")
        today = question.preload == "today"
        work.tree.put(question.path, moment.partition(".")[0] if today else moment, "date" if today else "dateTime")
        return
    value = work.given.get(question.name)
    if question.itemset is not None:
        work.offered[question.name] = items = offered(work.tree, question)
        value = _still_offered(question, value, items)
    if value is not None:
        work.values[question.name] = value
        work.tree.put(question.path, *node_text(question, value))


def _calculate(work: _Work, question: Question) -> None:
    expression = question.calculate
    if expression is None:
        return
    if "once" in expression.calls and (known := work.once.get(question.name)):
        work.tree.put(question.path, known)
    text, kind = work.tree.typed(expression)
    work.tree.put(question.path, text, kind)
    if text:
        work.values[question.name] = work.tree.text_at(question.path)
        if "once" in expression.calls:
            work.once[question.name] = text


def _still_offered(question: Question, value: Any, items: tuple[Item, ...]) -> Any:
    names = {item.name for item in items}
    if question.type in LISTING and value:
        kept = tuple(name for name in value if name in names)
        return kept or None
    return value if value in names else None


def offered(tree: "Tree", question: Question) -> tuple[Item, ...]:
    """What a question offers now, in its order."""
    itemset = question.itemset
    if itemset is None or question.type not in CHOOSING:
        return ()
    items = _live(tree, itemset) if itemset.live else _filtered(tree, itemset)
    if not itemset.shuffled:
        return items
    seed = hashlib.sha256(f"{tree.root.get('seed')} {question.path}".encode()).digest()
    shuffled = list(items)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order of choices, not a secret
    return tuple(shuffled)


def _filtered(tree: "Tree", itemset: ItemSet) -> tuple[Item, ...]:
    if itemset.nodes is None:
        return itemset.items
    return tuple(itemset.items[int(row.get(PLACE))] for row in tree.nodes(itemset.nodes))


def _live(tree: "Tree", itemset: ItemSet) -> tuple[Item, ...]:
    rows = tree.rows(itemset.instance) if itemset.nodes is None else tree.nodes(itemset.nodes)
    items = {}
    for row in rows:
        if name := cell(row, itemset.value):
            items.setdefault(name, Item(name, _row_text(row, itemset.label)))
    return tuple(items.values())


def _row_text(row: Any, column: str) -> Text:
    labels = {"": (cell(row, column) or cell(row, "name"),)}
    images = {}
    for child in row:
        if child.tag.startswith(column + "_") and child.text:
            labels[child.tag[len(column) + 1 :]] = (child.text,)
        elif child.tag == "image" and child.text:
            images[""] = child.text
    return Text(labels, images)
