"""Phrases to tap under a question: chips.toml. A centre puts its own beside its data, question by question."""

import logging
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from kiosk.errors import CatalogueError
from kiosk.nameplate import write_whole

SENT: Final = "words-sent/chips.toml"  # in the terminal's data folder
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chips:
    """table: `question` or `form.question` → language (zh, en, zh-Hant) → phrases."""

    table: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)

    def phrases(self, question: str, language: str) -> Sequence[str]:
        """question: `form.question`, or the bare name where the form does not matter."""
        named = self.table.get(question) or self.table.get(question.rpartition(".")[2], {})
        own = named.get(language) or named.get(language.partition("-")[0])
        return own or named.get("zh", ())  # as every word here, zh where a language has none


def parse_chips(source: Mapping[str, Any]) -> Chips:
    return Chips({name: value for name, value in source.items() if isinstance(value, Mapping)})


def with_own(shipped: Path, *own: Path) -> Chips:
    """The shipped phrases, those of a centre's own files in their place. A file's mistakes cost it its phrases only."""
    table = dict(load_chips(shipped).table)
    for file in own:
        try:
            table |= load_chips(file).table
        except CatalogueError as error:
            _log.warning("%s", error)
    return Chips(table)


def latest(*files: Path) -> Callable[[], Chips]:
    """Phrases as they are when they are asked for: read again when one of the files, shipped first, has changed."""
    read = lru_cache(maxsize=1)(lambda _stamps: with_own(*files))
    return lambda: read(tuple(file.stat().st_mtime_ns if file.is_file() else 0 for file in files))


def lay_out(sent: str, file: Path) -> None:
    """What the centre sent, where the screen reads it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, sent.encode())


def load_chips(path: Path) -> Chips:
    """No file, no phrases. Raises CatalogueError on one that does not read, or holds something else than phrases."""
    try:
        chips = parse_chips(tomllib.loads(path.read_text("utf-8")))
        for name, languages in chips.table.items():
            for language, phrases in languages.items():
                if not isinstance(phrases, list) or not all(isinstance(phrase, str) for phrase in phrases):
                    raise CatalogueError(f"{path.name}: [{name}] {language}: expected a list of phrases")
        return chips
    except FileNotFoundError:
        return Chips()
    except (OSError, ValueError) as error:
        raise CatalogueError(f"{path.name}: {error}") from error
