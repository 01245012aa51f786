"""Questions and groups of an XForm: each path's bind, control, texts and choices brought together."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kiosk.forms import controls
from kiosk.forms.choices import Lists, read_itemset
from kiosk.forms.controls import Control
from kiosk.forms.expression import Expression, read
from kiosk.forms.flaws import Flaws
from kiosk.forms.guard import JR, XF, local
from kiosk.forms.limits import limits_of
from kiosk.forms.model import ANSWERED, CHOOSING, CODE, NO_TEXT, Group, Question, Text
from kiosk.forms.skeleton import Skeleton
from kiosk.forms.texts import by_reference, read_text
from kiosk.forms.values import read_default

Parts = dict[str, Question | Group]

_PRELOADS = {("date", "today"): "today", ("timestamp", "start"): "now", ("timestamp", "end"): "now"}
_YES, _NO = {"true()", "true"}, {"", "false()", "false"}


class Questions:
    """Makes them, and notes what does not run here."""

    def __init__(self, skeleton: Skeleton, itext: Mapping[str, Text], flaws: Flaws) -> None:
        self._skeleton = skeleton
        self._itext = itext
        self._flaws = flaws
        self._lists = Lists(skeleton.root, itext, skeleton.dates)

    def parts(self, shown: list[Control], groups: list[Control]) -> Parts:
        """Every question and group by path, in the order of the data."""
        by_path = {control.path: control for control in shown}
        group_of = {group.path: group for group in groups}
        self._check_shown([control.path for control in (*shown, *groups) if control.path])
        parts: Parts = {}
        for node, path in zip(self._skeleton.data.iter(), self._skeleton.paths, strict=True):
            if path == self._skeleton.home:
                continue
            if len(node) or path in group_of:
                parts[path] = self._group(path, group_of.get(path))
            else:
                parts[path] = self._question(path, node.text or "", by_path.get(path))
        return parts

    def _check_shown(self, paths: list[str]) -> None:
        for path in paths:
            if self._skeleton.node(path) is None:
                self._flaws.add(path, "shown, but not in the form's data")
            elif paths.count(path) > 1:
                self._flaws.add(path, "is shown twice")

    def _group(self, path: str, control: Control | None) -> Group:
        field_list, text = False, NO_TEXT
        if control is not None:
            field_list = "field-list" in controls.appearance_of(control.element, "group", path, self._flaws)
            text = self._text(control.element, "label", path)
        return Group(path.rpartition("/")[2], path, text, self._bound(path, "relevant"), field_list)

    def _question(self, path: str, default: str, control: Control | None) -> Question:
        first_value = self._skeleton.first_values.get(path)
        constraint, calculate = self._bound(path, "constraint"), self._bound(path, "calculate")
        preload = self._preload(path)
        question = Question(
            name=path.rpartition("/")[2],
            path=path,
            type="calculate" if calculate else "preload" if preload else "hidden",
            default=default,
            relevant=self._bound(path, "relevant"),
            constraint=constraint,
            calculate=calculate,
            default_if_new=self._read(first_value, path, "default") if first_value else None,
            preload=preload,
            constraint_text=self._message(path, "constraintMsg"),
            required_text=self._message(path, "requiredMsg"),
            limits=limits_of(constraint),
        )
        return question if control is None else self._shown(question, control.element)

    def _shown(self, question: Question, element: Any) -> Question:
        path = question.path
        required, required_if = self._required(path)
        type_ = self._type(question, element)
        question = replace(
            question,
            type=type_,
            appearance=controls.appearance_of(element, type_, path, self._flaws),
            required=required,
            required_if=required_if,
            text=self._text(element, "label", path),
            hint_text=self._text(element, "hint", path),
            rows=int(element.get("rows")) if (element.get("rows") or "").isdecimal() else None,
        )
        question = self._with_choices(question, element)
        self._check_default(question)
        return question

    def _type(self, question: Question, element: Any) -> str:
        path, type_ = question.path, "note"
        readonly = self._skeleton.bound(path, "readonly")
        if readonly not in _YES | _NO:
            self._flaws.add(path, "read_only that depends on an answer does not run here", "read_only")
        with self._flaws.noted(path, "type"):
            type_ = controls.type_of(element, self._skeleton.bound(path, "type"), readonly in _YES)
        if question.calculate and type_ != "note":
            what = "is answered and calculated at once; make it read_only, or a calculate"
            self._flaws.add(path, what, "calculation")
        for child in element:
            if local(child) not in ("label", "hint", "itemset", "item"):
                self._flaws.add(path, f"<{local(child)}> inside a question does not run here", "trigger")
        return type_

    def _with_choices(self, question: Question, element: Any) -> Question:
        if question.type in CHOOSING:
            itemset = read_itemset(element, question.path, self._lists, self._flaws)
            self._check_choices(question, [item.name for item in itemset.items] if itemset else [])
            return replace(question, itemset=itemset)
        if question.type == "range":
            with self._flaws.noted(question.path, "parameters"):
                return replace(question, range=controls.range_of(element))
        return question

    def _check_choices(self, question: Question, names: list[str]) -> None:
        for name in names:
            if not CODE.fullmatch(name):
                what = f"choice {name!r}: a name must be ASCII without blanks, at most 64 characters"
                self._flaws.add(question.path, what, "type")
        if question.type == "rank" and len(set(names)) != len(names):
            self._flaws.add(question.path, "a choice to rank comes twice", "type")

    def _check_default(self, question: Question) -> None:
        value = read_default(question, question.default)
        items = question.itemset.items if question.itemset and not question.itemset.live else ()
        chosen = {value} if isinstance(value, str) else set(value) if isinstance(value, tuple) else set()
        unknown = bool(items) and not chosen <= {item.name for item in items}
        if question.default and question.type in ANSWERED and (value is None or unknown):
            self._flaws.add(question.path, "the default is no answer of its type", "default")

    # -- pieces of a bind

    def _read(self, source: str, path: str, column: str) -> Expression | None:
        with self._flaws.noted(path, column):
            return read(source, path, self._skeleton.dates)
        return None

    def _bound(self, path: str, name: str) -> Expression | None:
        source = self._skeleton.bound(path, name)
        return self._read(source, path, "calculation" if name == "calculate" else name) if source else None

    def _required(self, path: str) -> tuple[bool, Expression | None]:
        source = self._skeleton.bound(path, "required")
        if source in _YES | _NO:
            return source in _YES, None
        return False, self._read(source, path, "required")

    def _preload(self, path: str) -> str:
        wanted = (self._skeleton.bound(path, JR + "preload"), self._skeleton.bound(path, JR + "preloadParams"))
        if wanted[0] and wanted not in _PRELOADS:
            self._flaws.add(path, f"{wanted[1] or wanted[0]} is not collected here", "type")
        return _PRELOADS.get(wanted, "")

    def _message(self, path: str, name: str) -> Text:
        source = self._skeleton.bound(path, JR + name)
        return by_reference(source, self._itext, path, self._flaws) if source else NO_TEXT

    def _text(self, element: Any, name: str, path: str) -> Text:
        return read_text(element.find(f"{XF}{name}"), self._itext, self._skeleton.home, path, self._flaws)
