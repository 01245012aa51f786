"""Receipt codes that a person can read aloud, and the look-up key derived from them.

A code is nine random Crockford Base32 characters and a check character: 45 bits, shown as two groups of five.
The check is a weighted sum over GF(32) with weights alpha^i, all different and none zero, so that it catches every
single wrong character and every swap of two, which Crockford's own modulo 37 does too, but with five signs more
than a keypad of 32 keys has.
"""

import secrets
from typing import Final

from nacl.pwhash import argon2id

from kiosk.errors import CodeError

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 10
KEY_SIZE: Final = 16
SALT_SIZE: Final = argon2id.SALTBYTES

_VALUES = {sign: value for value, sign in enumerate(ALPHABET)} | {"I": 1, "L": 1, "O": 0}
_PRIMITIVE = 0b100101  # x^5 + x^2 + 1
_OPS, _MEMORY = 2, 19 * 1024 * 1024  # OWASP's second Argon2id profile: t=2, 19 MiB


def new_code() -> str:
    """Ten characters without a break: nine random ones and their check character."""
    values = [secrets.randbelow(32) for _ in range(LENGTH - 1)]
    return "".join(ALPHABET[value] for value in [*values, checksum(values)])


def show(code: str) -> str:
    """The code in two groups of five, as it stands on the receipt."""
    return f"{code[:5]} {code[5:]}"


def read_code(typed: str) -> str:
    """The code that somebody typed: any case, blanks and dashes ignored, I and L read as 1, O as 0.

    Raises CodeError when its length or its check character is wrong.
    """
    signs = [sign for sign in typed.upper() if sign not in " -\u00b7\u3000\u2013"]
    try:
        values = [_VALUES[sign] for sign in signs]
    except KeyError as error:
        raise CodeError("code: a character that no code has") from error
    if len(values) != LENGTH:
        raise CodeError(f"code: {LENGTH} characters expected, {len(values)} given")
    if checksum(values[:-1]) != values[-1]:
        raise CodeError("code: mistyped, its check character does not fit")
    return "".join(ALPHABET[value] for value in values)


def lookup_key(code: str, salt: bytes) -> bytes:
    """The 16-byte key under which a case is found: Argon2id(code, salt, t=2, 19 MiB). Takes about 22 ms."""
    return argon2id.kdf(KEY_SIZE, code.encode("ascii"), salt, opslimit=_OPS, memlimit=_MEMORY)


def checksum(values: list[int]) -> int:
    """The check value of a list of values of 0 to 31: sum of alpha^(i+1) * v_i over GF(32)."""
    total = 0
    for value in reversed(values):  # Horner's rule
        total = _times_alpha(total ^ value)
    return total


def _times_alpha(value: int) -> int:
    value <<= 1
    return value ^ _PRIMITIVE if value & 32 else value
