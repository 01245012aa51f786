"""A visitor who rates, skips the rest, and comes again, until the plug is pulled. One JSON line a thanks.

Run as a process: python hasty_visitor.py DATA
"""

import json
import os
import sys
from pathlib import Path

from kiosk.config import load_config
from ui.app import Stage, Terminal, make_application, prepare_platform
from ui.eye import Eye
from ui.finger import Finger


def main(data: Path) -> None:
    prepare_platform()
    app = make_application()
    terminal = Terminal(app, load_config(data, os.environ), Stage((540, 960), still=True, courier=False))
    terminal.show()
    finger = Finger(terminal.window, Eye(terminal.engine, terminal.window), terminal.tick)
    finger.until("the forms", lambda: terminal.conductor.stock is not None)
    while True:
        rate(terminal, finger)


def rate(terminal: Terminal, finger: Finger) -> None:
    finger.tap("face_4")
    finger.until("reasons", lambda: terminal.models.shell.props.screen == "question")
    while terminal.models.shell.props.screen == "question":
        before = terminal.conductor.journey
        finger.tap("skip" if finger.find("skip") else "next")
        finger.until("the next step", lambda before=before: terminal.conductor.journey is not before)
        finger.until("saved", lambda: not terminal.conductor.busy)
    finger.until("thanks", lambda: terminal.models.shell.props.screen == "thanks")
    print(json.dumps({"thanked": "".join(terminal.models.thanks.props.groups)}), flush=True)
    finger.tap("finish")
    finger.until("home", lambda: terminal.models.shell.props.screen == "home")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
