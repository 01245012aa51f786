"""`kiosk run`: the terminal, until it is told to stop."""

import os
import signal
import sys
from typing import Final

from kiosk import firstday
from kiosk.clock import local_now
from kiosk.config import Config
from kiosk.crashes import CrashBook, boot_id
from kiosk.errors import KioskError
from kiosk.notify import Notify
from ui.app import Stage, Terminal, make_application, prepare_platform

ONCE: Final = "--first-day"  # asked for with this start, not with those that follow from it


def run(config: Config, size: tuple[int, int] | None, *, first_day: bool = False) -> int:
    """Show the terminal full-screen, or in a window; until told to stop. Raises what kept it from starting.

    A start that ends in any way that was not meant stays noted, and counts at the next one.
    """
    crashes = CrashBook(config.data, local_now, boot_id())
    safe = bool(crashes.start().safe_since)
    try:
        again = _show(config, size, crashes, safe=safe, first_day=first_day)
    except KioskError:  # said in one line, and no crash
        crashes.end()
        raise
    crashes.end()
    if again:
        words = [word for word in sys.orig_argv if word != ONCE]
        os.execv(sys.executable, [sys.executable, *words[1:]])  # noqa: S606 - locks go; systemd sees the same process
    return 0


def _show(config: Config, size: tuple[int, int] | None, crashes: CrashBook, *, safe: bool, first_day: bool) -> bool:
    """Until it ends; whether it shall begin anew."""
    from ui.backstage import AGAIN

    notify = Notify(os.environ)
    prepare_platform()
    app = make_application()
    stage = Stage(
        size,
        locked=size is None,
        first_day=first_day or firstday.wanted(config.data, full_screen=size is None),
        safe=safe,
        crashes=crashes,
        notify=notify,
    )
    terminal = Terminal(app, config, stage)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: app.exit(0))
    terminal.show()
    code = app.exec()
    terminal.close()
    if terminal.fault is not None:
        raise terminal.fault
    return code == AGAIN
