"""Addresses of the centre: the device API, then whatever each installed part adds."""

from importlib.util import find_spec

from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path

from sync.central.intake.api import api

_PARTS = [part for part in ("sync.central.desk", "sync.central.public") if apps.is_installed(part)]

for part in ("cases", "public"):  # what terminals ask of the parts above custody
    if apps.is_installed(f"sync.central.{part}"):
        api.add_router("", f"sync.central.{part}.device.router")

urlpatterns: list[URLPattern | URLResolver] = [path("api/v1/", api.urls)]
urlpatterns += [path("", include(name)) for part in _PARTS if find_spec(name := f"{part}.urls") is not None]
