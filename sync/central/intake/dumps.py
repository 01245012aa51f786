"""The database as one file and back, in the two dialects."""

import os
import sqlite3
import subprocess
from pathlib import Path
from typing import Final

from django.db import connection

from kiosk.errors import CallerError, EnvironmentFault, PartMissing

NAMES: Final = {"sqlite": "central.db", "postgresql": "database.dump"}
_CONNECTION: Final = {
    "PGDATABASE": "NAME",
    "PGUSER": "USER",
    "PGPASSWORD": "PASSWORD",
    "PGHOST": "HOST",
    "PGPORT": "PORT",
}


def dump(target: Path) -> None:
    """One consistent moment of the database, while others go on writing."""
    if connection.vendor == "postgresql":
        _tool("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")
        return
    source = sqlite3.connect(f"file:{connection.settings_dict['NAME']}?mode=ro", uri=True)
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()
        source.close()


def must_be_empty() -> None:
    """Raises CallerError when there is something in the database that a restore would mix with."""
    if connection.vendor == "postgresql":
        used = bool(connection.introspection.table_names())
    else:
        used = Path(connection.settings_dict["NAME"]).exists()
    if used:
        raise CallerError("the database is not empty; restore into an empty folder and database")


def load(source: Path) -> None:
    """Puts a dump where the database belongs."""
    if connection.vendor == "postgresql":
        connection.close()
        _tool("pg_restore", "--exit-on-error", "--no-owner", "--no-privileges", "--single-transaction", str(source))
    else:
        source.replace(connection.settings_dict["NAME"])


def _tool(name: str, *arguments: str) -> None:
    """Runs a program of PostgreSQL on our database; nothing secret on its command line."""
    parts = connection.settings_dict
    environ = {variable: str(parts[key]) for variable, key in _CONNECTION.items() if parts.get(key)}
    target = [f"--dbname={parts['NAME']}"] if name == "pg_restore" else []
    try:
        subprocess.run([name, *target, *arguments], env={**os.environ, **environ}, check=True, capture_output=True)
    except FileNotFoundError as error:
        raise PartMissing(f"{name} is not installed: it comes with PostgreSQL's client programs") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise EnvironmentFault(f"{name}: {said[0] if said else 'failed'}") from error
