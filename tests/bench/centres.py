"""Real centres for whoever measures them, on SQLite and on a PostgreSQL that flushes; and what their processes cost."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.central.private_postgresql import Cluster
from tests.faults.kit import House

ROOT = Path(__file__).parents[2]
_TICKS: int = os.sysconf("SC_CLK_TCK")


def databases() -> list[str]:
    """Those that this machine has."""
    return ["sqlite", "postgresql"] if Cluster.find() else ["sqlite"]


@contextmanager
def database(name: str) -> Iterator[str | None]:
    """The address of an empty database; None is the embedded one. Durable: fsync is on, unlike in tests."""
    if name == "sqlite":
        yield None
        return
    cluster = Cluster.find()
    assert cluster is not None
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    user = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
    if user:
        shutil.chown(folder, user)
    words = ["-D", folder / "data", "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C"]
    _run(cluster.programs / "initdb", *words, user=user)
    command = [cluster.programs / "postgres", "-D", folder / "data", f"--unix_socket_directories={folder}"]
    server = subprocess.Popen(
        [*command, "--listen_addresses="], user=user, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while subprocess.run([cluster.programs / "pg_isready", "-q", "-h", folder], check=False).returncode:
            time.sleep(0.1)
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(60)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def serving(folder: Path, name: str) -> Iterator[House]:
    """`central serve` on a database of this name, with everything beside it."""
    with database(name) as url, House(folder / "central", url) as house:
        yield house


@contextmanager
def workers(house: House, count: int) -> Iterator[int]:
    """The web application of a centre alone, behind a server of several processes. Its process; the address is set."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += [
        "--workers",
        str(count),
        "--blocking-threads",
        "16",
        "--no-ws",
        "--no-log",
        "sync.central.wsgi:application",
    ]
    server = subprocess.Popen(command, cwd=ROOT, env=house.centre.environ, stderr=subprocess.DEVNULL)
    house.centre.url = f"http://127.0.0.1:{port}"
    try:
        while not _answers(port):
            assert server.poll() is None, "the workers did not start"
            time.sleep(0.1)
        yield server.pid
    finally:
        server.terminate()
        server.wait(30)


@dataclass(frozen=True, slots=True)
class Cost:
    """Of a process and all below it: seconds of processor so far, and proportional memory now."""

    processor_s: float
    memory_mb: float


def cost(pid: int) -> Cost:
    """What it is now."""
    family = list(_family(pid))
    return Cost(sum(map(_processor_s, family)), sum(map(pss_mb, family)))


def pss_mb(pid: int) -> float:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    return int(next(line for line in text.splitlines() if line.startswith("Pss:")).split()[1]) / 1024


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _family(pid: int) -> Iterator[int]:
    yield pid
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        yield from _family(int(child))


def _processor_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _answers(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def _run(program: Path, *words: object, user: str | None) -> None:
    subprocess.run([program, *map(str, words)], user=user, check=True, stdout=subprocess.DEVNULL)
