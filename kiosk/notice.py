"""The privacy notice that stands before a phone number: assets/words/notice.toml, which a centre may edit.

PIPL Arts. 14 and 17: who, what for, which kinds, how long and which rights are said before anything personal is asked.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kiosk.errors import CatalogueError

FILE: Final = "words/notice.toml"  # in assets


@dataclass(frozen=True, slots=True)
class Words:
    """The notice in one language. lines may hold {venue}; agree and disagree are two equal buttons."""

    title: str
    lines: tuple[str, ...]
    agree: str
    disagree: str


@dataclass(frozen=True, slots=True)
class Notice:
    """version: what a consent names as read; it changes with every change of meaning. words: by language."""

    version: str
    words: Mapping[str, Words]

    def lines(self, language: str, venue: str) -> tuple[str, ...]:
        """What is read in a language, with the name of who asks."""
        return tuple(line.replace("{venue}", venue) for line in self.said(language).lines)

    def said(self, language: str) -> Words:
        """The words of a language, else those of the first one."""
        return self.words.get(language) or next(iter(self.words.values()))


def parse_notice(source: Mapping[str, Any]) -> Notice:
    """Raises CatalogueError on a notice that says less than it must: then no number may be asked for."""
    version = source.get("version")
    words = {code: _words(code, said) for code, said in source.items() if isinstance(said, Mapping)}
    if not isinstance(version, str) or not version.strip() or not words:
        raise CatalogueError("notice.toml: a version and the words of a language are needed")
    return Notice(version, words)


def load_notice(path: Path) -> Notice:
    """The notice of a file. Raises CatalogueError."""
    try:
        return parse_notice(tomllib.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise CatalogueError(f"{path.name}: {error}") from error


def _words(code: str, said: Mapping[str, Any]) -> Words:
    lines = said.get("lines")
    given = [said.get(name) for name in ("title", "agree", "disagree")]
    if not isinstance(lines, list) or not lines or not all(isinstance(t, str) and t.strip() for t in (*given, *lines)):
        raise CatalogueError(f"notice.toml: {code}: title, lines, agree and disagree are needed")
    title, agree, disagree = map(str, given)
    return Words(title, tuple(lines), agree, disagree)
