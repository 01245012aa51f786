"""A PostgreSQL cluster that lives as long as whoever started it: its own folder, a socket in it, no network.

XINSHENG_TEST_DATABASE says which database a run of the tests is about: ``postgresql`` or ``sqlite``, and then whatever
knows both runs on that one, and what usually takes the embedded one takes it too. Without it: some on both, most on
the embedded one.
"""

import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest

CHOSEN = "XINSHENG_TEST_DATABASE"
SOCKETS = "XINSHENG_TEST_SOCKETS"  # where the cluster of such a run listens; tests/conftest.py starts it


def chosen_databases(*, both: bool = True) -> list[Any]:
    """The databases that a test which knows both runs on. both: on PostgreSQL too without being asked."""
    if chosen := os.environ.get(CHOSEN):
        return [chosen]
    return ["sqlite", "postgresql" if both else pytest.param("postgresql", marks=pytest.mark.all)]


def usual(folder: Path) -> str | None:
    """The address of the database of a centre in this folder; None: the embedded one. The same folder, the same one."""
    if not (sockets := os.environ.get(SOCKETS)):
        return None
    name = "c" + hashlib.sha256(str(folder).encode()).hexdigest()[:24]
    return _database(f"postgresql://postgres@/{{}}?host={sockets}", name)


def _database(url: str, name: str) -> str:
    """The address of this database; an empty one where there was none."""
    with psycopg.connect(url.format("postgres"), autocommit=True) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            connection.execute(f"create database {name}")  # type: ignore[arg-type]
    return url.format(name)


def emptied(url: str) -> None:
    """Delete every row but the list of migrations: TRUNCATE takes 80 ms for 90 tables, however few have any."""
    with psycopg.connect(url, autocommit=True) as connection:
        tables = connection.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
        look = " union all ".join(
            f"""(select '{name}' from "{name}" limit 1)""" for (name,) in tables if name != "django_migrations"
        )
        connection.execute("set session_replication_role = replica")  # past the triggers that forbid just this
        for (name,) in connection.execute(look).fetchall():  # type: ignore[arg-type]
            connection.execute(f'delete from "{name}"')  # type: ignore[arg-type]


@dataclass(frozen=True)
class Cluster:
    programs: Path
    folder: Path
    numbers: Iterator[int]
    kept: bool = False  # the folder stays, for the next who starts it

    @classmethod
    def find(cls, folder: Path | None = None) -> "Cluster | None":
        """A cluster to start, when PostgreSQL's programs are on this machine. folder: one that is kept."""
        debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        found = shutil.which("initdb") or (str(debian[-1]) if debian else None)
        if found is None:
            return None
        programs = Path(found).resolve().parent
        if folder is None:
            return cls(programs, Path(tempfile.mkdtemp(prefix="pg")), count())
        folder.mkdir(parents=True, exist_ok=True)
        return cls(programs, folder, count(), kept=True)

    @contextmanager
    def running(self) -> Iterator[None]:
        user = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
        try:
            if user:
                shutil.chown(self.folder, user)
            with self._server(user):
                self._run("pg_isready", "-h", self.sockets, "-t", "30", user=user, tries=100)
                yield
        finally:
            shutil.rmtree(self.sockets if self.kept else self.folder, ignore_errors=True)

    @cached_property
    def sockets(self) -> Path:
        """Where its socket lies: a short path, or the system refuses it."""
        return Path(tempfile.mkdtemp(prefix="pgs")) if self.kept else self.folder

    @contextmanager
    def _server(self, user: str | None) -> Iterator[None]:
        data = self.folder / "data"
        if user:
            shutil.chown(self.sockets, user)
        if not (data / "PG_VERSION").exists():
            self._run("initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C", user=user)
        settings = [f"--unix_socket_directories={self.sockets}", "--listen_addresses=", "--fsync=off"]
        command = [self.programs / "postgres", "-D", data, *settings]
        server = subprocess.Popen(command, user=user, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield
        finally:
            server.send_signal(signal.SIGINT)  # at once, whoever is still connected
            server.wait(60)

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.sockets}"

    def new_database(self, like: str = "") -> str:
        """The address of an empty database. like: the address of one whose tables it has from the start."""
        name = f"centre{next(self.numbers)}"
        template = f" template {urlsplit(like).path[1:]}" if like else ""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"create database {name}{template}")  # type: ignore[arg-type]
        return self.url(name)

    def database(self, name: str) -> str:
        """The address of this database; an empty one where there was none."""
        return _database(self.url("{}"), name)

    def _run(self, program: str, *arguments: object, user: str | None, tries: int = 1) -> None:
        command = [str(part) for part in (self.programs / program, *arguments)]
        for left in range(tries, 0, -1):
            done = subprocess.run(command, user=user, capture_output=True, check=False, timeout=60)
            if done.returncode == 0:
                return
            if left == 1:
                raise RuntimeError(done.stderr.decode())
            subprocess.run(["sleep", "0.1"], check=True)
