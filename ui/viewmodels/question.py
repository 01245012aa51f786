"""One screen of a form: its question or questions, their answers, and what stands in the action row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.base import plain

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

LONE: Final = frozenset(
    {"text", "integer", "decimal", "date", "image", "audio"}
)  # they fill a screen, also out of a group
_KINDS: Final = {
    "text": "text",
    "integer": "number",
    "decimal": "decimal",
    "date": "date",
    "image": "draw",
    "audio": "voice",
    "note": "note",
    "acknowledge": "acknowledge",
    "range": "scale",
    "rank": "rank",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a screen. low, high, step: of a scale; limit: how many may be chosen, 0 = any; length: of a text;
    lines: something to read, one thing a line.

    choices: dictionaries of name, label, pictogram (file or ""), level (5 to 1, for faces).
    """

    name: str
    kind: str
    label: str = ""
    hint: str = ""
    choices: tuple[dict[str, Any], ...] = ()
    required: bool = False
    low: int = 0
    high: int = 0
    step: int = 1
    limit: int = 0
    length: int = 0
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionProps:
    """kind: that of the only part, or "group". onward: what the main action does: next, review, send, or "" for none.

    form: whose question it is, "" where the terminal itself asks.
    """

    kind: str = ""
    title: str = ""
    hint: str = ""
    parts: tuple[Part, ...] = ()
    skippable: bool = False
    waiting: bool = False
    sending: bool = False
    onward: str = "next"
    problem: str = ""
    picked: int = 0
    limit: int = 0
    form: str = ""


def kind_of(question: Any) -> str:
    """How a question is shown, by its type and appearance."""
    looks = question.appearance
    if question.type == "select_one":
        return "faces" if "likert" in looks else "pack" if "columns-pack" in looks else "list"
    if question.type == "select_multiple":
        return "severalPack" if "columns-pack" in looks else "several"
    if question.type == "text":
        return "lines" if "multiline" in looks else "text"
    return _KINDS.get(question.type, "note")


def pages_of(questions: tuple[Any, ...]) -> tuple[tuple[Any, ...], ...]:
    """A screen's questions as pages: whatever needs a keyboard or a pen stands alone, its neighbours together."""
    pages: list[list[Any]] = []
    for question in questions:
        if not pages or question.type in LONE or pages[-1][-1].type in LONE:
            pages.append([])
        pages[-1].append(question)
    return tuple(tuple(page) for page in pages)


def derive_part(visit: Any, question: Any) -> Part:
    """What is shown of one question of an open form."""
    low, high, step = question.range or (0, 0, 1)
    choices = visit.choices(question.name) if question.itemset else ()
    return Part(
        name=question.name,
        kind=kind_of(question),
        label=visit.label(question.name),
        hint=visit.hint(question.name),
        choices=tuple(_choice(choice, 5 - place) for place, choice in enumerate(choices)),
        required=question.required,
        low=low,
        high=high,
        step=step,
        limit=question.max_selected or 0,
        length=question.max_length or 0,
    )


def _choice(choice: Any, level: int) -> dict[str, Any]:
    named = int(choice.name) if choice.name in {"1", "2", "3", "4", "5"} else level
    return {"name": choice.name, "label": choice.label, "pictogram": choice.media or "", "level": named}


def toggled(value: Any, choice: str, limit: int) -> list[str] | None:
    """A list of choices with one more or one less, in the order of the taps; None when no more may be chosen."""
    chosen = list(value or ())
    if choice in chosen:
        chosen.remove(choice)
        return chosen
    return None if limit and len(chosen) >= limit else [*chosen, choice]


def _standing(props: QuestionProps) -> tuple[object, ...]:
    """What of a screen stays while it is answered."""
    return props.form, props.parts, props.title, props.hint, props.kind


@QmlElement
class QuestionViewModel(QObject):
    """Signals are wishes of the visitor. The screen and its answers change apart: a tap redraws no list."""

    changed = Signal()
    answered = Signal()
    chosen = Signal(str, str)
    written = Signal(str, object)
    nextWanted = Signal()
    skipWanted = Signal()
    undoWanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = QuestionProps()
        self._values: Mapping[str, Any] = {}

    @property
    def props(self) -> QuestionProps:
        """What is shown now."""
        return self._props

    def show(self, props: QuestionProps, values: Mapping[str, Any]) -> None:
        """Show a screen with its answers."""
        before, self._props, values_before, self._values = self._props, props, self._values, values
        if _standing(before) != _standing(props):
            self.changed.emit()
        if before != props or values_before != values:
            self.answered.emit()

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._props.kind

    @Property(str, notify=changed)
    def form(self) -> str:
        return self._props.form

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._props.title

    @Property(str, notify=changed)
    def hint(self) -> str:
        return self._props.hint

    @Property(list, notify=changed)
    def parts(self) -> list[dict[str, Any]]:
        return plain(self._props.parts)

    @Property(dict, notify=answered)
    def values(self) -> dict[str, Any]:
        return dict(self._values)

    @Property(bool, notify=answered)
    def skippable(self) -> bool:
        return self._props.skippable

    @Property(bool, notify=answered)
    def waiting(self) -> bool:
        return self._props.waiting

    @Property(bool, notify=answered)
    def sending(self) -> bool:
        return self._props.sending

    @Property(str, notify=answered)
    def onward(self) -> str:
        return self._props.onward

    @Property(str, notify=answered)
    def problem(self) -> str:
        return self._props.problem

    @Property(int, notify=answered)
    def picked(self) -> int:
        return self._props.picked

    @Property(int, notify=changed)
    def limit(self) -> int:
        return self._props.limit

    @Slot(str, str)
    def choose(self, name: str, choice: str) -> None:
        self.chosen.emit(name, choice)

    @Slot(str, "QVariant")
    def setValue(self, name: str, value: Any) -> None:
        self.written.emit(name, value)

    @Slot()
    def next(self) -> None:
        self.nextWanted.emit()

    @Slot()
    def skip(self) -> None:
        self.skipWanted.emit()

    @Slot()
    def undo(self) -> None:
        self.undoWanted.emit()
