"""The PIN that lets staff behind the screen: scrypt, growing waits, a lock after ten, and the way out of it.

A try is written down before it is looked at: pulling the plug right after a wrong one wins nothing. Whoever is locked
out reads a challenge on the screen to the centre, which answers with eight digits that fit this terminal and this
challenge alone (sync/unlock.py); then a new PIN is chosen.
"""

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Final

from kiosk.errors import CallerError, ConfigError
from kiosk.nameplate import write_whole

FILE: Final = "staff.json"
SHORTEST, LONGEST = 6, 10  # digits
FREE: Final = 2  # wrong tries in a row without a wait: fingers slip
WAITS_S: Final = (5, 15, 30, 60, 120, 300, 600)  # after the third, the fourth … wrong try in a row
LOCK_AFTER: Final = 10
UNLOCK_TRIES: Final = 5  # wrong answers to one challenge; then it is another one
UNLOCK_WAIT_S: Final = 300
CHALLENGE: Final = 7  # digits; six were those of before, which the centre answered from its database alone
ANSWER: Final = 8
_COST: Final = {"n": 2**14, "r": 8, "p": 1}  # 16 MiB and about 50 ms a try


class Outcome(Enum):
    """What came of a try."""

    RIGHT = "right"
    WRONG = "wrong"
    WAIT = "wait"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Door:
    """What DATA/staff.json keeps. salt, hash in hex; failed: wrong tries in a row; at: of the last one (RFC 3339).

    challenge: what the centre must answer, "" while nobody is locked out; missed: wrong answers to it.
    """

    salt: str
    hash: str
    failed: int = 0
    at: str = ""
    challenge: str = ""
    missed: int = 0

    @property
    def locked(self) -> bool:
        """Whether only the centre can let staff in again."""
        return self.failed >= LOCK_AFTER


def wait_s(door: Door, now: datetime) -> int:
    """Seconds until the next try counts, of the PIN or of an answer. Pure. A clock set back gains nothing."""
    if door.locked:
        due = UNLOCK_WAIT_S if door.missed and door.missed % UNLOCK_TRIES == 0 else 0
    else:
        due = WAITS_S[min(door.failed - FREE - 1, len(WAITS_S) - 1)] if door.failed > FREE else 0
    if not due or not door.at:
        return 0
    passed = (now - datetime.fromisoformat(door.at)) / timedelta(seconds=1)
    return due if passed < 0 else max(0, -int(-(due - passed) // 1))


def flaw(pin: str) -> str:
    """Why this cannot be a PIN: "", short, long, plain (one digit, or all in a row)."""
    if len(pin) < SHORTEST or not (pin.isascii() and pin.isdigit()):
        return "short"
    if len(pin) > LONGEST:
        return "long"
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return "plain" if steps in ({0}, {1}, {9}) else ""


class Doorkeeper:
    """The PIN of one data folder. clock gives local time with its offset."""

    def __init__(self, data: Path, clock: Callable[[], datetime]) -> None:
        self._path = data / FILE
        self._clock = clock

    @property
    def door(self) -> Door | None:
        """As it stands; None while no PIN was ever set. Raises ConfigError for a file that does not read."""
        try:
            return Door(**json.loads(self._path.read_bytes()))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError) as error:
            raise ConfigError(f"{self._path}: 密码文件读不出来 · the PIN's file cannot be read") from error

    def set_pin(self, pin: str) -> None:
        """A new PIN; whoever calls this has shown that they may. Raises CallerError for one that is none."""
        if why := flaw(pin):
            raise CallerError(f"PIN: {SHORTEST}–{LONGEST} 位数字，不能太简单 · digits, and not too plain ({why})")
        salt = os.urandom(16)
        self._keep(Door(salt.hex(), _hashed(pin, salt).hex()))

    def try_pin(self, pin: str) -> Outcome:
        """Let in, or count. Takes about 50 ms."""
        door, now = self._need(), self._clock()
        if door.locked:
            return Outcome.LOCKED
        if wait_s(door, now):
            return Outcome.WAIT
        counted = replace(door, failed=door.failed + 1, at=now.isoformat())
        counted = replace(counted, challenge=_challenge() if counted.locked else "")
        self._keep(counted)
        if hmac.compare_digest(_hashed(pin, bytes.fromhex(door.salt)), bytes.fromhex(door.hash)):
            self._keep(replace(door, failed=0, at="", challenge=""))
            return Outcome.RIGHT
        return Outcome.LOCKED if counted.locked else Outcome.WRONG

    def try_answer(self, typed: str, expected: Callable[[str], str]) -> Outcome:
        """The centre's answer to the challenge. RIGHT forgets the old PIN: a new one must be set at once.

        expected gives the right answer to a challenge.
        """
        door, now = self._need(), self._clock()
        if wait_s(door, now):
            return Outcome.WAIT
        missed = door.missed + 1
        challenge = _challenge() if missed % UNLOCK_TRIES == 0 else door.challenge
        self._keep(replace(door, missed=missed, at=now.isoformat(), challenge=challenge))
        if not door.challenge or not hmac.compare_digest(typed.encode(), expected(door.challenge).encode()):
            return Outcome.WRONG
        # Not unlocked yet: until a new PIN stands, a plug that is pulled leaves it as it was, with another challenge.
        self._keep(replace(door, challenge=_challenge(), missed=0, at=""))
        return Outcome.RIGHT

    def renew(self) -> None:
        """Another challenge in the place of one of before: who updated a terminal while it was locked."""
        if (door := self.door) is not None and door.locked and len(door.challenge) != CHALLENGE:
            self._keep(replace(door, challenge=_challenge()))

    def forget(self) -> None:
        """No PIN any more: for a technician with a shell."""
        self._path.unlink(missing_ok=True)

    def _need(self) -> Door:
        if (door := self.door) is None:
            raise CallerError("还没有设密码 · no PIN has been set")
        return door

    def _keep(self, door: Door) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(self._path, json.dumps(asdict(door)).encode("ascii"))


def _hashed(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, maxmem=64 * 2**20, dklen=32, **_COST)


def _challenge() -> str:
    return f"{secrets.randbelow(10**CHALLENGE):0{CHALLENGE}}"
