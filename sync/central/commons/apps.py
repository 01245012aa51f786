"""Commons: what visitors decide together. Votes, courses that open when enough join, the wish wall."""

from django.apps import AppConfig


class CommonsConfig(AppConfig):
    name = "sync.central.commons"
    label = "commons"
    verbose_name = "Commons"
