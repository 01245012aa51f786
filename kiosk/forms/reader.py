"""XForm -> Form, strictly: what is not known is refused by name, never passed over."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from lxml import etree

from kiosk.errors import FormError
from kiosk.forms import controls as body_
from kiosk.forms import dates
from kiosk.forms.choices import NAME_MAX, Lists, read_instances, read_itemset
from kiosk.forms.controls import Control
from kiosk.forms.expression import Expression, read
from kiosk.forms.flaws import Flaw, Flaws
from kiosk.forms.guard import JR, XF, XHTML, local, tree_of
from kiosk.forms.limits import limits_of
from kiosk.forms.logic import Program
from kiosk.forms.model import ANSWERED, CHOOSING, NO_TEXT, Form, Group, Question, Screen, Text
from kiosk.forms.order import in_order, matching
from kiosk.forms.texts import by_reference, expressions_of, read_itext, read_text
from kiosk.forms.values import read_default

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")
_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")
_MODEL = {"itext", "instance", "bind", "setvalue", "submission"}
_BIND = {"nodeset", "type", "relevant", "constraint", "required", "readonly", "calculate", "saveIncomplete"}
_BIND |= {JR + name for name in ("constraintMsg", "requiredMsg", "preload", "preloadParams", "noAppErrorString")}
_BIND |= {"{http://openrosa.org/xforms}max-pixels"}  # of a picture: ours are strokes
_PRELOADS = {("date", "today"): "today", ("timestamp", "start"): "now", ("timestamp", "end"): "now"}
QUESTIONS_MAX: Final = 500
_FIRST_LOAD: Final = "odk-instance-first-load"
_YES, _NO = {"true()", "true"}, {"", "false()", "false"}


def parse(xml: bytes) -> Form:
    """The form, or FormError."""
    flaws = Flaws()
    form = _Reader(xml, flaws).form()
    flaws.refuse()
    if form is None:  # pragma: no cover - a form without a flaw is a form
        raise FormError("form: cannot be read")
    return form


def inspect(xml: bytes) -> tuple[Flaw, ...]:
    """The flaws, also of what is no XForm at all."""
    flaws = Flaws()
    with flaws.noted(""):
        _Reader(xml, flaws).form()
    return tuple(flaws.found)


class _Reader:
    """Holds what the steps of reading share."""

    def __init__(self, xml: bytes, flaws: Flaws) -> None:
        self.xml = xml
        self.flaws = flaws
        top = tree_of(xml)
        model = top.find(f"{XHTML}head/{XF}model")
        body = top.find(f"{XHTML}body")
        if top.tag != f"{XHTML}html" or model is None or body is None:
            raise FormError("form: not an XForm with a model and a body")
        self.title = (top.findtext(f"{XHTML}head/{XHTML}title") or "").strip()
        self.model, self.body = model, body
        self.root = etree.Element("env")
        self.data = self._main_instance()
        self.home = f"/{self.data.tag}"
        self.binds = self._binds()
        self.dates = frozenset(path for path, bind in self.binds.items() if _type(bind) in ("date", "dateTime"))
        self.itext, self.languages = read_itext(model, self.home, flaws)
        read_instances(model, self.root, flaws)
        self.lists = Lists(self.root, self.itext, self.dates)
        self.defaults = self._first_load_values()

    # -- the data

    def _main_instance(self) -> Any:
        instances = self.model.findall(f"{XF}instance")
        if not instances or len(instances[0]) != 1:
            raise FormError("form: no main instance")
        source = instances[0][0]
        self.id, self.version = source.get("id") or "", source.get("version") or ""
        for what, value in (("form_id", self.id), ("version", self.version)):
            if not _ID.fullmatch(value):
                self.flaws.add("", f"{what} must be 1 to 64 letters, digits, dots, dashes or underscores")
        data = etree.SubElement(self.root, local(source))
        self._copy(source, data, f"/{data.tag}")
        tree = self.root.getroottree()
        self.paths = [tree.getpath(node).removeprefix("/env") for node in data.iter()]
        if len(self.paths) > QUESTIONS_MAX:
            raise FormError(f"form: more than {QUESTIONS_MAX} questions")
        return data

    def _copy(self, source: Any, into: Any, above: str) -> None:
        for child in source:
            name = local(child)
            if name == "meta" and above.count("/") == 1:
                self._check_meta(child)
                continue
            path = f"{above}/{name}"
            if not _NAME.fullmatch(name):
                self.flaws.add(path, f"a name must be ASCII letters, digits, . _ or -, at most {NAME_MAX}", "name")
            if into.find(name) is not None:
                self.flaws.add(path, "the name comes twice", "name")
                continue
            if any(key.startswith(JR) for key in child.attrib):
                self.flaws.add(path, "repeats do not run here", "type")
            copied = etree.SubElement(into, name)
            copied.text = (child.text or "").strip() if not len(child) else None
            self._copy(child, copied, path)

    def _check_meta(self, meta: Any) -> None:
        for child in meta:
            if local(child) not in ("instanceID", "instanceName"):
                self.flaws.add("", f"meta/{local(child)} is not collected here")

    def _binds(self) -> dict[str, Any]:
        binds: dict[str, Any] = {}
        for child in self.model:
            if local(child) not in _MODEL:
                self.flaws.add("", f"<{local(child)}> in the model does not run here")
        for bind in self.model.iterfind(f"{XF}bind"):
            path = bind.get("nodeset", "").strip()
            if path.startswith(f"{self.home}/meta/"):
                continue
            for key in bind.attrib:
                if key not in _BIND:
                    self.flaws.add(path, f"{key.rpartition('}')[2]} does not run here")
            if self._node(path) is None:
                self.flaws.add(path, "a bind for nothing in the form")
            binds[path] = bind
        return binds

    def _node(self, path: str) -> Any | None:
        return self.root.find("." + path) if re.fullmatch(r"(/[\w.-]+)+", path) else None

    def _first_load_values(self) -> dict[str, str]:
        values: dict[str, str] = {}
        for element in self.model.iterfind(f"{XF}setvalue"):
            path = element.get("ref", "").strip()
            if _FIRST_LOAD not in element.get("event", "").split():
                self.flaws.add(path, f"values set on {element.get('event')} do not run here", "trigger")
            values[path] = element.get("value") or f"'{element.text or ''}'"
        return values

    # -- the parts

    def form(self) -> Form | None:
        controls, groups = body_.walk(self.body, self.home, self.flaws)
        parts = self._parts(controls, groups)
        order = in_order(parts, self.flaws)
        questions = tuple(part for part in parts.values() if isinstance(part, Question))
        self._check_names(questions)
        program = self._program(parts)
        if self.flaws.found:
            return None
        return Form(
            id=self.id,
            version=self.version,
            hash=hashlib.sha256(self.xml).hexdigest(),
            titles=_titles(self.title, self.languages),
            languages=self.languages or ("zh",),
            questions=questions,
            groups=tuple(part for part in parts.values() if isinstance(part, Group)),
            screens=tuple(_screens(controls, parts)),
            order=order,
            live_lists=frozenset(node.get("id", "") for node in self.root.iterfind("instance[@live]")),
            program=program,
            by_name=MappingProxyType({question.name: question for question in questions}),
            by_path=MappingProxyType(parts),
        )

    def _parts(self, controls: list[Control], groups: list[Control]) -> dict[str, Question | Group]:
        by_path = {control.path: control for control in controls}
        group_of = {group.path: group for group in groups}
        if len(by_path) < len(controls):
            twice = next(path for path in by_path if sum(control.path == path for control in controls) > 1)
            self.flaws.add(twice, "is shown twice")
        for path in [*by_path, *group_of]:
            if path and self._node(path) is None:
                self.flaws.add(path, "shown, but not in the form's data")
        parts: dict[str, Question | Group] = {}
        for node, path in zip(self.data.iter(), self.paths, strict=True):
            if path == self.home:
                continue
            if len(node) or path in group_of:
                parts[path] = self._group(path, group_of.get(path))
            else:
                parts[path] = self._question(path, node.text or "", by_path.get(path))
        return parts

    def _group(self, path: str, control: Control | None) -> Group:
        field_list = False
        if control is not None:
            field_list = "field-list" in body_.appearance_of(control.element, "group", path, self.flaws)
        label = control.element.find(f"{XF}label") if control is not None else None
        text = read_text(label, self.itext, self.home, path, self.flaws)
        return Group(path.rpartition("/")[2], path, text, self._bound(path, "relevant"), field_list)

    def _question(self, path: str, default: str, control: Control | None) -> Question:
        question = Question(
            name=path.rpartition("/")[2],
            path=path,
            type="hidden",
            default=default,
            relevant=self._bound(path, "relevant"),
            constraint=self._bound(path, "constraint"),
            calculate=self._bound(path, "calculate"),
            default_if_new=self._read(self.defaults[path], path, "default") if path in self.defaults else None,
            preload=self._preload(path),
            constraint_text=self._message(path, "constraintMsg"),
            required_text=self._message(path, "requiredMsg"),
        )
        if question.calculate or question.preload:
            question = replace(question, type="calculate" if question.calculate else "preload")
        question = replace(question, limits=limits_of(question.constraint))
        return self._shown(question, control) if control is not None else question

    def _shown(self, question: Question, control: Control) -> Question:
        path, element = question.path, control.element
        readonly = self._yes(path, "readonly")
        type_ = "note"
        with self.flaws.noted(path, "type"):
            type_ = body_.type_of(element, _type(self.binds.get(path)), readonly)
        if question.calculate and type_ != "note":
            self.flaws.add(path, "is answered and calculated at once; make it read only, or a calculate", "calculation")
        for child in element:
            if local(child) not in ("label", "hint", "itemset", "item"):
                self.flaws.add(path, f"<{local(child)}> inside a question does not run here", "trigger")
        required, required_if = self._required(path)
        question = replace(
            question,
            type=type_,
            appearance=body_.appearance_of(element, type_, path, self.flaws),
            required=required,
            required_if=required_if,
            text=read_text(element.find(f"{XF}label"), self.itext, self.home, path, self.flaws),
            hint_text=read_text(element.find(f"{XF}hint"), self.itext, self.home, path, self.flaws),
            rows=int(element.get("rows")) if (element.get("rows") or "").isdecimal() else None,
        )
        question = self._with_choices(question, element)
        self._check_default(question)
        return question

    def _with_choices(self, question: Question, element: Any) -> Question:
        if question.type in CHOOSING:
            itemset = read_itemset(element, question.path, self.lists, self.flaws)
            self._check_choices(question, [item.name for item in itemset.items] if itemset else [])
            return replace(question, itemset=itemset)
        if question.type == "range":
            with self.flaws.noted(question.path, "parameters"):
                return replace(question, range=body_.range_of(element))
        return question

    def _check_default(self, question: Question) -> None:
        value = read_default(question, question.default)
        items = question.itemset.items if question.itemset and not question.itemset.live else ()
        chosen = {value} if isinstance(value, str) else set(value) if isinstance(value, tuple) else set()
        unknown = bool(items) and not chosen <= {item.name for item in items}
        if question.default and question.type in ANSWERED and (value is None or unknown):
            self.flaws.add(question.path, "the default is no answer of its type", "default")

    # -- pieces

    def _read(self, source: str, path: str, column: str) -> Expression | None:
        with self.flaws.noted(path, column):
            expression = read(source, path, self.dates)
            for target in expression.reads:
                if not matching(target, self.paths):
                    raise FormError(f"there is no {target.removeprefix(self.home + '/')} in the form")
            known = {node.get("id") for node in self.root.iterfind("instance")}
            if missing := sorted(expression.lists - known):
                raise FormError(f"the list {missing[0]!r} is missing")
            return expression
        return None

    def _bound(self, path: str, name: str) -> Expression | None:
        bind = self.binds.get(path)
        source = bind.get(name) if bind is not None else None
        column = "calculation" if name == "calculate" else name
        return self._read(source, path, column) if source else None

    def _yes(self, path: str, name: str) -> bool:
        bind = self.binds.get(path)
        source = (bind.get(name) or "").strip() if bind is not None else ""
        if source not in _YES | _NO:
            self.flaws.add(path, f"{name} that depends on an answer does not run here", name)
        return source in _YES

    def _required(self, path: str) -> tuple[bool, Expression | None]:
        bind = self.binds.get(path)
        source = (bind.get("required") or "").strip() if bind is not None else ""
        if source in _YES | _NO:
            return source in _YES, None
        return False, self._read(source, path, "required")

    def _message(self, path: str, name: str) -> Text:
        bind = self.binds.get(path)
        source = bind.get(JR + name) if bind is not None else None
        return by_reference(source, self.itext, path, self.flaws) if source else NO_TEXT

    def _preload(self, path: str) -> str:
        bind = self.binds.get(path)
        if bind is None or not bind.get(JR + "preload"):
            return ""
        wanted = (bind.get(JR + "preload"), bind.get(JR + "preloadParams") or "")
        if wanted not in _PRELOADS:
            self.flaws.add(path, f"{wanted[1] or wanted[0]} is not collected here", "type")
        return _PRELOADS.get(wanted, "")

    # -- checks over everything

    def _check_names(self, questions: tuple[Question, ...]) -> None:
        seen: set[str] = set()
        for question in questions:
            if question.name in seen:
                self.flaws.add(question.path, "another question has the same name", "name")
            seen.add(question.name)
        if not any(question.type not in ("hidden", "calculate", "preload") for question in questions):
            self.flaws.add("", "nothing in it can be shown")

    def _check_choices(self, question: Question, names: list[str]) -> None:
        for name in names:
            if not _ID.fullmatch(name):
                self.flaws.add(
                    question.path, f"choice {name!r}: a name must be ASCII without blanks, at most 64", "type"
                )
        if question.type == "rank" and len(set(names)) != len(names):
            self.flaws.add(question.path, "a choice to rank comes twice", "type")

    def _program(self, parts: Mapping[str, Question | Group]) -> Program:
        questions = [part for part in parts.values() if isinstance(part, Question)]
        itemsets = {question.path: question.itemset for question in questions if question.itemset}
        program = Program(self.root, version=self.version, itext=self.itext, itemsets=itemsets)
        tree = program.base(today=dates.EPOCH)
        for path, column, expression in _all_expressions(parts, self.itext):
            with self.flaws.noted(path, column):
                for target in expression.choice_names - itemsets.keys():
                    raise FormError(f"jr:choice-name() of {target}, which has no choices")
                program.add(expression)
                tree.try_out(expression)
        return program


def _type(bind: Any | None) -> str:
    return (bind.get("type") or "") if bind is not None else ""


def _titles(title: str, languages: tuple[str, ...]) -> Mapping[str, str]:
    """``中文 · English``: one title a language, in the languages' order; else the same for all."""
    parts = [part.strip() for part in re.split(r" [·/|] ", title)]
    if len(parts) == len(languages) > 1:
        return MappingProxyType(dict(zip(languages, parts, strict=True)))
    return MappingProxyType({"": title})


def _screens(controls: list[Control], parts: Mapping[str, Question | Group]) -> Iterator[Screen]:
    """Questions one by one; those under a field-list group (the outermost counts) together."""
    together: dict[str, list[Question]] = {}
    for control in controls:
        question = parts.get(control.path)
        if isinstance(question, Question):
            lists = (
                group for path in control.groups if isinstance(group := parts.get(path), Group) and group.field_list
            )
            top = next(lists, None)
            together.setdefault(top.path if top else question.path, []).append(question)
    for path, questions in together.items():
        yield Screen(parts[path].name, tuple(questions))


def _all_expressions(
    parts: Mapping[str, Question | Group], itext: Mapping[str, Text]
) -> Iterator[tuple[str, str, Expression]]:
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
