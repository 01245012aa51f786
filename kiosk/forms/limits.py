"""What a constraint of a plain shape says in numbers: ``count-selected(.) <= 3``, ``. >= 0 and . <= 10``."""

from collections.abc import Iterator
from math import ceil, floor

from kiosk.forms.expression import Expression, conjuncts
from kiosk.forms.model import Limits
from kiosk.forms.syntax import Binary, Call, Negative, Node, Number, Path

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}


def limits_of(constraint: Expression | None) -> Limits:
    """The limits that hold whenever the constraint does."""
    if constraint is None:
        return Limits()
    plain = list(_plain(constraint.tree))
    selected = [(op, number) for what, op, number in plain if what == "count-selected"]
    characters = [(op, number) for what, op, number in plain if what == "string-length"]
    values = [(op, number) for what, op, number in plain if what == "."]
    return Limits(
        least=max((number for op, number in values if op in (">=", "=")), default=None),
        most=min((number for op, number in values if op in ("<=", "=")), default=None),
        least_selected=max((_up(op, number) for op, number in selected if op in (">", ">=", "=")), default=None),
        most_selected=min((_down(op, number) for op, number in selected if op in ("<", "<=", "=")), default=None),
        most_characters=min((_down(op, number) for op, number in characters if op in ("<", "<=", "=")), default=None),
    )


def _up(op: str, number: float) -> int:
    return floor(number) + 1 if op == ">" else ceil(number)


def _down(op: str, number: float) -> int:
    return ceil(number) - 1 if op == "<" else floor(number)


def _plain(tree: Node | None) -> Iterator[tuple[str, str, float]]:
    for part in conjuncts(tree):
        if isinstance(part, Binary) and part.op in _MIRRORED:
            left, right = _subject(part.left), _subject(part.right)
            if left and (number := _number(part.right)) is not None:
                yield left, part.op, number
            elif right and (number := _number(part.left)) is not None:
                yield right, _MIRRORED[part.op], number


def _subject(node: Node) -> str:
    if _is_self(node):
        return "."
    if isinstance(node, Call) and node.name in ("count-selected", "string-length"):
        return node.name if all(_is_self(arg) for arg in node.args) else ""
    return ""


def _is_self(node: Node) -> bool:
    return isinstance(node, Path) and node.base is None and not node.absolute and [s.name for s in node.steps] == ["."]


def _number(node: Node) -> float | None:
    if isinstance(node, Negative):
        inner = _number(node.inner)
        return None if inner is None else -inner
    return float(node.text) if isinstance(node, Number) else None
