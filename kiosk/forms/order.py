"""In which order a form is worked out: everything after what it depends on."""

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from graphlib import CycleError, TopologicalSorter

from kiosk.forms.expression import Expression
from kiosk.forms.flaws import Flaws
from kiosk.forms.model import Group, Question


def in_order(parts: Mapping[str, Question | Group], flaws: Flaws) -> tuple[str, ...]:
    """The paths of groups and questions, each after all it reads; a circle is noted as a flaw."""
    graph = {path: _needs(part, parts) for path, part in parts.items()}
    try:
        return tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        names = [str(path).rpartition("/")[2] for path in reversed(error.args[1])]
        flaws.add(error.args[1][0], "depends on itself: " + " -> ".join(names))
        return ()


def matching(pattern: str, paths: Iterable[str]) -> list[str]:
    """The paths that a path with ``*`` for a name means."""
    if "*" not in pattern:
        return [path for path in paths if path == pattern]
    depth = pattern.count("/")
    return [path for path in paths if path.count("/") == depth and fnmatchcase(path, pattern)]


def _needs(part: Question | Group, parts: Mapping[str, Question | Group]) -> list[str]:
    needs = [path for expression in _deciding(part) for read in expression.reads for path in _all_of(read, parts)]
    above = part.path.rpartition("/")[0]
    return [*needs, above] if above in parts else needs


def _deciding(part: Question | Group) -> list[Expression]:
    """The expressions that decide whether a part is there and what it holds."""
    found = [part.relevant]
    if isinstance(part, Question):
        found += [part.calculate, part.itemset.nodes if part.itemset else None]
    return [expression for expression in found if expression is not None]


def _all_of(read: str, parts: Mapping[str, Question | Group]) -> list[str]:
    """What a path reads: the node and all below it, for a group's text is that of its questions."""
    return [path for top in matching(read, parts) for path in parts if path == top or path.startswith(top + "/")]
