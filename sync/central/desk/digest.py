"""The digest of the mechanism's health: a file a day in the data folder, handed on by whoever is named to do so.

CENTRAL_DIGEST names a class with ``send(day, text, plain)``: a mail, a message in the house's own system. Without one
the files are all there is; a centre that forwards a folder needs no more.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, Protocol

import orjson
from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.utils import timezone, translation
from django.utils.module_loading import import_string

from kiosk.errors import EnvironmentFault
from sync.central.desk import health, words

EVERY_S: Final = 300.0
FROM_HOUR: Final = 7  # before the doors open
KEPT: Final = timedelta(days=400)

log = logging.getLogger(__name__)


class Carrier(Protocol):
    """Whoever carries the digest on. Raises EnvironmentFault when it does not."""

    def send(self, day: date, text: str, plain: Mapping[str, Any]) -> None: ...


class Console:
    """Writes it where the server's output goes: for trying out, and for tests."""

    def send(self, day: date, text: str, plain: Mapping[str, Any]) -> None:  # noqa: ARG002
        print(text, flush=True)


def write(now: datetime) -> Path:
    """Today's digest as .txt and .json; written again when asked again. Returns the text's path."""
    told, day, folder = health.digest(now), timezone.localdate(now), health.folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    with translation.override(settings.LANGUAGE_CODE):
        text = health.as_text(told, lambda name: str(words.HEALTH[name]))
    (folder / f"{day}.json").write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n")
    (folder / f"{day}.txt").write_text(text, "utf-8")
    for old in folder.glob("????-??-??.*"):
        if old.stem < str(day - KEPT):
            old.unlink(missing_ok=True)
    return folder / f"{day}.txt"


def turn(now: datetime) -> bool:
    """Today's digest, if it is morning and there is none yet. Whether there was none."""
    local = timezone.localtime(now)
    if local.hour < FROM_HOUR or (health.folder() / f"{local.date()}.txt").exists():
        return False
    text = write(now).read_text("utf-8")
    if settings.DIGEST_CARRIER:
        import_string(settings.DIGEST_CARRIER)().send(local.date(), text, health.digest(now))
    return True


def run(wait: Callable[[float], bool], *, now: Callable[[], datetime] = timezone.now) -> None:
    """The chore of ``central serve``."""
    while not wait(EVERY_S):
        try:
            turn(now())
        except (DatabaseError, EnvironmentFault, OSError) as error:
            log.warning("digest: %s", type(error).__name__)
        finally:
            close_old_connections()
