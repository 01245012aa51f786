"""The words that are only said: assets/words/speech.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.errors import CatalogueError

FILE: Final = "words/speech.toml"  # in assets
FALL_BACK: Final = "zh-Hans"


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """language → key → words."""

    table: Mapping[str, Mapping[str, str]]

    def say(self, language: str, key: str, **values: object) -> str:
        """The words of a key, in a language or else in Chinese."""
        words = self.table.get(language, {}).get(key) or self.table[FALL_BACK][key]
        return words.format(**values)


def load_words(path: Path) -> SpokenWords:
    """Raises CatalogueError on a file that does not read."""
    try:
        return SpokenWords(tomllib.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise CatalogueError(f"{path.name}: {error}") from error
