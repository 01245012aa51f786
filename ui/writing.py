"""The ways of writing, put under the QML engine when the first frame has been drawn."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQml import QQmlEngine

from ui.input.assemble import assemble
from ui.input.deploy import Workshop
from ui.input.inputs import Inputs
from ui.viewmodels import day, drawing, number, writingpad  # noqa: F401 - they register themselves
from ui.viewmodels.keyboard import INPUTS

PREPARE_MS: Final = 1500  # after the screens are ready: building a dictionary takes a processor for a second


def make_inputs(cache: Path, assets: Path, names: Callable[[], Iterable[str]]) -> Inputs:
    """The engines, in threads of their own. One a process: librime cannot be started a second time."""
    keys, hand = (ThreadPoolExecutor(1, thread_name_prefix=name) for name in ("keys", "hand"))
    return assemble(assets, Workshop(cache, assets / "input"), names, keys, hand=hand)


class Writing(QObject):
    """Importing this makes the keyboard's types known to QML."""

    def __init__(self, engine: QQmlEngine, inputs: Inputs, parent: QObject) -> None:
        super().__init__(parent)
        self._inputs = inputs
        engine.setProperty(INPUTS, inputs)
        self._timer = QTimer(self, singleShot=True, interval=PREPARE_MS)
        self._timer.timeout.connect(inputs.prepare)
        self._timer.start()

    @property
    def ways(self) -> list[str]:
        """The ways of writing that can be used now; none while they are being made ready."""
        offered = self._inputs.offered()
        return offered if self._inputs.ready or len(offered) == 1 else []

    def close(self) -> None:
        """Prepare nothing any more."""
        self._timer.stop()
