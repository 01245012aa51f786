"""Chinese first, English second: which language a page is in, and which of a text's languages it shows."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils import translation

CHINESE: Final = "zh-hans"
OFFERED: Final = (CHINESE, "zh-hant", "en")
_TAGS: Final = {CHINESE: "zh-Hans", "zh-hant": "zh-Hant", "en": "en"}  # Django's name → ours
_WEEK: Final = "一二三四五六日"


def offered(wanted: str | None) -> str:
    """The language that was asked for, if it is one of ours, else Chinese: never what a browser happens to prefer."""
    return wanted.lower() if wanted and wanted.lower() in OFFERED else CHINESE


def tag() -> str:
    """The page's language as records and texts name it: zh-Hans, zh-Hant, en."""
    return _TAGS.get(translation.get_language() or CHINESE, "zh-Hans")


def pick(texts: Any, language: str | None = None) -> str:
    """The text in the page's language, else in Chinese, else in any it has. A plain string is itself."""
    if not isinstance(texts, Mapping):
        return str(texts or "")
    wanted = _TAGS.get(language or translation.get_language() or CHINESE, "zh-Hans")
    return str(texts.get(wanted) or texts.get("zh-Hans") or next(iter(texts.values()), ""))


def say_day(day: date, *, today: date, language: str | None = None) -> str:
    """A date as people say it: 3月5日（周四）, Thu 5 March; with its year when it is not this one."""
    if (language or translation.get_language()) == "en":
        return f"{day:%a} {day.day} {day:%B}" + ("" if day.year == today.year else f" {day.year}")
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日（周{_WEEK[day.weekday()]}）"
