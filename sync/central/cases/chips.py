"""Phrases to tap, as a centre may change them: known questions, few and short enough to stand side by side."""

import tomllib
from typing import Any, Final

from kiosk.errors import ConfigError
from sync.central.cases import library

LANGUAGES: Final = ("zh", "en", "zh-Hant")
MOST: Final = 12  # phrases
WIDEST: Final = {"zh": 10, "zh-Hant": 10, "en": 32}  # characters


def check(text: str) -> None:
    """Raises ConfigError, naming the place."""
    asked = [(form.id, one.name) for form in library.all_forms() for one in form.questions if one.type == "text"]
    known = {name for _form, name in asked} | {f"{form}.{name}" for form, name in asked}
    for question, table in tomllib.loads(text).items():
        if question not in known:
            raise ConfigError(f"chips.toml: {question}: no question that is answered in words")
        if not isinstance(table, dict) or "zh" not in table or table.keys() - set(LANGUAGES):
            raise ConfigError(f"chips.toml: {question}: phrases by language: {', '.join(LANGUAGES)}; zh is needed")
        for language, phrases in table.items():
            _fit(f"chips.toml: {question}.{language}", phrases, WIDEST[language])


def _fit(place: str, phrases: Any, widest: int) -> None:
    if not isinstance(phrases, list) or not 1 <= len(phrases) <= MOST or not all(isinstance(p, str) for p in phrases):
        raise ConfigError(f"{place}: 1 to {MOST} phrases")
    if wrong := [phrase for phrase in phrases if not 1 <= len(phrase.strip()) <= widest]:
        raise ConfigError(f"{place}: not 1 to {widest} characters: {wrong[0]}")
    if len(set(phrases)) != len(phrases):
        raise ConfigError(f"{place}: the same phrase twice")
