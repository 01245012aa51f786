"""朗读 of one terminal: who asks for it, what is read, and when it stops.

A finger stops it at once. The keeper's question is said by itself; that is no sign that somebody is here.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ui.journey import CONTACT
from ui.speech.dispatcher import PROGRAM, Dispatcher, find_modules
from ui.speech.reading import Ear, read, spell
from ui.speech.sight import Sight, Thing
from ui.speech.speech import Speech
from ui.speech.words import FILE, load_words

if TYPE_CHECKING:
    from ui.app import Terminal

LOOK_MS: Final = 3000
LAST_CALL_S: Final = 10  # so many seconds before the end they are said once more


class Aloud(QObject):
    """Reads this terminal's screens."""

    def __init__(self, terminal: "Terminal", speech: Speech, assets: Path, *, better: bool) -> None:
        """better: whether a better voice is looked for, when there is time."""
        super().__init__(terminal)
        self._terminal = terminal
        self._sight: Sight | None = None
        self._hushed = False
        self._asked = ""
        self.speech = speech
        self.words = load_words(assets / FILE)
        models, conductor = terminal.models, terminal.conductor
        models.shell.speechWanted.connect(self.toggle)
        models.shell.volumeWanted.connect(self.set_volume)
        models.shell.touched.connect(self.hush)
        models.thanks.codeSpeechWanted.connect(self.read_code)
        models.idle.changed.connect(self._on_idle)
        speech.changed.connect(self.show)
        conductor.visitEnded.connect(self.forget)
        conductor.languageChanged.connect(lambda _: self.show())
        self.show()
        if better:
            QTimer.singleShot(LOOK_MS, self, self._look_for_better)

    def _look_for_better(self) -> None:
        """speech-dispatcher answers slowly, and the first frame must not wait for it."""
        self._terminal.jobs.ask(lambda _: find_modules(), self._on_modules, lambda _: None)

    def _on_modules(self, modules: dict[str, str]) -> None:
        if modules:
            self.speech.prefer(Dispatcher(PROGRAM, modules, self))
            self.show()

    @property
    def language(self) -> str:
        """The language of the moment."""
        return self._terminal.conductor.wishes.language

    @property
    def available(self) -> bool:
        """Whether this language can be heard."""
        return self.speech.speaks(self.language)

    @property
    def ear(self) -> Ear:
        """Who listens now."""
        conductor = self._terminal.conductor
        kind = self._terminal.models.question.props.kind
        at_phone = conductor.journey.screen == "question" and kind == CONTACT
        phone = conductor.journey.contact.get(CONTACT, "")
        return Ear(self.language, phone, at_phone, conductor.config.headphones)

    @property
    def holds(self) -> bool:
        """Whether somebody is being read to who asked for it."""
        return self.speech.speaking and not self.speech.by_itself

    @property
    def sight(self) -> Sight:
        """The eyes of this terminal's window."""
        if self._sight is None:
            self._sight = Sight(self._terminal.engine, self._terminal.window)
        return self._sight

    def things(self) -> list[Thing]:
        """What stands on the screen now."""
        return self.sight.things()

    def toggle(self) -> None:
        """朗读: the whole screen; again, to be quiet. Pressed once more it repeats."""
        if not self._hushed:
            self.read_screen()

    def read_screen(self) -> None:
        """The whole screen."""
        self.say(read(self.things(), self.ear, self.words))

    def read_code(self) -> None:
        """The receipt code, sign by sign."""
        self.say(spell(" ".join(self._terminal.models.thanks.props.groups)))

    def say(self, texts: list[str], *, by_itself: bool = False) -> None:
        """Say these, instead of what is being said."""
        self.speech.say(texts, self.language, by_itself=by_itself)

    def tell(self, key: str, **values: object) -> None:
        """Say something that stands on no screen."""
        self.say([self.words.say(self.language, key, **values)])

    def hush(self) -> None:
        """Any finger stops it; one that came down on 朗读 itself does not begin it again."""
        self._hushed = self.speech.speaking
        self.speech.stop()

    def set_volume(self, volume: int) -> None:
        """Another of the five steps, and how it sounds."""
        self.speech.louder(volume - self.speech.volume)
        self.show()
        self.tell("volume", n=self.speech.volume)

    def show(self) -> None:
        """Bring the dock to how things stand."""
        shell = self._terminal.models.shell
        shell.show(speech=self.available, speaking=self.speech.speaking, volume=self.speech.volume)

    def forget(self) -> None:
        """The next visitor hears nothing of this one, at the usual volume."""
        self._asked = ""
        self.speech.forget()
        self.show()

    def _on_idle(self) -> None:
        """The keeper asks, or counts down: said once, and once more shortly before the end."""
        props = self._terminal.models.idle.props
        before, self._asked = self._asked, props.asks
        if not self.available:
            return
        if props.asks and props.asks != before:
            QTimer.singleShot(0, self, self._read_question)  # when the card stands there
        elif props.asks == "idle" and props.seconds == LAST_CALL_S:
            self.say([self.words.say(self.language, "seconds", n=LAST_CALL_S)], by_itself=True)

    def _read_question(self) -> None:
        if self._terminal.models.idle.props.asks:
            self.say(read(self.things(), self.ear, self.words), by_itself=True)
