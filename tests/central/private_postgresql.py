"""A PostgreSQL cluster that lives as long as the tests: its own folder, a socket in it, no network."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg


@dataclass(frozen=True)
class Cluster:
    programs: Path
    folder: Path
    numbers: Iterator[int]

    @classmethod
    def find(cls) -> "Cluster | None":
        """A cluster to start, when PostgreSQL's programs are on this machine."""
        debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        found = shutil.which("initdb") or (str(debian[-1]) if debian else None)
        if found is None:
            return None
        return cls(Path(found).resolve().parent, Path(tempfile.mkdtemp(prefix="pg")), count())

    @contextmanager
    def running(self) -> Iterator[None]:
        user = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
        try:
            if user:
                shutil.chown(self.folder, user)
            with self._server(user):
                self._run("pg_isready", "-h", self.folder, "-t", "30", user=user, tries=100)
                yield
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def _server(self, user: str | None) -> Iterator[None]:
        data = self.folder / "data"
        self._run("initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C", user=user)
        settings = [f"--unix_socket_directories={self.folder}", "--listen_addresses=", "--fsync=off"]
        command = [self.programs / "postgres", "-D", data, *settings]
        server = subprocess.Popen(command, user=user, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield
        finally:
            server.terminate()
            server.wait(20)

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """The address of an empty database."""
        name = f"centre{next(self.numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"create database {name}")
        return self.url(name)

    def _run(self, program: str, *arguments: object, user: str | None, tries: int = 1) -> None:
        command = [str(part) for part in (self.programs / program, *arguments)]
        for left in range(tries, 0, -1):
            done = subprocess.run(command, user=user, capture_output=True, check=False, timeout=60)
            if done.returncode == 0:
                return
            if left == 1:
                raise RuntimeError(done.stderr.decode())
            subprocess.run(["sleep", "0.1"], check=True)
