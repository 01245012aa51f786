"""What speaks at this terminal: takes texts, gives each to the best voice that has it, one after the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.sound import can_be_heard
from ui.speech.voice import USUAL_VOLUME, VOLUMES, Voice
from ui.speech.words import FALL_BACK

_HAN = re.compile("[\u3400-\u9fff]")
_ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(slots=True)
class Run:
    """Neighbours that one voice says in one language."""

    voice: Voice
    language: str
    texts: list[str]


def language_of(text: str, language: str) -> str:
    """In what a text is written: what a language lacks is shown in Chinese, and has to be said in Chinese."""
    if language.startswith("zh") or not _HAN.search(text) or _ARABIC.search(text):
        return language
    return FALL_BACK


def runs(texts: Sequence[str], language: str, voices: Sequence[Voice]) -> list[Run]:
    """Which voice says what. A text that no voice has is passed over."""
    found: list[Run] = []
    for text in texts:
        own = language_of(text, language)
        voice = next((one for one in voices if one.says(text, own)), None)
        if voice is None:
            continue
        if found and (found[-1].voice, found[-1].language) == (voice, own):
            found[-1].texts.append(text)
        else:
            found.append(Run(voice, own, [text]))
    return found


class Speech(QObject):
    """changed when it begins or ends. by_itself: nobody asked for it, so it is no sign that somebody is here."""

    changed = Signal()

    def __init__(self, voices: Sequence[Voice], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voices = list(voices)
        self._queue: list[Run] = []
        self._now: Voice | None = None
        self._said: tuple[list[str], str] | None = None
        self.volume = USUAL_VOLUME
        self.by_itself = False
        self.begun = 0  # how often it has begun to speak

    def speaks(self, language: str) -> bool:
        """Whether anything of a language can be heard whole."""
        return any(voice.speaks(language) and voice.says("?", language) for voice in self._voices)

    def prefer(self, voice: Voice) -> None:
        """A better voice, found later: only what was recorded goes before it."""
        place = sum(not one.says("?", FALL_BACK) for one in self._voices[:1])
        self._voices.insert(place, voice)

    @property
    def speaking(self) -> bool:
        """Whether it speaks right now."""
        return self._now is not None

    def say(self, texts: Sequence[str], language: str, *, by_itself: bool = False) -> None:
        """Say texts, instead of what is being said."""
        self.stop()
        self._queue = runs([text for text in texts if text.strip()], language, self._voices)
        if self._queue:
            self.by_itself, self._said = by_itself, (list(texts), language)
            self.begun += 1
            self._next()
            self.changed.emit()

    def repeat(self) -> None:
        """The last thing again."""
        if self._said is not None:
            self.say(*self._said)

    def louder(self, steps: int) -> int:
        """Another volume; it stays among the five. Returns it."""
        self.volume = min(VOLUMES[-1], max(VOLUMES[0], self.volume + steps))
        return self.volume

    def stop(self) -> None:
        """Be quiet."""
        if (voice := self._now) is not None:
            self._queue, self._now = [], None
            voice.stop()
            self.changed.emit()

    def forget(self) -> None:
        """Quiet, with nothing to repeat, at the usual volume: the next visitor begins afresh."""
        self.stop()
        self._said, self.volume = None, USUAL_VOLUME

    def _next(self) -> None:
        run = self._queue.pop(0)
        self._now = run.voice
        run.voice.start(run.texts, run.language, self.volume, self._ended)

    def _ended(self) -> None:
        if self._queue:
            self._next()
        else:
            self._now = None
            self.changed.emit()


def find_voices(folders: Sequence[Path], parent: QObject | None = None) -> list[Voice]:
    """The voices of this machine, best first; better ones of speech-dispatcher are looked for later."""
    from ui.speech.espeak import find_espeak
    from ui.speech.prompts import find_prompts

    if not can_be_heard():
        return []
    return [voice for voice in (find_prompts(folders, parent), find_espeak(parent)) if voice is not None]
