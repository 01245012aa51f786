"""`kiosk run`: the terminal, until it is told to stop."""

import signal

from kiosk.config import Config
from ui.app import Stage, Terminal, make_application, prepare_platform


def run(config: Config, size: tuple[int, int] | None) -> int:
    """Show the terminal full-screen, or in a window; until told to stop. Raises what kept it from starting."""
    prepare_platform()
    app = make_application()
    terminal = Terminal(app, config, Stage(size))
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: app.exit(0))
    terminal.show()
    code = app.exec()
    terminal.close()
    if terminal.fault is not None:
        raise terminal.fault
    return code
