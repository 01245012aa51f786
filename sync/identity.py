"""Who this terminal is (DATA/identity.json) and which centre it belongs to (DATA/enrolment.json). Both 0600.

The keys are made at first need and stay with the data folder; a terminal that enrols again keeps them.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from kiosk.errors import ConfigError, NotEnrolled
from sync import private

IDENTITY: Final = "identity.json"
ENROLMENT: Final = "enrolment.json"

_KEYS = ("signing_key", "sealing_key", "box_key")


@dataclass(frozen=True, slots=True)
class Identity:
    """The terminal's own keys: it signs batches with one, and boxes the QR's payload with the other."""

    signing: SigningKey
    box: PrivateKey


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a terminal learned when it enrolled. Keys are public and 32 bytes; salt is the venue's 16.

    certificate is the sha256 (hex) of the centre's own TLS certificate, None where the system vouches for it.
    vouched is when the centre last signed that (RFC 3339).
    """

    url: str
    centre: str
    terminal: int
    token: str
    signing_key: bytes
    sealing_key: bytes
    box_key: bytes
    venue: str
    venue_name: Mapping[str, str]
    salt: bytes
    public_url: str | None
    certificate: str | None
    vouched: str


def load_identity(data: Path) -> Identity:
    """The keys of a data folder, made there when there are none yet. Raises ConfigError when they are damaged."""
    path = data / IDENTITY
    if not path.exists():
        seeds = {"box": os.urandom(32).hex(), "signing": os.urandom(32).hex()}
        private.write_once(path, json.dumps(seeds, indent=1).encode() + b"\n")
    try:
        stored = json.loads(path.read_bytes())
        return Identity(SigningKey(bytes.fromhex(stored["signing"])), PrivateKey(bytes.fromhex(stored["box"])))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"{path}: 终端密钥读不出来，请从备份恢复 · not a terminal's keys; restore a backup"
        ) from error


def load_enrolment(data: Path) -> Enrolment | None:
    """The centre this terminal belongs to; None before it enrolled. Raises ConfigError when the file is damaged."""
    path = data / ENROLMENT
    try:
        return _from_json(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{path}: 登记文件读不出来，请重新登记 · not an enrolment; enrol again") from error


def need_enrolment(data: Path) -> Enrolment:
    """The same, for those who can do nothing without a centre. Raises NotEnrolled."""
    if (enrolment := load_enrolment(data)) is None:
        raise NotEnrolled("终端尚未登记，请先 kiosk enrol · not enrolled with a centre yet: kiosk enrol URL CODE")
    return enrolment


def save_enrolment(data: Path, enrolment: Enrolment) -> None:
    """Keep an enrolment; durable when this returns."""
    private.write(data / ENROLMENT, json.dumps(_to_json(enrolment), indent=1, ensure_ascii=False).encode() + b"\n")


def _to_json(enrolment: Enrolment) -> dict[str, Any]:
    values = {name: getattr(enrolment, name) for name in Enrolment.__dataclass_fields__}
    return values | {
        "venue_name": dict(enrolment.venue_name),
        **{name: values[name].hex() for name in (*_KEYS, "salt")},
    }


def _from_json(stored: dict[str, Any]) -> Enrolment:
    raw: dict[str, Any] = {name: bytes.fromhex(stored[name]) for name in (*_KEYS, "salt")}
    if any(len(raw[name]) != 32 for name in _KEYS) or len(raw["salt"]) != 16:
        raise ValueError("a key of another length")
    return Enrolment(**(stored | raw))
