"""Django's view of this part."""

from typing import Any, Final

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate

from sync.central import append_only
from sync.central.cases.demo import after

KEPT: Final = ("insight_topicevent", "insight_panelvoice")


class Insight(AppConfig):
    name = "sync.central.insight"
    label = "insight"
    verbose_name = "分析 · Insight"

    def ready(self) -> None:
        """Triggers are laid when every table is there."""
        pre_migrate.connect(_make_room, sender=self, dispatch_uid="insight-make-room")
        post_migrate.connect(_complete, sender=self, dispatch_uid="insight-complete")
        after.connect(_play, dispatch_uid="insight-play")


def _make_room(using: str = "default", **_: Any) -> None:
    from sync.central.insight import plans_first  # its models are there only now

    plans_first.lift(using)


def _complete(using: str = "default", **_: Any) -> None:
    from sync.central.insight import plans_first

    append_only.lay(KEPT, using)
    plans_first.lay(using)


def _play(played: Any, **_: Any) -> None:
    from sync.central.insight import play  # only a demonstration needs it

    play.play(played)
