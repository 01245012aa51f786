"""A centre with a lobby and an enrolled terminal, and a phone: Django's test client over a real database."""

import shutil
from pathlib import Path

import pytest
from central_process import empty_centre
from phone_kit import Lobby, Phone
from private_postgresql import chosen_databases, emptied

from sync.central import databases
from sync.central.places import Places


@pytest.fixture(scope="module", params=chosen_databases(both=False))
def phone_schema(request, tmp_path_factory):
    """An empty centre of this version's schema."""
    return empty_centre(request, tmp_path_factory.mktemp(f"phone-{request.param}"))


@pytest.fixture
def ground(phone_schema, tmp_path, settings, django_db_blocker):
    """A database of the test's own behind Django's models."""
    from django.db import connections

    if phone_schema.database_url:
        emptied(phone_schema.database_url)
    for part in phone_schema.data.glob("central.db*"):
        shutil.copy(part, tmp_path / part.name)
    settings.PLACES = places = Places(Path(tmp_path))
    environ = {"DATABASE_URL": phone_schema.database_url} if phone_schema.database_url else {}
    before, description = connections.settings["default"], databases.from_environment(environ, places)
    _switch(connections, connections.configure_settings({"default": description})["default"])
    with django_db_blocker.unblock():
        yield places
    _switch(connections, before)


@pytest.fixture
def lobby(ground):
    return Lobby.open()


@pytest.fixture
def phone(ground):
    return Phone()


def _switch(connections, description):
    connections["default"].close()
    del connections["default"]
    connections.settings["default"] = description
