"""A terminal as a visitor meets it, and a finger on it, for whoever measures what the glass does."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.app import Terminal
    from ui.finger import Finger

SIZE = (1080, 1920)


@contextmanager
def terminal(data: Path, *, courier: bool = False) -> "Iterator[tuple[Terminal, Finger]]":
    """The home screen with everything ready behind it, software drawing. courier: it sends while one looks."""
    from kiosk.config import load_config
    from ui.app import Stage, Terminal, make_application, prepare_platform
    from ui.eye import Eye
    from ui.finger import Finger

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    prepare_platform()
    terminal = Terminal(make_application(), load_config(data, {}), Stage(SIZE, still=True, courier=courier))
    terminal.show()
    finger = Finger(terminal.window, Eye(terminal.engine, terminal.window), terminal.tick)
    finger.until("the forms", lambda: terminal.conductor.stock is not None)
    finger.until("the next screens", lambda: bool(terminal.window.property("warm")))
    try:
        yield terminal, finger
    finally:
        terminal.close()
