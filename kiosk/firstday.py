"""How far the first day has come. Each step can be left out and taken up again; a plug that is pulled loses nothing."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from kiosk.config import FILE as CONFIG
from kiosk.nameplate import write_whole

FILE: Final = "setup.json"
STEPS: Final = ("language", "ruler", "centre", "pin", "tap")
CARD_MM: Final = 85.60  # ISO/IEC 7810 ID-1: every bank card and identity card is this wide


@dataclass(frozen=True, slots=True)
class FirstDay:
    """done and skipped: names of STEPS. finished: the clerk has seen the last page."""

    done: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    finished: bool = False

    @property
    def step(self) -> str:
        """The first step that is neither done nor left out; "done" after the last."""
        return next((one for one in STEPS if one not in self.done and one not in self.skipped), "done")


def did(day: FirstDay, step: str) -> FirstDay:
    """A step was done. Pure."""
    return replace(day, done=(*(one for one in day.done if one != step), step), skipped=_without(day.skipped, step))


def skip(day: FirstDay, step: str) -> FirstDay:
    """A step was left out; what was done before stays done. Pure."""
    return day if step in day.done else replace(day, skipped=(*_without(day.skipped, step), step))


def diagonal_inch(width: int, height: int, card: float) -> float:
    """The diagonal of a screen of so many pixels on which a card of so many pixels was as wide as a real one. Pure."""
    return round((width**2 + height**2) ** 0.5 / (card / CARD_MM) / 25.4, 1)


def wanted(data: Path, *, full_screen: bool) -> bool:
    """Whether a start shows the first day: on a whole screen, when nobody has set this terminal up yet."""
    day = load(data)
    if day is not None:
        return not day.finished
    return full_screen and not (data / CONFIG).exists() and not (data / "enrolment.json").exists()


def load(data: Path) -> FirstDay | None:
    """How far it has come; None when it was never begun."""
    try:
        said = json.loads((data / FILE).read_bytes())
        done, skipped = ([one for one in STEPS if one in said[name]] for name in ("done", "skipped"))
        return FirstDay(tuple(done), tuple(skipped), said["finished"] is True)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        return FirstDay()


def save(data: Path, day: FirstDay) -> None:
    """Keep it; durable when this returns."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(data / FILE, json.dumps(asdict(day)).encode())


def _without(steps: tuple[str, ...], step: str) -> tuple[str, ...]:
    return tuple(one for one in steps if one != step)
