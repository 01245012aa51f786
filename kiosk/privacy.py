"""Contact details leave a visitor's hands sealed: only the centre can open them. And how long copies may stay."""

from collections.abc import Mapping
from typing import Any, Final

import orjson
from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from kiosk import records
from kiosk.errors import UntrustedError

BLOCK: Final = 128  # bytes; a box's length must not tell a landline from a mobile number
BOX_DAYS: Final = 30  # a settled body's box is kept no longer without word of the centre's backup


def seal_contact(centre_key: bytes, subject: str, contact: Mapping[str, Any]) -> bytes:
    """A libsodium sealed box to the centre's X25519 key (32 bytes) over contact details and the visit's id.

    The subject inside keeps a box from being moved to another record. Padded to multiples of 128 bytes.
    """
    plain = records.canonical({"contact": dict(contact), "subject": subject})
    return SealedBox(PublicKey(centre_key)).encrypt(sodium_pad(plain, BLOCK))


def open_contact(centre_private_key: bytes, subject: str, sealed: bytes) -> dict[str, Any]:
    """What was sealed, at the centre. Raises UntrustedError for a box of another key or of another visit."""
    try:
        plain = SealedBox(PrivateKey(centre_private_key)).decrypt(sealed)
        value = orjson.loads(sodium_unpad(plain, BLOCK))
    except (CryptoError, ValueError) as error:
        raise UntrustedError("contact: not sealed to this key") from error
    if not isinstance(value, dict) or value.keys() != {"contact", "subject"} or value["subject"] != subject:
        raise UntrustedError("contact: sealed for another visit")
    return value["contact"]


def seal_body(centre_key: bytes, bodies: Mapping[int, bytes]) -> dict[int, bytes]:
    """Each body as a sealed box to the centre's key, by the same keys. About 70 µs each."""
    box = SealedBox(PublicKey(centre_key))
    return {key: box.encrypt(body) for key, body in bodies.items()}


def open_body(centre_private_key: bytes, box: bytes) -> bytes:
    """A body that comes back from a terminal as a box. Raises UntrustedError when it was sealed to another key."""
    try:
        return SealedBox(PrivateKey(centre_private_key)).decrypt(box)
    except (CryptoError, ValueError) as error:
        raise UntrustedError("box: not sealed to this key") from error
