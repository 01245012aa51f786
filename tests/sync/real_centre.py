"""The real centre in a process of its own, as `central serve` runs it, on a free port of loopback."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.central.central_process import Centre
from tests.central.private_postgresql import usual

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class RealCentre:
    """Where it runs, and its commands."""

    data: Path
    url: str

    def code(self, venue: str = "north") -> str:
        """A fresh enrolment code; the first of a venue as a person gets it."""
        return self._commands.quick_code(venue)

    @cached_property
    def _commands(self) -> Centre:
        return Centre(self.data, usual(self.data))

    def audit(self) -> dict[str, Any]:
        return json.loads(run(self.data, "audit", "--json"))

    def ingest(self, *files: Path) -> str:
        return run(self.data, "ingest", *map(str, files))


def run(data: Path, *words: str) -> str:
    """One command of the centre; its output. A failure fails the test with what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "sync.central", *words, "--data", str(data)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=_environ(data),
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def serving(data: Path, *words: str, prepared: bool = True) -> Iterator[RealCentre]:
    """`central serve` until the block ends. Its first line is its address. prepared: it needs no migrating."""
    if prepared and not any(data.glob("central.db")):
        Centre.prepared(data)
    server = subprocess.Popen(
        [sys.executable, "-m", "sync.central", "serve", "--port", "0", *words, "--data", str(data)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env=_environ(data),
    )
    assert server.stdout is not None
    try:
        url = server.stdout.readline().strip()
        assert url.startswith("http"), "the centre did not start"
        yield RealCentre(data, url)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(60)
        server.stdout.close()


def _environ(data: Path) -> dict[str, str]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("CENTRAL_", "DATABASE_URL"))}
    url = usual(data)
    return environ | ({"DATABASE_URL": url} if url else {})
