"""Writing single keys into DATA/kiosk.toml, for the first day's screens. What a technician wrote there stays."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kiosk.config import FILE
from kiosk.errors import ConfigError
from kiosk.nameplate import write_whole


def set_keys(data: Path, values: Mapping[str, Any]) -> None:
    """Set top-level keys to texts, numbers or lists of texts. Raises ConfigError for a file that cannot be added to."""
    path = data / FILE
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        before = tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: 读不懂，无法改写 · cannot be read, so nothing was added") from error
    after = with_keys(text, values)
    try:
        right = tomllib.loads(after) == {**before, **values}
    except tomllib.TOMLDecodeError:
        right = False
    if not right:  # a value over several lines, for instance
        raise ConfigError(f"{path}: 请手工改写 · please change it by hand: {', '.join(values)}")
    write_whole(path, after.encode())


def with_keys(text: str, values: Mapping[str, Any]) -> str:
    """The text with these keys; each in its old line, a new one on top, before any table begins. Pure."""
    head, table, rest = _parted(text)
    for name, value in values.items():
        line = f"{name} = {json.dumps(value, ensure_ascii=False)}"
        head, found = re.subn(rf"(?m)^{name}[ \t]*=.*$", lambda _, line=line: line, head, count=1)
        if not found:
            head = f"{line}\n{head}"
    return head + table + rest


def _parted(text: str) -> tuple[str, str, str]:
    found = re.search(r"(?m)^\s*\[", text)
    return (text, "", "") if found is None else (text[: found.start()], found[0], text[found.end() :])
