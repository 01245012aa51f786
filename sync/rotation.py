"""Keys that change: the centre's, taken over under the signature of the old one; the terminal's own, likewise.

The keys a terminal has believed stay believed for receipts: a stick may carry one that is older than the rotation.
"""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import orjson
from nacl.public import PrivateKey
from nacl.signing import SigningKey

from kiosk.errors import BatchError, ConfigError, EnvironmentFault, UntrustedError
from kiosk.records import canonical
from kiosk.store import Store
from sync import fields, private, receipt
from sync.identity import IDENTITY, Enrolment, Identity, load_identity, save_enrolment
from sync.link import Reply, Request, Unreachable
from sync.updates import HANDOVER

KEYS: Final = "/api/v1/keys"
OLD_KEYS: Final = "old_centre_keys"  # in the store's meta: JSON list of hex, the newest first

Exchange = Callable[[Request], Reply | Unreachable]


def trusted(store: Store, enrolment: Enrolment) -> tuple[bytes, ...]:
    """The centre's signing keys that this terminal believes: today's, and those that handed over to it."""
    older = orjson.loads(store.meta(OLD_KEYS) or "[]")
    return enrolment.signing_key, *(bytes.fromhex(key) for key in older)


def take_over(data: Path, store: Store, enrolment: Enrolment) -> Enrolment | None:
    """Believe the centre's new keys, if its old one signed for them; None when nothing has changed.

    The enrolment's file goes first: should the power go between the two, the next start finds the word still waiting.
    """
    waiting = orjson.loads(store.meta(HANDOVER) or "[]")
    if not waiting:
        return None
    after = enrolment
    for word in waiting:
        after = _handed_on(after, word)
    if after.signing_key != enrolment.signing_key:
        older = [enrolment.signing_key.hex(), *orjson.loads(store.meta(OLD_KEYS) or "[]")]
        store.set_meta(OLD_KEYS, orjson.dumps(list(dict.fromkeys(older))).decode())
        save_enrolment(data, after)
    store.set_meta(HANDOVER, None)
    return after if after != enrolment else None


def _handed_on(enrolment: Enrolment, word: Any) -> Enrolment:
    """The enrolment after a word of the centre; unchanged when the word is not signed by the key it believes."""
    try:
        said = receipt.open_signed(canonical(word), enrolment.signing_key, receipt.KEYS)
        fields.exactly("keys", said, {"format", "centre", "signing_key", "sealing_key", "box_key", "time"})
        if said["centre"] != enrolment.centre:
            return enrolment
        names = ("signing_key", "sealing_key", "box_key")
        keys = {name: bytes.fromhex(fields.hex_(f"keys.{name}", said[name], 64)) for name in names}
    except (UntrustedError, BatchError):
        return enrolment
    return replace(enrolment, **keys)


def renew(data: Path, store: Store, enrolment: Enrolment, exchange: Exchange) -> Identity:
    """Exchange this terminal's own keys for new ones, at the centre first. Safe to repeat after a cut at any point.

    Raises EnvironmentFault when the centre did not confirm: the old keys go on, and the same new ones are tried again.
    """
    wanted = _planned(data)
    present = load_identity(data)
    said = {
        "source": store.status().source,
        "signing_key": bytes(wanted.signing.verify_key).hex(),
        "box_key": bytes(wanted.box.public_key).hex(),
    }
    signature = present.signing.sign(receipt.KEYS.encode() + b"\n" + canonical(said)).signature.hex()
    answer = exchange(Request(KEYS, canonical({**said, "signature": signature}), token=enrolment.token))
    try:
        if isinstance(answer, Unreachable):
            raise UntrustedError(answer.why)
        confirmed = receipt.open_signed(answer.body, trusted(store, enrolment), receipt.KEYS)
        if confirmed.get("signing_key") != said["signing_key"]:
            raise UntrustedError("an answer about other keys")
    except UntrustedError as error:
        raise EnvironmentFault(f"密钥未更换 · the keys were not changed: {error}") from error
    _write(data, wanted, None)
    return wanted


def _planned(data: Path) -> Identity:
    """The keys that shall be: on the disk before the centre hears of them, or a cut would leave nobody with them."""
    present = load_identity(data)
    stored = json.loads((data / IDENTITY).read_bytes()).get("next")
    try:
        if stored is not None:
            return Identity(SigningKey(bytes.fromhex(stored["signing"])), PrivateKey(bytes.fromhex(stored["box"])))
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{data / IDENTITY}: 终端密钥读不出来 · not a terminal's keys") from error
    wanted = Identity(SigningKey(os.urandom(32)), PrivateKey(os.urandom(32)))
    _write(data, present, wanted)
    return wanted


def _write(data: Path, present: Identity, wanted: Identity | None) -> None:
    stored: dict[str, Any] = _seeds(present)
    if wanted is not None:
        stored["next"] = _seeds(wanted)
    private.write(data / IDENTITY, json.dumps(stored, indent=1).encode() + b"\n")


def _seeds(identity: Identity) -> dict[str, str]:
    return {"box": bytes(identity.box).hex(), "signing": bytes(identity.signing).hex()}
