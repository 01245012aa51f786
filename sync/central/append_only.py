"""Tables that only grow: the database itself refuses to change or delete a row, by whatever road it is tried."""

from collections.abc import Iterable
from typing import Final

_FUNCTION: Final = """
CREATE OR REPLACE FUNCTION central_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def lay(tables: Iterable[str], using: str = "default") -> None:
    """Drop and create the triggers of those tables that exist.

    To be called after migrations: SQLite builds a table afresh when it changes, and forgets its triggers.
    """
    from django.db import connections

    connection = connections[using]
    existing = set(connection.introspection.table_names())
    kept = [table for table in tables if table in existing]
    statements = _sqlite(kept) if connection.vendor == "sqlite" else _postgresql(kept)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _sqlite(tables: Iterable[str]) -> list[str]:
    made = []
    for table in tables:
        for what in ("UPDATE", "DELETE"):
            name = f"{table}_no_{what.lower()}"
            made += [
                f"DROP TRIGGER IF EXISTS {name}",
                f"CREATE TRIGGER {name} BEFORE {what} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
            ]
    return made


def _postgresql(tables: Iterable[str]) -> list[str]:
    made = [_FUNCTION]
    for table in tables:
        for name, what, each in (("kept", "UPDATE OR DELETE", "ROW"), ("whole", "TRUNCATE", "STATEMENT")):
            made += [
                f"DROP TRIGGER IF EXISTS {table}_{name} ON {table}",
                f"CREATE TRIGGER {table}_{name} BEFORE {what} ON {table} "
                f"FOR EACH {each} EXECUTE FUNCTION central_append_only()",
            ]
    return made
