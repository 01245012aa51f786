"""Inside a session bus of its own: shows the terminal, and prints each screen as a screen reader is told it.

One line a screen: its name, then role and name of everything that is showing, by tabulators.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from seat import UPRIGHT, keyboard, sit

from ui.app import make_application

SHOWING = 25  # the place of ATSPI_STATE_SHOWING among the states' bits
CHILD = re.compile(r"\('([^']+)', (?:objectpath )?'([^']+)'\)")
ROOT = "/org/a11y/atspi/accessible/root"
READER = "org.a11y.atspi.Accessible."


def bus() -> str:
    """The address of the accessibility bus, which starts when it is asked for."""
    asked = ["--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus"]
    return _gdbus(*asked, "--method", "org.a11y.Bus.GetAddress").split("'")[1]


def _gdbus(*asked: str) -> str:
    return subprocess.run(["gdbus", "call", *asked], capture_output=True, text=True, check=True, timeout=30).stdout


def told(address: str, owner: str, path: str) -> Iterator[str]:
    """Role and name of what is showing, from here down."""

    def call(method: str, *more: str) -> str:
        return _gdbus("--address", address, "--dest", owner, "--object-path", path, "--method", method, *more)

    low = int(re.findall(r"(?:uint32 )?(\d+)", call(READER + "GetState").replace("uint32", ""))[0])
    role = call(READER + "GetRoleName").split("'")[1]
    if role not in ("application", "desktop frame") and not low >> SHOWING & 1:
        return
    name = call("org.freedesktop.DBus.Properties.Get", READER.rstrip("."), "Name")
    yield f"{role} {name.strip()[3:-4]}"
    for child in CHILD.findall(call(READER + "GetChildren")):
        yield from told(address, *child)


def main(folder: Path) -> None:
    """Home, then the reasons of a rating."""
    address, app = bus(), make_application()
    with keyboard() as keys:
        here = sit(app, folder / "data", UPRIGHT, keys)
        for name, screen in (("home", "home"), ("question", "question")):
            if name == "question":
                here.terminal.conductor.rate(2)
            here.finger.until(name, lambda screen=screen: here.terminal.models.shell.screen == screen)
            here.still()
            with ThreadPoolExecutor(1) as reader:  # whose questions the window's thread answers
                read = reader.submit(lambda: [*told(address, "org.a11y.atspi.Registry", ROOT)])
                here.finger.until("the reader", lambda read=read: read.done(), seconds=60)
            print(name, *read.result(), sep="\t", flush=True)
        here.terminal.close()


main(Path(sys.argv[1]))
