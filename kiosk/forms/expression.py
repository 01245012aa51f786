"""One expression of a form: read, checked, and written again for lxml.

ODK's XPath is XPath 1.0 with fewer axes, more functions and one other idea: a path stands for the *value* of a
node. ``not(/data/a)`` asks whether ``a`` was answered, where XPath 1.0 asks whether the node exists. So an
expression is parsed, and its native text spells the difference out (JavaRosa's XPathFuncExpr is the reference):
our functions get a name space, operands of and/or and of a comparison with a truth become ``f:boolean(…)``,
``/data/a`` becomes ``/env/data/a`` and ``instance('x')`` becomes ``/env/instance[@id='x']``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kiosk.errors import FormError
from kiosk.forms import dates
from kiosk.forms.syntax import Binary, Call, Filter, Literal, Negative, Node, Number, Path, Step, parse

ENV: Final = "/env"  # what the data and every list of choices stand under
ANY: Final = 99

# name: fewest and most arguments
NATIVE: Final = {
    "ceiling": (1, 1),
    "count": (1, 1),
    "false": (0, 0),
    "floor": (1, 1),
    "last": (0, 0),
    "position": (0, 0),
    "true": (0, 0),
}
OURS: Final = {
    "abs": (1, 1),
    "acos": (1, 1),
    "asin": (1, 1),
    "atan": (1, 1),
    "atan2": (2, 2),
    "boolean": (1, 1),
    "boolean-from-string": (1, 1),
    "checklist": (2, ANY),
    "coalesce": (2, 2),
    "concat": (1, ANY),
    "contains": (2, 2),
    "cos": (1, 1),
    "count-non-empty": (1, 1),
    "count-selected": (1, 1),
    "date": (1, 1),
    "date-time": (1, 1),
    "decimal-date-time": (1, 1),
    "decimal-time": (1, 1),
    "ends-with": (2, 2),
    "exp": (1, 1),
    "exp10": (1, 1),
    "format-date": (2, 2),
    "format-date-time": (2, 2),
    "if": (3, 3),
    "int": (1, 1),
    "is-selected": (2, 2),
    "join": (1, ANY),
    "jr:choice-name": (2, 2),
    "jr:itext": (1, 1),
    "log": (1, 1),
    "log10": (1, 1),
    "max": (1, ANY),
    "min": (1, ANY),
    "normalize-space": (0, 1),
    "not": (1, 1),
    "now": (0, 0),
    "number": (0, 1),
    "once": (1, 1),
    "pi": (0, 0),
    "pow": (2, 2),
    "pulldata": (4, 4),
    "random": (0, 0),
    "regex": (2, 2),
    "round": (1, 2),
    "selected": (2, 2),
    "selected-at": (2, 2),
    "sin": (1, 1),
    "sqrt": (1, 1),
    "starts-with": (2, 2),
    "string": (0, 1),
    "string-length": (0, 1),
    "substr": (2, 3),
    "substring": (2, 3),
    "substring-after": (2, 2),
    "substring-before": (2, 2),
    "sum": (1, 1),
    "tan": (1, 1),
    "today": (0, 0),
    "translate": (3, 3),
    "uuid": (0, 1),
    "version": (0, 0),
    "weighted-checklist": (4, ANY),
}
PLACES: Final = {"instance": (1, 1), "current": (0, 0)}  # only at the head of a path
FUNCTIONS: Final = NATIVE | OURS | PLACES

_TRUTHS = {"true", "false", "boolean", "boolean-from-string", "contains", "starts-with", "ends-with", "not"}
_TRUTHS |= {"selected", "is-selected", "regex", "checklist", "weighted-checklist"}
_COMPARISONS = {"=", "!=", "<", "<=", ">", ">="}
_SELF_BY_DEFAULT = {"number", "string", "string-length", "normalize-space"}
_DATES = {"today", "now", "date", "date-time"}


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of the node at ``home``, parsed.

    reads: absolute paths in the main instance, ``*`` for any name; lists: secondary instances by id; columns: names of
    columns that tests on a list look at; choice_names: the questions whose labels jr:choice-name() shows.
    """

    source: str
    home: str
    native: str
    reads: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()
    choice_names: frozenset[str] = frozenset()
    calls: frozenset[str] = frozenset()
    tree: Node | None = field(default=None, compare=False, repr=False)


def read(source: str, home: str, date_paths: frozenset[str] = frozenset()) -> Expression:
    """The expression written at the node of absolute path ``home``. Raises FormError in one line, without a place."""
    tree = parse(source)
    writer = _Writer(home, date_paths)
    native = writer.top(tree)
    return Expression(
        source=" ".join(source.split()),
        home=home,
        native=native,
        reads=frozenset(writer.reads),
        lists=frozenset(writer.lists),
        columns=frozenset(writer.columns),
        choice_names=frozenset(writer.choice_names),
        calls=frozenset(writer.calls),
        tree=tree,
    )


def resolve(home: str, path: Path) -> str | None:
    """The absolute path that a path means at ``home``; None when it climbs above the top or starts elsewhere."""
    names = [] if path.absolute else home.strip("/").split("/")
    for step in path.steps:
        if step.name == "..":
            if not names:
                return None
            names.pop()
        elif step.name != ".":
            names.append(step.name)
    return "/" + "/".join(names)


def conjuncts(tree: Node | None) -> Iterator[Node]:
    """The parts of a condition that must all hold."""
    if isinstance(tree, Binary) and tree.op == "and":
        yield from conjuncts(tree.left)
        yield from conjuncts(tree.right)
    elif tree is not None:
        yield tree


class _Writer:
    """Writes a tree as native XPath and notes what it reads."""

    def __init__(self, home: str, date_paths: frozenset[str]) -> None:
        self.home = home
        self.date_paths = date_paths
        self.reads: set[str] = set()
        self.lists: set[str] = set()
        self.columns: set[str] = set()
        self.choice_names: set[str] = set()
        self.calls: set[str] = set()
        self._base: list[str | None] = [home]  # what a relative path starts from; None inside a list of choices

    def top(self, tree: Node) -> str:
        return self._write(tree)

    def _write(self, node: Node) -> str:
        match node:
            case Literal(text):
                written = _quoted(text)
            case Number(text):
                written = text
            case Negative(inner):
                written = f"(-{self._write(inner)})"
            case Binary():
                written = self._binary(node)
            case Call():
                written = self._call(node)
            case Filter(base, tests):
                written = f"({self._write(base)}){self._tests(tests, self._base[-1])}"
            case Path():
                written = self._path(node)
        return written

    def _binary(self, node: Binary) -> str:
        left, right = node.left, node.right
        if node.op in ("and", "or"):
            return f"({self._truth(left)} {node.op} {self._truth(right)})"
        if node.op in ("=", "!=") and (_is_truth(left) or _is_truth(right)):
            return f"({self._truth(left)} {node.op} {self._truth(right)})"
        if node.op in ("=", "!=") and (_is_sum(left) or _is_sum(right)):
            same = f"f:same({self._write(left)}, {self._write(right)})"
            return same if node.op == "=" else f"f:not({same})"
        if node.op in _COMPARISONS:
            return f"({self._operand(left, right)} {node.op} {self._operand(right, left)})"
        return f"({self._write(left)} {node.op} {self._write(right)})"

    def _truth(self, node: Node) -> str:
        return self._write(node) if _is_truth(node) else f"f:boolean({self._write(node)})"

    def _operand(self, node: Node, other: Node) -> str:
        """A written date beside a date means that day; dates are day numbers while an expression is evaluated."""
        if isinstance(node, Literal) and self._is_date(other) and (day := dates.read_date(node.text)) is not None:
            return str(dates.day_number(day))
        return self._write(node)

    def _is_date(self, node: Node) -> bool:
        if isinstance(node, Path) and node.base is None and self._base[-1] is not None:
            return resolve(self._base[-1], node) in self.date_paths
        return isinstance(node, Call) and node.name in _DATES

    def _call(self, node: Call) -> str:
        _check_call(node)
        self.calls.add(node.name)
        if node.name in PLACES:
            return self._place(node)
        if node.name == "jr:choice-name":
            return self._choice_name(node)
        if node.name in _SELF_BY_DEFAULT and not node.args:
            return f"f:{node.name}({self._write(Path(None, False, (Step('.', ()),)))})"
        if node.name == "pulldata":
            self.lists.add(_literal(node, 0))
        args = ", ".join(self._write(arg) for arg in node.args)
        prefix = "" if node.name in NATIVE else "f:"
        return f"{prefix}{node.name.removeprefix('jr:')}({args})"

    def _place(self, node: Call) -> str:
        if node.name == "current":
            return ENV + self.home
        name = _literal(node, 0)
        self.lists.add(name)
        return f"{ENV}/instance[@id={_quoted(name)}]"

    def _choice_name(self, node: Call) -> str:
        path = parse(_literal(node, 1))  # pyxform writes the path with blanks around it
        target = resolve(self.home, path) if isinstance(path, Path) and path.base is None else None
        if target is None:
            raise FormError("jr:choice-name() needs the question as its second part, as in '${question}'")
        self.choice_names.add(target)
        return f"f:choice-name({self._write(node.args[0])}, {_quoted(target)})"

    def _path(self, path: Path) -> str:
        if path.base is not None:
            head = self._write(path.base)
            base = self.home if isinstance(path.base, Call) and path.base.name == "current" else None
            return self._steps(head, base, path.steps)
        if path.absolute:
            return self._steps(ENV, "", path.steps)
        if self._base[-1] is None and len(path.steps) == 1 and path.steps[0].name not in (".", "..", "*"):
            self.columns.add(path.steps[0].name)
        return self._steps("", self._base[-1], path.steps)

    def _steps(self, head: str, base: str | None, steps: tuple[Step, ...]) -> str:
        written = [head] if head else []
        for step in steps:
            if base is not None:
                base = self._descend(base, step.name)
            written.append(step.name + self._tests(step.tests, base))
        if base == "":
            raise FormError("a path that leads above the form")
        if base is not None:
            self.reads.add(base)
        return "/".join(written)

    def _descend(self, base: str, name: str) -> str:
        if name.startswith("@"):
            raise FormError(f"{name}: a question has no attributes")
        if name == "..":
            if not base:
                raise FormError("a path that leads above the form")
            return base.rpartition("/")[0]
        return base if name == "." else f"{base}/{name}"

    def _tests(self, tests: tuple[Node, ...], base: str | None) -> str:
        self._base.append(base)
        written = "".join(f"[{self._write(test)}]" for test in tests)
        self._base.pop()
        return written


def _check_call(node: Call) -> None:
    if node.name not in FUNCTIONS:
        raise FormError(f"the function {node.name}() is not known here")
    least, most = FUNCTIONS[node.name]
    if not least <= len(node.args) <= most:
        wanted = str(least) if least == most else f"{least} to {most}" if most < ANY else f"{least} or more"
        raise FormError(f"the function {node.name}() takes {wanted} parts, not {len(node.args)}")


def _literal(node: Call, index: int) -> str:
    arg = node.args[index]
    if not isinstance(arg, Literal):
        raise FormError(f"{node.name}() needs a name in quotes as part {index + 1}")
    return arg.text


def _is_truth(node: Node) -> bool:
    if isinstance(node, Binary):
        return node.op in _COMPARISONS or node.op in ("and", "or")
    return isinstance(node, Call) and node.name in _TRUTHS


def _is_sum(node: Node) -> bool:
    """Whether a number was worked out, and so may be off by a trifle: 0.1 + 0.2 = 0.3 holds for ODK."""
    return isinstance(node, Binary) and node.op in ("+", "-", "*", "div", "mod")


def _quoted(text: str) -> str:
    """XPath 1.0 has no escape: a text may hold one kind of quotes only, which is how it came in."""
    return f'"{text}"' if "'" in text else f"'{text}'"
