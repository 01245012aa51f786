"""Rows by the million into a database of Django's, past the ORM: executemany on SQLite, COPY on PostgreSQL.

Indexes and triggers are taken away first and laid again at the end: one sort a table instead of a million searches.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models, transaction


def columns(model: type[models.Model], *, without: Sequence[str] = ()) -> list[str]:
    """A model's columns in their order."""
    return [field.column for field in model._meta.concrete_fields if field.column not in without]


def plain(model: type[models.Model], values: Mapping[str, Any]) -> dict[str, Any]:
    """Every column of a row, its defaults where nothing is given, as the database takes it."""
    row = model(**values)
    sqlite = connection.vendor == "sqlite"
    found = {}
    for field in model._meta.concrete_fields:
        value = field.get_db_prep_save(getattr(row, field.attname), connection)
        found[field.column] = value if sqlite or not isinstance(field, models.JSONField) else _json(value)
    return found


def _json(value: Any) -> Any:
    return None if value is None else value.dumps(value.obj) if callable(getattr(value, "dumps", None)) else value


def write(table: str, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """These rows into that table."""
    listed = ", ".join(f'"{name}"' for name in names)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            marks = ", ".join("?" * len(names))
            cursor.cursor.connection.executemany(f"INSERT INTO {table} ({listed}) VALUES ({marks})", rows)
            return
        with cursor.cursor.copy(f"COPY {table} ({listed}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)


@contextmanager
def bare(*tables: str) -> Iterator[None]:
    """Without the indexes and triggers of these tables for as long as the block runs."""
    laid = _laid(tables)
    with connection.cursor() as cursor:
        for drop, _ in laid:
            cursor.execute(drop)
        if connection.vendor != "sqlite":
            cursor.execute("SET session_replication_role = replica")  # past the triggers
    yield
    with connection.cursor() as cursor:
        for _, create in laid:
            cursor.execute(create)
        if connection.vendor != "sqlite":
            cursor.execute("SET session_replication_role = origin")


def _laid(tables: Sequence[str]) -> list[tuple[str, str]]:
    marks = ", ".join(["%s"] * len(tables))
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                f"SELECT type, name, sql FROM sqlite_master WHERE tbl_name IN ({marks}) "
                "AND type IN ('index', 'trigger') AND sql IS NOT NULL",
                tables,
            )
            return [(f'DROP {kind} "{name}"', sql) for kind, name, sql in cursor.fetchall()]
        cursor.execute(
            f"SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ({marks}) "
            "AND indexname NOT IN (SELECT conname FROM pg_constraint)",
            tables,
        )
        return [(f'DROP INDEX "{name}"', sql) for name, sql in cursor.fetchall()]


@contextmanager
def hasty() -> Iterator[None]:
    """One transaction; on SQLite without waiting for the disk."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute("PRAGMA cache_size = -200000")
    with transaction.atomic():
        yield
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous = FULL")
            cursor.execute("PRAGMA cache_size = -16000")
