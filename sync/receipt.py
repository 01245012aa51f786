"""Signed documents of the centre: receipts, refusals and all else that a terminal may believe.

One line of canonical JSON: {"key", "signature", "signed": document}. `key` names the signing key (the first 8 bytes of
its sha256, as hex); the signature covers the document's format, a line feed and its canonical bytes, so a document of
one kind can never pass for another.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, Final

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from kiosk.errors import BatchError, UntrustedError
from kiosk.records import canonical
from sync import fields

FORMAT: Final = "xinsheng-receipt/1"
CENTRE: Final = "xinsheng-centre/1"
ENROL: Final = "xinsheng-enrol/1"
UPDATES: Final = "xinsheng-updates/1"
HEARTBEAT: Final = "xinsheng-heartbeat/1"
KEYS: Final = "xinsheng-keys/1"
CASE: Final = "xinsheng-case/1"
DOCUMENT_MAX: Final = 256 * 1024

Trusted = bytes | tuple[bytes, ...]  # Ed25519 public keys of 32 bytes: today's, and those that handed over to it

_COMMON = {"format", "kind", "centre", "batch", "digest", "source", "epoch", "time"}
_RECEIPT = _COMMON | {"held", "parked", "fork", "head", "backup_covers"}
_REFUSAL = _COMMON | {"code", "place", "why"}


def key_id(public_key: bytes) -> str:
    """The short name of an Ed25519 public key: 16 hex digits."""
    return hashlib.sha256(public_key).digest()[:8].hex()


def sign(document: Mapping[str, Any], key: SigningKey) -> bytes:
    """The signed line of a document, without a line feed. Receipts and refusals are checked before they go out."""
    if document["format"] == FORMAT:
        check(document)
    signature = key.sign(_to_sign(document)).signature.hex()
    return canonical({"key": key_id(bytes(key.verify_key)), "signature": signature, "signed": document})


def read(line: bytes, public_key: Trusted) -> dict[str, Any]:
    """The receipt or refusal in a line (one line feed after it is fine), signed by a key that is trusted.

    Raises UntrustedError when it is no signed document of that key, BatchError when it is one but not of format 1.
    """
    return check(open_signed(line, public_key, FORMAT))


def open_signed(line: bytes, public_key: Trusted, format_: str) -> dict[str, Any]:
    """Any document of this format in a signed line; its fields are the caller's to check. Raises UntrustedError."""
    trusted = (public_key,) if isinstance(public_key, bytes) else public_key
    wrapper = _wrapper(line)
    document = wrapper["signed"]
    if not isinstance(document, dict) or document.get("format") != format_:
        raise UntrustedError(f"signed document: not of format {format_}")
    signer = next((key for key in trusted if key_id(key) == wrapper["key"]), None)
    if signer is None:
        raise UntrustedError("signed document: signed by another centre's key")
    try:
        VerifyKey(signer).verify(_to_sign(document), bytes.fromhex(wrapper["signature"]))
    except (BadSignatureError, ValueError) as error:
        raise UntrustedError("signed document: its signature does not fit") from error
    return document


def peek(line: bytes) -> dict[str, Any]:
    """The document in a signed line before its signature is known to be right. Believe nothing of it.

    Enrolment needs it: the key to check with stands inside. Raises UntrustedError.
    """
    document = _wrapper(line)["signed"]
    if not isinstance(document, dict):
        raise UntrustedError("signed document: not an object")
    return document


def check(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document, if it is exactly a receipt or a refusal of format 1. Raises BatchError by place."""
    kind = document.get("kind")
    if kind not in ("receipt", "refusal"):
        raise BatchError("receipt.kind: neither receipt nor refusal")
    doc = fields.exactly(f"{kind}", dict(document), _RECEIPT if kind == "receipt" else _REFUSAL)
    fields.text(f"{kind}.centre", doc["centre"], 64)
    fields.uuid7(f"{kind}.batch", doc["batch"])
    fields.hex_(f"{kind}.digest", doc["digest"], 64)
    fields.source(f"{kind}.source", doc["source"])
    fields.hex_(f"{kind}.epoch", doc["epoch"], 16)
    fields.moment(f"{kind}.time", doc["time"])
    if kind == "receipt":
        _check_receipt(doc)
    else:
        fields.text("refusal.code", doc["code"], 16)
        fields.text("refusal.place", doc["place"], 200)
        fields.text("refusal.why", doc["why"], 400)
    return doc


def _check_receipt(doc: dict[str, Any]) -> None:
    _check_held(doc["held"])
    if not isinstance(doc["parked"], list):
        raise BatchError("receipt.parked: not a list")
    for entry in doc["parked"]:
        parked = fields.exactly("receipt.parked", entry, {"seq", "reason"})
        fields.whole("receipt.parked.seq", parked["seq"], 1)
        fields.text("receipt.parked.reason", parked["reason"], 200)
    if not isinstance(doc["fork"], bool):
        raise BatchError("receipt.fork: neither true nor false")
    head = fields.exactly("receipt.head", doc["head"], {"seq", "link"})
    fields.whole("receipt.head.seq", head["seq"], 0)
    fields.hex_("receipt.head.link", head["link"], 64)
    if doc["backup_covers"] is not None:
        fields.whole("receipt.backup_covers", doc["backup_covers"], 0)


def _check_held(held: Any) -> None:
    """Ranges [first, last] in order, none touching the one before it twice."""
    if not isinstance(held, list):
        raise BatchError("receipt.held: not a list of ranges")
    after = 0
    for pair in held:
        if not isinstance(pair, list) or len(pair) != 2:
            raise BatchError("receipt.held: not a list of ranges")
        first = fields.whole("receipt.held", pair[0], after + 1)
        after = fields.whole("receipt.held", pair[1], first)


def _to_sign(document: Mapping[str, Any]) -> bytes:
    return document["format"].encode("ascii") + b"\n" + canonical(document)


def _wrapper(line: bytes) -> dict[str, Any]:
    if len(line) > DOCUMENT_MAX:
        raise UntrustedError(f"signed document: longer than {DOCUMENT_MAX} bytes")
    try:
        wrapper = fields.read_line("signed document", line.removesuffix(b"\n"), {"key", "signature", "signed"})
        fields.hex_("signed document: key", wrapper["key"], 16)
        fields.hex_("signed document: signature", wrapper["signature"], 128)
    except BatchError as error:
        raise UntrustedError(str(error)) from error
    return wrapper
