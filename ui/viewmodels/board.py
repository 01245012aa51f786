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
HOW: Final = "how"  # the tab that says how the figures are counted


@dataclass(frozen=True, slots=True)
class Card:
    """One proposal and its deed. count: how many wanted it; supported: this visitor does, too.

    said: what people say of it; of rated who judged it, solved say it is settled.
    """

    id: str
    need: str
    measure: str
    department: str
    day: str
    count: int
    state: str
    supported: bool = False
    said: str = ""
    solved: int = 0
    rated: int = 0


@dataclass(frozen=True, slots=True)
class BoardProps:
    """counts: of done, doing, cannot. received and answered are -1 where the centre has said nothing yet."""

    tab: str = "done"
    cards: tuple[Card, ...] = ()
    counts: tuple[int, ...] = (0, 0, 0)
    received: int = -1
    answered: int = -1
    on_time: int = -1
    withheld: int = -1
    together: bool = False  # there is a vote, a course or a wall
    since: str = ""
    pulled: str = ""


def derive_cards(
    rows: Iterable[Mapping[str, Any]], tab: str, language: str, supported: Mapping[str, int]
) -> tuple[Card, ...]:
    """The cards of a tab, newest first as they come."""
    return tuple(_card(row, language, supported) for row in rows if row["state"] == tab)


def derive_board(
    rows: Iterable[Mapping[str, Any]],
    totals: Mapping[str, Any] | None,
    *,
    tab: str,
    language: str,
    supported: Mapping[str, int],
    pulled: str,
) -> BoardProps:
    """The board. supported: what this visitor wants, with the count that stood there when they said so.

    Totals are the centre's; where it has sent none, the tabs count the cards that are here.
    """
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
        withheld=int(totals.get("withheld", -1)),
        since=str(totals.get("since") or ""),
    )


def _card(row: Mapping[str, Any], language: str, supported: Mapping[str, int]) -> Card:
    """A pull may bring the count with this visitor in it while they still look: they are one all the same."""
    mine, count = str(row["id"]) in supported, int(row.get("count") or 0)
    people = row.get("people") or {}
    return Card(
        str(row["id"]),
        text_of(row["need"], language),
        text_of(row.get("measure"), language),
        text_of(row.get("department"), language),
        row.get("day") or "",
        max(count, supported[str(row["id"])] + 1) if mine else count,
        row["state"],
        mine,
        text_of(row.get("said"), language),
        int(people.get("solved") or 0),
        int(people.get("rated") or 0),
    )


@QmlElement
class BoardViewModel(QObject):
    """Signals are wishes of the visitor."""

    changed = Signal()
    tabWanted = Signal(str)
    supportWanted = Signal(str)
    togetherWanted = Signal()

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

    @Property(int, notify=changed)
    def withheld(self) -> int:
        return self._props.withheld

    @Property(bool, notify=changed)
    def together(self) -> bool:
        return self._props.together

    @Slot()
    def seeTogether(self) -> None:
        self.togetherWanted.emit()

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
