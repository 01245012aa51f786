"""The four-key pad: ↑ ↓ OK back, and a mode in which the screen is off and everything is said.

Keys, of a pad made for this, of a keyboard, or of a USB number pad (with or without NumLock):

    ↑            up, 8                       one thing back
    ↓            down, 2                     one thing on
    OK           Return, Enter, 5            press it; held for 1.5 s: screen off or on
    back         Escape, Backspace, 0        one step back; closes a sheet; stays, when the keeper asks
    ← →          left, right, 4, 6, − +      volume
    * or /       on a number pad             screen off or on, without holding
    . or Del     on a number pad             the whole screen again

With the screen on the pad is silent and moves the focus ring that Tab moves, too. A finger on the glass brings the
screen back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem

from ui.aloud import Aloud
from ui.journey import CONTACT
from ui.speech.reading import flat, read, say
from ui.speech.sight import DOCK, Thing

if TYPE_CHECKING:
    from ui.app import Terminal

HOLD_S: Final = 1.5
BLANK: Final = Path(__file__).parent / "qml" / "Kiosk" / "Blank.qml"
ON_TEXT: Final = ("key_", "candidate_", "way_")  # letters by four keys are no help: phrases to choose and 跳过 are
DIGITS: Final = "digit_"
TURNS: Final = ("pageUp", "pageDown")


class Key(Enum):
    """What a key of the pad means."""

    UP, DOWN, OK, BACK, QUIETER, LOUDER, SCREEN, AGAIN = range(8)


_KEYS: Final[Mapping[int, Key]] = {
    Qt.Key.Key_Up: Key.UP,
    Qt.Key.Key_Down: Key.DOWN,
    Qt.Key.Key_Return: Key.OK,
    Qt.Key.Key_Enter: Key.OK,
    Qt.Key.Key_Select: Key.OK,
    Qt.Key.Key_Escape: Key.BACK,
    Qt.Key.Key_Back: Key.BACK,
    Qt.Key.Key_Backspace: Key.BACK,
    Qt.Key.Key_Left: Key.QUIETER,
    Qt.Key.Key_Right: Key.LOUDER,
}
_ON_PAD: Final[Mapping[int, Key]] = {
    Qt.Key.Key_8: Key.UP,
    Qt.Key.Key_2: Key.DOWN,
    Qt.Key.Key_5: Key.OK,
    Qt.Key.Key_Clear: Key.OK,  # 5 without NumLock
    Qt.Key.Key_0: Key.BACK,
    Qt.Key.Key_Insert: Key.BACK,  # 0 without NumLock
    Qt.Key.Key_4: Key.QUIETER,
    Qt.Key.Key_6: Key.LOUDER,
    Qt.Key.Key_Minus: Key.QUIETER,
    Qt.Key.Key_Plus: Key.LOUDER,
    Qt.Key.Key_Asterisk: Key.SCREEN,
    Qt.Key.Key_Slash: Key.SCREEN,
    Qt.Key.Key_Period: Key.AGAIN,
    Qt.Key.Key_Delete: Key.AGAIN,
}


def key_of(key: int, modifiers: Qt.KeyboardModifier) -> Key | None:
    """What a key means to the pad; None: it is not one of its keys."""
    if modifiers & Qt.KeyboardModifier.KeypadModifier and key in _ON_PAD:
        return _ON_PAD[key]
    chord = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    return None if modifiers & chord else _KEYS.get(key)


@dataclass(frozen=True, slots=True)
class Page:
    """What makes a screen another one: then it is said from its beginning."""

    screen: str = ""
    sheet: str = ""
    asks: str = ""
    question: tuple[object, ...] = ()


def stops_of(things: list[Thing], screen: str, *, mute_digits: bool) -> list[Thing]:
    """What the pad stops at: texts and cards of the page in view, then the dock's. mute_digits: none to press."""

    def skipped(thing: Thing) -> bool:
        letters = screen == "question" and thing.name.startswith(ON_TEXT)
        return letters or (mute_digits and thing.name.startswith(DIGITS))

    seen = [thing for thing in things if thing.inside and not skipped(thing)]
    page = [thing for thing in seen if thing.zone != DOCK]
    return [*page, *(thing for thing in seen if thing.zone == DOCK and thing.card >= 0 and thing.enabled)]


def _again(here: Thing, at: int, stops: list[Thing]) -> int:
    """Where a stop is now: at its place, or nearest to it, or gone from there."""
    nearest = sorted(range(len(stops)), key=lambda place: abs(place - at))
    alike = [place for place in nearest if (stops[place].name, stops[place].words) == (here.name, here.words)]
    named = [place for place in nearest if here.name and stops[place].name == here.name]
    return next(iter(alike or named), min(at, len(stops) - 1))


class KeyPad(QObject):
    """One pad. It is idle until one of its keys is pressed."""

    def __init__(self, terminal: "Terminal", aloud: Aloud, *, monotonic: Callable[[], float]) -> None:
        super().__init__(terminal)
        self._terminal = terminal
        self._aloud = aloud
        self._monotonic = monotonic
        self._stops: list[Thing] = []
        self._at = -1
        self._page: Page | None = None  # None: nothing was said of any page yet
        self._chosen: Thing | None = None  # pressed a moment ago: what came of it is said
        self._begun = 0
        self._held_from: float | None = None
        self._used = False
        self._cover: QQuickItem | None = None
        self.dark = False
        terminal.window.installEventFilter(self)
        terminal.models.shell.touched.connect(self._on_touch)
        terminal.conductor.visitEnded.connect(self.rest)

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - as Qt has it
        """Takes the pad's keys before anything else does."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(event, QKeyEvent):
            return False
        if self._terminal.window.property("behind"):  # staff's own screens have keys of their own
            return False
        key = key_of(event.key(), event.modifiers())
        if key is None:
            return self.dark  # no letter goes anywhere nobody sees
        if event.type() is QEvent.Type.KeyRelease:
            if key is Key.OK and not event.isAutoRepeat():
                self._release()
        elif key is not Key.OK:
            self._press(key)
        elif not event.isAutoRepeat():
            self._held_from = self._monotonic()
            self._wake()
        return True

    def _wake(self) -> None:
        """Somebody is here."""
        self._terminal.keeper.touch()
        self._aloud.speech.stop()
        if not self._used:
            self._used = True
            self._page = self._where()
            self._look()
            if not self.dark and self._aloud.available:
                self._aloud.tell("hold")

    def _release(self) -> None:
        held, self._held_from = self._held_from, None
        if held is None:
            return  # it was held, and has been answered
        if self._monotonic() - held >= HOLD_S:
            self.turn_dark(not self.dark)
        else:
            self._ok()

    def _press(self, key: Key) -> None:
        first = not self._used
        self._wake()
        match key:
            case Key.UP | Key.DOWN:
                self._move(-1 if key is Key.UP else 1)
            case Key.BACK:
                self._back()
            case Key.QUIETER | Key.LOUDER:
                self._aloud.set_volume(self._aloud.speech.volume + (1 if key is Key.LOUDER else -1))
            case Key.SCREEN:
                self.turn_dark(not self.dark)
            case Key.AGAIN if self.dark or not first:
                self._read_page()
            case _:
                pass

    # -- moving

    def _move(self, by: int) -> None:
        self._look()
        count = len(self._stops)
        if not count:
            return
        places = [place for place, stop in enumerate(self._stops) if self.dark or stop.card >= 0]
        ahead = [place for place in places if (place > self._at if by > 0 else place < self._at)]
        self._at = (ahead[0] if by > 0 else ahead[-1]) if ahead else (places[0] if by > 0 else places[-1])
        self._show_ring()
        if self.dark:
            self._say_stop()

    def _show_ring(self) -> None:
        if 0 <= self._at < len(self._stops) and (card := self._stops[self._at].card) >= 0:
            self._aloud.sight.show(card)
        else:
            self._aloud.sight.hide()

    def _ok(self) -> None:
        self._look()
        if not 0 <= self._at < len(self._stops):
            self._move(1)
            return
        stop = self._stops[self._at]
        if stop.card < 0 or not stop.enabled:
            self._say_stop()
            return
        self._chosen, self._begun = stop, self._aloud.speech.begun
        self._aloud.sight.press(stop.card)
        self.tick()

    def _back(self) -> None:
        models = self._terminal.models
        if models.idle.props.asks:
            models.idle.stay()
        else:
            models.shell.back()
        self.tick()

    # -- looking

    def _where(self) -> Page:
        models, journey = self._terminal.models, self._terminal.conductor.journey
        shell, question = models.shell.props, models.question.props
        names = tuple(part.name for part in question.parts) if shell.screen == "question" else ()
        asked = (question.form, question.title, names, shell.language) if names else (shell.language, shell.screen)
        if shell.screen == "forms":
            asked = (*asked, journey.category)
        return Page(shell.screen, shell.sheet, models.idle.props.asks, asked)

    def _look(self) -> bool:
        """See what there is now; whether it is what was there at the last look. The place stays with its name."""
        ear = self._aloud.ear
        screen = self._terminal.models.shell.props.screen
        stops = stops_of(self._aloud.things(), screen, mute_digits=ear.asks_phone and not ear.alone)
        same = [stop[:6] for stop in stops] == [stop[:6] for stop in self._stops]
        here = self._stops[self._at] if 0 <= self._at < len(self._stops) else None
        if here is not None and not same:
            self._at = _again(here, self._at, stops)
        self._stops = stops
        return same

    def tick(self) -> None:
        """Look again, and say what has changed, once it stands still."""
        if not self._used:
            return
        where = self._where()
        settled = self._look()
        if not settled or not self._stops:
            return
        chosen, self._chosen = self._chosen, None
        if where != self._page or (chosen is not None and chosen.name in TURNS):
            self._page, self._at = where, -1
            self._aloud.sight.hide()
            if self.dark:
                self._read_page()
        elif chosen is not None:
            self._show_ring()
            if self.dark and self._aloud.speech.begun == self._begun:  # else it has said something by itself
                self._say_outcome(chosen)

    # -- saying

    def _say_stop(self) -> None:
        stop = self._stops[self._at]
        texts = say(stop, self._aloud.ear, self._aloud.words)
        cards = [one for one in self._stops if one.card >= 0 and one.zone != DOCK]
        if stop in cards:
            texts.append(self._words("place", n=cards.index(stop) + 1, all=len(cards)))
        self._aloud.say(texts)

    def _say_outcome(self, pressed: Thing) -> None:
        """What came of pressing something that left the page as it is."""
        now = next((stop for stop in self._stops if (stop.name, stop.zone) == (pressed.name, pressed.zone)), None)
        if now is None:
            self._read_page()
        elif now.chosen != pressed.chosen:
            self._aloud.say([self._words("now_chosen" if now.chosen else "unchosen", what=flat(now.words))])
        elif pressed.name.startswith("key_"):
            self._aloud.say([pressed.words, *self._typed()])
        else:
            self._aloud.say(say(now, self._aloud.ear, self._aloud.words))

    def _typed(self) -> list[str]:
        """How many signs of a code there are now."""
        models = self._terminal.models
        screen = models.shell.props.screen
        return [self._words("typed", n=len(models.lookup.props.typed))] if screen == "lookup" else []

    def _read_page(self) -> None:
        ear = self._aloud.ear
        texts = read((stop for stop in self._stops if stop.inside), ear, self._aloud.words)
        if ear.asks_phone and not ear.alone and self._terminal.models.question.props.kind == CONTACT:
            texts.append(self._words("no_headphones"))
        self._aloud.say(texts or [self._words("nothing")])

    def _words(self, key: str, **values: object) -> str:
        return self._aloud.words.say(self._aloud.language, key, **values)

    # -- the screen

    def turn_dark(self, dark: bool) -> None:
        """Screen off, everything said; or on again. Without a voice it stays on."""
        if dark == self.dark or (dark and not self._aloud.available):
            return
        self.dark = dark
        self._look()
        self._at = -1
        self._page = self._where()
        cover = self._the_cover()
        if cover is not None:
            cover.setProperty("dark", dark)
        if dark:
            page = read(self._stops, self._aloud.ear, self._aloud.words)
            self._aloud.say([self._words("screen_off"), self._words("keys"), *page])
        else:
            self._aloud.tell("screen_on")

    def _the_cover(self) -> QQuickItem | None:
        """The black sheet over everything; made when it is wanted first."""
        if self._cover is None:
            component = QQmlComponent(self._terminal.engine, QUrl.fromLocalFile(str(BLANK)))
            item = component.createWithInitialProperties({"shell": self._terminal.models.shell})
            if not isinstance(item, QQuickItem):
                return None
            item.setParent(self._terminal.window)
            item.setParentItem(self._terminal.window.contentItem())
            self._cover = item
        return self._cover

    def _on_touch(self) -> None:
        """A finger: somebody sees."""
        if self.dark:
            self.turn_dark(False)
        self._at = -1

    def rest(self) -> None:
        """The visitor is gone: screen on, nothing remembered."""
        self.dark = self._used = False
        self._stops, self._at, self._page, self._chosen = [], -1, None, None
        if self._cover is not None:
            self._cover.setProperty("dark", False)
