"""How bright the screen is and how loud the terminal: the machine's own controls where it has any.

A panel with a backlight that we may write is really darkened; any other gets a veil over the picture, and says so.
"""

import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from kiosk.errors import StoreFull
from kiosk.nameplate import write_whole

BACKLIGHTS: Final = Path("/sys/class/backlight")
FILE: Final = "screen.json"
DARKEST: Final = 30  # percent: below this nobody finds the button that makes it bright again
STEP: Final = 10
MIXERS: Final = (  # program, how to set: {} is the percentage
    ("wpctl", ("set-volume", "@DEFAULT_AUDIO_SINK@", "{}%")),
    ("pactl", ("set-sink-volume", "@DEFAULT_SINK@", "{}%")),
    ("amixer", ("-q", "sset", "Master", "{}%")),
)


@dataclass(frozen=True, slots=True)
class Levels:
    """Percent."""

    brightness: int = 100
    volume: int = 80


@dataclass(frozen=True, slots=True)
class Controls:
    """What this machine can do. backlight: a folder of /sys/class/backlight that we may write; mixer: a program."""

    backlight: Path | None
    mixer: tuple[str, ...] | None


def find_controls(backlights: Path = BACKLIGHTS, find: Callable[[str], str | None] = shutil.which) -> Controls:
    """Look for a backlight and a mixer."""
    mixer = next(((path, *words) for name, words in MIXERS if (path := find(name))), None)
    return Controls(next((one for one in _folders(backlights) if _writable(one)), None), mixer)


def stepped(level: int, by: int, least: int) -> int:
    """A level one step on. Pure."""
    return max(least, min(100, level + by * STEP))


def set_backlight(folder: Path, percent: int) -> None:
    """Write a backlight. Raises OSError."""
    most = int((folder / "max_brightness").read_text())
    (folder / "brightness").write_text(str(max(1, round(most * percent / 100))))


def volume_command(mixer: tuple[str, ...], percent: int) -> list[str]:
    """The program and its words. A machine without a sound card refuses, which harms nothing. Pure."""
    return [word.format(percent) for word in mixer]


def load_levels(data: Path) -> Levels:
    """What staff set last; the defaults where that does not read."""
    try:
        said = json.loads((data / FILE).read_bytes())
        return Levels(stepped(int(said["brightness"]), 0, DARKEST), stepped(int(said["volume"]), 0, 0))
    except (OSError, ValueError, KeyError, TypeError):
        return Levels()


def save_levels(data: Path, levels: Levels) -> None:
    """Keep them; a full disk forgets them at the next start, and that is all."""
    with suppress(StoreFull):
        write_whole(data / FILE, json.dumps(asdict(levels)).encode())


def _folders(backlights: Path) -> list[Path]:
    try:
        return sorted(backlights.iterdir())
    except OSError:
        return []


def _writable(folder: Path) -> bool:
    try:
        int((folder / "max_brightness").read_text())
        with (folder / "brightness").open("r+"):
            return True
    except (OSError, ValueError):
        return False
