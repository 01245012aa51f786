"""Cases: what records mean, how they move, when they are due."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "sync.central.cases"
    label = "cases"
    verbose_name = "Cases"
