"""XForm -> Form, strictly: what is not known is refused by name, never passed over."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from kiosk.errors import FormError
from kiosk.forms import dates
from kiosk.forms.controls import Control, walk
from kiosk.forms.expression import Expression
from kiosk.forms.flaws import Flaw, Flaws
from kiosk.forms.guard import XF, XHTML, tree_of
from kiosk.forms.logic import Program
from kiosk.forms.model import Form, Group, Question, Screen, Text
from kiosk.forms.order import in_order, matching
from kiosk.forms.questions import Parts, Questions
from kiosk.forms.skeleton import Skeleton
from kiosk.forms.texts import expressions_of, read_itext


def parse(xml: bytes) -> Form:
    """The form, or FormError."""
    flaws = Flaws()
    form = _read(xml, flaws)
    flaws.refuse()
    return form


def inspect(xml: bytes) -> tuple[Flaw, ...]:
    """The flaws, also of what is no XForm at all."""
    flaws = Flaws()
    with flaws.noted(""):
        _read(xml, flaws)
    return tuple(flaws.found)


def _read(xml: bytes, flaws: Flaws) -> Form:
    top = tree_of(xml)
    model, body = top.find(f"{XHTML}head/{XF}model"), top.find(f"{XHTML}body")
    if top.tag != f"{XHTML}html" or model is None or body is None:
        raise FormError("form: not an XForm with a model and a body")
    skeleton = Skeleton(model, flaws)
    itext, languages = read_itext(model, skeleton.home, flaws)
    shown, groups = walk(body, skeleton.home, flaws)
    parts = Questions(skeleton, itext, flaws).parts(shown, groups)
    questions = tuple(part for part in parts.values() if isinstance(part, Question))
    _check_names(questions, flaws)
    return Form(
        id=skeleton.id,
        version=skeleton.version,
        hash=hashlib.sha256(xml).hexdigest(),
        titles=_titles((top.findtext(f"{XHTML}head/{XHTML}title") or "").strip(), languages),
        languages=languages or ("zh",),
        questions=questions,
        groups=tuple(part for part in parts.values() if isinstance(part, Group)),
        screens=tuple(_screens(shown, parts)),
        order=in_order(parts, flaws),
        live_lists=frozenset(node.get("id", "") for node in skeleton.root.iterfind("instance[@live]")),
        program=_program(skeleton, parts, itext, flaws),
        by_name=MappingProxyType({question.name: question for question in questions}),
        by_path=MappingProxyType(parts),
    )


def _check_names(questions: tuple[Question, ...], flaws: Flaws) -> None:
    seen: set[str] = set()
    for question in questions:
        if question.name in seen:
            flaws.add(question.path, "another question has the same name", "name")
        seen.add(question.name)
    if all(question.type in ("hidden", "calculate", "preload") for question in questions):
        flaws.add("", "nothing in it can be shown")


def _titles(title: str, languages: tuple[str, ...]) -> Mapping[str, str]:
    """``中文 · English``: one title a language, in the languages' order; else the same for all."""
    parts = [part.strip() for part in re.split(r" [·/|] ", title)]
    if len(parts) == len(languages) > 1:
        return MappingProxyType(dict(zip(languages, parts, strict=True)))
    return MappingProxyType({"": title})


def _screens(shown: list[Control], parts: Parts) -> Iterator[Screen]:
    """Questions one by one; those under a field-list group (the outermost counts) together."""
    together: dict[str, list[Question]] = {}
    for control in shown:
        question = parts.get(control.path)
        if isinstance(question, Question):
            above = [parts.get(path) for path in control.groups]
            top = next((group for group in above if isinstance(group, Group) and group.field_list), question)
            together.setdefault(top.path, []).append(question)
    for path, questions in together.items():
        yield Screen(parts[path].name, tuple(questions))


def _program(skeleton: Skeleton, parts: Parts, itext: Mapping[str, Text], flaws: Flaws) -> Program:
    """Every expression compiled and tried once on an empty form, so that none fails at the visitor's screen."""
    itemsets = {path: part.itemset for path, part in parts.items() if isinstance(part, Question) and part.itemset}
    program = Program(skeleton.root, version=skeleton.version, itext=itext, itemsets=itemsets)
    tree = program.base(today=dates.EPOCH)
    for path, column, expression in _all_expressions(parts, itext):
        with flaws.noted(path, column):
            _check_targets(expression, skeleton, itemsets)
            program.add(expression)
            tree.try_out(expression)
    return program


def _check_targets(expression: Expression, skeleton: Skeleton, itemsets: Mapping[str, Any]) -> None:
    for target in sorted(expression.reads):
        if not matching(target, skeleton.paths):
            raise FormError(f"there is no {target.removeprefix(skeleton.home + '/')} in the form")
    known = {node.get("id") for node in skeleton.root.iterfind("instance")}
    for name in sorted(expression.lists - known):
        raise FormError(f"the list {name!r} is missing")
    for target in sorted(expression.choice_names - itemsets.keys()):
        raise FormError(f"jr:choice-name() of {target.rpartition('/')[2]}, which has no choices")


def _all_expressions(parts: Parts, itext: Mapping[str, Text]) -> Iterator[tuple[str, str, Expression]]:
    for path, part in parts.items():
        found: list[tuple[str, Expression | None]] = [("relevant", part.relevant)]
        found += [("label", expression) for expression in expressions_of(part.text)]
        if isinstance(part, Question):
            found += [
                ("constraint", part.constraint),
                ("calculation", part.calculate),
                ("required", part.required_if),
                ("default", part.default_if_new),
                ("choice_filter", part.itemset.nodes if part.itemset else None),
            ]
            texts = (part.hint_text, part.constraint_text, part.required_text)
            found += [("label", expression) for text in texts for expression in expressions_of(text)]
        yield from ((path, column, expression) for column, expression in found if expression is not None)
    for key, text in itext.items():
        yield from (("", f"text {key}", expression) for expression in expressions_of(text))
