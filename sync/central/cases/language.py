"""Chinese first, English second: which language a page is in, and which of a text's languages it shows."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final

from django.utils import translation

CHINESE: Final = "zh-hans"
OFFERED: Final = (CHINESE, "zh-hant", "en")  # to staff
VISITORS: Final = (*OFFERED, "ug")
_TAGS: Final = {CHINESE: "zh-Hans", "zh-hant": "zh-Hant", "en": "en", "ug": "ug"}  # Django's name → ours
_APART, _TOGETHER = "\u2066", "\u2069"  # behind an Arabic letter a date would turn round: 24-11-2026
_WEEK: Final = "一二三四五六日"


def offered(wanted: str | None, among: Collection[str] = OFFERED) -> str:
    """The language that was asked for, if it is one of ours, else Chinese: never what a browser happens to prefer."""
    return wanted.lower() if wanted and wanted.lower() in among else CHINESE


def tag() -> str:
    """The page's language as records and texts name it: zh-Hans, zh-Hant, en, ug."""
    return _TAGS.get(translation.get_language() or CHINESE, "zh-Hans")


def pick(texts: Any, language: str | None = None) -> str:
    """The text in the page's language, else in Chinese, else in any it has. A plain string is itself."""
    if not isinstance(texts, Mapping):
        return str(texts or "")
    wanted = _TAGS.get(language or translation.get_language() or CHINESE, "zh-Hans")
    return str(texts.get(wanted) or texts.get("zh-Hans") or next(iter(texts.values()), ""))


def say_day(day: date, *, today: date, language: str | None = None) -> str:
    """A date as people say it: 3月5日（周四）, Thu 5 March; with its year when it is not this one. In figures in
    a language that we have no words for."""
    language = language or translation.get_language()
    if language == "ug":
        return f"{_APART}{day.isoformat()}{_TOGETHER}"
    if language == "en":
        return f"{day:%a} {day.day} {day:%B}" + ("" if day.year == today.year else f" {day.year}")
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日（周{_WEEK[day.weekday()]}）"
