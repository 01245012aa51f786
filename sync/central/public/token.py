"""What somebody is filling in travels with their own page, shut: no cookie, no storage, no draft at the centre.

A token is the filling as JSON, deflated, in a secret box whose key follows from the centre's web secret. It has no
age: whoever joined may finish whenever they like.
"""

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final

from django.conf import settings
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from kiosk.errors import CallerError

PLAIN_MAX: Final = 256 * 1024
TOKEN_MAX: Final = 200_000  # characters


class TokenError(CallerError):
    """A token that is not of this centre, or of another version of it."""


@dataclass(frozen=True, slots=True)
class Filling:
    """One visit, one form, as far as it has come.

    subject: the visit, a UUIDv7; form: the first 8 hex of the form's hash; began: RFC 3339; code: the receipt code;
    via: where they came from; at: the screen, "-" for the review, "" for the first; answers: everything given so far;
    asked: the notice was answered; sealed: contact details in base64, number: the same as far as it may be shown;
    proving: keyed digest (hex) of the number a code was sent to; category: letter of the tile.
    """

    subject: str
    venue: str
    form: str
    began: str
    code: str
    language: str
    level: str = "V0"
    terminal: int | None = None
    via: str = ""
    category: str | None = None
    elder: bool = False
    contrast: bool = False
    whole: bool = False
    at: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    asked: bool = False
    sealed: str = ""
    number: str = ""
    proving: str = ""


def shut(filling: Filling) -> str:
    """The filling as a token."""
    plain = json.dumps(asdict(filling), ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(bytes(_box().encrypt(zlib.compress(plain, 6)))).decode()


def read(token: str) -> Filling:
    """The filling in a token. Raises TokenError."""
    try:
        if not token.isascii() or len(token) > TOKEN_MAX:
            raise TokenError("token: too long")
        inflater = zlib.decompressobj()
        plain = inflater.decompress(_box().decrypt(base64.urlsafe_b64decode(token)), PLAIN_MAX)
        value = json.loads(plain)
        known = {part.name for part in fields(Filling)}
        return Filling(**{name: part for name, part in value.items() if name in known})
    except (CryptoError, ValueError, TypeError, zlib.error) as error:
        raise TokenError("token: not of this centre") from error


def digest(kind: str, text: str) -> bytes:
    """32 bytes that only this centre can make of a text."""
    return hashlib.blake2b(text.encode(), key=_secret(), person=kind.encode()[:16], digest_size=32).digest()


def _box() -> SecretBox:
    return SecretBox(hashlib.blake2b(b"", key=_secret(), person=b"phone-token").digest()[:32])


def _secret() -> bytes:
    return settings.SECRET_KEY.encode()[:64]
