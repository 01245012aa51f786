"""What fault scenarios are made of: a centre and a terminal as real processes, and the one question at the end.

After every fault the same must hold: what was thanked for is at the centre, each once, and every chain is whole.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from kiosk.clock import local_now
from kiosk.store import FILE, Store
from sync import enrol
from sync.codes import read_enrol_code
from sync.identity import load_enrolment, load_identity, save_enrolment
from tests.central.central_process import Centre

ROOT = Path(__file__).parents[2]
HIDDEN = ("KIOSK_", "CENTRAL_", "DATABASE_URL", "DJANGO_")


@dataclass(frozen=True)
class Tally:
    """What became of the records. faults: how many were done to whom; cut: written down, but the thanks were cut off.

    lost: thanked for and not at the centre. doubled: at the centre more than once. broken: gaps, forks, alterations.
    """

    faults: int
    thanked: int
    held: int
    cut: int
    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    broken: tuple[str, ...]
    forks: int = 0

    @property
    def sound(self) -> bool:
        return not (self.lost or self.doubled or self.broken) and self.held == self.thanked + self.cut


class House:
    """A centre that can be killed and started again at one address."""

    def __init__(self, data: Path, database_url: str | None = None) -> None:
        self.centre = Centre(data, database_url) if database_url else Centre.prepared(data)
        self.port, self.process = "0", None
        self._errors = data.with_name(data.name + ".stderr")

    def start(self) -> "House":
        """`central serve`, once it has said where."""
        command = [sys.executable, "-m", "sync.central", "serve", "--port", self.port]
        with self._errors.open("ab") as errors:
            self.process = subprocess.Popen(
                command, env=self.centre.environ, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True
            )
        assert self.process.stdout is not None
        self.centre.url = self.process.stdout.readline().strip()
        assert self.centre.url.startswith("http"), self.said
        self.port = self.centre.url.rsplit(":", 1)[1]
        return self

    def kill(self) -> None:
        """SIGKILL into the server; its web worker dies with it."""
        assert self.process is not None
        self.process.kill()
        self._gone()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self._gone()

    @property
    def worker(self) -> int:
        """The process that takes requests."""
        assert self.process is not None
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return next(int(child) for child in children if "tracker" not in _command(int(child)))

    @property
    def said(self) -> str:
        return self._errors.read_text() if self._errors.exists() else ""

    def _gone(self) -> None:
        assert self.process is not None
        self.process.wait(60)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def __enter__(self) -> Self:
        return self if self.process else self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


@dataclass
class Lobby:
    """One terminal's folder, and the slips on which its thanks are noted."""

    data: Path
    house: House
    faults: int = 0
    thanks: Path = field(init=False)

    def __post_init__(self) -> None:
        self.thanks = self.data.with_name(self.data.name + ".thanks")

    def enrol(self, code: str | None = None) -> "Lobby":
        """Enrolled through the front door."""
        typed = code or self.house.centre.quick_code("lobby")
        with self.store() as store:
            identity = load_identity(self.data)
            enrol.enrol(self.data, store, identity, self.house.centre.url, read_enrol_code(typed), version="0.1.0")
        return self

    def through(self, url: str) -> None:
        """From now on this terminal reaches the centre at another address: a proxy's."""
        from dataclasses import replace

        enrolment = load_enrolment(self.data)
        assert enrolment is not None
        save_enrolment(self.data, replace(enrolment, url=url))

    def store(self) -> Store:
        return Store.open(self.data / FILE, local_now)

    def argv(self, *words: object) -> list[str]:
        return [str(self.data), str(self.thanks), *map(str, words)]

    def run(self, *words: object, before: tuple[str, ...] = (), timeout: float = 60, **environ: str) -> str:
        """A headless terminal to its end; what it said. A program may stand in front of it (strace, faketime)."""
        done = subprocess.run(
            [*before, *self.command(*words)],
            env=environment() | environ,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=timeout,
        )
        assert done.returncode in (0, -signal.SIGKILL), done.stderr[-2000:]
        return done.stderr

    def command(self, *words: object) -> list[str]:
        return [sys.executable, "-m", "tests.faults.headless", *self.argv(*words)]

    def drain(self, patience: float = 40) -> None:
        """Good weather until nothing is unsent."""
        self.run("--count", 0, "--drain", "--patience", patience, timeout=patience + 30)

    def thanked(self) -> list[str]:
        with suppress(FileNotFoundError):
            return [line for line in self.thanks.read_text().split("\n") if line]
        return []

    @property
    def source(self) -> str:
        return json.loads((self.data / "terminal.json").read_bytes())["source"]


class Stable:
    """Starts headless terminals fast; see stable.py."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.stable"],
            env=environment(),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, lobby: Lobby, *words: object) -> int:
        """A terminal at work; its process id."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        errors = str(lobby.data.with_name(lobby.data.name + ".stderr"))
        self._process.stdin.write(json.dumps({"argv": lobby.argv(*words), "errors": errors}) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text(errors="replace")


def kill(pid: int) -> None:
    """SIGKILL, and wait until it is gone."""
    os.kill(pid, signal.SIGKILL)
    wait_gone(pid)


def wait_gone(pid: int, seconds: float = 90) -> None:
    wait_for(lambda: not Path(f"/proc/{pid}").exists(), f"process {pid} is gone", seconds)


def wait_for(true: Any, what: str, seconds: float = 90) -> None:
    """Until it is so; a test that would wait for ever fails by name."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, what
        time.sleep(0.005)


def environment() -> dict[str, str]:
    """Nothing of the machine's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(HIDDEN)}
    return kept | {"PYTHONPATH": str(ROOT)}


def look(*lobbies: Lobby, forks: bool = False) -> Tally:
    """The question at the end, about these terminals of one centre. forks: a cloned terminal makes some, by right."""
    house = lobbies[0].house
    thanked = [one for lobby in lobbies for one in lobby.thanked()]
    sources = {lobby.source for lobby in lobbies}
    held = Counter(records_at(house, sources))
    audit = house.centre.audit()
    broken = tuple(
        f"{place['what']} {place['source']} {place['epoch']}/{place['seq']}"
        for place in audit["places"]
        if place["source"] in sources and not (forks and place["what"] == "fork")
    )
    return Tally(
        faults=sum(lobby.faults for lobby in lobbies),
        thanked=len(thanked),
        held=sum(held.values()),
        cut=len(set(held) - set(thanked)),
        lost=tuple(sorted(set(thanked) - set(held))),
        doubled=tuple(sorted(name for name, times in held.items() if times > 1)),
        broken=broken,
        forks=sum(place["what"] == "fork" for place in audit["places"] if place["source"] in sources),
    )


def records_at(house: House, sources: set[str]) -> Iterator[str]:
    """The ids of the ratings that the centre holds, doubles included."""
    rows = house.centre.sql("select source, body from intake_record where type = 'feedback.submitted'")
    return (json.loads(bytes(body))["id"] for source, body in rows if source in sources)


@contextmanager
def mounted(place: Path, *options: str) -> Iterator[Path | None]:
    """A file system mounted there while the block runs; None where mounting is not allowed."""
    place.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *options, str(place)], capture_output=True, check=False)
    if done.returncode != 0:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)
