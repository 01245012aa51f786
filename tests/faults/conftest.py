"""Real processes for the fault scenarios. Randomness is seeded by the test's own name: a failure can be seen again."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.kit import House, Stable

sys.path.insert(0, str(Path(__file__).parents[1] / "central"))  # private_postgresql, also when run from here alone


@pytest.fixture(scope="session")
def stable():
    with Stable() as horses:
        yield horses


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """One centre for a file of tests; each brings a terminal of its own."""
    with House(tmp_path_factory.mktemp("house") / "central") as open_house:
        yield open_house


@pytest.fixture
def own_house(tmp_path):
    """A centre for this test alone."""
    with House(tmp_path / "central") as open_house:
        yield open_house


@pytest.fixture
def rng(request):
    return random.Random(request.node.name)


@pytest.fixture
def disk(tmp_path):
    """A disk of three megabytes; only root may make one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no right to mount here: a small disk cannot be made")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)
