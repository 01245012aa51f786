"""Sticks that staff plug in: seen in the table of mounts, where a desktop or our own unit (assets/deploy) puts them.

Reading the table touches no disk; looking into a stick does, and belongs in a worker.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TABLE: Final = Path("/proc/self/mountinfo")
_OCTAL: Final = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Stick:
    """A mounted stick. id tells one plugging-in from the next; writable as far as the mount says."""

    id: str
    place: Path
    writable: bool


def find_sticks(table: str, roots: Iterable[Path]) -> tuple[Stick, ...]:
    """The mounts below these folders (or on one of them), in the order they came. Pure; table: mountinfo's text."""
    wanted = tuple(roots)
    return tuple(stick for line in table.splitlines() if (stick := _stick(line, wanted)) is not None)


def mounted(roots: Iterable[Path], table: Path = TABLE) -> tuple[Stick, ...]:
    """What is plugged in now; nothing where this system tells no mounts."""
    try:
        return find_sticks(table.read_text(encoding="utf-8", errors="surrogateescape"), roots)
    except OSError:
        return ()


def folder_as_stick(folder: Path) -> Stick | None:
    """A folder that somebody configured to stand for a stick, once it is there."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return Stick(f"{status.st_dev}:{status.st_ino}", folder, os.access(folder, os.W_OK))


def _stick(line: str, roots: tuple[Path, ...]) -> Stick | None:
    fields = line.split(" ")
    if len(fields) < 6:
        return None
    place = Path(_OCTAL.sub(lambda found: chr(int(found[1], 8)), fields[4]))
    source = line.partition(" - ")[2].split(" ")
    if len(source) < 2 or not source[1].startswith("/dev/"):
        return None  # a file system in memory, or of another machine
    if not any(root == place or root in place.parents for root in roots):
        return None
    return Stick(f"{fields[0]}:{fields[2]}", place, "rw" in fields[5].split(","))
