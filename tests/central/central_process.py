"""The ``central`` command as a process, with a data folder and a database of its own."""

import fcntl
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from sync import codes
from tests.central.private_postgresql import usual

ROOT = Path(__file__).parents[2]


class Centre:
    """One centre. Its commands run as they would for a person; its database can be looked into, and tampered with."""

    def __init__(self, data: Path, database_url: str | None) -> None:
        self.data, self.database_url = data, database_url
        self.url = ""
        self._codes: dict[str, str] = {}
        variables = {"CENTRAL_DATA": str(data), "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
        hidden = {"DATABASE_URL", "CENTRAL_PUBLIC_URL", "CENTRAL_HOSTS", "CENTRAL_TLS", "DJANGO_SETTINGS_MODULE"}
        self.environ = {name: value for name, value in os.environ.items() if name not in hidden} | variables
        if database_url:
            self.environ["DATABASE_URL"] = database_url

    @classmethod
    def usual(cls, data: Path) -> "Centre":
        """On the database that this run of the tests is about; the embedded one if nothing was said."""
        return cls(data, usual(data))

    @classmethod
    def prepared(cls, data: Path) -> "Centre":
        """One whose embedded database has this version's schema already: migrating takes five seconds each time."""
        return cls(data, url) if (url := usual(data)) else cls.embedded(data)

    @classmethod
    def embedded(cls, data: Path) -> "Centre":
        """On the embedded database whatever a run is about, with this version's schema already."""
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        for part in _schema().glob("central.db*"):
            shutil.copy(part, data / part.name)
        return cls(data, None)

    def run(self, *arguments: object, **environ: str) -> subprocess.CompletedProcess[str]:
        """A command to its end, whatever that is."""
        command = [sys.executable, "-m", "sync.central", *map(str, arguments)]
        return subprocess.run(
            command, env=self.environ | environ, cwd=ROOT, capture_output=True, text=True, check=False, timeout=110
        )

    def done(self, *arguments: object, **environ: str) -> str:
        """What a command that succeeds says."""
        ended = self.run(*arguments, **environ)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def code(self, venue: str = "lobby", *more: str) -> str:
        return self.done("enrol-code", venue, *more).splitlines()[-1]

    def quick_code(self, venue: str) -> str:
        """A code without the half second that a process takes: the first is a real one, the others have its pin."""
        if venue not in self._codes:
            self._codes[venue] = self.code(venue)
            return self._codes[venue]
        fresh = codes.new_enrol_code(bytes(32))
        pinned = codes.show_enrol_code(fresh.replace("-", "")[: codes.SECRET] + self._codes[venue].replace("-", "")[9:])
        later = datetime.now(UTC) + timedelta(days=1)
        self.sql(
            "insert into intake_enrolcode (digest, venue_id, label, expires_at, used_by) values (?, ?, '', ?, '')",
            hashlib.sha256(b"xinsheng-enrol-code\n" + codes.read_enrol_code(pinned).secret.encode()).digest(),
            venue,
            later if self.database_url else later.strftime("%Y-%m-%d %H:%M:%S"),
        )
        return pinned

    def audit(self) -> dict[str, Any]:
        return json.loads(self.run("audit", "--json").stdout)

    def python(self, script: str) -> str:
        """What a script prints that runs inside the centre's Django."""
        start = "import django; django.setup()\n"
        environ = self.environ | {"DJANGO_SETTINGS_MODULE": "sync.central.settings"}
        ended = subprocess.run(
            [sys.executable, "-c", start + script],
            env=environ,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def start(self, *arguments: object, **environ: str) -> subprocess.Popen[str]:
        """``central serve``, once it has said where."""
        server = subprocess.Popen(
            [sys.executable, "-m", "sync.central", "serve", "--port", "0", *map(str, arguments)],
            env=self.environ | environ,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert server.stdout is not None
        self.url = server.stdout.readline().strip()
        assert self.url.startswith("http"), server.communicate(timeout=60)
        return server

    @contextmanager
    def serving(self, *arguments: object, **environ: str) -> Iterator["Centre"]:
        server = self.start(*arguments, **environ)
        try:
            yield self
        finally:
            server.terminate()
            _, said = server.communicate(timeout=60)
            assert said == "", said  # whatever a server says at WARNING fails the tests that made it say so

    def sql(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """A statement on the database behind the centre's back, past its triggers; ? stands for a value."""
        if self.database_url:
            with psycopg.connect(self.database_url, autocommit=True) as connection:
                connection.execute("set session_replication_role = replica")
                cursor = connection.execute(statement.replace("?", "%s"), values)  # type: ignore[arg-type]
                return cursor.fetchall() if cursor.description else []
        connection = sqlite3.connect(self.data / "central.db", timeout=30)
        try:
            with connection:
                if statement.startswith(("update intake_record", "delete from intake_record")):
                    for name in ("kept", "frozen"):
                        connection.execute(f"drop trigger if exists intake_record_{name}")
                return connection.execute(statement, values).fetchall()
        finally:
            connection.close()


def empty_centre(request: pytest.FixtureRequest, data: Path) -> Centre:
    """A centre of this version's schema on the database that a fixture's parameter names, without migrating anew."""
    if request.param == "sqlite":
        return Centre.prepared(data)
    schema = request.getfixturevalue("postgresql_schema")
    return Centre(data, request.getfixturevalue("postgresql").new_database(like=schema))


def _schema() -> Path:
    """A folder with an empty database of this version's schema, made once for all processes of a machine."""
    digest = hashlib.sha256()
    for file in sorted(ROOT.glob("sync/central/*/migrations/*.py")):
        digest.update(file.read_bytes())
    place = Path(tempfile.gettempdir()) / f"xinsheng-schema-{os.getuid()}-{digest.hexdigest()[:16]}"
    with open(f"{place}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            draft = Path(tempfile.mkdtemp())
            Centre(draft, None).done("migrate")
            shutil.move(draft, place)
    return place
