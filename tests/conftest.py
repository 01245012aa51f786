"""What holds for every test: the long run is for ./run test --all, and a whole run can be about PostgreSQL."""

import os
from collections import Counter
from contextlib import ExitStack

import pytest

ACCIDENTS = 3  # failures that ./run test looks at a second time
WRECKED = 9  # exit status of a run with more, or with a crash: no second look
failed: list[str] = []


def pytest_configure(config):
    config.addinivalue_line("markers", "long: a file that takes a while, and begins before the others")
    config.option.loadscopereorder = False  # xdist's own order begins with the file of most tests: long ones come last
    _steady_examples()
    _one_database(config)


def _steady_examples():
    """Found examples are the same in each default run, and as slow as a busy machine makes them; --all finds others."""
    from hypothesis import HealthCheck, settings

    usual = settings.get_profile("default")
    slow = [HealthCheck.too_slow]
    luck = "XINSHENG_ALL" in os.environ
    settings.register_profile("steady", usual, deadline=None, suppress_health_check=slow, derandomize=not luck)
    settings.load_profile("steady")


def _one_database(config):
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
    _long_first(items)
    _leave_out_the_long_run(items)


def _long_first(items):
    """Files that take a while, then those of most tests: at the end no worker waits for another's long file."""
    long = {item.path for item in items if item.get_closest_marker("long")}
    tests = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.path not in long, -tests[item.path]))


def _leave_out_the_long_run(items):
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
