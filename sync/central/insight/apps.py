"""Django's view of this part."""

from django.apps import AppConfig


class Insight(AppConfig):
    name = "sync.central.insight"
    label = "insight"
    verbose_name = "分析 · Insight"
