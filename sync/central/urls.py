"""Addresses of the centre: the device API, then whatever each installed part adds."""

from importlib.util import find_spec

from django.apps import apps
from django.urls import URLPattern, URLResolver, include, path

from sync.central.intake.api import api

_PARTS = [part for part in ("sync.central.desk", "sync.central.public") if apps.is_installed(part)]

if apps.is_installed("sync.central.public"):
    from sync.central.public.device import router

    api.add_router("", router)

urlpatterns: list[URLPattern | URLResolver] = [path("api/v1/", api.urls)]
urlpatterns += [path("", include(name)) for part in _PARTS if find_spec(name := f"{part}.urls") is not None]
