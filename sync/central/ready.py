"""Bringing the database to this version before a command uses it: a fresh folder needs no separate first step."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from kiosk.errors import StoreNewer
from sync.central.locks import exclusive
from sync.central.places import Places


def bring_up(places: Places) -> None:
    """Applies what is missing of the schema, one process at a time. Raises StoreNewer when it is of a later version."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    unknown = loader.applied_migrations.keys() - loader.disk_migrations.keys()
    if unknown:
        raise StoreNewer(f"the database was written by a newer version: it knows {'.'.join(min(unknown))}")
    if executor.migration_plan(loader.graph.leaf_nodes()):
        with exclusive(places.data / "migrate.lock", wait_s=60):
            call_command("migrate", interactive=False, verbosity=0)
