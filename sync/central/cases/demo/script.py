"""What the made-up people say, read from assets/central/demo: themes, voices, and how the staff work."""

import random
import string
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from kiosk.errors import ConfigError
from sync.central.cases.taxonomy import ASSETS, is_category

FOLDER: Final = ASSETS / "central" / "demo"


@dataclass(frozen=True, slots=True)
class Theme:
    """Something people keep coming back to; its key is the label that later groupings are judged by."""

    key: str
    category: str
    share: int
    grades: Sequence[int]
    forms: Mapping[str, int]
    tags: Sequence[str]
    answers: Mapping[str, Sequence[str]]
    says: Sequence[str]
    wishes: Sequence[str]
    replies: Sequence[str]
    replies_en: Sequence[str] = ()
    language: str = "zh-Hans"


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that is said, and by whom."""

    themes: Sequence[Theme]
    voices: Mapping[str, Any]
    work: Mapping[str, Any]
    cards: Sequence[Mapping[str, Any]]
    by_key: Mapping[str, Theme] = field(default_factory=dict)

    def text(self, theme: Theme, grade: int, rng: random.Random) -> str:
        """Some words on a theme, in the mood of a grade. Some are short, some are not."""
        if not (heart := rng.choice(theme.says)):
            return ""
        if theme.language == "en":
            return f"{heart} {rng.choice(theme.wishes)}" if rng.random() < 0.3 else heart
        if theme.key == "thin":
            return heart
        pleased = grade == 5 and min(theme.grades) >= 4  # a five may come with a wish; then nobody gushes
        mood = "angry" if grade == 1 else "kind" if pleased else "plain"
        begin, end = (rng.choice(self.voices[part][mood]) for part in ("openers", "closers"))
        parts = [begin if rng.random() < 0.6 else "", heart]
        if rng.random() < 0.12:
            parts.append(rng.choice(theme.says))
        if rng.random() < 0.4:
            parts.append(rng.choice(theme.wishes))
        parts.append(end if rng.random() < 0.5 else "")
        return self.fill("".join(dict.fromkeys(part for part in parts if part)), rng)

    def fill(self, text: str, rng: random.Random, **known: str) -> str:
        """The text with its blanks filled: what is known, else one of the voices' own."""
        blanks = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        if not blanks:
            return text
        return text.format(
            **{name: known.get(name) or rng.choice(self.voices["blanks"][name]) for name in sorted(blanks)}
        )


def load(folder: Path = FOLDER) -> Script:
    """The script. Raises ConfigError by file."""
    themes = [Theme(**theme) for file in sorted(folder.glob("themes-*.toml")) for theme in _read(file)["theme"]]
    if wrong := [theme.key for theme in themes if not is_category(theme.category)]:
        raise ConfigError(f"demo: no such category: {', '.join(wrong)}")
    voices, work, cards = (_read(folder / f"{name}.toml") for name in ("voices", "work", "cards"))
    return Script(themes, voices, work, cards["card"], {theme.key: theme for theme in themes})


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{file.name}: cannot be read: {error}") from error
