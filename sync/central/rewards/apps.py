"""Django's view of this part."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class Rewards(AppConfig):
    name = "sync.central.rewards"
    label = "rewards"
    verbose_name = "感谢 · Thanks"

    def ready(self) -> None:
        """Triggers are laid when every table is there."""
        post_migrate.connect(_complete, sender=self, dispatch_uid="rewards-complete")


def _complete(using: str = "default", **_: Any) -> None:
    from sync.central.rewards import triggers

    triggers.lay(using)
