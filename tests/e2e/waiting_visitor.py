"""A visitor who says something, types their code, and stays before the screen until the answer is there; then replies.

Run as a process: python waiting_visitor.py DATA. One JSON line for each thing that was seen.
"""

import json
import os
import sys
import time
from pathlib import Path

from kiosk.config import load_config
from ui.app import Stage, Terminal, make_application, prepare_platform
from ui.eye import Eye
from ui.finger import Finger

PATIENCE_S = 90.0


def main(data: Path) -> None:
    prepare_platform()
    app = make_application()
    terminal = Terminal(app, load_config(data, os.environ), Stage((540, 960), still=True))
    terminal.show()
    finger = Finger(terminal.window, Eye(terminal.engine, terminal.window), terminal.tick)
    finger.until("the forms", lambda: terminal.conductor.stock is not None)
    code = speak(terminal, finger)
    look_up(terminal, finger, code)
    wait_for(terminal, finger, "answer", lambda props: any(step.note for step in props.steps))
    wait_for(terminal, finger, "question", lambda props: len(props.turns) > 0)
    finger.tap("more")
    finger.tap("deed_reply")
    finger.until("the form", lambda: terminal.models.shell.props.screen == "question")
    terminal.conductor.write("words", "是 203")
    finger.tap("next")
    finger.until("saved", lambda: terminal.models.lookup.props.said == "reply")
    say("replied", True)
    sys.stdin.readline()  # the courier sends meanwhile
    terminal.close()


def speak(terminal: Terminal, finger: Finger) -> str:
    finger.tap("face_1")
    finger.until("reasons", lambda: terminal.models.shell.props.screen == "question")
    while terminal.models.shell.props.screen == "question":
        before = terminal.conductor.journey
        finger.tap("skip" if finger.find("skip") else "next")
        finger.until("the next step", lambda before=before: terminal.conductor.journey is not before)
        finger.until("saved", lambda: not terminal.conductor.busy)
    finger.until("thanks", lambda: terminal.models.shell.props.screen == "thanks")
    code = "".join(terminal.models.thanks.props.groups)
    finger.tap("finish")
    finger.until("home", lambda: terminal.models.shell.props.screen == "home")
    say("code", code)
    return code


def look_up(terminal: Terminal, finger: Finger, code: str) -> None:
    finger.tap("lookUp")
    for sign in code:
        terminal.lookup.key(sign)
    finger.tap("find")
    finger.until("the case", lambda: terminal.models.shell.props.screen == "progress")
    say("found", True)


def wait_for(terminal: Terminal, finger: Finger, what: str, seen) -> None:
    until = time.monotonic() + PATIENCE_S
    while not seen(terminal.models.lookup.props) and time.monotonic() < until:
        terminal.conductor.stir()
        finger.rest(0.1)
    say(what, seen(terminal.models.lookup.props))


def say(what: str, value: object) -> None:
    print(json.dumps({what: value}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
