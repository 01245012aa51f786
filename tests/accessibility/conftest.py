import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QtMsgType
from PySide6.QtGui import QGuiApplication
from seat import Seat, keyboard, sit

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")


@pytest.fixture(scope="session")
def qapp_cls():
    return QGuiApplication


@pytest.fixture(scope="session")
def keys(qapp):
    """The keyboard as it is drawn, with engines behind it that know no word."""
    with keyboard() as inputs:
        yield inputs


@pytest.fixture
def seat(qapp, qtlog, tmp_path, keys) -> Iterator[Callable[..., Seat]]:
    """seat(size=…, diagonal_inch=…): before a terminal of its own. A warning of Qt's fails the test."""
    seats: list[Seat] = []

    def build(size: tuple[int, int] = (1080, 1920), **config: Any) -> Seat:
        seats.append(sit(qapp, tmp_path / f"data-{len(seats)}", size, keys, **config))
        return seats[-1]

    yield build
    for one in seats:
        one.terminal.close()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [record.message for record in qtlog.records if record.type != QtMsgType.QtDebugMsg] == []
