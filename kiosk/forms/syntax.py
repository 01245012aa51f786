"""XPath as ODK writes it: text -> tree. Pure, and every mistake is one line.

A step is a name, ``*``, ``.``, ``..`` or ``@name``, with tests in brackets; axes and ``//`` are refused, because no
ODK tool runs them (JavaRosa, XPathPathExpr.getReference).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kiosk.errors import FormError

LENGTH_MAX: Final = 8192
DEPTH_MAX: Final = 40
SIGNS_MAX: Final = 200  # operators of one expression: a chain of them is walked recursively


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number without a sign, as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Negative:
    """Minus something."""

    inner: "Node"


@dataclass(frozen=True, slots=True)
class Binary:
    """Two operands and what stands between them."""

    op: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True)
class Call:
    """A function and what it is given."""

    name: str
    args: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Something in parentheses or a function's result, with tests in brackets."""

    base: "Node"
    tests: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path."""

    name: str
    tests: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Path:
    """Steps from the top (absolute), from what ``base`` gives, or from the node at hand."""

    base: "Node | None"
    absolute: bool
    steps: tuple[Step, ...]


Node = Literal | Number | Negative | Binary | Call | Filter | Path

_NAME = r"[^\W\d][\w.\-]*"
_TOKEN = re.compile(
    rf"""\s*(?:
      (?P<literal>"[^"]*"|'[^']*')
    | (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<name>{_NAME}(?::(?:{_NAME}|\*))?)
    | (?P<sign>\.\.|//|::|!=|<=|>=|[/().,\[\]@|+\-=<>*.])
    )""",
    re.VERBOSE,
)
_LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
_WORDS = {"or", "and", "div", "mod"}


def parse(source: str) -> Node:
    """The tree of an expression. Raises FormError in one line."""
    if len(source) > LENGTH_MAX:
        raise FormError(f"an expression longer than {LENGTH_MAX} characters")
    parser = _Parser(_tokens(source))
    tree = parser.binary(0)
    if parser.kind:
        raise FormError(f"an expression that cannot be read at {parser.text!r}")
    return tree


def _tokens(source: str) -> list[tuple[str, str]]:
    tokens: list[tuple[str, str]] = []
    place = 0
    while source[place:].strip():
        found = _TOKEN.match(source, place)
        if found is None:
            raise FormError(f"an expression that cannot be read at {source[place:].strip()[:1]!r}")
        kind = found.lastgroup or ""
        tokens.append((kind, found[kind]))
        place = found.end()
    if not tokens:
        raise FormError("an empty expression")
    return tokens


class _Parser:
    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = [*tokens, ("", "the end")]
        self._place = 0
        self._depth = 0
        self._signs = 0

    @property
    def kind(self) -> str:
        return self._tokens[self._place][0]

    @property
    def text(self) -> str:
        return self._tokens[self._place][1]

    def _is(self, *signs: str) -> bool:
        return self.kind in ("sign", "name") and self.text in signs

    def _take(self, *signs: str) -> str:
        if signs and not self._is(*signs):
            raise FormError(f"an expression with {signs[0]!r} missing before {self.text!r}")
        text = self.text
        self._place += 1
        return text

    def binary(self, level: int) -> Node:
        if level == len(_LEVELS):
            return self._unary()
        left = self.binary(level + 1)
        while self._is(*_LEVELS[level]):
            self._signs += 1
            if self._signs > SIGNS_MAX:
                raise FormError(f"an expression of more than {SIGNS_MAX} operators")
            left = Binary(self._take(), left, self.binary(level + 1))
        return left

    def _unary(self) -> Node:
        if self._is("-"):
            self._take()
            return Negative(self._nested(self._unary))
        node = self._path()
        while self._is("|"):
            node = Binary(self._take(), node, self._path())
        return node

    def _nested(self, what: Callable[[], Node]) -> Node:
        self._depth += 1
        if self._depth > DEPTH_MAX:
            raise FormError(f"an expression nested deeper than {DEPTH_MAX}")
        node = what()
        self._depth -= 1
        return node

    def _path(self) -> Node:
        if self._is("/"):
            self._take()
            return Path(None, True, self._steps())
        if self._starts_step():
            return Path(None, False, self._steps())
        if self._is("//"):
            raise FormError("'//' in a path, which no ODK tool runs")
        node = self._primary()
        tests = self._tests()
        if self._is("/"):
            self._take()
            base = Filter(node, tests) if tests else node
            return Path(base, False, self._steps())
        return Filter(node, tests) if tests else node

    def _starts_step(self) -> bool:
        if self.kind == "name":
            return self._tokens[self._place + 1] != ("sign", "(")
        return self._is(".", "..", "*", "@")

    def _steps(self) -> tuple[Step, ...]:
        steps = [self._step()]
        while self._is("/"):
            self._take()
            steps.append(self._step())
        return tuple(steps)

    def _step(self) -> Step:
        if self._is("//", "::"):
            raise FormError(f"{self.text!r} in a path, which no ODK tool runs")
        prefix = self._take() if self._is("@") else ""
        if self.kind != "name" and not self._is(".", "..", "*"):
            raise FormError(f"a path that breaks off before {self.text!r}")
        name = prefix + self._take()
        if self._is("::", "("):
            raise FormError(f"{name}{self.text} in a path, which no ODK tool runs")
        return Step(name, self._tests())

    def _tests(self) -> tuple[Node, ...]:
        tests = []
        while self._is("["):
            self._take()
            tests.append(self._nested(lambda: self.binary(0)))
            self._take("]")
        return tuple(tests)

    def _primary(self) -> Node:
        if self.kind == "literal":
            return Literal(self._take()[1:-1])
        if self.kind == "number":
            return Number(self._take())
        if self.kind == "name":
            return self._call()
        if self._is("("):
            self._take()
            node = self._nested(lambda: self.binary(0))
            self._take(")")
            return node
        raise FormError(f"an expression that cannot be read at {self.text!r}")

    def _call(self) -> Call:
        name = self._take()
        self._take("(")
        args: list[Node] = []
        while not self._is(")"):
            if args:
                self._take(",")
            args.append(self._nested(lambda: self.binary(0)))
        self._take(")")
        return Call(name, tuple(args))
