"""Intake: takes custody of what terminals recorded, and answers for it."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "sync.central.intake"
    label = "intake"
    verbose_name = "Intake"
