"""Telephone numbers as people type them. Pure."""

import re
import unicodedata
from typing import Final

_DRESSING: Final = re.compile(r"[\s()\-.·–]+")
_MOBILE: Final = re.compile(r"1[3-9]\d{9}", re.ASCII)
_OTHER: Final = re.compile(r"(\+\d{7,15}|0\d{9,11}|\d{7,8})", re.ASCII)  # abroad, with area code, local


def read(typed: str) -> str | None:
    """The number somebody typed, digits and a plus alone; None when it is none."""
    number = _DRESSING.sub("", unicodedata.normalize("NFKC", typed))[:20]
    number = number.removeprefix("+86") if _MOBILE.fullmatch(number.removeprefix("+86")) else number
    return number if _MOBILE.fullmatch(number) or _OTHER.fullmatch(number) else None


def is_mobile(number: str) -> bool:
    """Whether a text message can reach it."""
    return bool(_MOBILE.fullmatch(number))


def masked(number: str) -> str:
    """As it may stand on a screen: 138 **** 5678."""
    if is_mobile(number):
        return f"{number[:3]} **** {number[-4:]}"
    return f"{'*' * max(1, len(number) - 3)}{number[-3:]}"
