"""The 8,105 characters of 通用规范汉字表: the only ones a terminal offers, and how each is read.

assets/input/characters.txt is in the order of the table, one character a line with its readings; the table's three
levels (3,500 in daily use, 3,000 in print, 1,605 in names) are places in that order.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path

from kiosk.errors import PartMissing

COMMON = 6500  # the first two levels; the rest are names and terms, offered after everything else
MOST_READINGS = 8  # of one word: 音乐会 has 4


@dataclass(frozen=True, slots=True)
class Characters:
    """readings: character → its readings without tones (ü is v), in the table's order."""

    readings: Mapping[str, tuple[str, ...]]
    common: frozenset[str]

    def known(self, text: str) -> bool:
        """Whether every character is of the table: what is not, no font here can show."""
        return all(char in self.readings for char in text)

    def rare(self, text: str) -> bool:
        return not all(char in self.common for char in text)

    def spellings(self, word: str) -> Iterator[str]:
        """How a word may be typed, syllables apart: `yin yue hui`, `yin le hui`. Nothing for a word with letters.

        Which reading is meant is not ours to know; a wrong one is a spelling nobody types.
        """
        if word and self.known(word):
            yield from islice(
                (" ".join(one) for one in product(*(self.readings[char] for char in word))), MOST_READINGS
            )


def parse_characters(lines: Iterable[str]) -> Characters:
    readings = {}
    for line in lines:
        if line and not line.startswith("#"):
            char, *spoken = line.split()
            readings[char] = tuple(spoken)
    return Characters(readings, frozenset(islice(readings, COMMON)))


def load_characters(path: Path) -> Characters:
    """Raises PartMissing when the file is not there."""
    try:
        return parse_characters(path.read_text("utf-8").splitlines())
    except OSError as error:
        raise PartMissing(f"{path.name}: {error.strerror}") from error
