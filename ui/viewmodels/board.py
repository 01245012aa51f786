"""您提议 · 我们做到: what was proposed and what came of it, by state, page by page, with honest totals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.viewmodels.base import plain, text_of

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

STATES: Final = ("done", "doing", "cannot")


@dataclass(frozen=True, slots=True)
class Card:
    """One proposal and its deed. count: how many wanted it; supported: this visitor does, too."""

    id: str
    need: str
    measure: str
    department: str
    day: str
    count: int
    state: str
    supported: bool = False


@dataclass(frozen=True, slots=True)
class BoardProps:
    """counts: of done, doing, cannot. received and answered are -1 where the centre has said nothing yet."""

    tab: str = "done"
    cards: tuple[Card, ...] = ()
    counts: tuple[int, ...] = (0, 0, 0)
    received: int = -1
    answered: int = -1
    on_time: int = -1
    since: str = ""
    pulled: str = ""


def derive_cards(
    rows: Iterable[Mapping[str, Any]], tab: str, language: str, supported: frozenset[str]
) -> tuple[Card, ...]:
    """The cards of a tab, newest first as they come."""
    return tuple(_card(row, language, supported) for row in rows if row["state"] == tab)


def derive_board(
    rows: Iterable[Mapping[str, Any]],
    totals: Mapping[str, Any] | None,
    *,
    tab: str,
    language: str,
    supported: frozenset[str],
    pulled: str,
) -> BoardProps:
    """The board. Totals are the centre's; where it has sent none, the tabs count the cards that are here."""
    rows = list(rows)
    here = {state: sum(row["state"] == state for row in rows) for state in STATES}
    props = BoardProps(tab, derive_cards(rows, tab, language, supported), tuple(here[s] for s in STATES), pulled=pulled)
    if totals is None:
        return props
    on_time = totals.get("on_time_percent")
    return replace(
        props,
        counts=tuple(int(totals.get(state, here[state])) for state in STATES),
        received=int(totals["received"]),
        answered=int(totals["answered"]),
        on_time=-1 if on_time is None else round(on_time),
        since=str(totals.get("since") or ""),
    )


def _card(row: Mapping[str, Any], language: str, supported: frozenset[str]) -> Card:
    mine = str(row["id"]) in supported
    return Card(
        str(row["id"]),
        text_of(row["need"], language),
        text_of(row.get("measure"), language),
        text_of(row.get("department"), language),
        row.get("day") or "",
        int(row.get("count") or 0) + mine,
        row["state"],
        mine,
    )


@QmlElement
class BoardViewModel(QObject):
    """Signals are wishes of the visitor."""

    changed = Signal()
    tabWanted = Signal(str)
    supportWanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = BoardProps()

    @property
    def props(self) -> BoardProps:
        """What is shown now."""
        return self._props

    def show(self, props: BoardProps) -> None:
        """Show this."""
        if props != self._props:
            self._props = props
            self.changed.emit()

    @Property(str, notify=changed)
    def tab(self) -> str:
        return self._props.tab

    @Property(list, notify=changed)
    def cards(self) -> list[dict[str, Any]]:
        return plain(self._props.cards)

    @Property(list, notify=changed)
    def counts(self) -> list[int]:
        return list(self._props.counts)

    @Property(int, notify=changed)
    def received(self) -> int:
        return self._props.received

    @Property(int, notify=changed)
    def answered(self) -> int:
        return self._props.answered

    @Property(int, notify=changed)
    def onTime(self) -> int:
        return self._props.on_time

    @Property(str, notify=changed)
    def since(self) -> str:
        return self._props.since

    @Property(str, notify=changed)
    def pulled(self) -> str:
        return self._props.pulled

    @Slot(str)
    def open(self, tab: str) -> None:
        self.tabWanted.emit(tab)

    @Slot(str)
    def support(self, card: str) -> None:
        self.supportWanted.emit(card)
