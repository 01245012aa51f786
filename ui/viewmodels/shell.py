"""What stands around every screen: which screen, which language and edition, header and dock."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Property, QDateTime, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.journey import SCALES

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

# Each language is named in its own script.
LANGUAGE_NAMES = {
    "zh-Hans": "中文",
    "zh-Hant": "繁體中文",
    "en": "English",
    "bo": "བོད་ཡིག",
    "ug": "ئۇيغۇرچە",
    "mn": "ᠮᠣᠩᠭᠣᠯ",
}
BESIDE_TRADITIONAL = "简体中文"  # where 繁體中文 is offered, too


@dataclass(frozen=True, slots=True)
class ShellProps:
    """position and total count the screens of an open form; total 0 = no form is open."""

    screen: str = "home"
    sheet: str = ""
    language: str = "zh-Hans"
    languages: tuple[str, ...] = ("zh-Hans", "en")
    elder: bool = False
    contrast: bool = False
    low_reach: bool = False
    scale: int = 100
    venue: str = ""
    position: int = 0
    total: int = 0
    speech: bool = False
    speaking: bool = False
    volume: int = 3
    can_back: bool = False


def next_language(props: ShellProps) -> str:
    """The language that slot 3 of the dock offers when there are two."""
    place = props.languages.index(props.language) if props.language in props.languages else -1
    return props.languages[(place + 1) % len(props.languages)]


def language_name(code: str, languages: tuple[str, ...]) -> str:
    """What a language calls itself."""
    return BESIDE_TRADITIONAL if code == "zh-Hans" and "zh-Hant" in languages else LANGUAGE_NAMES.get(code, code)


@QmlElement
class ShellViewModel(QObject):
    """Signals are wishes of the visitor; whoever composes the terminal answers them with show()."""

    changed = Signal()
    ticked = Signal()
    backWanted = Signal()
    homeWanted = Signal()
    languageWanted = Signal(str)
    elderWanted = Signal(bool)
    contrastWanted = Signal(bool)
    lowReachWanted = Signal(bool)
    scaleWanted = Signal(int)
    sheetWanted = Signal(str)
    speechWanted = Signal()
    volumeWanted = Signal(int)
    touched = Signal()
    framed = Signal()

    def __init__(self, props: ShellProps, now: datetime, *, diagonal: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = props
        self._now = now
        self._diagonal = diagonal

    @property
    def props(self) -> ShellProps:
        """What is shown now."""
        return self._props

    def show(self, **changes: object) -> None:
        """Change some of what is shown."""
        props = replace(self._props, **changes)  # type: ignore[arg-type]
        if props != self._props:
            self._props = props
            self.changed.emit()

    def tick(self, now: datetime) -> None:
        """The header's clock: moves once a minute."""
        if (now.minute, now.hour, now.date()) != (self._now.minute, self._now.hour, self._now.date()):
            self._now = now
            self.ticked.emit()

    @Property(str, notify=changed)
    def screen(self) -> str:
        return self._props.screen

    @Property(str, notify=changed)
    def sheet(self) -> str:
        return self._props.sheet

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._props.language

    @Property(list, notify=changed)
    def languages(self) -> list[dict[str, str]]:
        return [{"code": code, "name": language_name(code, self._props.languages)} for code in self._props.languages]

    @Property(str, notify=changed)
    def nextLanguage(self) -> str:
        return language_name(next_language(self._props), self._props.languages)

    @Property(bool, notify=changed)
    def elder(self) -> bool:
        return self._props.elder

    @Property(bool, notify=changed)
    def contrast(self) -> bool:
        return self._props.contrast

    @Property(bool, notify=changed)
    def lowReach(self) -> bool:
        return self._props.low_reach

    @Property(int, notify=changed)
    def scale(self) -> int:
        return self._props.scale

    @Property(list, constant=True)
    def scales(self) -> list[int]:
        return list(SCALES)

    @Property(str, notify=changed)
    def venue(self) -> str:
        return self._props.venue

    @Property(int, notify=changed)
    def position(self) -> int:
        return self._props.position

    @Property(int, notify=changed)
    def total(self) -> int:
        return self._props.total

    @Property(bool, notify=changed)
    def speech(self) -> bool:
        return self._props.speech

    @Property(bool, notify=changed)
    def speaking(self) -> bool:
        return self._props.speaking

    @Property(int, notify=changed)
    def volume(self) -> int:
        return self._props.volume

    @Property(bool, notify=changed)
    def canBack(self) -> bool:
        return self._props.can_back

    @Property(QDateTime, notify=ticked)
    def now(self) -> QDateTime:
        return QDateTime(self._now.replace(tzinfo=None))  # type: ignore[call-overload]

    @Property(float, constant=True)
    def diagonal(self) -> float:
        return self._diagonal

    @Slot()
    def back(self) -> None:
        self.backWanted.emit()

    @Slot()
    def goHome(self) -> None:
        self.homeWanted.emit()

    @Slot()
    def switchLanguage(self) -> None:
        """Slot 3 of the dock: the other one of two, or the list of many."""
        if len(self._props.languages) > 2:
            self.sheetWanted.emit("languages")
        else:
            self.languageWanted.emit(next_language(self._props))

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        self.languageWanted.emit(code)

    @Slot()
    def toggleElder(self) -> None:
        self.elderWanted.emit(not self._props.elder)

    @Slot()
    def toggleContrast(self) -> None:
        self.contrastWanted.emit(not self._props.contrast)

    @Slot()
    def toggleLowReach(self) -> None:
        self.lowReachWanted.emit(not self._props.low_reach)

    @Slot(int)
    def chooseScale(self, percent: int) -> None:
        if percent in SCALES:
            self.scaleWanted.emit(percent)

    @Slot()
    def openDisplay(self) -> None:
        self.sheetWanted.emit("display")

    @Slot()
    def openStaff(self) -> None:
        self.sheetWanted.emit("staff")

    @Slot()
    def closeSheet(self) -> None:
        self.sheetWanted.emit("")

    @Slot()
    def speak(self) -> None:
        self.speechWanted.emit()

    @Slot(int)
    def chooseVolume(self, volume: int) -> None:
        self.volumeWanted.emit(volume)

    @Slot()
    def touch(self) -> None:
        self.touched.emit()

    @Slot()
    def frame(self) -> None:
        self.framed.emit()
