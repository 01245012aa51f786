"""Django's view of this part."""

from typing import Any, Final

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from sync.central import append_only

KEPT: Final = ("rewards_posting", "rewards_giftmove", "rewards_voucheruse", "rewards_approval")


class Rewards(AppConfig):
    name = "sync.central.rewards"
    label = "rewards"
    verbose_name = "感谢 · Thanks"

    def ready(self) -> None:
        """Triggers are laid when every table is there."""
        post_migrate.connect(_complete, sender=self, dispatch_uid="rewards-complete")


def _complete(using: str = "default", **_: Any) -> None:
    append_only.lay(KEPT, using)
