"""A real centre in a process of its own, on SQLite and on a PostgreSQL started for the tests."""

import os

import pytest
from central_process import Centre, empty_centre
from private_postgresql import Cluster, chosen_databases

from sync.central.places import Places


@pytest.fixture(scope="session", autouse=True)
def centre_folder(tmp_path_factory):
    """What runs inside pytest itself keeps its keys in a folder of the tests, never in the user's."""
    from django.conf import settings

    settings.PLACES = Places(tmp_path_factory.mktemp("central"))


@pytest.fixture(scope="session")
def postgresql():
    """A PostgreSQL of our own, with nothing on the network."""
    cluster = Cluster.find()
    if cluster is None:
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL is not installed, and CI=true promises it")
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    with cluster.running():
        yield cluster


@pytest.fixture(scope="session")
def centre_on_sqlite(tmp_path_factory):
    with Centre.prepared(tmp_path_factory.mktemp("centre-sqlite")).serving() as centre:
        yield centre


@pytest.fixture(scope="session")
def centre_on_postgresql(postgresql, postgresql_schema, tmp_path_factory):
    url = postgresql.new_database(like=postgresql_schema)
    with Centre(tmp_path_factory.mktemp("centre-postgresql"), url).serving() as centre:
        yield centre


@pytest.fixture(scope="module", params=chosen_databases())
def centre(request):
    """A serving centre, one for all tests of a database; each test brings terminals of its own.

    Only the choice has parameters: what has them itself is thrown away whenever the next file begins with another.
    """
    return request.getfixturevalue(f"centre_on_{request.param}")


@pytest.fixture(params=chosen_databases())
def fresh_centre(request, tmp_path):
    """A centre for one test alone, not serving yet."""
    return empty_centre(request, tmp_path / "data")


@pytest.fixture(scope="session")
def postgresql_schema(postgresql, tmp_path_factory) -> str:
    """The address of an empty database of this version's schema, to make others of."""
    url = postgresql.new_database()
    Centre(tmp_path_factory.mktemp("schema"), url).done("migrate")
    return url
