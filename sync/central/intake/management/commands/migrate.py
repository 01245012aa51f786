"""``central migrate``."""

from typing import Any

from django.core.management.commands import migrate

from sync.central.commands import Command as Central


class Command(Central, migrate.Command):
    help = "Brings the database to this version's schema."

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
