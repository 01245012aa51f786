"""Desk: the pages of the staff."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "sync.central.desk"
    label = "desk"
    verbose_name = "Desk"
