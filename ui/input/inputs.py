"""The ways of writing that this terminal has, and the one thread in which they work.

librime takes seconds to build its dictionary and milliseconds a key: neither belongs in the thread that draws.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from kiosk.errors import PartMissing
from ui.input.engine import BACKSPACE, ENTER, NOTHING, Composition, Engine, Nobody

ENGLISH = "english"  # needs no engine
CHINESE = ("pinyin", "nine", "stroke")


class Method(Protocol):
    """What opens engines, once it is made: ui.input.rime.Rime."""

    def open(self, way: str) -> Engine: ...
    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Availability:
    """One line for `doctor`: a way of writing, and why it is not there."""

    way: str
    there: bool
    why: str = ""


BARE = {BACKSPACE: Composition(erased=1), ENTER: Composition(committed="\n")}
Chips = Callable[[str, str], Sequence[str]]


def no_chips(question: str, language: str) -> Sequence[str]:  # noqa: ARG001
    return ()


class Inputs(QObject):
    """Made by whoever composes the terminal; nothing is loaded before prepare().

    make      builds and starts the method, in the executor; raises PartMissing
    executor  one thread: librime's sessions belong to it
    chips     phrases to tap, by question and language
    """

    changed = Signal()
    _made = Signal(object)

    def __init__(
        self,
        make: Callable[[], Method],
        executor: Executor,
        chips: Chips = no_chips,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.chips = chips
        self._make = make
        self._executor = executor
        self._method: Method | None = None  # of the executor's thread
        self._asked = False
        self._ready = False
        self._fault: PartMissing | None = None
        self._made.connect(self._settle)

    @property
    def ready(self) -> bool:
        return self._ready

    def offered(self) -> list[str]:
        """Ways to offer. While an engine is being made it is offered: its keys wait for it, in order."""
        return [*(() if self._fault else CHINESE), ENGLISH]

    def availability(self) -> list[Availability]:
        """For `doctor`; says what is known so far."""
        why = str(self._fault or "")
        return [*(Availability(way, not why, why) for way in CHINESE), Availability(ENGLISH, True)]

    def prepare(self) -> None:
        """Make the engines, once. Returns at once; call when a question with text comes near, or the terminal rests."""
        if not self._asked:
            self._asked = True
            self._executor.submit(self._bring_up)

    def begin(self, way: str, deliver: Callable[["Writing", Composition | Exception], None]) -> "Writing":
        """One visitor's writing in one way. deliver is called in the executor's thread, once a step, in order."""
        self.prepare()
        return Writing(lambda: self._open(way), self._executor, deliver)

    def stop(self) -> None:
        """Ends the engines and waits for them. Nothing may be begun afterwards."""
        self._executor.submit(self._take_down).result()

    def _bring_up(self) -> None:
        try:
            self._method = self._make()
            self._made.emit(None)
        except Exception as error:
            self._made.emit(error)

    def _take_down(self) -> None:
        if self._method is not None:
            self._method.stop()

    def _open(self, way: str) -> Engine | None:
        return self._method.open(way) if self._method else None

    def _settle(self, fault: Exception | None) -> None:
        if isinstance(fault, PartMissing):
            self._fault = fault
        elif fault is not None:
            raise fault
        self._ready = fault is None
        self.changed.emit()


class Writing:
    """Keys go in from the screen's thread; what becomes of them comes back in the same order, step by step."""

    def __init__(
        self,
        open_engine: Callable[[], Engine | None],
        executor: Executor,
        deliver: Callable[["Writing", Composition | Exception], None],
    ) -> None:
        self._executor = executor
        self._deliver = deliver
        self._open = open_engine
        self._engine: Engine | None = None
        self._last = NOTHING
        executor.submit(self._begin)

    def feed(self, key: str) -> None:
        """A key that meets nothing undecided, because the word before it was just decided, does what it says on it."""
        self._do(lambda engine: engine.feed(key) if self._last.preedit else BARE.get(key) or engine.feed(key))

    def choose(self, text: str) -> None:
        """The candidate with this text; by text, because a key on its way may move its place."""
        self._do(lambda engine: self._take(engine, text))

    def decide(self) -> None:
        """The first candidate for everything that is undecided; letters as they are where there is none."""
        self._do(self._finish)

    def keep(self) -> None:
        """Letters that are undecided stay letters."""
        self._do(lambda engine: engine.feed(ENTER) if self._last.preedit else NOTHING)

    def say(self, text: str) -> None:
        """Text that needs no deciding, after everything before it."""
        self._do(lambda engine: Composition(committed=self._finish(engine).committed + text))

    def clear(self) -> None:
        self._do(lambda engine: engine.clear())

    def close(self) -> None:
        """Forgets everything in the engine. Steps before it still arrive."""
        self._executor.submit(self._end)

    def _take(self, engine: Engine, text: str) -> Composition:
        candidates = self._last.candidates
        return engine.choose(candidates.index(text)) if text in candidates else replace(self._last, committed="")

    def _finish(self, engine: Engine) -> Composition:
        committed = ""
        while self._last.candidates:
            self._last = engine.choose(0)
            committed += self._last.committed
        committed += self._last.guess
        engine.clear()
        return Composition(committed=committed)

    def _begin(self) -> None:
        try:
            self._engine = self._open()
        except Exception as error:
            self._deliver(self, error)

    def _do(self, step: Callable[[Engine], Composition]) -> None:
        self._executor.submit(self._step, step)

    def _step(self, step: Callable[[Engine], Composition]) -> None:
        try:
            self._last = step(self._engine or Nobody())
            self._deliver(self, self._last)
        except Exception as error:
            self._deliver(self, error)

    def _end(self) -> None:
        if self._engine is not None:
            self._engine.close()
        self._engine = None
        self._last = NOTHING
