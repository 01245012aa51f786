"""Recorded prompts: a human voice for the words a centre has recorded.

A file is named after what it says: letters, digits and signs of the script alone, no blanks or marks, lower case, at
most 40 of them, in a folder of its language. DATA/sounds/zh-Hans/非常满意.ogg says 非常满意 and 非常满意。;
DATA/sounds/en/callstaff.wav says "Call staff". Kinds: .ogg .opus .wav .flac. DATA/sounds comes before assets/sounds.
"""

import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from ui.speech.voice import Command, ProcessVoice

KINDS: Final = (".ogg", ".opus", ".wav", ".flac")
LONGEST: Final = 40
GAINS: Final = {1: "0.3", 2: "0.6", 3: "1", 4: "1.5", 5: "2.2"}  # by volume; what is too loud is cut, not bent
PLAYER: Final = Path(__file__).with_name("player.py")  # by its path: who knows where a terminal was started
PARTS: Final = ("sounddevice", "soundfile")


def sound_name(text: str) -> str:
    """The name, without its ending, of the file that says a text."""
    return "".join(sign for sign in text.lower() if sign.isalnum())[:LONGEST]


class Prompts(ProcessVoice):
    """Says only what was recorded; the folders are looked at anew each time, so that a new file counts at once."""

    def __init__(self, folders: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders

    def speaks(self, language: str) -> bool:
        """Whether anything is recorded in a language."""
        return any((folder / language).is_dir() for folder in self._folders)

    def says(self, text: str, language: str) -> bool:
        """Whether this text is recorded."""
        return self.file(text, language) is not None

    def file(self, text: str, language: str) -> Path | None:
        """The file that says a text."""
        if not (name := sound_name(text)):
            return None
        places = (folder / language / f"{name}{kind}" for folder in self._folders for kind in KINDS)
        return next((place for place in places if place.is_file()), None)

    def command(self, texts: Sequence[str], language: str, volume: int) -> Command:
        """What to run for these texts."""
        files = [str(file) for text in texts if (file := self.file(text, language)) is not None]
        return Command(sys.executable, (str(PLAYER), GAINS[volume], *files))


def find_prompts(folders: Sequence[Path], parent: QObject | None = None) -> Prompts | None:
    """The recorded prompts, where sound files can be played at all."""
    if any(importlib.util.find_spec(part) is None for part in PARTS):
        return None
    return Prompts(folders, parent)
