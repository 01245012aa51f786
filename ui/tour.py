"""`kiosk tour`: a visitor made of touches walks through every screen of the real terminal, and takes pictures.

Every form is filled in, reviewed and sent; a receipt is looked up; the board and the staff sheet are opened. A tap that
does nothing ends the tour with an error.
"""

import json
import os
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk import runlock
from kiosk.config import OFFERED, load_config
from kiosk.errors import ConfigError, StoreFull
from ui.app import Stage, Terminal, make_application, prepare_platform
from ui.eye import Eye
from ui.finger import Finger
from ui.journey import Wishes
from ui.visitor import Visitor

MODES = {
    "standard": Wishes(""),
    "elder": Wishes("", elder=True),
    "contrast": Wishes("", contrast=True),
    "lowreach": Wishes("", low_reach=True),
}


def tour(data: Path, out: Path, size: tuple[int, int], language: str, mode: str, scale: int = 100) -> int:  # noqa: PLR0917
    """Walk, and print what was seen and sent as one line of JSON. Raises NothingHappened."""
    config = load_config(data, os.environ)
    if language not in OFFERED:
        raise ConfigError(f"--lang {language}: 终端没有这种语言 · a terminal speaks {', '.join(OFFERED)}")
    config = replace(config, languages=(language, *(one for one in config.languages if one != language)))
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreFull(f"{out}: {error.strerror}") from error
    with runlock.take(data, "run"):
        prepare_platform()
        app = make_application()
        app.styleHints().setCursorFlashTime(0)  # a blinking cursor is no answer to a tap
        watch = Watch()
        terminal = Terminal(app, config, Stage(size, still=True), monotonic=watch.seconds)
        try:
            seen = _walk(app, terminal, watch, out, replace(MODES[mode], language=language, scale=scale))
        finally:
            terminal.close()
    print(json.dumps(seen, ensure_ascii=False))
    return 0


class Watch:
    """Seconds that pass by themselves, and can be made to pass: nobody waits for the idle question."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def seconds(self) -> float:
        """Seconds that never go back."""
        return time.monotonic() + self._ahead

    def skip(self, seconds: float) -> None:
        """Let time pass."""
        self._ahead += seconds


def _walk(app: QGuiApplication, terminal: Terminal, watch: Watch, out: Path, wishes: Wishes) -> dict[str, object]:
    terminal.show()
    finger = Finger(terminal.window, Eye(terminal.engine, terminal.window), terminal.tick)
    finger.until("the forms", lambda: terminal.conductor.stock is not None)
    finger.until("the next screens", lambda: bool(terminal.window.property("warm")))
    finger.until("the keyboard", lambda: bool(terminal.ways), seconds=120)
    terminal.conductor.wish(wishes)
    visitor = Visitor(terminal, finger, watch.skip, out)
    visitor.walk()
    app.processEvents()
    return {
        "screens": len(visitor.pictures),
        "submitted": len(visitor.record_ids),
        "record_ids": visitor.record_ids,
        "codes": visitor.codes,
        "forms": visitor.forms,
        "out": str(out),
    }
