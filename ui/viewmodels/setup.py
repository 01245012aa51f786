"""The first day: a clerk with no keyboard and no shell sets a terminal up."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.shell import LANGUAGE_NAMES

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class SetupProps:
    """page: "" (not now), a step of kiosk/firstday.py, or done. at: its place, 1…; card: width of the drawn card in
    pixels; inch: the diagonal that follows. why: by key or in words; busy: something is being asked.
    number, venue: of a terminal that is enrolled. tap: "" or kept, seen.
    """

    page: str = ""
    at: int = 1
    total: int = 5
    languages: tuple[str, ...] = ()
    language: str = ""
    card: float = 340.0
    inch: float = 21.5
    field: str = "code"
    url: str = "https://"
    code: str = ""
    busy: bool = False
    why: str = ""
    number: int = 0
    venue: str = ""
    slip: bool = False
    digits: int = 0
    again: bool = False
    tap: str = ""
    can: bool = True
    finished: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


@QmlElement
class SetupViewModel(QObject):
    """Signals are wishes of the clerk."""

    changed = Signal()
    chosen = Signal(str)
    carded = Signal(float)
    keyed = Signal(str)
    erased = Signal()
    wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = SetupProps()

    @property
    def props(self) -> SetupProps:
        """What is shown now."""
        return self._props

    def show(self, **changes: object) -> None:
        """Change some of what is shown."""
        props = replace(self._props, **changes)  # type: ignore[arg-type]
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._props.page

    @Property(int, notify=changed)
    def at(self) -> int:
        return self._props.at

    @Property(int, notify=changed)
    def total(self) -> int:
        return self._props.total

    @Property(list, notify=changed)
    def languages(self) -> list[dict[str, Any]]:
        return [{"code": code, "name": LANGUAGE_NAMES.get(code, code)} for code in self._props.languages]

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._props.language

    @Property(float, notify=changed)
    def card(self) -> float:
        return self._props.card

    @Property(float, notify=changed)
    def inch(self) -> float:
        return self._props.inch

    @Property(str, notify=changed)
    def field(self) -> str:
        return self._props.field

    @Property(str, notify=changed)
    def url(self) -> str:
        return self._props.url

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._props.code

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._props.busy

    @Property(str, notify=changed)
    def why(self) -> str:
        return self._props.why

    @Property(int, notify=changed)
    def number(self) -> int:
        return self._props.number

    @Property(str, notify=changed)
    def venue(self) -> str:
        return self._props.venue

    @Property(bool, notify=changed)
    def slip(self) -> bool:
        return self._props.slip

    @Property(int, notify=changed)
    def digits(self) -> int:
        return self._props.digits

    @Property(bool, notify=changed)
    def again(self) -> bool:
        return self._props.again

    @Property(str, notify=changed)
    def tap(self) -> str:
        return self._props.tap

    @Property(bool, notify=changed)
    def can(self) -> bool:
        return self._props.can

    @Property(list, notify=changed)
    def finished(self) -> list[str]:
        return list(self._props.finished)

    @Property(list, notify=changed)
    def skipped(self) -> list[str]:
        return list(self._props.skipped)

    @Slot(str)
    def choose(self, language: str) -> None:
        self.chosen.emit(language)

    @Slot(float)
    def fit(self, pixels: float) -> None:
        self.carded.emit(pixels)

    @Slot(str)
    def press(self, sign: str) -> None:
        self.keyed.emit(sign)

    @Slot()
    def erase(self) -> None:
        self.erased.emit()

    @Slot(str)
    def want(self, what: str) -> None:
        self.wanted.emit(what)
