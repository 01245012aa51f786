"""Where headless terminals stand ready: one process with everything imported, that forks a terminal for each line.

A line in: the terminal's arguments as JSON. A line out: its process id. Nothing is open before the fork, so each
child is a process like any other; starting it takes 10 ms instead of 400.
"""

import json
import os
import signal
import sys

import requests  # noqa: F401 - what a terminal imports when it first sends

import sync.enrol
import sync.http  # noqa: F401
from tests.faults import headless


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them: the kernel clears up
    for line in iter(sys.stdin.readline, ""):
        wish = json.loads(line)
        if (child := os.fork()) == 0:
            _be(wish["argv"], wish["errors"])
        print(child, flush=True)


def _be(argv: list[str], errors: str) -> None:
    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.dup2(os.open(os.devnull, os.O_RDWR), 0)
        os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)
        code = headless.main(argv)
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
