import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QtMsgType, QUrl
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QJSValue, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from ui.input.assemble import assemble
from ui.input.characters import Characters, load_characters
from ui.input.deploy import Workshop
from ui.input.engine import Composition
from ui.input.inputs import Inputs
from ui.pictograms import Pictograms
from ui.viewmodels import day, drawing, number, writingpad  # noqa: F401 - they make themselves known to QML
from ui.viewmodels.keyboard import INPUTS

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QML_NO_TOUCH_COMPRESSION", "1")

ASSETS = Path(__file__).parents[2] / "assets"
LATE: list[str] = []  # what the centre adds while the terminal runs


class AtOnce(Executor):
    """Everything happens in the caller's thread, before submit() returns."""

    def submit(self, fn, /, *args, **kwargs):
        future: Future = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@pytest.fixture(scope="session")
def qapp_cls():
    return QGuiApplication


@pytest.fixture(scope="session")
def workshop(tmp_path_factory) -> Workshop:
    """One for the whole run: building the dictionary takes seconds."""
    return Workshop(tmp_path_factory.mktemp("rime"), ASSETS / "input")


@pytest.fixture(scope="session")
def characters() -> Characters:
    return load_characters(ASSETS / "input" / "characters.txt")


@pytest.fixture(scope="session")
def rime_worker() -> Iterator[ThreadPoolExecutor]:
    """librime has one set of folders a process, so every test that writes Chinese shares one."""
    with ThreadPoolExecutor(1, "rime") as worker:
        yield worker


@pytest.fixture(scope="session")
def hand_worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1, "hand") as worker:
        yield worker


@pytest.fixture(scope="session")
def inputs(workshop, rime_worker, hand_worker, qapp) -> Iterator[Inputs]:
    inputs = assemble(ASSETS, workshop, lambda: ["东湖区葫芦丝入门班", *LATE], rime_worker, hand=hand_worker)
    inputs.prepare()
    for worker in (hand_worker, rime_worker):
        worker.submit(lambda: None).result(timeout=100)
    QCoreApplication.processEvents()
    yield inputs
    inputs.stop()


class Pen:
    """One visitor writing in one way, straight at the seam: what every step led to, in order."""

    def __init__(self, inputs: Inputs, way: str, worker: Executor) -> None:
        self.steps: list[Composition | Exception] = []
        self._worker = worker
        self.writing = inputs.begin(way, lambda _, step: self.steps.append(step))

    def type(self, keys: str) -> Composition:
        for key in keys:
            self.writing.feed(key)
        return self.last()

    def last(self) -> Composition:
        self._worker.submit(lambda: None).result()
        QCoreApplication.processEvents()  # what the worker said arrives in this thread
        step = self.steps[-1]
        assert isinstance(step, Composition), step
        return step


@pytest.fixture
def pen(inputs, rime_worker) -> Iterator[Callable[[str], Pen]]:
    pens = []

    def begin(way: str) -> Pen:
        pens.append(Pen(inputs, way, rime_worker))
        return pens[-1]

    yield begin
    for one in pens:
        one.writing.close()


class Stage:
    """A window with one piece of the keyboard module in it, as a screen would hold it, and one finger."""

    def __init__(self, view: QQuickView, qtbot) -> None:
        self.view = view
        self._qtbot = qtbot
        self._finger = QTest.createTouchDevice()

    @property
    def value(self) -> object:
        value = self.view.rootObject().property("got")
        return value.toVariant() if isinstance(value, QJSValue) else value

    @value.setter
    def value(self, value: object) -> None:
        self.view.rootObject().setProperty("got", value)

    def theme(self, **values: object) -> None:
        for name, value in values.items():
            self.view.rootObject().setProperty(name, value)
        QCoreApplication.processEvents()

    def leave(self) -> None:
        """The page is taken away, with everything on it."""
        self.view.setSource(QUrl())

    def seen(self) -> list[QQuickItem]:
        return list(_visible(self.view.rootObject()))

    def seen_in(self, item: QQuickItem) -> list[QQuickItem]:
        return list(_visible(item))

    def find(self, name: str) -> QQuickItem | None:
        return next((item for item in self.seen() if item.objectName() == name), None)

    def middle(self, name: str, x: float = 0.5, y: float = 0.5) -> QPoint:
        self._qtbot.waitUntil(lambda: self.find(name) is not None, timeout=60_000)
        self.view.grabWindow()  # rows and columns take their places with the next frame
        item = self.find(name)
        assert item is not None
        return item.mapToScene(QPointF(item.width() * x, item.height() * y)).toPoint()

    def tap(self, *names: str) -> None:
        for name in names:
            self.tap_at(self.middle(name))

    def tap_at(self, place: QPoint) -> None:
        self.press(place)
        self.lift(place)

    def press(self, place: QPoint) -> None:
        QTest.touchEvent(self.view, self._finger).press(0, place).commit()

    def move(self, place: QPoint) -> None:
        QTest.touchEvent(self.view, self._finger).move(0, place).commit()
        QCoreApplication.processEvents()

    def lift(self, place: QPoint) -> None:
        QTest.touchEvent(self.view, self._finger).release(0, place).commit()

    def type(self, keys: str) -> None:
        self.tap(*(f"key_{key}" for key in keys))

    def until(self, what: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(what, timeout=60_000)

    def until_value(self, value: object) -> None:
        try:
            self.until(lambda: self.value == value)
        except Exception:
            pytest.fail(f"the answer is {self.value!r}, not {value!r}")


def _visible(item: QQuickItem) -> Iterator[QQuickItem]:
    if item.isVisible():
        yield item
        for child in item.childItems():
            yield from _visible(child)


SCENE = """
import QtQuick
import Kiosk
import Kiosk.keyboard

Item {
    id: scene

    property var got: undefined
    property string language: "zh-Hans"
    property bool elder: false
    property real textScale: 1
    property bool shown: true
    property string question: "words"
    property real pixelsPerMm: 4.034

    width: %d
    height: %d

    Binding { target: Theme; property: "pixelsPerMm"; value: scene.pixelsPerMm }
    Binding { target: Theme; property: "portrait"; value: scene.height > scene.width * 0.7 }
    Binding { target: Theme; property: "elder"; value: scene.elder }
    Binding { target: Theme; property: "textScale"; value: scene.textScale }
    Binding { target: Dates; property: "language"; value: scene.language }

    %s {
        anchors.fill: parent
        visible: scene.shown
        value: scene.got
        onEdited: value => scene.got = value
        %s
    }
}
"""
UPRIGHT, LYING = (1080, 1271), (1920, 480)  # what a question's screen leaves for its answer on a 21.5" panel


@pytest.fixture
def stage(qtbot, qapp, tmp_path, qtlog, request) -> Iterator[Callable[..., Stage]]:
    """stage("TextEntry", size, inputs): the entry on a screen. A warning of Qt's fails the test."""
    for font in (ASSETS / "fonts").glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(font))
    kept: list[tuple[QQuickView, QQmlEngine]] = []  # an engine that Python lets go takes its scene with it

    def build(entry: str, size: tuple[int, int] = UPRIGHT, *, inputs: Inputs | None = None, more: str = "") -> Stage:
        engine = QQmlEngine()
        engine.addImportPath(str(ASSETS.parent / "ui" / "qml"))
        engine.addImageProvider("pictogram", Pictograms(ASSETS / "pictograms"))
        engine.setProperty(INPUTS, inputs)
        view = QQuickView(engine, None)
        kept.append((view, engine))
        file = tmp_path / "scene.qml"
        file.write_text(SCENE % (*size, entry, more), "utf-8")
        view.setSource(QUrl.fromLocalFile(str(file)))
        assert view.errors() == []
        view.show()
        qtbot.waitExposed(view)
        return Stage(view, qtbot)

    yield build
    for view, engine in kept:
        view.close()
        view.deleteLater()
        engine.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [record.message for record in qtlog.records if record.type != QtMsgType.QtDebugMsg] == []
