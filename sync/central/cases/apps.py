"""Cases: what records mean, how they move, when they are due."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CasesConfig(AppConfig):
    name = "sync.central.cases"
    label = "cases"
    verbose_name = "Cases"

    def ready(self) -> None:
        """Triggers are laid when every table is there."""
        post_migrate.connect(_complete, sender=self, dispatch_uid="cases-complete")


def _complete(using: str = "default", **_: Any) -> None:
    """What no migration can express, laid anew after each."""
    from sync.central.cases import search, tallies, triggers

    triggers.lay(using)
    search.lay()
    tallies.ensure()
    search.survey()
