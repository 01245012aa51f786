"""One frozen configuration: environment over DATA/kiosk.toml over what the centre sends over defaults.

A key that nobody knows stops the start with one line: a misspelt one would be ignored for years.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, time
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from kiosk.errors import ConfigError

FILE: Final = "kiosk.toml"
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LANGUAGES: Final = ("zh-Hans", "en")  # unless the venue says otherwise
OFFERED: Final = ("zh-Hans", "zh-Hant", "en", "ug")  # what a venue may say, in its own order; the first is its own
NOT_CONFIG: Final = frozenset({"KIOSK_DATA"})  # where the folder is; said before any file can be read

Hours = tuple[time, time] | None  # opens, closes; None: closed that day

_NAME: Final[Mapping[str, str]] = MappingProxyType({"zh-Hans": "文化馆", "en": "Cultural Centre"})
_ALWAYS: Final[Mapping[str, Hours]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Config:
    """What one terminal was told about its place. Seconds end in _s, lengths say their unit."""

    data: Path
    venue_name: Mapping[str, str] = field(default_factory=lambda: _NAME)
    languages: tuple[str, ...] = LANGUAGES
    diagonal_inch: float | None = None  # of the screen; None until somebody measured it: 21.5 is assumed, doctor warns
    screen_bottom_mm: int = 700  # height of the screen's lower edge above the floor
    idle_s: int = 90  # nobody touches: the warning comes
    warn_s: int = 30  # then this long until home
    elder_idle_s: int = 180
    elder_warn_s: int = 60
    min_interval_s: int = 5  # between two submissions of one terminal; faster is flagged "fast"
    burst_count: int = 6  # as many submissions with the same answers …
    burst_window_s: int = 60  # … within this window are flagged "burst"
    repeat_count: int = 8  # as many equal grades in a row, each this soon after the one before, are flagged "repeat"
    repeat_gap_s: int = 12  # a queue of people takes longer: one steps away, the next reads
    opening: Mapping[str, Hours] = field(
        default_factory=lambda: _ALWAYS
    )  # by weekday (mon … sun); a day not named is always open
    phone_ask: bool = False  # whether the terminal may ask for a phone number at all
    voice: bool = True  # read aloud
    headphones: bool = False  # only who wears them hears what is said; otherwise a phone number never is
    training: bool = False  # everything recorded is flagged "training" and counts nowhere
    sticks: tuple[str, ...] = ("/run/media", "/media", "/mnt")  # folders below which sticks are mounted
    stick_folder: str = ""  # a folder that stands for a stick; "" where real ones are used

    @property
    def diagonal(self) -> float:
        """The diagonal to draw for, in inches."""
        return self.diagonal_inch or 21.5


def load_config(data: Path, environ: Mapping[str, str]) -> Config:
    """DATA/kiosk.toml and KIOSK_* of the environment. Raises ConfigError, one line that names the place."""
    config = Config(data)
    path = data / FILE
    if path.exists():
        config = _applied(config, _read(path), str(path))
    given = {name[6:].lower(): text for name, text in environ.items() if name.startswith("KIOSK_")}
    given = {name: text for name, text in given.items() if f"KIOSK_{name.upper()}" not in NOT_CONFIG}
    return _applied(config, given, "environment")


def with_centre(config: Config, sent: Mapping[str, Any], here: frozenset[str]) -> Config:
    """The configuration with what the centre sent, where neither file nor environment (here) says otherwise.

    Names this version does not know are passed over: the centre may be two releases ahead.
    """
    known = {name: value for name, value in sent.items() if name in _READERS and name not in here}
    return _applied(config, known, "centre")


def said_here(data: Path, environ: Mapping[str, str]) -> frozenset[str]:
    """The keys that file or environment set, which the centre therefore cannot."""
    path = data / FILE
    names = set(_read(path)) if path.exists() else set()
    return frozenset(names | {name[6:].lower() for name in environ if name.startswith("KIOSK_")})


def is_open(config: Config, moment: datetime) -> bool:
    """Whether the venue is open at a local moment."""
    weekday = WEEKDAYS[moment.weekday()]
    if weekday not in config.opening:
        return True
    hours = config.opening[weekday]
    return hours is not None and hours[0] <= moment.timetz().replace(tzinfo=None) < hours[1]


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read") from error


def _applied(config: Config, given: Mapping[str, Any], place: str) -> Config:
    if unknown := given.keys() - _READERS.keys():
        raise ConfigError(f"{place}: unknown: {', '.join(sorted(unknown))}")
    values = {}
    for name, value in given.items():
        try:
            values[name] = _READERS[name](value)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise ConfigError(f"{place}: {name}: {error}") from error
    return replace(config, **values)


def _whole(low: int, high: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        number = int(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else None
        if number is None or not low <= number <= high:
            raise ValueError(f"a whole number from {low} to {high} expected")
        return number

    return read


def _diagonal(value: Any) -> float:
    number = float(value)
    if not 5 <= number <= 120:
        raise ValueError("inches from 5 to 120 expected")
    return number


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    words = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
    if str(value).lower() not in words:
        raise ValueError("true or false expected")
    return words[str(value).lower()]


def _texts(value: Any) -> Mapping[str, str]:
    texts = {"zh-Hans": value} if isinstance(value, str) else dict(value)
    if not texts or not all(isinstance(text, str) and text for text in texts.values()):
        raise ValueError("a text for each language expected")
    return MappingProxyType(texts)


def _languages(value: Any) -> tuple[str, ...]:
    tags = tuple(value.split(",") if isinstance(value, str) else value)
    if not tags or not set(tags) <= set(OFFERED):
        raise ValueError(f"some of {', '.join(OFFERED)} expected")
    return tags


def _folders(value: Any) -> tuple[str, ...]:
    folders = tuple(value.split(":") if isinstance(value, str) else value)
    if not all(isinstance(folder, str) and folder.startswith("/") for folder in folders):
        raise ValueError("folders that begin with / expected")
    return folders


def _folder(value: Any) -> str:
    return _folders([value])[0] if value else ""


def _opening(value: Any) -> Mapping[str, Hours]:
    return MappingProxyType({_weekday(day): _hours(hours) for day, hours in dict(value).items()})


def _weekday(name: str) -> str:
    if name not in WEEKDAYS:
        raise ValueError(f"{', '.join(WEEKDAYS)} expected")
    return name


def _hours(value: Any) -> Hours:
    if value in ("closed", None):
        return None
    first, last = value.split("-") if isinstance(value, str) else value
    opens, closes = time.fromisoformat(first.strip()), time.fromisoformat(last.strip())
    if opens >= closes:
        raise ValueError("it closes before it opens")
    return opens, closes


_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "venue_name": _texts,
    "languages": _languages,
    "diagonal_inch": _diagonal,
    "screen_bottom_mm": _whole(0, 2000),
    "idle_s": _whole(20, 3600),
    "warn_s": _whole(20, 600),  # WCAG 2.2.1: at least 20 s to ask for more
    "elder_idle_s": _whole(20, 3600),
    "elder_warn_s": _whole(20, 600),
    "min_interval_s": _whole(0, 600),
    "burst_count": _whole(2, 1000),
    "burst_window_s": _whole(1, 86400),
    "repeat_count": _whole(2, 1000),
    "repeat_gap_s": _whole(1, 3600),
    "opening": _opening,
    "phone_ask": _flag,
    "voice": _flag,
    "headphones": _flag,
    "training": _flag,
    "sticks": _folders,
    "stick_folder": _folder,
}
if _READERS.keys() != {one.name for one in fields(Config)} - {"data"}:  # pragma: no cover
    raise AssertionError("every key of Config needs its reader")
