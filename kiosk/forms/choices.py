"""Where the choices of an XForm come from: lists inside it, and lists that are filled at the terminal."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from kiosk.errors import FormError
from kiosk.forms.expression import read
from kiosk.forms.flaws import Flaws
from kiosk.forms.guard import XF, local
from kiosk.forms.model import NO_TEXT, Item, ItemSet, Text
from kiosk.forms.rows import cell
from kiosk.forms.syntax import Call, Filter, Literal, Node, Path, parse
from kiosk.forms.texts import by_reference, read_text

PLACE: Final = "place"  # attribute of a row: its place in the list, for names that come more than once
_COLUMN = re.compile(r"[A-Za-z_][\w.-]*|jr:itext\([A-Za-z_][\w.-]*\)", re.ASCII)
LIVE: Final = "jr://file-csv/"


def read_instances(model: Any, root: Any, flaws: Flaws) -> None:
    """Copies the lists of choices under the root of the form's tree, without name spaces."""
    for instance in list(model.iterfind(f"{XF}instance"))[1:]:
        name, source = instance.get("id", ""), instance.get("src")
        if source is not None:
            if source.startswith(LIVE):
                etree.SubElement(root, "instance", id=name, live="yes")
            else:
                flaws.add("", f"a list from {source}: only lists of rows (.csv) can be filled here")
            continue
        copied = etree.SubElement(root, "instance", id=name)
        for top in list(instance)[:1]:
            rows = etree.SubElement(copied, local(top))
            for place, row in enumerate(top):
                _copy_row(row, etree.SubElement(rows, local(row), {PLACE: str(place)}))


def _copy_row(row: Any, into: Any) -> None:
    for child in row:
        etree.SubElement(into, local(child)).text = child.text


@dataclass(frozen=True, slots=True)
class Lists:
    """What choices are read against: the form's tree, its texts, the paths that hold dates."""

    root: Any
    itext: Mapping[str, Text]
    dates: frozenset[str]


def read_itemset(control: Any, path: str, lists: Lists, flaws: Flaws) -> ItemSet | None:
    """The choices of a select or rank; None (and a flaw) when it has none that can be shown."""
    itemset = control.find(f"{XF}itemset")
    if itemset is None:
        return _inline(control, path, lists.itext, flaws)
    with flaws.noted(path, "choice_filter"):
        return _from_instance(itemset, path, lists)
    return None


def _inline(control: Any, path: str, itext: Mapping[str, Text], flaws: Flaws) -> ItemSet | None:
    items = []
    for item in control.iterfind(f"{XF}item"):
        value, label = item.find(f"{XF}value"), item.find(f"{XF}label")
        name = (value.text or "").strip() if value is not None else ""
        items.append(Item(name, read_text(label, itext, path, path, flaws)))
    if not items:
        flaws.add(path, "no choices", "type")
        return None
    return ItemSet(tuple(items))


def _from_instance(itemset: Any, path: str, lists: Lists) -> ItemSet:
    value, label = _ref(itemset, "value"), _ref(itemset, "label")
    nodeset = itemset.get("nodeset", "")
    tree, shuffled = _unshuffled(parse(nodeset))
    name = _instance_of(tree)
    instance = next((node for node in lists.root.iterfind("instance") if node.get("id") == name), None)
    if instance is None:
        raise FormError(f"the list {name!r} is missing" if name else "choices that come from answers, not from a list")
    nodes = read(_inner(nodeset) if shuffled else nodeset, path, lists.dates)
    if instance.get("live"):
        return ItemSet((), name, True, nodes, value, label, shuffled)
    rows = [row for top in instance for row in top]
    items = tuple(_item(row, value, label, lists.itext) for row in rows)
    return ItemSet(items, name, False, nodes if "[" in nodes.source else None, value, label, shuffled)


def _ref(itemset: Any, name: str) -> str:
    element = itemset.find(f"{XF}{name}")
    if element is None or not element.get("ref"):
        raise FormError(f"choices without {name}")
    if not _COLUMN.fullmatch(element.get("ref")):
        raise FormError(f"choices whose {name} is no column of their list")
    return element.get("ref")


def _unshuffled(tree: Node) -> tuple[Node, bool]:
    if isinstance(tree, Call) and tree.name == "randomize" and tree.args:
        return tree.args[0], True
    return tree, False


def _inner(nodeset: str) -> str:
    """What stands inside randomize( … ), without its seed: a visit has one of its own."""
    inner = nodeset.strip().removeprefix("randomize").strip()[1:-1]
    tree = parse(nodeset)
    if isinstance(tree, Call) and len(tree.args) > 1:
        inner = inner.rpartition(",")[0]
    return inner


def _instance_of(tree: Node) -> str:
    base = tree.base if isinstance(tree, Path) else None
    while isinstance(base, Filter):
        base = base.base
    if isinstance(base, Call) and base.name == "instance" and base.args and isinstance(base.args[0], Literal):
        return base.args[0].text
    return ""


def _item(row: Any, value: str, label: str, itext: Mapping[str, Text]) -> Item:
    name = cell(row, value).strip()
    if not name:
        raise FormError("a choice without a name")
    if label.startswith("jr:itext("):
        return Item(name, itext.get(cell(row, label[len("jr:itext(") : -1]), NO_TEXT))
    return Item(name, by_reference(cell(row, label) or name, itext, "", Flaws()))
