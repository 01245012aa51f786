"""``central migrate``."""

from django.core.management.commands import migrate

from sync.central.commands import Command as Central


class Command(Central, migrate.Command):
    help = "Brings the database to this version's schema."
    needs_database = False
