"""A migrated database for each test, on SQLite and on PostgreSQL, with a lobby that fills it."""

import shutil

import pytest
from central_process import Centre, empty_centre
from lobby import Lobby
from private_postgresql import chosen_databases as tried
from private_postgresql import emptied

from sync.central import databases
from sync.central.places import Places


@pytest.fixture(scope="module", params=tried())
def migrated(request, tmp_path_factory):
    """An empty centre of this version's schema. A file of tests has its own: making one takes no time."""
    return empty_centre(request, tmp_path_factory.mktemp(f"migrated-{request.param}"))


@pytest.fixture
def empty(migrated, tmp_path):
    """An empty centre of the test's own, for its commands."""
    if migrated.database_url:
        emptied(migrated.database_url)
    for part in migrated.data.glob("central.db*"):
        shutil.copy(part, tmp_path / part.name)
    return Centre(tmp_path, migrated.database_url)


@pytest.fixture
def ground(empty, settings, django_db_blocker):
    """Its database behind Django's models, in this process and in every thread of it."""
    from django.db import connections

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the real one is slow on purpose
    places, environ = Places(empty.data), {"DATABASE_URL": empty.database_url} if empty.database_url else {}
    before, description = connections.settings["default"], databases.from_environment(environ, places)
    _switch(connections, connections.configure_settings({"default": description})["default"])
    with django_db_blocker.unblock():
        yield places
    _switch(connections, before)


@pytest.fixture
def lobby(ground):
    """A venue with a terminal whose records are in custody as soon as they are written."""
    return Lobby.open()


@pytest.fixture
def browser_of(ground):
    """Django's test client, logged in as somebody with these roles."""
    from django.contrib.auth.models import User
    from django.test import Client

    from sync.central.cases import people

    def logged_in(*roles: str, department: str = "", name: str = "") -> Client:
        name = name or "-".join([*roles, department or "all"])
        people.set_up(name, roles=roles, department=department, full_name=f"Full {name}")
        client = Client()
        client.force_login(User.objects.get(username=name))
        return client

    return logged_in


def _switch(connections, description) -> None:
    connections["default"].close()
    del connections["default"]
    connections.settings["default"] = description
