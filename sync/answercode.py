"""One answer as a code carries it, and back. The table stands in handoff.py.

Decoders raise ValueError, TypeError, IndexError, OverflowError or ArithmeticError on what no encoder made.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from kiosk.forms.model import Item, Question

OF_THE_DEVICE: Final = frozenset(
    {"can_contact", "can_handoff", "can_speak", "channel"}
)  # hidden questions that each side fills in
_DAY_0: Final = date(1970, 1, 1)
_T = TypeVar("_T")


def travels(question: "Question") -> bool:
    """Whether answers of a question go along: no drawing, no voice, nothing that is about the device."""
    return question.type in _OUT and question.name not in OF_THE_DEVICE


def encode(question: "Question", value: Any) -> Any:
    """An answer as it travels; None for one that does not."""
    return _OUT[question.type](question, value) if travels(question) else None


def decode(question: "Question", value: Any) -> Any:
    """The answer in what travelled."""
    if not travels(question):
        raise ValueError("not carried")
    return _IN[question.type](question, value)


# -- out


def _name_out(question: "Question", name: str) -> Any:
    if _live(question):
        return name
    return next(place for place, item in enumerate(_items(question)) if item.name == name)


def _names_out(question: "Question", names: list[str]) -> list[Any]:
    return [_name_out(question, name) for name in names]


def _mask_out(question: "Question", names: list[str]) -> Any:
    return list(names) if _live(question) else sum(1 << place for place in _names_out(question, names))


def _decimal_out(_: "Question", value: str) -> list[int]:
    sign, digits, exponent = Decimal(value).as_tuple()
    return [int(exponent), int("".join(map(str, digits))) * (-1 if sign else 1)]


def _date_out(_: "Question", value: str) -> int:
    return (date.fromisoformat(value) - _DAY_0).days


def _text_out(_: "Question", value: str) -> bytes:
    return value.encode("gb18030")


def _same(_: "Question", value: Any) -> Any:
    return value


# -- in


def _name_in(question: "Question", value: Any) -> str:
    if _live(question):
        return _a(str, value)
    items = _items(question)
    if not 0 <= _a(int, value) < len(items):
        raise IndexError("choice")
    return items[value].name


def _names_in(question: "Question", value: Any) -> list[str]:
    return [_name_in(question, part) for part in _a(list, value)]


def _mask_in(question: "Question", value: Any) -> list[str]:
    if _live(question):
        return _names_in(question, value)
    items = _items(question)
    if not 0 < _a(int, value) < 1 << len(items):
        raise ValueError("mask")
    return [item.name for place, item in enumerate(items) if value >> place & 1]


def _decimal_in(_: "Question", value: Any) -> str:
    exponent, mantissa = _a(list, value)
    if not -16 <= _a(int, exponent) <= 16 or abs(_a(int, mantissa)) >= 10**32:
        raise ValueError("decimal")
    return f"{Decimal(mantissa).scaleb(exponent):f}"


def _date_in(_: "Question", value: Any) -> str:
    return (_DAY_0 + timedelta(days=_a(int, value))).isoformat()


def _text_in(_: "Question", value: Any) -> str:
    return _a(bytes, value).decode("gb18030")


def _number_in(_: "Question", value: Any) -> int:
    return _a(int, value)


def _yes_in(_: "Question", value: Any) -> bool:
    if value is not True:
        raise ValueError("acknowledge")
    return True


_OUT: Final[Mapping[str, Callable[["Question", Any], Any]]] = {
    "select_one": _name_out,
    "select_multiple": _mask_out,
    "rank": _names_out,
    "integer": _same,
    "range": _same,
    "decimal": _decimal_out,
    "date": _date_out,
    "text": _text_out,
    "hidden": _text_out,
    "acknowledge": _same,
}
_IN: Final[Mapping[str, Callable[["Question", Any], Any]]] = {
    "select_one": _name_in,
    "select_multiple": _mask_in,
    "rank": _names_in,
    "integer": _number_in,
    "range": _number_in,
    "decimal": _decimal_in,
    "date": _date_in,
    "text": _text_in,
    "hidden": _text_in,
    "acknowledge": _yes_in,
}


def _items(question: "Question") -> "tuple[Item, ...]":
    return question.itemset.items if question.itemset else ()


def _live(question: "Question") -> bool:
    return question.itemset is not None and question.itemset.live


def _a(kind: type[_T], value: Any) -> _T:
    if type(value) is not kind:  # True is no number here
        raise TypeError(kind.__name__)
    return value
