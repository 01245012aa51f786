"""Public: what anybody may see on a phone, with no log-in and no cookie."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "sync.central.public"
    label = "public"
    verbose_name = "Public"
