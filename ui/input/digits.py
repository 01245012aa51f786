"""What a digit pad does with a key: numbers, decimal numbers, telephone numbers. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Digits:
    """most: digits that fit; point: a decimal point may be typed; zeros: they may lead, as in a telephone number."""

    most: int = 9
    point: bool = False
    zeros: bool = False


KINDS = {"number": Digits(), "decimal": Digits(point=True), "phone": Digits(most=15, zeros=True)}


def type_digit(text: str, key: str, kind: Digits) -> str:
    """The text after a key: a digit, "." or "backspace". What does not fit changes nothing."""
    if key == "backspace":
        return text[:-1]
    if key == ".":
        return text if not kind.point or "." in text else f"{text or '0'}."
    if sum(char.isdigit() for char in text) >= kind.most:
        return text
    return key if text == "0" and not kind.zeros else text + key


def grouped(text: str, kind: Digits) -> str:
    """As it is read: a mobile number in groups of 3, 4, 4."""
    return " ".join(part for part in (text[:3], text[3:7], text[7:]) if part) if kind.zeros else text


def masked(text: str) -> str:
    """For the eyes of those who stand behind: only the last digit."""
    return "•" * (len(text) - 1) + text[-1:]
