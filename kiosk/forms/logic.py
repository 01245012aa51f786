"""A form's expressions, compiled once and evaluated over a tree of answers.

A Program is shared by every visit and thread and never changes. A Tree belongs to one evaluation: it starts as a
copy of the form's instances, is filled in the order of the form, and is only read afterwards.
"""

import copy
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from lxml import etree

from kiosk.forms import dates
from kiosk.forms.convert import KIND, number_text, text_of, truth_of
from kiosk.forms.expression import Expression
from kiosk.forms.functions import NAMESPACE, LabelSource, functions
from kiosk.forms.model import ItemSet, Text, short_language
from kiosk.forms.rows import cell
from kiosk.forms.values import plain

_COLUMN = re.compile(r"[A-Za-z_][\w.-]{0,63}", re.ASCII)
FAULTS = (etree.XPathError, ValueError, OverflowError, RecursionError)


class Program(LabelSource):
    """The compiled expressions of a form, and the instances they read."""

    def __init__(
        self,
        root: Any,
        *,
        version: str,
        itext: Mapping[str, Text],
        itemsets: Mapping[str, ItemSet],
    ) -> None:
        """root: ``<env><data>…</data><instance id="…"><root>…</root></instance>…</env>``, owned by the program."""
        self.version = version
        self._root = root
        self._itext = itext
        self._itemsets = itemsets
        self._extensions = functions(self)
        self._compiled: dict[str, etree.XPath] = {}
        data = root[0]
        for node in data.iter():
            node.text = None  # a default is an answer like any other, and an answer that is gone reads as empty
        tree = root.getroottree()
        self.paths = tuple(tree.getpath(node).removeprefix("/env") for node in data.iter())

    def add(self, expression: Expression) -> None:
        """Compiles an expression. Raises ValueError in one line."""
        if expression.native not in self._compiled:
            try:
                self._compiled[expression.native] = etree.XPath(
                    expression.native, namespaces={"f": NAMESPACE}, extensions=self._extensions, smart_strings=False
                )
            except etree.XPathError as error:
                raise ValueError(str(error)) from error

    def base(
        self,
        *,
        today: date,
        now: datetime | None = None,
        language: str = "zh",
        seed: str = "",
        lists: Mapping[str, Sequence[Mapping[str, str]]] | None = None,
    ) -> "Tree":
        """The tree a visit starts from, with its live lists filled in."""
        root = copy.deepcopy(self._root)
        moment, offset = dates.days_of(now) if now else (float(dates.day_number(today)), 0)
        root.set("now", number_text(moment))
        root.set("offset", str(offset))
        root.set("seed", seed)
        root.set("language", short_language(language))
        for instance in root.iterfind("instance"):
            if instance.get("live"):
                _fill(instance, (lists or {}).get(instance.get("id", ""), ()))
        return Tree(self, root)

    def run(self, expression: Expression, node: Any) -> Any:
        """The raw value of an expression at a node, as lxml gives it."""
        return self._compiled[expression.native](node)

    def itext(self, key: str, root: Any) -> str:
        """The text of an itext id in the language of the tree."""
        text = self._itext.get(key)
        return text.plain(root.get("language")) if text else ""

    def choice(self, path: str, choice: str, root: Any) -> str:
        """The label of a choice of the question at a path, in the language of the tree."""
        itemset = self._itemsets.get(path)
        if itemset is None:
            return ""
        if itemset.live:
            return live_label(root, itemset, choice)
        found = next((item for item in itemset.items if item.name == choice), None)
        return found.text.plain(root.get("language")) if found else ""


class Tree:
    """The answers of one moment as XML, and values of expressions over them."""

    __slots__ = ("_nodes", "program", "root")

    def __init__(self, program: Program, root: Any) -> None:
        self.program = program
        self.root = root
        self._nodes = dict(zip(program.paths, root[0].iter(), strict=True))

    def copy(self, language: str | None = None) -> "Tree":
        """Another tree with the same content, to be filled."""
        root = copy.deepcopy(self.root)
        if language is not None:
            root.set("language", short_language(language))
        return Tree(self.program, root)

    def put(self, path: str, text: str, kind: str = "") -> None:
        """Sets what the node at a path holds; of kind date or dateTime it is a day number."""
        node = self._nodes[path]
        node.text = text
        if kind:
            node.set(KIND, kind)
        elif KIND in node.attrib:
            del node.attrib[KIND]

    def text_at(self, path: str) -> str:
        """What the node at a path holds, as text."""
        return text_of([self._nodes[path]])

    def typed(self, expression: Expression) -> tuple[str, str]:
        """The value of an expression as a node's text and its kind."""
        value = self._run(expression)
        if isinstance(value, list) and value and not isinstance(value[0], str) and value[0].get(KIND):
            return "".join(value[0].itertext()), value[0].get(KIND)
        text = text_of(value)
        return ("" if text == "NaN" else text), ""

    def text(self, expression: Expression) -> str:
        """The value of an expression as text; a date in ISO form."""
        return text_of(self._run(expression))

    def truth(self, expression: Expression) -> bool:
        """The value of a condition."""
        return truth_of(self._run(expression))

    def nodes(self, expression: Expression) -> list[Any]:
        """The nodes of a path."""
        value = self._run(expression)
        return value if isinstance(value, list) else []

    def rows(self, instance: str) -> list[Any]:
        """Every row of a list of choices."""
        for node in self.root.iterfind("instance"):
            if node.get("id") == instance:
                return node.findall("root/item")
        return []

    def try_out(self, expression: Expression) -> None:
        """Evaluates once. Raises ValueError in one line if lxml cannot."""
        try:
            self.program.run(expression, self._nodes[expression.home])
        except FAULTS as error:
            raise ValueError(str(error)) from error

    def _run(self, expression: Expression) -> Any:
        try:
            return self.program.run(expression, self._nodes[expression.home])
        except etree.XPathError:  # tried out when the form was read, so only by values no form should meet
            return ""


def live_label(root: Any, itemset: ItemSet, choice: str) -> str:
    """The label of a choice from a live list: column ``label_en`` for English, else ``label``."""
    for instance in root.iterfind("instance"):
        if instance.get("id") == itemset.instance:
            for row in instance.iterfind("root/item"):
                if cell(row, itemset.value) == choice:
                    return row_label(row, itemset.label, root.get("language"))
    return ""


def row_label(row: Any, column: str, language: str) -> str:
    """The text of a row in a language."""
    return cell(row, f"{column}_{language}") or cell(row, column) or cell(row, "name")


def _fill(instance: Any, rows: Sequence[Mapping[str, str]]) -> None:
    root = etree.SubElement(instance, "root")
    for row in rows:
        item = etree.SubElement(root, "item")
        for column, value in row.items():
            if not _COLUMN.fullmatch(column):  # no expression could name it
                continue
            etree.SubElement(item, column).text = plain(str(value))
