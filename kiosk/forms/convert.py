"""Values of expressions into one another, the way JavaRosa's XPathFuncExpr does it.

A node is worth its text; one of kind ``date`` or ``dateTime`` holds a day number and reads as ISO text where a text is
wanted.
"""

import math
import re
from decimal import Decimal
from typing import Any, Final

from lxml import etree

from kiosk.forms import dates

KIND: Final = "kind"  # attribute of a node that holds a day number


def text_of(value: Any) -> str:
    """A value as text, the way ODK writes it."""
    if isinstance(value, list):
        return _node_text(value[0]) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return str(value)


def number_of(value: Any) -> float:
    """A value as a number; NaN when it is none."""
    if isinstance(value, list):
        value = _raw(value[0]) if value else ""
    if isinstance(value, (bool, float)):
        return float(value)
    text = str(value).strip()
    return float(text) if re.fullmatch(r"-?(\d+\.?\d*|\.\d+)", text, re.ASCII) else math.nan


def truth_of(value: Any) -> bool:
    """A value as a truth: a text that is not empty, a number that is not 0."""
    if isinstance(value, list):
        return bool(value) and _raw(value[0]) != ""
    if isinstance(value, float):
        return abs(value) > 1e-12  # false for NaN
    return bool(value)


def number_text(value: float) -> str:
    """A number as text: no fraction when it is whole, never an exponent."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value.is_integer():
        return str(int(value))
    return f"{Decimal(repr(value)):f}"


def _raw(node: Any) -> str:
    return node if isinstance(node, str) else "".join(node.itertext())


def _node_text(node: Any) -> str:
    raw = _raw(node)
    kind = None if isinstance(node, str) else node.get(KIND)
    if not kind or not raw:
        return raw
    return dates.moment_text(float(raw))[: 10 if kind == "date" else None]


def values_of(args: tuple[Any, ...]) -> list[Any]:
    """The arguments, or the nodes of the only one."""
    if len(args) == 1 and isinstance(args[0], list):
        return [[node] for node in args[0]]
    return list(args)


def typed(number: float, kind: str) -> list[Any]:
    """A day number as a node of its kind, so that it still reads as a date."""
    node = etree.Element("value", {KIND: kind})
    node.text = number_text(float(math.floor(number)) if kind == "date" else number)
    return [node]
