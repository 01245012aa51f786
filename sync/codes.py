"""The enrolment code: what a clerk types once, and what makes the first word with a centre safe.

25 Crockford Base32 characters in five groups of five: 9 random ones, the one-time secret, then 16 that hold the first
80 bits of the sha256 of the centre's public signing key. So the code itself says which centre it is for, and a page
in between that answers instead of it is noticed before the secret is sent.
"""

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Final

from kiosk.errors import CodeError
from kiosk.receipts import ALPHABET

SECRET: Final = 9
PIN: Final = 16
LENGTH: Final = SECRET + PIN

_READ = {sign: sign for sign in ALPHABET} | {"I": "1", "L": "1", "O": "0"}
_SKIPPED = " -\u00b7\u2010\u2013\u2014\u2212_.,\t\r\n"


@dataclass(frozen=True, slots=True)
class EnrolCode:
    """A code that was read: the secret to send, and the pin that the centre's key must fit."""

    secret: str
    pin: str


def new_enrol_code(signing_key: bytes) -> str:
    """A fresh code for the centre of this public signing key, in groups."""
    secret = "".join(secrets.choice(ALPHABET) for _ in range(SECRET))
    return show_enrol_code(secret + key_pin(signing_key))


def show_enrol_code(code: str) -> str:
    """Five groups of five."""
    return "-".join(code[at : at + 5] for at in range(0, LENGTH, 5))


def read_enrol_code(typed: str) -> EnrolCode:
    """The code that somebody typed or pasted: any case, full-width or not, blanks and dashes ignored, O as 0.

    Raises CodeError.
    """
    signs = [sign for sign in unicodedata.normalize("NFKC", typed).upper() if sign not in _SKIPPED]
    try:
        code = "".join(_READ[sign] for sign in signs)
    except KeyError as error:
        raise CodeError("登记码里有不会出现的字符 · enrolment code: a character that no code has") from error
    if len(code) != LENGTH:
        raise CodeError(
            f"登记码应为 {LENGTH} 个字符，现有 {len(code)} 个 · "
            f"enrolment code: {LENGTH} characters expected, {len(code)} given"
        )
    return EnrolCode(code[:SECRET], code[SECRET:])


def key_pin(signing_key: bytes) -> str:
    """The first 80 bits of a key's sha256 as 16 characters."""
    bits = int.from_bytes(hashlib.sha256(signing_key).digest()[:10], "big")
    return "".join(ALPHABET[bits >> shift & 31] for shift in range(75, -1, -5))
