import pytest

from tests.central.central_process import Centre


@pytest.fixture
def centre(tmp_path):
    with Centre(tmp_path / "central", None).serving() as serving:
        yield serving
