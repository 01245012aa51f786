"""The centre's three keys, made once and kept in the data folder beside nothing else.

``signing`` proves receipts and everything else a terminal may believe, ``sealing`` opens what terminals sealed to the
centre (contact details, boxes of bodies), ``box`` opens the half-filled forms of QR codes.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from kiosk.errors import ConfigError
from sync.central.places import Places, write_once, write_secret
from sync.receipt import key_id


@dataclass(frozen=True, slots=True)
class Keys:
    """Who this centre is. `centre` is its id, 16 hex digits."""

    centre: str
    signing: SigningKey
    sealing: PrivateKey
    box: PrivateKey
    old: "tuple[Keys, ...]" = ()  # those of before a rotation, the newest first

    @property
    def source(self) -> str:
        """The name under which the centre writes records of its own."""
        return f"centre/{self.centre}"

    def facing(self, pinned: str) -> "Keys":
        """These keys as a terminal must see them that has pinned an older signing key (its short name, or ""): what it
        cannot verify yet is signed by the key it knows, until it has taken the hand-over."""
        known = {key_id(bytes(keys.signing.verify_key)): keys.signing for keys in (self, *self.old)}
        return replace(self, signing=known.get(pinned, self.signing))

    @property
    def sealings(self) -> tuple[PrivateKey, ...]:
        """Every key that something may be sealed to, today's first."""
        return tuple(keys.sealing for keys in (self, *self.old))

    @property
    def boxes(self) -> tuple[PrivateKey, ...]:
        """Every key that a QR's payload may be boxed to, today's first."""
        return tuple(keys.box for keys in (self, *self.old))

    @property
    def verify_keys(self) -> tuple[bytes, ...]:
        """The public halves of every key this centre has ever signed with, today's first."""
        return tuple(bytes(keys.signing.verify_key) for keys in (self, *self.old))

    @property
    def public(self) -> dict[str, str]:
        """The three public keys as hex, under the names of the enrolment answer."""
        return {
            "signing_key": bytes(self.signing.verify_key).hex(),
            "sealing_key": bytes(self.sealing.public_key).hex(),
            "box_key": bytes(self.box.public_key).hex(),
        }


def load(places: Places) -> Keys:
    """The keys of a data folder, made there when there are none yet. Raises ConfigError when they are damaged.

    Read again when the file has changed: a server that runs sees a rotation.
    """
    if not places.keys.exists():
        write_once(places.keys, _new())
    return _load(places, places.keys.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _load(places: Places, stamp: int) -> Keys:  # noqa: ARG001 — the stamp makes it another question
    try:
        stored = json.loads(places.keys.read_bytes())
        older = tuple(_read(seeds, stored["centre"]) for seeds in stored.get("old", []))
        return replace(_read(stored, stored["centre"]), old=older)
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{places.keys}: not the keys of a centre; restore them from a backup") from error


def rotate(places: Places) -> Keys:
    """Draw three new keys; those of before are kept, for they open what was sealed to them. The new keys."""
    load(places)
    stored = json.loads(places.keys.read_bytes())
    before = {name: stored[name] for name in _NAMES}
    write_secret(places.keys, _dump({"centre": stored["centre"], **_drawn(), "old": [before, *stored.get("old", [])]}))
    return load(places)


_NAMES: Final = ("signing", "sealing", "box")


def _read(stored: Mapping[str, str], centre: str) -> Keys:
    seeds = {name: bytes.fromhex(stored[name]) for name in _NAMES}
    return Keys(str(centre), SigningKey(seeds["signing"]), PrivateKey(seeds["sealing"]), PrivateKey(seeds["box"]))


def _new() -> bytes:
    return _dump({"centre": os.urandom(8).hex(), **_drawn()})


def _drawn() -> dict[str, str]:
    return {name: os.urandom(32).hex() for name in _NAMES}


def _dump(stored: Mapping[str, object]) -> bytes:
    return json.dumps(stored, indent=1).encode() + b"\n"
