"""One real centre for all tests of a run that only add to it."""

from collections.abc import Iterator

import pytest
from real_centre import RealCentre, serving


@pytest.fixture(scope="session")
def real_centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealCentre]:
    """`central serve` on loopback, plain http."""
    with serving(tmp_path_factory.mktemp("centre")) as centre:
        yield centre


@pytest.fixture(scope="session")
def https_centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealCentre]:
    """`central serve` on every address, so with a certificate of its own; on a folder that had nothing in it."""
    with serving(tmp_path_factory.mktemp("https-centre"), "--host", "0.0.0.0", prepared=False) as centre:
        yield RealCentre(centre.data, centre.url.replace("0.0.0.0", "127.0.0.1"))
