"""What happened stays: the database itself refuses to change or delete events and accesses, and events must follow on."""

from django.db import migrations

TABLES = ("cases_caseevent", "cases_accesslog")

SQLITE = (
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
)
SQLITE_FOLLOWS = """
CREATE TRIGGER cases_caseevent_follows BEFORE INSERT ON cases_caseevent
WHEN NEW.before IS NOT (
    CASE NEW.seq WHEN 1 THEN 'received'
    ELSE (SELECT state FROM cases_caseevent WHERE case_id = NEW.case_id AND seq = NEW.seq - 1) END
)
BEGIN SELECT RAISE(ABORT, 'cases_caseevent: does not follow the event before it'); END
"""

POSTGRESQL_FUNCTIONS = """
CREATE FUNCTION cases_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION cases_event_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.before IS DISTINCT FROM (
        CASE NEW.seq WHEN 1 THEN 'received'
        ELSE (SELECT state FROM cases_caseevent WHERE case_id = NEW.case_id AND seq = NEW.seq - 1) END
    ) THEN
        RAISE EXCEPTION 'cases_caseevent: does not follow the event before it'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER cases_caseevent_follows BEFORE INSERT ON cases_caseevent
    FOR EACH ROW EXECUTE FUNCTION cases_event_follows();
"""
POSTGRESQL = "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION cases_append_only()"


def lay(_apps, schema_editor):
    sqlite = schema_editor.connection.vendor == "sqlite"
    schema_editor.execute(SQLITE_FOLLOWS if sqlite else POSTGRESQL_FUNCTIONS, params=None)
    for table in TABLES:
        for statement in SQLITE if sqlite else (POSTGRESQL,):
            schema_editor.execute(statement.format(table=table), params=None)


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_first")]
    operations = [migrations.RunPython(lay)]
