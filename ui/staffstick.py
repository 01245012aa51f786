"""The stick on staff's side: seen when it comes, written and read back, its receipts used."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.config import Config
from kiosk.sticks import Stick, folder_as_stick, mounted
from ui.staffdoor import Ask
from ui.staffroom import Cleared, OnStick, Written
from ui.viewmodels.backstage import BackstageProps, BackstageViewModel


class StickDesk(QObject):
    """done: something was written or settled, so that the figures are others. came: a stick was just plugged in."""

    done = Signal()
    came = Signal()
    _told = Signal(int, int)

    def __init__(self, model: BackstageViewModel, ask: Ask, config: Config, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._ask = ask
        self._config = config
        self._sticks: tuple[Stick, ...] = ()
        self._known: set[str] | None = None  # what was there at the start is part of the furniture
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def _props(self) -> BackstageProps:
        return self._model.props

    def open(self) -> None:
        """The page, with what lies on the stick."""
        self._model.show(page="stick", done="", doing="", why="")
        self._look_into()

    def look(self) -> None:
        """Which sticks are there now."""
        self._sticks = self._plugged_in()
        stick = self._sticks[-1] if self._sticks else None
        self._model.show(stick="" if stick is None else "here" if stick.writable else "readonly")
        seen = {one.id for one in self._sticks}
        fresh = seen - self._known if self._known is not None else set()
        self._known = seen
        if fresh and self._props.page == "stick":
            self._look_into()
        elif fresh and not self._props.page:
            self.came.emit()

    def _plugged_in(self) -> tuple[Stick, ...]:
        if self._config.stick_folder:
            stick = folder_as_stick(Path(self._config.stick_folder))
            return (stick,) if stick else ()
        return mounted(Path(folder) for folder in self._config.sticks)

    def _look_into(self) -> None:
        self._with_stick(lambda place: self._ask(lambda room: room.look_into(place), self._on_look))

    def _on_look(self, found: OnStick) -> None:
        self._model.show(receipts=found.receipts)

    def write(self) -> None:
        """Export what waits."""
        self._with_stick(self._write)

    def _write(self, place: Path) -> None:
        self._model.show(doing="write", done="", files=0, records=0)
        self._ask(lambda room: room.export(place, self._told.emit), self._on_written)

    def settle(self) -> None:
        """Use the receipts."""
        self._with_stick(self._settle)

    def _settle(self, place: Path) -> None:
        self._model.show(doing="settle", done="")
        self._ask(lambda room: room.settle(place), self._on_cleared)

    def _with_stick(self, step: Callable[[Path], None]) -> None:
        if self._sticks and not self._props.doing:
            step(self._sticks[-1].place)

    def _on_told(self, files: int, records: int) -> None:
        if self._props.doing == "write":
            self._model.show(files=files, records=records)

    def _on_written(self, done: Written) -> None:
        ended = "stopped" if done.why else "wrote"
        self._model.show(doing="", done=ended, files=done.files, records=done.records, note=done.why)
        self.done.emit()

    def _on_cleared(self, done: Cleared) -> None:
        ended = "stopped" if done.why and not done.files else "settled"
        self._model.show(doing="", done=ended, files=done.files, records=done.records, aside=done.aside, note=done.why)
        self.done.emit()
