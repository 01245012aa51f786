"""The centre's three keys, made once and kept in the data folder beside nothing else.

``signing`` proves receipts and everything else a terminal may believe, ``sealing`` opens what terminals sealed to the
centre (contact details, boxes of bodies), ``box`` opens the half-filled forms of QR codes.
"""

import json
import os
from dataclasses import dataclass
from functools import lru_cache

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from kiosk.errors import ConfigError
from sync.central.places import Places, write_once


@dataclass(frozen=True, slots=True)
class Keys:
    """Who this centre is. `centre` is its id, 16 hex digits."""

    centre: str
    signing: SigningKey
    sealing: PrivateKey
    box: PrivateKey

    @property
    def source(self) -> str:
        """The name under which the centre writes records of its own."""
        return f"centre/{self.centre}"

    @property
    def public(self) -> dict[str, str]:
        """The three public keys as hex, under the names of the enrolment answer."""
        return {
            "signing_key": bytes(self.signing.verify_key).hex(),
            "sealing_key": bytes(self.sealing.public_key).hex(),
            "box_key": bytes(self.box.public_key).hex(),
        }


@lru_cache(maxsize=4)
def load(places: Places) -> Keys:
    """The keys of a data folder, made there when there are none yet. Raises ConfigError when they are damaged."""
    if not places.keys.exists():
        write_once(places.keys, _new())
    try:
        stored = json.loads(places.keys.read_bytes())
        seeds = {name: bytes.fromhex(stored[name]) for name in ("signing", "sealing", "box")}
        return Keys(
            centre=str(stored["centre"]),
            signing=SigningKey(seeds["signing"]),
            sealing=PrivateKey(seeds["sealing"]),
            box=PrivateKey(seeds["box"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{places.keys}: not the keys of a centre; restore them from a backup") from error


def _new() -> bytes:
    names = {"centre": os.urandom(8).hex()}
    seeds = {name: os.urandom(32).hex() for name in ("signing", "sealing", "box")}
    return json.dumps(names | seeds, indent=1).encode() + b"\n"
