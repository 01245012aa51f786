"""What happened stays: the database itself refuses what no hand may do, by whatever road it is tried.

Laid anew after every migration: SQLite builds a table afresh when it changes, and forgets its triggers.
No trigger speaks of another table, or SQLite could not build that one afresh.
"""

from typing import Any, Final

APPEND_ONLY: Final = (
    *("cases_caseevent", "cases_accesslog", "cases_excerpt", "cases_tombstone", "cases_setting"),
    *("desk_certificate", "desk_taskrun"),
)
# A record's head is never changed and no record is ever deleted; a body is only ever erased, or comes back from a box.
FROZEN: Final = ("source", "epoch", "seq", "body_hash", "type", "day", "form", "grade", "head", "link")
RECORDS: Final = "intake_record"
# Rows that are never deleted: table → the columns that stay as they were written, and those that are set once.
KEPT: Final = {
    "cases_reply": (("venue_id", "case_id", "seq", "public", "text", "who_id", "day"), ()),
    "cases_report": (
        ("venue_id", "kind", "first", "last", "version", "figures", "words", "made", "who_id"),
        ("published", "approved_id"),
    ),
    "desk_evidence": (("venue_id", "case_id", "why", "asked_id", "asked_at"), ("granted_id", "granted_at")),
}
_FOLLOWS: Final = (
    "(CASE NEW.seq WHEN 1 THEN 'received' ELSE "
    "(SELECT state FROM cases_caseevent WHERE case_id = NEW.case_id AND seq = NEW.seq - 1) END)"
)
# What a new event needs beyond the table's own checks: condition that must hold → what to say when it does not.
_EVENT: Final = (
    ('NEW.kind <> \'merge\' OR (NEW."into" IS NOT NULL AND NEW."into" <> NEW.case_id)', "a merge needs another case"),
    (
        "NEW.kind NOT IN ('withhold', 'invalid', 'decline', 'park', 'return', 'extend') OR length(NEW.why) >= 10",
        "a reason needs ten characters",
    ),
    ("NEW.kind NOT IN ('decline', 'park') OR NEW.review IS NOT NULL", "a day to look again is needed"),
    ("NEW.kind <> 'extend' OR NEW.until IS NOT NULL", "an extension needs a day"),
)


def lay(using: str = "default", **_: Any) -> None:
    """Drops and creates every trigger. Called after migrations."""
    from django.db import connections

    connection = connections[using]
    existing = set(connection.introspection.table_names())
    statements = _sqlite(existing) if connection.vendor == "sqlite" else _postgresql(existing)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _sqlite(existing: set[str]) -> list[str]:
    made = []
    for table in APPEND_ONLY:
        if table in existing:
            for name, what in (("update", "UPDATE"), ("delete", "DELETE")):
                made += _sqlite_trigger(f"{table}_no_{name}", f"{what} ON {table}", "1", f"{table} is append-only")
    if "cases_caseevent" in existing:
        told = "cases_caseevent: does not follow the event before it"
        when = f"NEW.before IS NOT {_FOLLOWS}"
        made += _sqlite_trigger("cases_caseevent_follows", "INSERT ON cases_caseevent", when, told)
        for number, (holds, told) in enumerate(_EVENT):
            made += _sqlite_trigger(
                f"cases_caseevent_needs_{number}", "INSERT ON cases_caseevent", f"NOT ({holds})", f"cases: {told}"
            )
    if RECORDS in existing:
        made += _sqlite_trigger("intake_record_kept", f"DELETE ON {RECORDS}", "1", "records are never deleted")
        changed = f"UPDATE OF {', '.join(FROZEN)} ON {RECORDS}"
        made += _sqlite_trigger("intake_record_frozen", changed, "1", "a record is never changed")
    for table in sorted(KEPT.keys() & existing):
        columns, once = KEPT[table]
        changed = f"UPDATE OF {', '.join(columns)} ON {table}"
        made += _sqlite_trigger(f"{table}_kept", f"DELETE ON {table}", "1", f"{table}: never deleted")
        made += _sqlite_trigger(f"{table}_frozen", changed, "1", f"{table}: never changed")
        for name in once:
            event, when = f"UPDATE OF {name} ON {table}", f"OLD.{name} IS NOT NULL"
            made += _sqlite_trigger(f"{table}_{name}_once", event, when, f"{table}: {name} is set once")
    return made


def _sqlite_trigger(name: str, event: str, when: str, told: str) -> list[str]:
    return [
        f"DROP TRIGGER IF EXISTS {name}",
        f"CREATE TRIGGER {name} BEFORE {event} WHEN {when} BEGIN SELECT RAISE(ABORT, '{told}'); END",
    ]


_REFUSE: Final = """
CREATE OR REPLACE FUNCTION cases_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%: %', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
_EVENT_FUNCTION: Final = """
CREATE OR REPLACE FUNCTION cases_event_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.before IS DISTINCT FROM {follows} THEN
        RAISE EXCEPTION 'cases_caseevent: does not follow the event before it'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    {needs}
    RETURN NEW;
END $$
"""
_NEED: Final = (
    "IF NOT ({holds}) THEN RAISE EXCEPTION 'cases: {told}' USING ERRCODE = 'integrity_constraint_violation'; END IF;"
)


def _postgresql(existing: set[str]) -> list[str]:
    needs = "\n    ".join(_NEED.format(holds=holds, told=told) for holds, told in _EVENT)
    made = [_REFUSE, _EVENT_FUNCTION.format(follows=_FOLLOWS, needs=needs)]
    for table in APPEND_ONLY:
        if table in existing:
            made += _refused(table, "append_only", "UPDATE OR DELETE", "ROW", f"{table} is append-only")
            made += _refused(table, "no_truncate", "TRUNCATE", "STATEMENT", f"{table} is append-only")
    if "cases_caseevent" in existing:
        made.append("DROP TRIGGER IF EXISTS cases_caseevent_follows ON cases_caseevent")
        made.append(
            "CREATE TRIGGER cases_caseevent_follows BEFORE INSERT ON cases_caseevent "
            "FOR EACH ROW EXECUTE FUNCTION cases_event_follows()"
        )
    if RECORDS in existing:
        made += _refused(RECORDS, "kept", "DELETE", "ROW", "records are never deleted")
        made += _refused(RECORDS, "no_truncate", "TRUNCATE", "STATEMENT", "records are never deleted")
        made += _refused(RECORDS, "frozen", f"UPDATE OF {', '.join(FROZEN)}", "ROW", "a record is never changed")
    for table in sorted(KEPT.keys() & existing):
        columns, once = KEPT[table]
        made += _refused(table, "kept", "DELETE", "ROW", f"{table}: never deleted")
        made += _refused(table, "no_truncate", "TRUNCATE", "STATEMENT", f"{table}: never deleted")
        made += _refused(table, "frozen", f"UPDATE OF {', '.join(columns)}", "ROW", f"{table}: never changed")
        for name in once:
            told, when = f"{table}: {name} is set once", f"OLD.{name} IS NOT NULL"
            made += _refused(table, f"{name}_once", f"UPDATE OF {name}", "ROW", told, when=when)
    return made


def _refused(table: str, name: str, event: str, each: str, told: str, *, when: str = "") -> list[str]:
    only = f"WHEN ({when}) " if when else ""
    return [
        f"DROP TRIGGER IF EXISTS {table}_{name} ON {table}",
        f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} "
        f"FOR EACH {each} {only}EXECUTE FUNCTION cases_refuse('{told}')",
    ]
