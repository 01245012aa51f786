"""A centre and a terminal as processes, the way a venue runs them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.central.central_process import Centre

ROOT = Path(__file__).parents[2]


def kiosk(data: Path, *words: object, timeout: float = 100) -> subprocess.CompletedProcess[str]:
    """A command of the terminal to its end, whatever that is."""
    command = [sys.executable, "-m", "kiosk", str(words[0]), "--data", str(data), *map(str, words[1:])]
    return subprocess.run(
        command, env=environ(), cwd=ROOT, capture_output=True, text=True, check=False, timeout=timeout
    )


def done(data: Path, *words: object, timeout: float = 100) -> str:
    """What a command that succeeds says."""
    ended = kiosk(data, *words, timeout=timeout)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def environ() -> dict[str, str]:
    """No display, software drawing, and nothing of the machine's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KIOSK_", "CENTRAL_", "QT_"))}
    return kept | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


def records_of(centre: Centre, type_: str) -> list[str]:
    """The ids of what the centre holds of a type, doubles included."""
    rows = centre.sql("select body from intake_record where type = ?", type_)
    return [json.loads(bytes(body))["id"] for (body,) in rows]


def subjects_of(centre: Centre, type_: str) -> list[str]:
    """The visits that the centre holds records of a type of, doubles included."""
    rows = centre.sql("select body from intake_record where type = ?", type_)
    return [json.loads(bytes(body))["subject"] for (body,) in rows]


def last_json(text: str) -> dict[str, Any]:
    """The JSON object in the last line."""
    return json.loads(text.strip().splitlines()[-1])
