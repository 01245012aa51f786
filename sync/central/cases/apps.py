"""Cases: what records mean, how they move, when they are due."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CasesConfig(AppConfig):
    name = "sync.central.cases"
    label = "cases"
    verbose_name = "Cases"

    def ready(self) -> None:
        """Triggers are laid when every table is there."""
        from sync.central.cases import triggers

        post_migrate.connect(triggers.lay, sender=self, dispatch_uid="cases-triggers")
