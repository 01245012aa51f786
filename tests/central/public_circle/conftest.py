"""The same ground as the tests of the work: a migrated database, a lobby, and a phone."""

import sys
from pathlib import Path

import pytest
from django.test import Client

sys.path.insert(0, str(Path(__file__).parents[1] / "work"))  # its lobby

from tests.central.work.conftest import browser_of, empty, ground, lobby, migrated  # noqa: F401


@pytest.fixture
def phone():
    return Client()
