"""Django's view of this part."""

from typing import Any, Final

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from sync.central import append_only
from sync.central.cases.demo import after

KEPT: Final = ("rewards_posting", "rewards_giftmove", "rewards_voucheruse", "rewards_approval")


class Rewards(AppConfig):
    name = "sync.central.rewards"
    label = "rewards"
    verbose_name = "感谢 · Thanks"

    def ready(self) -> None:
        """Triggers are laid when every table is there."""
        post_migrate.connect(_complete, sender=self, dispatch_uid="rewards-complete")
        after.connect(_play, dispatch_uid="rewards-play")


def _complete(using: str = "default", **_: Any) -> None:
    append_only.lay(KEPT, using)


def _play(played: Any, **_: Any) -> None:
    from sync.central.rewards import play  # only a demonstration needs it

    play.play(played)
