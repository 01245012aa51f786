"""What holds for every test: the long run is for ./run test --all, and a whole run can be about PostgreSQL."""

import os
from contextlib import ExitStack

import pytest

ACCIDENTS = 3  # failures that ./run test looks at a second time
WRECKED = 9  # exit status of a run with more, or with a crash: no second look
failed: list[str] = []


def pytest_configure(config):
    """XINSHENG_TEST_DATABASE=postgresql: one cluster for the whole run, and every centre's database in it."""
    if os.environ.get("XINSHENG_TEST_DATABASE") != "postgresql":
        return
    from tests.central.private_postgresql import SOCKETS, Cluster

    cluster = Cluster.find()
    if cluster is None:
        pytest.exit("PostgreSQL is not installed: apt-get install postgresql", returncode=4)
    stack = ExitStack()
    stack.enter_context(cluster.running())
    os.environ[SOCKETS] = str(cluster.sockets)
    config.add_cleanup(stack.close)


def pytest_collection_modifyitems(items):
    """Full combinations and long soaks are marked `all`, and left out of the default run."""
    if "XINSHENG_ALL" in os.environ:
        return
    for item in items:
        if item.get_closest_marker("all") and not any(mark.name == "skip" for mark in item.iter_markers()):
            item.add_marker(pytest.mark.skip(reason="the long run: ./run test --all"))


def pytest_runtest_logreport(report):
    if report.failed:
        failed.append(str(report.longrepr))


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session, exitstatus):
    crashed = any("crashed while running" in told for told in failed)
    if exitstatus == pytest.ExitCode.TESTS_FAILED and (crashed or len(failed) > ACCIDENTS):
        session.exitstatus = WRECKED
