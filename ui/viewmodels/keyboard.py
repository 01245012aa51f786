"""The keyboard under a text: which keys stand there, which words are offered, and what goes onto the paper."""

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, qmlEngine
from PySide6.QtQuick import QQuickItem
from shiboken6 import isValid

from kiosk.errors import PartMissing
from ui.input import typing
from ui.input.engine import ENTER, NOTHING, Composition
from ui.input.inputs import ENGLISH, Inputs, Writing
from ui.input.layouts import fitting, rows, top_row
from ui.input.pen import HAND, Mark
from ui.viewmodels.base import plain
from ui.viewmodels.candidates import Measure, first_row, pages
from ui.viewmodels.paper import Paper

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1
INPUTS = "inputs"  # the property of the QML engine under which the terminal's Inputs are found
PAUSE_MS: Final = 800  # after the last stroke: until then the words offered stand still


@QmlElement
class KeyboardViewModel(QObject):
    """Made by the QML that shows it. Without Inputs at its engine it writes English and digits.

    changed: way, layer, shift; offered: candidates; composed: everything that a letter changes; edited: the text as it
    would stand if the visitor went on now, with the first word for what is undecided; taken: numbers of strokes that
    leave the pad; closed: the visitor is gone from here.
    """

    changed = Signal()
    offered = Signal()
    composed = Signal()
    waysChanged = Signal()
    edited = Signal(str)
    taken = Signal(list)
    closed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = typing.Board(ENGLISH)
        self._inputs: Inputs | None = None
        self._writing: Writing | None = None
        self._left: Writing | None = None  # the way just left, whose last words may still arrive
        self._waiting = 0  # steps that the engine has not answered yet
        self._composition = NOTHING
        self._words: tuple[str, ...] = ()  # as they stand on the screen
        self._paper: Paper | None = None
        self._maximum = 500
        self._narrow = False
        self._cleared = ""
        self._told = ""
        self._byHand = False
        self._held = False  # somebody writes on the pad: what is offered meanwhile waits
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._release)

    # ---- what QML binds

    @Property(str, notify=changed)
    def way(self) -> str:
        return self._board.way

    @Property(str, notify=changed)
    def layer(self) -> str:
        return self._board.layer

    @Property(list, notify=changed)
    def rows(self) -> list[list[dict[str, Any]]]:
        return [plain(row) for row in rows(self._board.way, self._board.layer, narrow=self._narrow)]

    @Property(list, notify=changed)
    def topRow(self) -> list[dict[str, Any]]:
        return plain(top_row(self._board.way, narrow=self._narrow))

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        return self._board.shift is typing.Shift.LOCK

    @Property(bool, notify=composed)
    def capital(self) -> bool:
        return typing.capital(self._board, sentence_start=self._sentence_start())

    @Property(list, notify=waysChanged)
    def ways(self) -> list[str]:
        return self._ways()

    @Property(bool, notify=waysChanged)
    def ready(self) -> bool:
        """Whether the way of writing in use is there."""
        inputs = self._find_inputs()
        return bool(inputs and inputs.ready_for(self._board.way))

    @Property(list, notify=offered)
    def candidates(self) -> list[str]:
        return list(self._words)

    @Property(bool, notify=composed)
    def undecided(self) -> bool:
        return self._board.undecided

    @Property(bool, notify=composed)
    def restorable(self) -> bool:
        return bool(self._cleared)

    @Property(int, notify=composed)
    def used(self) -> int:
        return len(self._text())

    @Property(int, notify=composed)
    def maximum(self) -> int:
        return self._maximum

    def _get_narrow(self) -> bool:
        return self._narrow

    def _set_narrow(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return  # other keys would be laid for nothing, and every one of them takes a millisecond
        self._narrow = narrow
        if self._paper and self._board.way != self._fitting(self._board.way):
            self._carry_out(*typing.switch(self._board, self._fitting(self._board.way)))
        self.changed.emit()

    narrow = Property(bool, _get_narrow, _set_narrow, notify=changed)  # ten keys do not fit side by side

    def _get_by_hand(self) -> bool:
        return self._byHand

    def _set_by_hand(self, by_hand: bool) -> None:
        self._byHand = by_hand

    byHand = Property(bool, _get_by_hand, _set_by_hand)  # begin with the pad, where there is one

    # ---- what the screen and the visitor do

    @Slot(QQuickItem, str, str, int)
    def open(self, item: QQuickItem, text: str, language: str, maximum: int) -> None:
        """The keyboard appears under a TextEdit that holds an earlier answer, for a visitor who reads this language."""
        self.close()
        self._maximum = maximum if maximum > 0 else 500
        paper = Paper(item)
        paper.show(text)
        self._paper, self._told = paper, text
        self._carry_out(*typing.switch(typing.Board(chinese=self._fitting("pinyin")), self._way_for(language)))

    @Slot(str)
    def turn(self, language: str) -> None:
        """The visitor reads another language now; what is written stays."""
        if self._paper and (self._board.way == ENGLISH) != (self._way_for(language) == ENGLISH):
            self._carry_out(*typing.press(self._board, "language"))

    @Slot()
    def close(self) -> None:
        """The keyboard is left: nothing of what was typed stays here."""
        if self._writing:
            self._writing.close()
        paper, self._paper = self._paper, None
        self._writing, self._left, self._waiting = None, None, 0
        self._let_go()
        self._compose(NOTHING)
        self._board = typing.Board(ENGLISH)
        self._cleared = self._told = ""
        self.closed.emit()
        if paper:
            paper.put("")
            paper.show("")

    @Slot()
    def notice(self) -> None:
        """The text of the paper changed; it may have been by a keyboard of wood and wire."""
        if self._paper and not self._board.undecided:
            self._tell()

    @Slot(int)
    def rule(self, pitch: int) -> None:
        """The paper is ruled at this distance."""
        if self._paper:
            self._paper.rule(pitch)

    @Slot(str)
    def press(self, key: str) -> None:
        key = self._fitting(key)
        self._carry_out(*typing.press(self._board, key, sentence_start=self._sentence_start()))

    def hold(self) -> None:
        """A finger came down on the pad."""
        self._pause.stop()
        self._held = True

    def draw(self, marks: Iterable[Mark]) -> None:
        """What stands on the pad now. It counts at once, and is offered after a pause."""
        if self._writing and self._board.way == HAND:
            self._held = True
            self._pause.start()
            self._cleared = ""
            self._waiting += 1
            self._board = typing.decided(self._board, undecided=True)
            self._writing.draw(marks)

    @Slot(str)
    def choose(self, text: str) -> None:
        """A candidate was tapped."""
        if self._writing:
            self._waiting += 1
            self._writing.choose(text)

    @Slot(str)
    def phrase(self, text: str) -> None:
        """A phrase was tapped."""
        if self._paper:
            coming = "…" if self._board.undecided else ""  # letters on their way become a word before the phrase
            before = self._paper.before + (self._composition.guess or coming)
            self._carry_out(self._board, typing.Insert(typing.joined(before, text)))

    @Slot(int)
    def place(self, position: int) -> None:
        """A finger on the paper sets the cursor; while something is undecided, it decides it instead."""
        if self._board.undecided:
            self._carry_out(self._board, typing.Decide())
        elif self._paper:
            self._paper.move_to(position)
            self.composed.emit()

    @Slot()
    def clear(self) -> None:
        """Everything goes; restore() brings it back until something else is written."""
        kept = self._would_be()
        self.show("")
        self._cleared = kept
        self.edited.emit("")
        self.composed.emit()

    @Slot()
    def restore(self) -> None:
        text, self._cleared = self._cleared, ""
        self._put(text)

    @Slot(str)
    def show(self, text: str) -> None:
        """Another text, from outside."""
        if self._paper is None or text == self._told:
            return
        if self._writing:
            self._waiting += 1
            self._writing.clear()
        self._compose(NOTHING)
        self._cleared = ""
        self._board = typing.decided(self._board, undecided=False)
        paper, self._paper = self._paper, None  # what the paper says meanwhile is no news
        paper.put("")
        paper.show(text)
        self._paper, self._told = paper, text
        self.composed.emit()

    @Slot(str, str, result="QStringList")
    def chips(self, question: str, language: str) -> list[str]:
        """Phrases to tap for this question."""
        inputs = self._find_inputs()
        return list(inputs.chips(question, language)) if inputs else []

    @Slot(list, result=int)
    def firstRow(self, measure: list[int]) -> int:
        """How many candidates stand in one row. measure: width, em, padding, least key, gap in pixels."""
        return first_row(self._lengths(), Measure(*measure))

    @Slot(int, list, int, result="QVariantList")
    def sheet(self, first: int, measure: list[int], lines: int) -> list[list[str]]:
        """The candidates from a place on, page by page. measure: as of firstRow()."""
        words = self._words[first:]
        found = pages(self._lengths()[first:], Measure(*measure), lines)
        return [list(words[page.start : page.stop]) for page in found]

    # ---- carrying out

    def _carry_out(self, board: typing.Board, step: typing.Step) -> None:
        before, self._board = self._board, board
        if step is not None and not isinstance(step, typing.Switch):
            self._cleared = ""
        match step:
            case typing.Switch(way):
                self._switch(before.way, way)
            case typing.Erase():
                self._erase()
            case typing.Insert(text) if not board.undecided:
                self._put(text)
            case None:
                pass
            case _ if self._writing:
                self._ask(self._writing, step)
        if (before.way, before.layer, before.shift) != (board.way, board.layer, board.shift):
            self.changed.emit()
        self.composed.emit()

    def _ask(self, writing: Writing, step: typing.Step) -> None:
        self._waiting += 1
        match step:
            case typing.Feed(key):
                writing.feed(key)
            case typing.Insert(text):
                writing.say(text)
            case typing.Keep():
                writing.feed(ENTER)
            case typing.Decide():
                writing.decide()

    def _switch(self, old: str, new: str) -> None:
        if leaving := self._writing:
            leaving.keep() if typing.keeps_letters(old) else leaving.decide()
            leaving.close()
        self._writing, self._left, self._waiting = None, self._writing, 0
        self._let_go()
        self._compose(NOTHING)
        if new != ENGLISH and (inputs := self._find_inputs()):
            self._writing = inputs.begin(new, self._take)

    def _take(self, writing: Writing, result: Composition | Exception) -> None:
        """The engine's answer to a step; the page may have gone meanwhile."""
        if not isValid(self):
            return
        if isinstance(result, PartMissing):
            others = [way for way in self._ways() if way != self._board.way]
            self._carry_out(
                *typing.switch(self._board, self._fitting(others[0] if self._board.way == HAND else ENGLISH))
            )
        elif isinstance(result, Exception):
            raise result
        elif writing is self._writing:
            self._waiting -= 1
            self._board = typing.decided(self._board, undecided=bool(result.preedit) or self._waiting > 0)
            if self._held and not (result.committed or result.taken or result.erased):
                self._composition = result
                self._tell()
                return
            self._let_go()
            self._compose(result)
            if result.taken:
                self.taken.emit(list(result.taken))
            for _ in range(result.erased):
                self._erase()
            self._put(result.committed)
        elif writing is self._left:
            self._put(result.committed)

    def _release(self) -> None:
        """Nobody has written on the pad for a while: show what came of it."""
        self._let_go()
        self._put("")

    def _let_go(self) -> None:
        self._pause.stop()
        self._held = False
        self._compose(self._composition)

    def _compose(self, composition: Composition) -> None:
        self._composition = composition
        if self._words != composition.candidates:
            self._words = composition.candidates
            self.offered.emit()

    def _put(self, text: str) -> None:
        if self._paper:
            room = max(0, self._maximum - len(self._text()))
            self._paper.put(text[:room], self._composition.preedit)
            self._tell()

    def _erase(self) -> None:
        if self._paper:
            self._paper.erase()
            self._tell()

    def _tell(self) -> None:
        told = self._would_be()
        if told != self._told:
            self._told = told
            self.edited.emit(told)
        self.composed.emit()

    def _would_be(self) -> str:
        """The text as it would stand if the visitor went on now."""
        if self._paper is None:
            return ""
        text, before = self._paper.text, self._paper.before
        return f"{before}{self._composition.guess}{text[len(before) :]}"[: self._maximum]

    def _text(self) -> str:
        return self._paper.text if self._paper else ""

    def _lengths(self) -> list[int]:
        return [len(text) for text in self._words]

    def _sentence_start(self) -> bool:
        return typing.at_sentence_start(self._paper.before if self._paper else "")

    def _ways(self) -> list[str]:
        inputs = self._find_inputs()
        return inputs.offered() if inputs else [ENGLISH]

    def _way_for(self, language: str) -> str:
        """The keys, unless the pad is wished for, or is all there is."""
        if not language.startswith("zh"):
            return ENGLISH
        ways = self._ways()
        return self._fitting(ways[0] if self._byHand else next((way for way in ways if way != HAND), HAND))

    def _fitting(self, way: str) -> str:
        return fitting(way, narrow=self._narrow)

    def _find_inputs(self) -> Inputs | None:
        """The terminal's, from the first moment on that this object lies in its QML engine."""
        if self._inputs is None and (engine := qmlEngine(self)) is not None:
            self._inputs = engine.property(INPUTS)
            if self._inputs is not None:
                self._inputs.changed.connect(self._ways_changed)
                self._inputs.prepare()
        return self._inputs

    def _ways_changed(self) -> None:
        if self._board.way not in self._ways():
            self._carry_out(*typing.switch(self._board, self._fitting(self._ways()[0])))
        self.waysChanged.emit()
