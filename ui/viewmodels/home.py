"""Home: the greeting is the first question; below it what one can speak about, look up and see done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.catalogue import Catalogue
from kiosk.config import WEEKDAYS, Hours
from ui.viewmodels.base import plain, text_of

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

ON_ELDER_HOME: Final = ("A", "B", "C", "F", "G")  # of those on home; the rest moves behind the last tile
OTHERS: Final = "others"  # code of the last tile
FORM: Final = "form:"  # code of a tile that opens a form of no category begins like this


@dataclass(frozen=True, slots=True)
class Tile:
    """One aspect to speak about. code: a category's letter, OTHERS, or FORM and a form's id."""

    code: str
    name: str
    pictogram: str


@dataclass(frozen=True, slots=True)
class Example:
    """One card of the board, as it stands on home. state: done, doing; day: YYYY-MM-DD."""

    need: str
    measure: str
    state: str
    day: str


@dataclass(frozen=True, slots=True)
class HomeProps:
    """grades: words of level 5 to 1; empty, like question, until the form has been read: its own words count then.

    forms: those of a category that opens several, and its name in category. done: how many were done, -1 unknown.
    """

    question: str = ""
    grades: tuple[str, ...] = ()
    tiles: tuple[Tile, ...] = ()
    others: tuple[Tile, ...] = ()
    forms: tuple[Tile, ...] = ()
    category: str = ""
    example: Example | None = None
    done: int = -1
    opens: str = ""
    closes: str = ""
    closed_days: tuple[int, ...] = ()
    closed_today: bool = False  # not so where nobody said when it is open: then nothing is promised


def derive_tiles(catalogue: Catalogue, language: str, *, elder: bool) -> tuple[tuple[Tile, ...], tuple[Tile, ...]]:
    """The tiles of home, 其他方面 last, and those behind it."""
    home = catalogue.home
    first = tuple(code for code in home.first if not elder or code in ON_ELDER_HOME)
    rest = tuple(code for code in (*home.first, *home.more) if code not in first)
    others = Tile(OTHERS, text_of(home.more_name, language), home.more_pictogram)
    behind = tuple(_category(catalogue, code, language) for code in rest)
    if not catalogue.categories:
        return (), ()  # ratings only
    return (
        (*(_category(catalogue, code, language) for code in first), others),
        (*behind, *derive_forms(catalogue, home.more_forms, language)),
    )


def derive_forms(catalogue: Catalogue, forms: Iterable[str], language: str) -> tuple[Tile, ...]:
    """Tiles that open forms."""
    openings = [catalogue.openings[form] for form in forms]
    return tuple(Tile(FORM + one.form, text_of(one.name, language), one.pictogram) for one in openings)


def derive_hours(opening: Mapping[str, Hours], today: date) -> tuple[str, str, tuple[int, ...]]:
    """Opening and closing time of today ("" when closed or unknown) and the weekdays, 0 = Monday, that are closed."""
    closed = tuple(place for place, day in enumerate(WEEKDAYS) if day in opening and opening[day] is None)
    hours = opening.get(WEEKDAYS[today.weekday()])
    if hours is None:
        return "", "", closed
    return _clock(hours[0]), _clock(hours[1]), closed


def derive_example(cards: Iterable[Mapping[str, Any]], language: str) -> Example | None:
    """The newest card with a deed: done before doing; None when there is none."""
    return next(iter(derive_examples(cards, language)), None)


def derive_examples(cards: Iterable[Mapping[str, Any]], language: str) -> tuple[Example, ...]:
    """Every card with a deed, the newest first: done before doing."""
    deeds = [card for card in cards if card["state"] in {"done", "doing"}]
    deeds.sort(key=lambda card: card["state"] != "done")  # newest first as they come
    return tuple(
        Example(text_of(card["need"], language), text_of(card["measure"], language), card["state"], card["day"] or "")
        for card in deeds
    )


def _category(catalogue: Catalogue, code: str, language: str) -> Tile:
    category = catalogue.category(code)
    assert category is not None
    return Tile(code, text_of(category.tile, language), category.pictogram)


def _clock(moment: time) -> str:
    return f"{moment.hour}:{moment.minute:02}"


@QmlElement
class HomeViewModel(QObject):
    """Signals are wishes of the visitor."""

    changed = Signal()
    rated = Signal(int)
    opened = Signal(str)
    lookupWanted = Signal()
    boardWanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = HomeProps()

    @property
    def props(self) -> HomeProps:
        """What is shown now."""
        return self._props

    def show(self, props: HomeProps) -> None:
        """Show this."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Property(str, notify=changed)
    def question(self) -> str:
        return self._props.question

    @Property(list, notify=changed)
    def grades(self) -> list[str]:
        return list(self._props.grades)

    @Property(list, notify=changed)
    def tiles(self) -> list[dict[str, Any]]:
        return plain(self._props.tiles)

    @Property(list, notify=changed)
    def others(self) -> list[dict[str, Any]]:
        return plain(self._props.others)

    @Property(list, notify=changed)
    def forms(self) -> list[dict[str, Any]]:
        return plain(self._props.forms)

    @Property(str, notify=changed)
    def category(self) -> str:
        return self._props.category

    @Property(dict, notify=changed)
    def example(self) -> dict[str, Any]:
        return plain([self._props.example])[0] if self._props.example else {}

    @Property(int, notify=changed)
    def done(self) -> int:
        return self._props.done

    @Property(str, notify=changed)
    def opens(self) -> str:
        return self._props.opens

    @Property(str, notify=changed)
    def closes(self) -> str:
        return self._props.closes

    @Property(list, notify=changed)
    def closedDays(self) -> list[int]:
        return list(self._props.closed_days)

    @Property(bool, notify=changed)
    def closedToday(self) -> bool:
        return self._props.closed_today

    @Slot(int)
    def rate(self, level: int) -> None:
        self.rated.emit(level)

    @Slot(str)
    def open(self, code: str) -> None:
        self.opened.emit(code)

    @Slot()
    def lookUp(self) -> None:
        self.lookupWanted.emit()

    @Slot()
    def seeBoard(self) -> None:
        self.boardWanted.emit()
