"""What holds for every test: the long run is for ./run test --all."""

import os

import pytest


def pytest_collection_modifyitems(items):
    """Full combinations and long soaks are marked `all`, and left out of the default run."""
    if "XINSHENG_ALL" in os.environ:
        return
    for item in items:
        if item.get_closest_marker("all") and not any(mark.name == "skip" for mark in item.iter_markers()):
            item.add_marker(pytest.mark.skip(reason="the long run: ./run test --all"))
