"""What a form says when it brings no words of its own: assets/forms/messages.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from kiosk.errors import FormError
from kiosk.forms import dates
from kiosk.forms.model import FIRST_LANGUAGE, short_language

FILE: Final = Path(__file__).parents[2] / "assets" / "forms" / "messages.toml"


@dataclass(frozen=True, slots=True)
class Messages:
    """The words by language and key."""

    words: Mapping[str, Mapping[str, str]]

    def say(self, language: str, key: str, **values: object) -> str:
        """The words of a key in a language, else in Chinese."""
        table = self.words.get(short_language(language)) or self.words[FIRST_LANGUAGE]
        return table.get(key, self.words[FIRST_LANGUAGE][key]).format(**values)

    def date(self, language: str, iso: str) -> str:
        """A day the way people write it."""
        day = dates.read_date(iso)
        return self.say(language, "date", year=day.year, month=day.month, day=day.day) if day else iso


@cache
def default_messages(path: Path = FILE) -> Messages:
    """The words that ship with the terminal. Raises FormError when the file does not read."""
    try:
        return Messages(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise FormError(f"{path.name}: {error}") from error
