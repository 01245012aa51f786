"""The words of the form pages, by language: assets/central/phone.toml. What a language lacks is said in Chinese."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from django.conf import settings

from kiosk.errors import ConfigError
from sync.central.cases import language as chinese_first
from sync.central.cases.texts import blanks

FILE: Final = Path(__file__).parents[3] / "assets" / "central" / "phone.toml"
FIRST: Final = "zh-Hans"
LANGUAGES: Final = ("zh-Hans", "zh-Hant", "en", "ug")
RIGHT_TO_LEFT: Final = frozenset({"ug", "kk-Arab"})
_DJANGO: Final = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}  # how other pages of ours name them in ?lang=


def words(language: str) -> Mapping[str, str]:
    """Every word of the pages in one language: the centre's own, where it has changed them, over the product's."""
    own = settings.PLACES.data / FILE.name
    return _words(language, own, own.stat().st_mtime_ns if own.is_file() else 0)


@lru_cache(maxsize=16)
def _words(language: str, own: Path, stamp: int) -> Mapping[str, str]:
    layers = [tomllib.loads(file.read_text("utf-8")) for file in (FILE, own) if file is FILE or stamp]
    return MappingProxyType(
        {name: text for tag in (FIRST, language) for layer in layers for name, text in layer.get(tag, {}).items()}
    )


def check(text: str) -> None:
    """A phone.toml that a centre changed: known languages and names, the same blanks. Raises ConfigError by place."""
    ours, theirs = tomllib.loads(FILE.read_text("utf-8")), tomllib.loads(text)
    for tag, table in theirs.items():
        if tag not in LANGUAGES or not isinstance(table, dict):
            raise ConfigError(f"phone.toml: {tag}: no language of these pages")
        for name, said in table.items():
            if name not in ours[FIRST] or not isinstance(said, str) or not said.strip():
                raise ConfigError(f"phone.toml: {tag}.{name}: not a text of these pages")
            if blanks(said) != blanks(ours[FIRST][name]):
                raise ConfigError(f"phone.toml: {tag}.{name}: not the same blanks as {ours[FIRST][name]!r}")


def offered(wanted: str | None) -> str:
    """The language that was asked for, if it is one of ours, else Chinese: never what a browser happens to prefer."""
    wanted = _DJANGO.get(wanted or "", wanted)
    return wanted if wanted in LANGUAGES else FIRST


def pick(texts: Any, language: str) -> str:
    """A text by language; another script of Chinese before any other language."""
    if not isinstance(texts, Mapping):
        return str(texts or "")
    for code in (language, FIRST):
        if texts.get(code):
            return str(texts[code])
    return str(next(iter(texts.values()), ""))


def say_day(day: date, today: date, language: str) -> str:
    """A date as people say it; in figures where we have no words for it."""
    named = language if language in {"en", "ug"} else chinese_first.CHINESE
    return chinese_first.say_day(day, today=today, language=named)
