"""The words of the form pages, by language: assets/central/phone.toml. What a language lacks is said in Chinese."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from sync.central.cases import language as chinese_first

FILE: Final = Path(__file__).parents[3] / "assets" / "central" / "phone.toml"
FIRST: Final = "zh-Hans"
LANGUAGES: Final = ("zh-Hans", "zh-Hant", "en", "ug")
RIGHT_TO_LEFT: Final = frozenset({"ug", "kk-Arab"})
_DJANGO: Final = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}  # how other pages of ours name them in ?lang=


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def words(language: str) -> Mapping[str, str]:
    """Every word of the pages in one language."""
    tables = _tables()
    return MappingProxyType({**tables[FIRST], **tables.get(language, {})})


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
    if language == "ug":
        return day.isoformat()
    return chinese_first.say_day(day, today=today, language="en" if language == "en" else chinese_first.CHINESE)
