"""Stores on real files, entries as a visitor would leave them, a clock that a test can set."""

import itertools
import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from kiosk import entries, records
from kiosk.store import FILE, Store

SHANGHAI = timezone(timedelta(hours=8))


class SetClock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 10, 0, tzinfo=SHANGHAI)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture
def clock():
    return SetClock()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / FILE


@pytest.fixture
def store(path, clock):
    with Store.open(path, clock) as opened:
        yield opened


@pytest.fixture(scope="session")
def centre():
    """The centre's sealing key pair."""
    return PrivateKey(bytes(range(32)))


@pytest.fixture
def entry(clock):
    """Makes entries; each says something that no other does."""
    numbers = itertools.count(1)

    def make(words: str | None = None, *, grade: str = "5", lookup: bytes | None = None, **more) -> entries.Entry:
        answers = {"grade": grade, "words": words or f"大厅的灯有点暗 {next(numbers)}"}
        return entries.submitted(
            subject=str(records.new_id(clock())),
            now=clock(),
            form="quick-rating",
            form_version="2026112401",
            answers=answers,
            language="zh-Hans",
            duration_ms=9000,
            lookup=lookup,
            **more,
        )

    return make


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file's content, to see that nothing changed or that nothing is left."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".lock")
    }


def is_root() -> bool:
    return os.geteuid() == 0
