"""Looking at a store's file takes no lock away from whoever has it open in the same process."""

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from kiosk.carve import carve
from kiosk.entries import submitted
from kiosk.rawfile import reading_raw
from kiosk.store import FILE, Store

LOOK = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
print(db.execute("select count(*) from records").fetchone()[0])
db.close()
"""


def clock() -> datetime:
    return datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def visit(number: int):
    return submitted(
        subject=f"01890000-0000-7000-8000-{number:012d}",
        now=clock(),
        form="quick-rating",
        form_version="2026112401",
        answers={"grade": "5"},
        language="zh-Hans",
        duration_ms=4000,
    )


def seen_from_outside(path) -> int:
    """How many records another process finds. It closes the file as if it were the last who had it open."""
    done = subprocess.run([sys.executable, "-c", LOOK, path], capture_output=True, text=True, check=True)
    return int(done.stdout)


def open_twice(path) -> None:
    Store.open(path, clock).close()


def read_its_bytes(path) -> None:
    with reading_raw(path) as handle:
        assert os.pread(handle, 6, 0) == b"SQLite"


def carve_it(path) -> None:
    for _ in carve(path, b""):
        pass


@pytest.mark.parametrize("look", [open_twice, read_its_bytes, carve_it])
def test_the_log_stays_under_a_terminal_that_goes_on_writing(tmp_path, look):
    path = tmp_path / FILE
    with Store.open(path, clock) as store:
        store.record(visit(1))
        look(path)
        assert seen_from_outside(path) == 2

        store.record(visit(2))

        assert seen_from_outside(path) == 3
    assert seen_from_outside(path) == 3


def test_descriptors_go_when_the_last_connection_has_gone(tmp_path):
    path = tmp_path / FILE
    Store.open(path, clock).close()
    before = len(os.listdir("/proc/self/fd"))
    with Store.open(path, clock):
        for _ in range(20):
            open_twice(path)
    assert len(os.listdir("/proc/self/fd")) == before


def test_what_is_not_there_is_an_error_and_leaves_nothing_open(tmp_path):
    before = len(os.listdir("/proc/self/fd"))
    with pytest.raises(FileNotFoundError), reading_raw(tmp_path / "none"):
        pass
    assert len(os.listdir("/proc/self/fd")) == before
