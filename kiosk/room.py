"""What a terminal still takes when its disk fills up: voice goes first, then free text, ratings never.

A reserve of a few megabytes lies beside the store from the first day. When even a rating finds no room, the reserve is
given up for it: some five thousand ratings more, while staff are told. It is laid anew once there is room again.
"""

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FILE: Final = "reserve"
RESERVE: Final = 8 * 2**20
VOICE_MIN: Final = 500 * 2**20  # bytes free under which no voice is recorded
WORDS_MIN: Final = 50 * 2**20  # under which no free text, drawing or picture is asked for
_PLENTY: Final = 32  # the reserve is laid only where it is a small part of what is free


@dataclass(frozen=True, slots=True)
class Room:
    """What may still be asked for. state: ok, voice (none any more), words (ratings alone), reserve (it is spent)."""

    voice: bool
    words: bool
    state: str


def room(free: int, *, spent: bool = False) -> Room:
    """What a disk with so many bytes free has room for. Pure."""
    if spent:
        return Room(voice=False, words=False, state="reserve")
    if free < WORDS_MIN:
        return Room(voice=False, words=False, state="words")
    if free < VOICE_MIN:
        return Room(voice=False, words=True, state="voice")
    return Room(voice=True, words=True, state="ok")


def room_in(data: Path) -> Room:
    """The same for a terminal's folder. A folder that cannot be asked has room: the store says what is wrong."""
    try:
        free = shutil.disk_usage(data).free
    except OSError:
        return room(VOICE_MIN)
    return room(free, spent=(data / f"{FILE}.spent").exists())


def hold(data: Path) -> bool:
    """Lay the reserve where there is none and room is plenty; whether it is there."""
    path, spent = data / FILE, data / f"{FILE}.spent"
    if path.exists():
        return True
    try:
        if shutil.disk_usage(data).free < RESERVE * _PLENTY:
            return False
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            os.posix_fallocate(handle, 0, RESERVE)
        finally:
            os.close(handle)
        spent.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def release(data: Path) -> bool:
    """Give the reserve up; whether there was one."""
    try:
        (data / FILE).rename(data / f"{FILE}.spent")
    except OSError:
        return False
    with suppress(OSError):
        os.truncate(data / f"{FILE}.spent", 0)
    return True
