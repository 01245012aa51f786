"""From what stands on a screen to what is said of it. Pure.

A receipt code is spelled. A phone number is never said, unless only its owner hears it (headphones): others stand by.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ui.speech.sight import DOCK, Thing
from ui.speech.words import SpokenWords

KEYS: Final = ("key_", "digit_", "candidate_")  # of keyboards: said one by one, when one of them is reached
NUMBER: Final = "number"  # the field of a number that is typed
_CODE: Final = re.compile(r"[0-9A-HJKMNP-TV-Z]{5}")
_NOISE: Final = re.compile(r"[\s\u200b\u3000]+")
_HIDDEN: Final = "•"


@dataclass(frozen=True, slots=True)
class Ear:
    """Who listens. phone: the number that was left, as digits; asks_phone: it is being typed; alone: by headphones."""

    language: str
    phone: str = ""
    asks_phone: bool = False
    alone: bool = False


def spell(code: str) -> list[str]:
    """A receipt code sign by sign, with a pause between its groups."""
    return [" , ".join(group) for group in code.split()]


def read(things: Iterable[Thing], ear: Ear, words: SpokenWords) -> list[str]:
    """A whole screen: texts, options, and which of them is chosen; the dock, which is on every screen, is left out."""
    return [text for thing in things if thing.zone != DOCK and not is_letter(thing) for text in say(thing, ear, words)]


def is_letter(thing: Thing) -> bool:
    """Whether it is a key of one sign."""
    return thing.name.startswith(KEYS) and len(_bare(thing.words)) == 1


def say(thing: Thing, ear: Ear, words: SpokenWords) -> list[str]:
    """One thing: what it says, what else stands on it, and whether it is chosen."""
    texts = [thing.words, *(text for text in thing.said if _bare(text) not in _bare(thing.words))]
    spoken = [_private(flat(text), thing, ear, words) for text in texts]
    if thing.chosen and not thing.name.startswith(KEYS):
        spoken.append(words.say(ear.language, "chosen"))
    return [text for one in spoken if (text := one.strip())]


def _private(text: str, thing: Thing, ear: Ear, words: SpokenWords) -> str:
    digits = re.sub(r"\D", "", text)
    hidden = digits + text.count(_HIDDEN) * "0" if _HIDDEN in text else digits
    if thing.name == NUMBER and ear.asks_phone:
        if ear.alone and _HIDDEN not in text:
            return _spelled(digits)
        return words.say(ear.language, "typed", n=len(hidden))
    if _HIDDEN in text or (len(digits) > 4 and ear.phone and digits in ear.phone):
        return _spelled(ear.phone) if ear.alone else words.say(ear.language, "phone_kept")
    return spell(text)[0] if _CODE.fullmatch(text) else text


def _spelled(digits: str) -> str:
    return " , ".join(digits)


def flat(text: str) -> str:
    """On one line, without the places where it may break. A blank where a line broke between Latin words."""
    text = text.replace("\u200b", "")
    return re.sub(r"(?<=[\u2e80-\u9fff])\n|\n(?=[\u2e80-\u9fff])", "", text).replace("\n", " ").replace("\u3000", " ")


def _bare(text: str) -> str:
    return _NOISE.sub("", text)
