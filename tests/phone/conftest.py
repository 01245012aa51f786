"""A terminal's real window, open for one test."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from phone_terminal import Enrolled, enrol
from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType
from PySide6.QtGui import QGuiApplication

from kiosk.config import load_config
from kiosk.errors import PartMissing
from ui.app import Stage, Terminal, make_application
from ui.input.chips import load_chips
from ui.input.inputs import Inputs

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ASSETS = Path(__file__).parents[2] / "assets"
os.environ.setdefault("QT_QUICK_BACKEND", "software")


@pytest.fixture(scope="session")
def qapp_cls():
    return QGuiApplication


@pytest.fixture(scope="session")
def letters_only() -> Iterator[Inputs]:
    """A keyboard on a machine without librime, which starts once a process: letters, and phrases to tap."""

    def make():
        raise PartMissing("no librime here")

    with ThreadPoolExecutor(1) as executor:
        yield Inputs(make, executor, load_chips(ASSETS / "words" / "chips.toml").phrases)


@pytest.fixture
def terminal(qapp, qtlog, tmp_path, letters_only) -> Iterator[Callable[..., Enrolled]]:
    """terminal(size=…, diagonal=…): an open one. A warning of Qt's fails the test that caused it."""
    make_application()
    qapp.styleHints().setCursorFlashTime(0)
    opened: list[Terminal] = []

    def build(
        size: tuple[int, int] = (1080, 1920),
        *,
        data: Path | None = None,
        enrolled: bool = True,
        languages: tuple[str, ...] = ("zh-Hans", "en"),
        clock: Callable[[], datetime] | None = None,
        monotonic: Callable[[], float] | None = None,
        before: Callable[[Terminal], None] = lambda _: None,
        **config,
    ) -> Enrolled:
        folder = data or tmp_path / "terminal"
        if enrolled and data is None:
            enrol(folder, **config.pop("enrolment", {}))
        told = replace(load_config(folder, {}), languages=languages, **config)
        more = {name: given for name, given in (("clock", clock), ("monotonic", monotonic)) if given is not None}
        made = Terminal(qapp, told, Stage(size, still=True, courier=False, inputs=letters_only), **more)
        opened.append(made)
        before(made)
        made.show()
        lobby = Enrolled(made)
        lobby.finger.until("the first frame", lambda: bool(made.window.property("warm")))
        lobby.finger.until("the forms", lambda: made.conductor.stock is not None)
        return lobby

    yield build
    for one in opened:
        one.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [record.message for record in qtlog.records if record.type != QtMsgType.QtDebugMsg] == []


@pytest.fixture(scope="session")
def plain_centre(tmp_path_factory):
    """A centre with one venue and nothing in it, for pages that leave nothing behind that matters to others."""
    from phone_centre import plainly_serving

    with plainly_serving(tmp_path_factory.mktemp("pages")) as centre:
        yield centre
