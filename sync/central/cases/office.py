"""How the office runs: training, retention, tasks. ``office.toml``, the product's or the data folder's."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from kiosk.errors import ConfigError
from sync.central.cases.taxonomy import ASSETS
from sync.central.places import Places

EVERY: Final = ("day", "week", "month", "quarter", "year")
# Nothing is kept longer than this, in days (standards §5, P08).
LONGEST: Final = {"contact": 180, "contact_young": 90, "words": 365, "drawing": 365, "voice": 365}


@dataclass(frozen=True, slots=True)
class Recurring:
    """A task that comes again: how often, for which post, and whether a second person signs."""

    every: str
    post: str = "inbox"
    two: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """The office's own numbers. Days of keep count from closing."""

    certificate_days: int = 365
    lock_untrained: bool = False
    keep: Mapping[str, int] = field(default_factory=dict)
    tasks: Mapping[str, Recurring] = field(default_factory=dict)


def office(places: Places) -> Office:
    """The rules in force, read again when the file has changed. Raises ConfigError."""
    own = places.data / "office.toml"
    return _read(
        own if own.exists() else ASSETS / "central" / "office.toml", own.stat().st_mtime_ns if own.exists() else 0
    )


@lru_cache(maxsize=8)
def _read(file: Path, stamp: int) -> Office:  # noqa: ARG001 — the stamp is the cache's key
    return parse(file.read_text("utf-8"))


def parse(text: str) -> Office:
    """Raises ConfigError by place."""
    try:
        values = tomllib.loads(text)
    except ValueError as error:
        raise ConfigError(f"office.toml: cannot be read: {error}") from error
    if wrong := values.keys() - {"certificate_days", "lock_untrained", "keep", "tasks"}:
        raise ConfigError(f"office.toml: unknown: {', '.join(sorted(wrong))}")
    keep = {"voice": LONGEST["voice"]} | values.get("keep", {})  # a file from before voices says nothing of them
    for name, most in LONGEST.items():
        if type(keep.get(name)) is not int or not 1 <= keep[name] <= most:
            raise ConfigError(f"office.toml: keep.{name}: not 1 to {most} days")
    days = values.get("certificate_days", 365)
    if type(days) is not int or not 30 <= days <= 1100:
        raise ConfigError("office.toml: certificate_days: not 30 to 1100")
    tasks = {name: _task(name, one) for name, one in values.get("tasks", {}).items()}
    return Office(days, bool(values.get("lock_untrained", False)), dict(keep), tasks)


def _task(name: str, values: Any) -> Recurring:
    if not isinstance(values, dict) or values.get("every") not in EVERY or values.keys() - {"every", "post", "two"}:
        raise ConfigError(f"office.toml: tasks.{name}: every is one of {', '.join(EVERY)}")
    return Recurring(values["every"], values.get("post", "inbox"), bool(values.get("two", False)))
