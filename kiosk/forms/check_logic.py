"""Expressions of a workbook: can they be read, does what they name exist, do they go in circles?"""

import re
from collections.abc import Mapping
from dataclasses import replace

from kiosk.errors import FormError
from kiosk.forms.expression import Expression, read
from kiosk.forms.flaws import Flaws
from kiosk.forms.model import Group, ItemSet, Question
from kiosk.forms.order import in_order, matching
from kiosk.forms.problems import Problems
from kiosk.forms.survey import HOME, Entry
from kiosk.forms.workbook import TRANSLATED, Workbook

REFERENCE = re.compile(r"\$\{\s*([^}]*?)\s*\}")
YES_OR_NO = frozenset({"yes", "no", "true", "false", "true()", "false()"})
_LOOKS_WORKED_OUT = re.compile(r"\$\{|[\w-]\(.*\)", re.DOTALL)


class Logic:
    """Reads every expression of a workbook and notes what is wrong with it."""

    def __init__(self, book: Workbook, entries: tuple[Entry, ...], problems: Problems) -> None:
        self.book = book
        self.entries = entries
        self.problems = problems
        self.paths = {entry.name: entry.path for entry in entries if entry.name}
        self.known = [HOME, *self.paths.values()]
        self.dates = frozenset(entry.path for entry in entries if entry.type == "date")
        rows = book.sheet("choices").rows
        self.lists = {row.get("list_name") for row in rows}
        self.live = {entry.list_name for entry in entries if entry.live}
        self.live |= {entry.name.removesuffix(".csv") for entry in entries if entry.type == "list"}

    def check(self) -> None:
        """Notes every problem of every expression, and circles."""
        parts: dict[str, Question | Group] = {}
        for entry in self.entries:
            self._check_texts(entry)
            relevant = self._cell(entry, "relevant")
            if entry.type == "group":
                parts[entry.path] = Group(entry.name, entry.path, relevant=relevant)
                continue
            self._cell(entry, "constraint")
            if entry.row.get("required").lower() not in YES_OR_NO:
                self._cell(entry, "required")
            if _LOOKS_WORKED_OUT.search(entry.row.get("default")):
                self._cell(entry, "default")
            parts[entry.path] = Question(
                entry.name,
                entry.path,
                entry.type,
                relevant=relevant,
                calculate=self._cell(entry, "calculation"),
                itemset=ItemSet(nodes=nodes) if (nodes := self._filter(entry)) else None,
            )
        self._check_circles(parts)

    def _check_texts(self, entry: Entry) -> None:
        for column in sorted(TRANSLATED):
            for _, text, header in entry.row.all_of(column):
                self._named(text, entry.row.number, header)

    def _named(self, text: str, row: int, header: str) -> str | None:
        """The text with paths for ``${…}``; None when it names a question that is not there."""
        missing = [name for name in REFERENCE.findall(text) if name.removeprefix("last-saved#") not in self.paths]
        for name in missing:
            self.problems.add("reference", "survey", row, header, name=name)
        return None if missing else REFERENCE.sub(lambda found: f" {self.paths.get(found[1], found[1])} ", text)

    def _cell(self, entry: Entry, column: str) -> Expression | None:
        source = entry.row.get(column)
        return self._read(entry, column, source, source) if source else None

    def _filter(self, entry: Entry) -> Expression | None:
        source = entry.row.get("choice_filter")
        if not source or not entry.list_name:
            return None
        expression = self._read(entry, "choice_filter", source, f"instance('{entry.list_name}')/root/item[{source}]")
        if expression is not None and not entry.live:
            self._check_columns(entry, expression)
        return expression

    def _check_columns(self, entry: Entry, expression: Expression) -> None:
        rows = [row for row in self.book.sheet("choices").rows if row.get("list_name") == entry.list_name]
        there = {"name", "itextId"} | {column for row in rows for column, _ in row.cells}
        for name in sorted(expression.columns - there):
            where = (entry.row.number, "choice_filter")
            self.problems.add("filter_column", "survey", *where, list=entry.list_name, name=name)

    def _read(self, entry: Entry, column: str, written: str, source: str) -> Expression | None:
        if self._named(written, entry.row.number, column) is None:
            return None
        named = REFERENCE.sub(lambda found: f" {self.paths.get(found[1], found[1])} ", source)
        try:
            expression = read(named, entry.path, self.dates)
            self._check_targets(expression)
        except FormError as error:
            if column == "required" and re.fullmatch(r"\w+", written):
                self.problems.add("yes_or_no", "survey", entry.row.number, column, name=column)
            else:
                self.problems.add("expression", "survey", entry.row.number, column, why=str(error))
            return None
        return expression

    def _check_targets(self, expression: Expression) -> None:
        for target in sorted(expression.reads):
            if not matching(target, self.known):
                raise FormError(f"there is no {target.removeprefix(HOME + '/')} in the form")
        if "pulldata" in expression.calls:  # pyxform declares its list
            return
        for name in sorted(expression.lists - self.lists - self.live):
            raise FormError(f"the list {name!r} is missing")

    def _check_circles(self, parts: Mapping[str, Question | Group]) -> None:
        left = dict(parts)
        while True:
            flaws = Flaws()
            in_order(left, flaws)
            if not flaws.found:
                return
            path = flaws.found[0].path
            entry = next(entry for entry in self.entries if entry.path == path)
            names = flaws.found[0].what.partition(": ")[2]
            self.problems.add("cycle", "survey", entry.row.number, _column(left[path]), names=names)
            left[path] = _freed(left[path])  # and look for another circle


def _column(part: Question | Group) -> str:
    return "calculation" if isinstance(part, Question) and part.calculate else "relevant"


def _freed(part: Question | Group) -> Question | Group:
    if isinstance(part, Group):
        return replace(part, relevant=None)
    return replace(part, relevant=None, calculate=None, itemset=None)
