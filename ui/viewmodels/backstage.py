"""Staff's side of the terminal: the PIN, how things stand, the stick, practice, and what else only staff may do."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.base import plain

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the status page. key: what it is about; look: ok or warn; one, two: what fills the words."""

    key: str
    look: str = "ok"
    one: str = ""
    two: str = ""


@dataclass(frozen=True, slots=True)
class BackstageProps:
    """page: "" (visitors have the screen), pin, locked, newpin, menu, stick, entry, screen, clean, leave.

    typed: digits typed so far, as dots; why: what is wrong, by key, or ""; wait: seconds until a try counts;
    left: seconds until this page closes by itself; sync: "" or trying, sent, spoke, idle, waiting, alone, busy, fault,
    and note: its words. stick: "" or here, readonly. doing: "" or write, settle; done: "" or wrote, settled, stopped.
    training, entering: what the visitors' side is used for; safe: only ratings are taken.
    """

    page: str = ""
    typed: str = ""
    why: str = ""
    wait: int = 0
    again: bool = False
    challenge: str = ""
    enrolled: bool = False
    by_stick: bool = False
    left: int = 0
    facts: tuple[Fact, ...] = ()
    unsent: int = 0
    sync: str = ""
    note: str = ""
    stick: str = ""
    receipts: int = 0
    doing: str = ""
    done: str = ""
    files: int = 0
    records: int = 0
    aside: int = 0
    training: bool = False
    safe: bool = False
    entering: str = ""
    field: str = "by"
    by: str = ""
    slip: str = ""
    brightness: int = 100
    volume: int = 80
    backlight: bool = False
    mixer: bool = False
    veil: float = 0.0


@QmlElement
class BackstageViewModel(QObject):
    """Signals are wishes of staff, and the two hidden corners."""

    changed = Signal()
    held = Signal(bool)
    tapped = Signal()
    digit = Signal(str)
    erased = Signal()
    entered = Signal()
    wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = BackstageProps()

    @property
    def props(self) -> BackstageProps:
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

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self._props.typed

    @Property(str, notify=changed)
    def why(self) -> str:
        return self._props.why

    @Property(int, notify=changed)
    def wait(self) -> int:
        return self._props.wait

    @Property(bool, notify=changed)
    def again(self) -> bool:
        return self._props.again

    @Property(str, notify=changed)
    def challenge(self) -> str:
        return self._props.challenge

    @Property(bool, notify=changed)
    def enrolled(self) -> bool:
        return self._props.enrolled

    @Property(bool, notify=changed)
    def byStick(self) -> bool:
        return self._props.by_stick

    @Property(int, notify=changed)
    def left(self) -> int:
        return self._props.left

    @Property(list, notify=changed)
    def facts(self) -> list[dict[str, Any]]:
        return plain(self._props.facts)

    @Property(int, notify=changed)
    def unsent(self) -> int:
        return self._props.unsent

    @Property(str, notify=changed)
    def sync(self) -> str:
        return self._props.sync

    @Property(str, notify=changed)
    def note(self) -> str:
        return self._props.note

    @Property(str, notify=changed)
    def stick(self) -> str:
        return self._props.stick

    @Property(int, notify=changed)
    def receipts(self) -> int:
        return self._props.receipts

    @Property(str, notify=changed)
    def doing(self) -> str:
        return self._props.doing

    @Property(str, notify=changed)
    def done(self) -> str:
        return self._props.done

    @Property(int, notify=changed)
    def files(self) -> int:
        return self._props.files

    @Property(int, notify=changed)
    def records(self) -> int:
        return self._props.records

    @Property(int, notify=changed)
    def aside(self) -> int:
        return self._props.aside

    @Property(bool, notify=changed)
    def training(self) -> bool:
        return self._props.training

    @Property(bool, notify=changed)
    def safe(self) -> bool:
        return self._props.safe

    @Property(str, notify=changed)
    def entering(self) -> str:
        return self._props.entering

    @Property(str, notify=changed)
    def field(self) -> str:
        return self._props.field

    @Property(str, notify=changed)
    def by(self) -> str:
        return self._props.by

    @Property(str, notify=changed)
    def slip(self) -> str:
        return self._props.slip

    @Property(int, notify=changed)
    def brightness(self) -> int:
        return self._props.brightness

    @Property(int, notify=changed)
    def volume(self) -> int:
        return self._props.volume

    @Property(bool, notify=changed)
    def backlight(self) -> bool:
        return self._props.backlight

    @Property(bool, notify=changed)
    def mixer(self) -> bool:
        return self._props.mixer

    @Property(float, notify=changed)
    def veil(self) -> float:
        return self._props.veil

    @Slot(bool)
    def hold(self, down: bool) -> None:
        self.held.emit(down)

    @Slot()
    def tap(self) -> None:
        self.tapped.emit()

    @Slot(str)
    def press(self, sign: str) -> None:
        self.digit.emit(sign)

    @Slot()
    def erase(self) -> None:
        self.erased.emit()

    @Slot()
    def enter(self) -> None:
        self.entered.emit()

    @Slot(str)
    def want(self, what: str) -> None:
        self.wanted.emit(what)
