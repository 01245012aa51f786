import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from ui.input.assemble import assemble
from ui.input.deploy import Workshop
from ui.input.engine import Composition
from ui.input.inputs import Inputs

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

ASSETS = Path(__file__).parents[2] / "assets"


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
def rime_worker() -> Iterator[ThreadPoolExecutor]:
    """librime has one set of folders a process, so every test that writes Chinese shares one."""
    with ThreadPoolExecutor(1, "rime") as worker:
        yield worker


@pytest.fixture(scope="session")
def inputs(workshop, rime_worker, qapp) -> Iterator[Inputs]:
    inputs = assemble(ASSETS, workshop, lambda: ["东湖区葫芦丝入门班"], rime_worker)
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
