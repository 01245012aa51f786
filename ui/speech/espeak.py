"""espeak-ng: small, offline, robotic, and always to be had. Any text of its languages."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from kiosk.sound import ESPEAK, VOICES
from ui.speech.voice import Command, ProcessVoice

WORDS_A_MINUTE: Final = "150"
AMPLITUDES: Final = {1: "30", 2: "60", 3: "100", 4: "140", 5: "190"}  # of 0 to 200, by volume
PAUSE: Final = "\n\n"  # between two texts, as between two paragraphs


class Espeak(ProcessVoice):
    """One espeak-ng."""

    def __init__(self, program: str, parent: QObject | None = None, wave: Path | None = None) -> None:
        """wave: writes the sound into this file instead of playing it."""
        super().__init__(parent)
        self._program = program
        self._wave = wave

    def speaks(self, language: str) -> bool:
        """Whether it has this language."""
        return language in VOICES

    def says(self, text: str, language: str) -> bool:  # noqa: ARG002 - any text
        """Every text of its languages."""
        return self.speaks(language)

    def command(self, texts: Sequence[str], language: str, volume: int) -> Command:
        """What to run for these texts."""
        into = ("-w", str(self._wave)) if self._wave else ()
        how = ("-v", VOICES[language], "-s", WORDS_A_MINUTE, "-a", AMPLITUDES[volume], *into, "--stdin")
        return Command(self._program, how, PAUSE.join(texts).encode())


def find_espeak(parent: QObject | None = None) -> Espeak | None:
    """espeak-ng, where it is installed."""
    program = shutil.which(ESPEAK)
    return Espeak(program, parent) if program else None
