"""A settings form as a page shows it: cells, groups of them, tables of rows. Made from what was sent, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sync.central.cases.language import pick
from sync.central.desk import words
from sync.central.desk.shapes import Field, Node, Record, Rows, Values

Sent = Mapping[str, list[str]]
Errors = dict[str, str]
KEY: Final = ":key"
ROWS: Final = ":rows"
NEW: Final = "n"
LANGUAGES_SEEN: Final = 2
FREE_DAYS: Final = 4
_RTL: Final = frozenset({"ug"})


def of_name(name: str) -> str:
    """A field's name as an anchor."""
    return "f-" + "".join(c if c.isascii() and c.isalnum() else "-" for c in name)


@dataclass(frozen=True, slots=True)
class Part:
    """A text in one language."""

    tag: str
    label: str
    name: str
    text: str
    error: str
    more: bool  # seen only when somebody wants all languages
    rtl: bool

    @property
    def id(self) -> str:
        return of_name(self.name)


@dataclass(frozen=True, slots=True)
class Cell:
    """One field as a page shows it."""

    kind: str
    name: str
    label: Any
    hint: Any
    error: str
    texts: list[str]
    asks: Field
    options: list[tuple[str, Any, bool]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    long: bool = False

    @property
    def id(self) -> str:
        return of_name(self.name)

    @property
    def many(self) -> bool:
        """Too many to tick in a row."""
        return len(self.options) > 5

    @property
    def tall(self) -> int:
        return max(3, (self.texts or [""])[0].count("\n") + 2)

    @property
    def numeric(self) -> bool:
        return self.kind in {"whole", "number", "place"}


@dataclass(frozen=True, slots=True)
class Group:
    """A record as a page shows it."""

    name: str
    label: Any
    hint: Any
    items: list[Any]
    kind: str = "group"

    @property
    def many(self) -> bool:
        """Whether there is more to see than Chinese and English."""
        return any(one.many for one in self.items if not isinstance(one, Cell)) or _more(self.items)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: key is the cell that asks its name, or the name once it has one."""

    number: str
    name: str
    title: str
    key: Cell | None
    items: list[Any]
    wrong: bool

    @property
    def id(self) -> str:
        return of_name(self.name)

    @property
    def said(self) -> str:
        """What it is about: its first words in the page's language."""
        first = next((one for one in self.items if isinstance(one, Cell) and (one.parts or one.kind == "line")), None)
        if first is None:
            return ""
        return pick({part.tag: part.text for part in first.parts}) if first.parts else (first.texts or [""])[0]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as a page shows them. heads: labels of the columns."""

    name: str
    label: Any
    hint: Any
    heads: list[tuple[Any, Any]]
    rows: list[Row]
    error: str
    cards: bool
    keyed: bool
    kind: str = "table"

    @property
    def many(self) -> bool:
        """Whether there is more to see than Chinese and English."""
        return any(
            _more(row.items) or any(one.many for one in row.items if isinstance(one, Table)) for row in self.rows
        )

    @property
    def id(self) -> str:
        return of_name(self.name)


def _more(items: list[Any]) -> bool:
    return any(part.more for one in items if isinstance(one, Cell) for part in one.parts)


def drawn(node: Node, sent: Sent, values: Values, errors: Errors, name: str = "") -> Cell | Group | Table:
    """The node as a page shows it."""
    if isinstance(node, Field):
        return _cell(node, sent, values, errors, name)
    if isinstance(node, Record):
        items = [drawn(one, sent, values, errors, join(name, inner)) for inner, one in node.fields.items()]
        return Group(name, node.label, node.hint, items)
    rows = [_row(node, sent, values, errors, join(name, number)) for number in sent.get(name + ROWS, [])]
    heads = [(node.key.label, node.key.hint)] if node.key else []
    heads += [(one.label, one.hint) for one in node.row.fields.values()]
    return Table(name, node.label, node.hint, heads, rows, errors.get(name, ""), node.cards, node.key is not None)


def _row(node: Rows, sent: Sent, values: Values, errors: Errors, at: str) -> Row:
    number, inner = at.rpartition("/")[2], drawn(of_row(node), sent, values, errors, at)
    key = _cell(node.key, sent, values, errors, at + KEY) if node.key and number.startswith(NEW) else None
    given = (sent.get(at + KEY) or [""])[0] if node.key else ""
    if node.key and node.key.kind == "one" and node.key.options:
        given = str(dict(node.key.options(values)).get(given, given))
    items = inner.items if isinstance(inner, Group) else [inner]
    wrong = any(one.startswith((f"{at}/", f"{at}:")) for one in errors)
    return Row(number, at, str(words.TASKS.get(given) or words.LANES.get(given) or given), key, items, wrong)


def _cell(one: Field, sent: Sent, values: Values, errors: Errors, name: str) -> Cell:
    texts = sent.get(name, [])
    options = [(code, label, code in texts) for code, label in one.options(values)] if one.options else []
    parts, long = [], False
    if one.kind in {"words", "chinese"}:
        parts = [_part(one, sent, errors, name, tag) for tag in one.languages]
        long = any(len(part.text) > 40 for part in parts)
    elif one.kind == "days":
        texts = [*texts, *[""] * FREE_DAYS]
    elif one.kind == "hours":
        texts = [(sent.get(name + suffix) or [""])[0] for suffix in ("", ":from", ":to")]
    return Cell(one.kind, name, one.label, one.hint, errors.get(name, ""), texts, one, options, parts, long)


def _part(one: Field, sent: Sent, errors: Errors, name: str, tag: str) -> Part:
    at = f"{name}:{tag}"
    text, more = (sent.get(at) or [""])[0], one.languages.index(tag) >= LANGUAGES_SEEN
    return Part(tag, words.LANGUAGES[tag], at, text, errors.get(at, ""), more, tag in _RTL)


def of_row(node: Rows) -> Node:
    """What a row is: its record, or the only field of it."""
    return node.row.fields[""] if node.bare else node.row


def join(name: str, inner: str) -> str:
    """The name of what is in something."""
    return f"{name}/{inner}" if name and inner else name or inner


def called(tree: Any, name: str) -> str:
    """Where a field stands, in words: its row, then itself."""
    match tree:
        case Cell():
            mine = name == tree.name or name.startswith(f"{tree.name}:")
            tag = next((part.label for part in tree.parts if part.name == name), "")
            return (f"{tree.label} ({tag})" if tag else str(tree.label)) if mine else ""
        case Group():
            found = next((told for one in tree.items if (told := called(one, name))), "")
            return f"{tree.label} · {found}" if found and tree.label else found
        case Table():
            if name == tree.name:
                return str(tree.label)
            for place, row in enumerate(tree.rows, 1):
                cells = [*([row.key] if row.key else []), *row.items]
                if found := next((told for one in cells if (told := called(one, name))), ""):
                    return f"{tree.label} {row.title or place} · {found}"
    return ""
