"""The ways of writing that this terminal has, and the threads in which they work.

librime takes seconds to build its dictionary and milliseconds a key, a recogniser a quarter of a second to load and
ten milliseconds a character: neither belongs in the thread that draws.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from kiosk.errors import PartMissing
from ui.input.engine import BACKSPACE, ENTER, NOTHING, Composition, Engine, Nobody
from ui.input.pen import HAND, Mark, PenEngine

ENGLISH = "english"  # needs no engine
CHINESE = ("pinyin", "nine", "stroke")


class Method(Protocol):
    """What opens engines, once it is made: ui.input.rime.Rime, ui.input.assemble.Pens."""

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


class Craft:
    """One method: its ways of writing, the thread it works in, and what became of it.

    make      builds and starts the method, in the executor; raises PartMissing
    probe     says in the executor, loading nothing, whether make will find what it needs; raises PartMissing
    """

    def __init__(
        self,
        ways: tuple[str, ...],
        make: Callable[[], Method],
        executor: Executor,
        settled: Callable[["Craft", Exception | None, bool], None],
        probe: Callable[[], object] | None = None,
    ) -> None:
        self.ways = ways
        self.fault: PartMissing | None = None
        self.ready = False
        self.found = probe is None  # offered before it is made
        self.executor = executor
        self._make = make
        self._probe = probe
        self._settled = settled
        self._asked = False
        self._method: Method | None = None  # of the executor's thread

    def look(self) -> None:
        """Find out whether the method can be had, where that is not taken for granted."""
        if self._probe is not None:
            probe, self._probe = self._probe, None
            self.executor.submit(self._try, probe, False)

    def prepare(self) -> None:
        """Make the method, once. Returns at once."""
        if not self._asked:
            self._asked = True
            self.executor.submit(self._try, self._bring_up, True)

    def open(self, way: str) -> Engine | None:
        return self._method.open(way) if self._method else None

    def stop(self) -> None:
        self.executor.submit(self._take_down).result()

    def settle(self, fault: Exception | None, *, made: bool) -> None:
        """In the screen's thread: what became of looking, or of making."""
        if isinstance(fault, PartMissing):
            self.fault = fault
        elif fault is not None:
            raise fault
        self.found = fault is None
        self.ready = made and fault is None

    def _try(self, step: Callable[[], object], made: bool) -> None:
        try:
            step()
            self._settled(self, None, made)
        except Exception as error:
            self._settled(self, error, made)

    def _bring_up(self) -> None:
        self._method = self._make()

    def _take_down(self) -> None:
        if self._method is not None:
            self._method.stop()


@dataclass(frozen=True, slots=True)
class Pen:
    """Writing by hand: how its method is found and made, in a thread of its own."""

    probe: Callable[[], object]
    make: Callable[[], Method]
    executor: Executor


class Inputs(QObject):
    """Made by whoever composes the terminal; nothing is loaded before prepare().

    make      builds and starts what writes pinyin and strokes, in the executor; raises PartMissing
    executor  one thread: librime's sessions belong to it
    chips     phrases to tap, by question and language
    pen       writing by hand; loaded when somebody is about to
    """

    changed = Signal()
    _settled = Signal(object, object, bool)
    _stepped = Signal(object, object, object)

    def __init__(
        self,
        make: Callable[[], Method],
        executor: Executor,
        chips: Chips = no_chips,
        parent: QObject | None = None,
        pen: Pen | None = None,
    ) -> None:
        super().__init__(parent)
        self.chips = chips
        self._keys = Craft(CHINESE, make, executor, self._announce)
        self._crafts = [self._keys]
        if pen is not None:
            self._crafts.insert(0, Craft((HAND,), pen.make, pen.executor, self._announce, pen.probe))
        self._settled.connect(self._settle)
        self._stepped.connect(self._pass_on)

    @property
    def ready(self) -> bool:
        """Whether the Chinese keyboard can be typed on."""
        return self._keys.ready

    def ready_for(self, way: str) -> bool:
        """Whether a way of writing is there to be used."""
        craft = self._craft(way)
        return craft is None or craft.ready

    def offered(self) -> list[str]:
        """Ways to offer. While an engine is being made it is offered: its keys wait for it, in order."""
        return [*(way for craft in self._crafts if craft.found and not craft.fault for way in craft.ways), ENGLISH]

    def availability(self) -> list[Availability]:
        """For `doctor`; says what is known so far."""
        known = [(way, str(craft.fault or "")) for craft in self._crafts for way in craft.ways]
        return [*(Availability(way, not why, why) for way, why in known), Availability(ENGLISH, True)]

    def prepare(self) -> None:
        """Make the keyboard's engines, once. Returns at once; call when a question with text comes near, or the
        terminal rests."""
        for craft in self._crafts:
            craft.look()
        self._keys.prepare()

    def begin(self, way: str, deliver: "Deliver") -> "Writing":
        """One visitor's writing in one way. deliver is called in the screen's thread, once a step, in order.

        It may belong to a page that QML takes away meanwhile, so no other thread touches it: a signal sent from the
        executor's thread on an object that was being deleted brought the whole terminal down.
        """
        craft = self._craft(way) or self._keys
        craft.prepare()
        return Writing(lambda: craft.open(way), craft.executor, lambda *step: self._stepped.emit(deliver, *step))

    def stop(self) -> None:
        """Ends the engines and waits for them. Nothing may be begun afterwards."""
        for craft in self._crafts:
            craft.stop()

    def _craft(self, way: str) -> Craft | None:
        return next((craft for craft in self._crafts if way in craft.ways), None)

    def _announce(self, craft: Craft, fault: Exception | None, made: bool) -> None:
        """From a method's thread; what is bound here keeps this object until the thread has said it."""
        self._settled.emit(craft, fault, made)

    def _pass_on(self, deliver: "Deliver", writing: "Writing", step: Composition | Exception) -> None:
        deliver(writing, step)

    def _settle(self, craft: Craft, fault: Exception | None, made: bool) -> None:
        craft.settle(fault, made=made)
        self.changed.emit()


class Writing:
    """Keys go in from the screen's thread; what becomes of them comes back in the same order, step by step."""

    def __init__(
        self,
        open_engine: Callable[[], Engine | None],
        executor: Executor,
        deliver: "Deliver",
    ) -> None:
        """deliver: called in the executor's thread, once a step, in order."""
        self._executor = executor
        self._deliver = deliver
        self._open = open_engine
        self._engine: Engine | None = None
        self._last = NOTHING
        self._marks: tuple[Mark, ...] = ()  # what stands on the pad, of the screen's thread
        executor.submit(self._begin)

    def feed(self, key: str) -> None:
        """A key that meets nothing undecided, because the word before it was just decided, does what it says on it."""
        self._do(lambda engine: engine.feed(key) if self._last.preedit else BARE.get(key) or engine.feed(key))

    def draw(self, marks: Iterable[Mark]) -> None:
        """All that stands on the pad. Of several that wait, only the last is looked at."""
        newest = self._marks = tuple(marks)
        self._do(lambda engine: self._look(engine, newest))

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
        self._do(lambda engine: self._finish(engine, text))

    def clear(self) -> None:
        self._do(lambda engine: engine.clear())

    def close(self) -> None:
        """Forgets everything in the engine. Steps before it still arrive."""
        self._executor.submit(self._end)

    def _take(self, engine: Engine, text: str) -> Composition:
        candidates = self._last.candidates
        return engine.choose(candidates.index(text)) if text in candidates else replace(self._last, committed="")

    def _look(self, engine: Engine, marks: tuple[Mark, ...]) -> Composition:
        if isinstance(engine, PenEngine) and marks is self._marks:
            return engine.draw(marks)
        return replace(self._last, committed="", taken=())

    def _finish(self, engine: Engine, after: str = "") -> Composition:
        committed, taken = "", ()
        while self._last.candidates:
            self._last = engine.choose(0)
            committed += self._last.committed
            taken += self._last.taken
        committed += self._last.guess
        taken += engine.clear().taken
        return Composition(committed=committed + after, taken=taken)

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
        self._last, self._marks = NOTHING, ()


Deliver = Callable[[Writing, Composition | Exception], None]
