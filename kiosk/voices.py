"""Spoken messages: sealed to the centre the moment they are recorded, and laid out until the centre holds them whole.

A message is a libsodium sealed box over MAGIC, the visit's id (16 bytes) and the Ogg Opus. Its name is the sha256 of
the box, and that name stands in the record: the answer {"voice": {"sha256", "bytes", "seconds"}}. Boxes lie as files in
DATA/voices and not in the store: half a megabyte each would swell its log and every rescue, copy and vacuum of it, and
nobody but the centre can read one anyway. The plain sound is in memory alone, for as long as the visit lasts.
"""

import hashlib
import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from kiosk.errors import StoreFull, UntrustedError

FOLDER: Final = "voices"
SUFFIX: Final = ".xsv"
ASIDE: Final = ".refused"
MAGIC: Final = b"xsv1"
SECONDS_MAX: Final = 60
PLAIN_MAX: Final = 2**20  # bytes of Ogg Opus; a minute of speech takes a quarter of that
BOX_MAX: Final = PLAIN_MAX + 128
NAME: Final = re.compile(r"[0-9a-f]{64}")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A message as it travels. sha256 is that of the box, in hex."""

    sha256: str
    box: bytes
    seconds: int

    @property
    def answer(self) -> dict[str, Any]:
        """What stands in the record."""
        return {"voice": {"bytes": len(self.box), "seconds": self.seconds, "sha256": self.sha256}}


def seal_voice(centre_key: bytes, subject: str, sound: bytes, seconds: int, most: int = PLAIN_MAX) -> Sealed:
    """Seal a sound to the centre's X25519 key. The visit's id inside keeps a box from being moved to another record.

    Raises ValueError for a sound that is empty or larger than a message may be.
    """
    from nacl.public import PublicKey, SealedBox  # here, for the first frame waits for whatever the screen imports

    if not 0 < len(sound) <= most:
        raise ValueError("a message of no length, or too long")
    box = SealedBox(PublicKey(centre_key)).encrypt(MAGIC + UUID(subject).bytes + sound)
    return Sealed(hashlib.sha256(box).hexdigest(), box, min(max(seconds, 1), SECONDS_MAX))


def open_voice(centre_private_key: bytes, subject: str, box: bytes) -> bytes:
    """The Ogg Opus, at the centre. Raises UntrustedError for a box of another key or of another visit."""
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    try:
        plain = SealedBox(PrivateKey(centre_private_key)).decrypt(box)
    except (CryptoError, ValueError) as error:
        raise UntrustedError("voice: not sealed to this key") from error
    if plain[:20] != MAGIC + UUID(subject).bytes:
        raise UntrustedError("voice: sealed for another visit")
    return plain[20:]


def named_in(answers: Mapping[str, Any]) -> Iterator[str]:
    """The names of the messages that a form's answers speak of. Answers may be of any shape."""
    for value in answers.values():
        voice = value.get("voice") if isinstance(value, Mapping) else None
        name = voice.get("sha256") if isinstance(voice, Mapping) else None
        if isinstance(name, str) and NAME.fullmatch(name):
            yield name


class Outtray:
    """DATA/voices: sealed messages that the centre does not hold whole yet. Any thread or process may look."""

    def __init__(self, data: Path) -> None:
        self.folder = data / FOLDER

    def put(self, name: str, box: bytes) -> None:
        """Lay a message out; durable when this returns. Twice is fine. Raises StoreFull."""
        path = self._path(name)
        draft = path.with_suffix(".part")
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600), "wb") as file:
                file.write(box)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
            _flush(self.folder)
        except OSError as error:
            with suppress(OSError):
                draft.unlink()
            raise StoreFull(f"{path}: 无法写入 · cannot be written ({error.strerror})") from error

    def names(self) -> list[str]:
        """What waits, the oldest first."""
        found = []
        with suppress(OSError), os.scandir(self.folder) as files:
            for file in files:
                name = file.name.removesuffix(SUFFIX)
                if file.name.endswith(SUFFIX) and NAME.fullmatch(name):
                    with suppress(OSError):
                        found.append((file.stat().st_mtime_ns, name))
        return [name for _, name in sorted(found)]

    def read(self, name: str) -> bytes | None:
        """A message's box; None when it went meanwhile, or is damaged: then it is set aside for staff."""
        try:
            box = self._path(name).read_bytes()
        except OSError:
            return None
        if hashlib.sha256(box).hexdigest() != name or not 0 < len(box) <= BOX_MAX:
            self.refuse(name)
            return None
        return box

    def drop(self, name: str) -> None:
        """The centre holds it whole, or the visitor took it back. It is sealed: no block needs wiping."""
        with suppress(OSError):
            self._path(name).unlink()

    def refuse(self, name: str) -> None:
        """Nobody will ever take this one: it blocks no other, and staff can look."""
        path = self._path(name)
        with suppress(OSError):
            path.replace(path.with_suffix(ASIDE))
            log.warning("voices: %s is damaged and was set aside; its record stays", path.with_suffix(ASIDE).name)

    def aside(self) -> int:
        """How many were set aside, for staff to look at."""
        with suppress(OSError), os.scandir(self.folder) as files:
            return sum(file.name.endswith(ASIDE) for file in files)
        return 0

    def _path(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            raise ValueError("not the name of a message")
        return self.folder / f"{name}{SUFFIX}"


class Spoken:
    """What one visitor has said, in memory: to listen to again, and to lay out when the form is sent. One thread."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[Sealed, bytes]] = {}
        self._loose: set[str] = set()  # laid out for a record that is not durable yet
        self._sent: set[str] = set()

    def take(self, centre_key: bytes, subject: str, sound: bytes, seconds: int) -> dict[str, Any]:
        """Seal what was just recorded; the answer for the form."""
        sealed = seal_voice(centre_key, subject, sound, seconds)
        self._said[sealed.sha256] = sealed, sound
        return sealed.answer

    def sound(self, answer: Any) -> bytes | None:
        """The Ogg Opus of an answer of this visit."""
        name = next(named_in({"": answer}), "")
        return self._said[name][1] if name in self._said else None

    def unsay(self, answer: Any) -> None:
        """It was deleted before it was sent."""
        for name in named_in({"": answer}):
            if name not in self._sent:
                self._said.pop(name, None)

    def lay_out(self, tray: Outtray, answers: Mapping[str, Any]) -> None:
        """Before a record is written: the messages it names, durable. Raises StoreFull."""
        for name in named_in(answers):
            if name in self._said and name not in self._sent:
                self._loose.add(name)
                tray.put(name, self._said[name][0].box)

    def settle(self) -> None:
        """The record is durable."""
        self._sent |= self._loose
        self._loose.clear()

    def forget(self, tray: Outtray, *, withdrawn: bool = False) -> None:
        """The visitor has gone, or took back what they sent. Boxes that no record names go, too."""
        for name in self._loose | (self._sent if withdrawn else set()):
            tray.drop(name)
        self._said, self._loose, self._sent = {}, set(), set()


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
