"""The ODK functions, as lxml calls them. Total: no answer of a visitor makes one raise.

What they mean is JavaRosa's XPathFuncExpr. What an evaluation needs from outside (today, now, language, seed) stands as
attributes on the root of the tree, so that a result is a function of the tree alone.
"""

import hashlib
import math
import random
import re
import uuid
from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any, Final

from kiosk.forms import dates
from kiosk.forms.convert import number_of, text_of, truth_of, typed, values_of
from kiosk.forms.rows import cell

NAMESPACE: Final = "urn:odk-functions"


def functions(label: "LabelSource") -> dict[tuple[str, str], Callable[..., Any]]:
    """All functions for lxml's ``extensions``."""
    table = {(NAMESPACE, name): function for name, function in _TABLE.items()}
    table[NAMESPACE, "itext"] = lambda context, key: label.itext(text_of(key), root_of(context))
    table[NAMESPACE, "choice-name"] = lambda context, choice, path: label.choice(
        path, text_of(choice), root_of(context)
    )
    table[NAMESPACE, "version"] = lambda _context: label.version
    return table


class LabelSource:
    """What functions ask a form for: its own texts and its version."""

    version = ""

    def itext(self, key: str, root: Any) -> str:
        """The text of an itext id in the language of the tree."""
        raise NotImplementedError

    def choice(self, path: str, choice: str, root: Any) -> str:
        """The label of a choice of the question at a path."""
        raise NotImplementedError


def root_of(context: Any) -> Any:
    """The root of the tree at hand."""
    return context.context_node.getroottree().getroot()


# -- texts


def _join(_context: Any, separator: Any, *args: Any) -> str:
    return text_of(separator).join(text_of(value) for value in values_of(args))


def _substr(_context: Any, text: Any, start: Any, end: Any = None) -> str:
    whole = text_of(text)
    first, last = _whole(start), len(whole) if end is None else _whole(end)
    first, last = (place + len(whole) if place < 0 else place for place in (first, last))
    return whole[max(0, first) : max(0, last)]


def _substring(_context: Any, text: Any, start: Any, length: Any = None) -> str:
    """XPath 1.0's own: counted from 1, rounded."""
    first = math.floor(number_of(start) + 0.5) if math.isfinite(number_of(start)) else None
    if first is None:
        return ""
    whole = text_of(text)
    if length is None:
        return whole[max(0, first - 1) :]
    count = number_of(length)
    last = first + math.floor(count + 0.5) if math.isfinite(count) else first if math.isnan(count) else len(whole) + 1
    return whole[max(0, first - 1) : max(0, last - 1)]


def _translate(_context: Any, text: Any, old: Any, new: Any) -> str:
    old, new = text_of(old), text_of(new)
    return text_of(text).translate({ord(sign): new[old.index(sign) : old.index(sign) + 1] for sign in old})


def _regex(_context: Any, text: Any, pattern: Any) -> bool:
    try:
        return re.fullmatch(text_of(pattern), text_of(text)) is not None
    except (re.error, OverflowError):
        return False


# -- numbers


def _whole(value: Any) -> int:
    number = number_of(value)
    return int(number) if math.isfinite(number) else 0


def _int(_context: Any, value: Any) -> float:
    number = number_of(value)
    return float(math.trunc(number)) if math.isfinite(number) else number


def _round(_context: Any, value: Any, places: Any = 0.0) -> float:
    """As a spreadsheet rounds; a half goes up, towards the larger number, as in XPath."""
    number, count = number_of(value), _whole(places)
    if not math.isfinite(number) or abs(count) > 30:
        return number if abs(count) <= 30 else math.nan
    half = ROUND_HALF_DOWN if number < 0 else ROUND_HALF_UP
    try:
        return float(Decimal(repr(number)).quantize(Decimal(1).scaleb(-count), half))
    except InvalidOperation:  # more digits than decimals keep: nothing to round
        return number


def _numbers(args: tuple[Any, ...]) -> list[float]:
    return [number for value in values_of(args) if not math.isnan(number := number_of(value))]


def _math(function: Callable[..., float]) -> Callable[..., float]:
    def run(_context: Any, *args: Any) -> float:
        try:
            return float(function(*(number_of(arg) for arg in args)))
        except (ValueError, OverflowError, ZeroDivisionError, TypeError):
            return math.nan

    return run


# -- choices


def _chosen(value: Any) -> list[str]:
    return text_of(value).split()


def _selected_at(_context: Any, value: Any, index: Any) -> str:
    chosen, place = _chosen(value), _whole(index)
    return chosen[place] if 0 <= place < len(chosen) else ""


def _pulldata(context: Any, name: str, column: Any, key_column: Any, key: Any) -> str:
    wanted, key_name, name_wanted = text_of(key), text_of(key_column), text_of(column)
    for instance in root_of(context).iterfind("instance"):
        if instance.get("id") == text_of(name):
            for item in instance.iterfind("root/item"):
                if cell(item, key_name) == wanted:
                    return cell(item, name_wanted)
    return ""


# -- conditions


def _checklist(_context: Any, least: Any, most: Any, *factors: Any) -> bool:
    count = sum(truth_of(value) for value in values_of(factors))
    low, high = _whole(least), _whole(most)
    return (low < 0 or count >= low) and (high < 0 or count <= high)


def _weighted(_context: Any, least: Any, most: Any, *pairs: Any) -> bool:
    if len(pairs) == 2 and all(isinstance(part, list) for part in pairs):
        facts, weights = [[node] for node in pairs[0]], [[node] for node in pairs[1]]
    else:
        facts, weights = list(pairs[::2]), list(pairs[1::2])
    total = sum(number_of(weight) for fact, weight in zip(facts, weights, strict=False) if truth_of(fact))
    return number_of(least) <= total <= number_of(most)


def _once(context: Any, value: Any) -> Any:
    node = context.context_node
    return [node] if truth_of([node]) else value


# -- dates


def _moment_of(context: Any, value: Any) -> float | None:
    number = number_of(value)
    if math.isnan(number):
        number = dates.read_moment(text_of(value), int(root_of(context).get("offset", 0)))
    return number if number is not None and dates.day_of(number) is not None else None


def _date(context: Any, value: Any) -> Any:
    moment = _moment_of(context, value)
    return "" if moment is None else typed(moment, "date")


def _date_time(context: Any, value: Any) -> Any:
    moment = _moment_of(context, value)
    return "" if moment is None else typed(moment, "dateTime")


def _decimal_date_time(context: Any, value: Any) -> Any:
    moment = _moment_of(context, value)
    return "" if moment is None else moment


def _decimal_time(context: Any, value: Any) -> Any:
    moment = _moment_of(context, value)
    return "" if moment is None else moment - math.floor(moment)


def _format_date(context: Any, value: Any, pattern: Any) -> str:
    moment = _moment_of(context, value)
    return "" if moment is None else dates.formatted(moment, text_of(pattern))


# -- chance: fixed for one visit and one question, so that evaluating twice changes nothing


def _chance(context: Any) -> random.Random:
    root = root_of(context)
    place = root.getroottree().getpath(context.context_node)
    seed = hashlib.sha256(f"{root.get('seed')} {place}".encode()).digest()
    return random.Random(seed)  # noqa: S311 - which wording somebody sees, not a secret


def _uuid(context: Any, length: Any = None) -> str:
    chance = _chance(context)
    if length is None:
        return str(uuid.UUID(int=chance.getrandbits(128), version=4))
    signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return "".join(chance.choice(signs) for _ in range(max(0, min(64, _whole(length)))))


def _env(kind: str) -> Callable[[Any], Any]:
    return lambda context: typed(float(root_of(context).get("now")), kind)


def _texts(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda _context, *args: function(*(text_of(arg) for arg in args))


def _walk(values: list[Any]) -> Iterator[bool]:
    return (truth_of([node]) for node in values)


def _log(base: float | None) -> Callable[[float], float]:
    def run(value: float) -> float:
        if value == 0:
            return -math.inf
        return math.log(value) if base is None else math.log10(value)

    return run


_TABLE: Mapping[str, Callable[..., Any]] = {
    "abs": _math(math.fabs),
    "acos": _math(math.acos),
    "asin": _math(math.asin),
    "atan": _math(math.atan),
    "atan2": _math(math.atan2),
    "boolean": lambda _context, value: truth_of(value),
    "boolean-from-string": _texts(lambda text: text.lower() == "true" or text == "1"),
    "checklist": _checklist,
    "coalesce": lambda _context, first, second: first if text_of(first) not in ("", "NaN") else second,
    "concat": lambda context, *args: _join(context, "", *args),
    "contains": _texts(lambda text, part: part in text),
    "cos": _math(math.cos),
    "count-non-empty": lambda _context, nodes: float(sum(_walk(nodes))) if isinstance(nodes, list) else 0.0,
    "count-selected": lambda _context, value: float(len(_chosen(value))),
    "date": _date,
    "date-time": _date_time,
    "decimal-date-time": _decimal_date_time,
    "decimal-time": _decimal_time,
    "ends-with": _texts(str.endswith),
    "exp": _math(math.exp),
    "exp10": _math(lambda value: 10.0**value),
    "format-date": _format_date,
    "format-date-time": _format_date,
    "if": lambda _context, condition, first, second: first if truth_of(condition) else second,
    "int": _int,
    "is-selected": lambda _context, value, choice: text_of(choice).strip() in _chosen(value),
    "join": _join,
    "log": _math(_log(None)),
    "log10": _math(_log(10.0)),
    "max": lambda _context, *args: max(_numbers(args), default=math.nan),
    "min": lambda _context, *args: min(_numbers(args), default=math.nan),
    "normalize-space": _texts(lambda text: " ".join(text.split())),
    "not": lambda _context, value: not truth_of(value),
    "now": _env("dateTime"),
    "number": lambda _context, value: number_of(value),
    "once": _once,
    "pi": lambda _context: math.pi,
    "pow": _math(math.pow),
    "pulldata": _pulldata,
    "random": lambda context: _chance(context).random(),
    "regex": _regex,
    "round": _round,
    "same": lambda _context, first, second: abs(number_of(first) - number_of(second)) < 1e-12,
    "selected": lambda _context, value, choice: text_of(choice).strip() in _chosen(value),
    "selected-at": _selected_at,
    "sin": _math(math.sin),
    "sqrt": _math(math.sqrt),
    "starts-with": _texts(str.startswith),
    "string": lambda _context, value: text_of(value),
    "string-length": lambda _context, value: float(len(text_of(value))),
    "substr": _substr,
    "substring": _substring,
    "substring-after": _texts(lambda text, part: text.partition(part)[2] if part else text),
    "substring-before": _texts(lambda text, part: text.partition(part)[0] if part and part in text else ""),
    "sum": lambda _context, value: float(sum(_numbers((value,)))),
    "tan": _math(math.tan),
    "today": _env("date"),
    "translate": _translate,
    "uuid": _uuid,
    "weighted-checklist": _weighted,
}
