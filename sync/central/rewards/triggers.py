"""The ledger stays as it was written: the database refuses to change or delete postings, moves and uses."""

from typing import Final

APPEND_ONLY: Final = ("rewards_posting", "rewards_giftmove", "rewards_voucheruse", "rewards_approval")
_FUNCTION: Final = """
CREATE OR REPLACE FUNCTION rewards_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def lay(using: str = "default") -> None:
    """Drops and creates every trigger; called after migrations, because SQLite forgets them when a table changes."""
    from django.db import connections

    connection = connections[using]
    existing = set(connection.introspection.table_names())
    tables = [table for table in APPEND_ONLY if table in existing]
    statements = _sqlite(tables) if connection.vendor == "sqlite" else _postgresql(tables)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _sqlite(tables: list[str]) -> list[str]:
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


def _postgresql(tables: list[str]) -> list[str]:
    made = [_FUNCTION]
    for table in tables:
        made += [
            f"DROP TRIGGER IF EXISTS {table}_kept ON {table}",
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION rewards_refuse()",
            f"DROP TRIGGER IF EXISTS {table}_whole ON {table}",
            f"CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION rewards_refuse()",
        ]
    return made
