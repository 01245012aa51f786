"""Who this terminal is, beside the store: should the store be lost whole, its name and its receipt codes live on."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from kiosk.errors import StoreFull

FILE: Final = "terminal.json"


@dataclass(frozen=True, slots=True)
class Nameplate:
    """The terminal's source, and the salt of its look-up keys in hex."""

    source: str
    salt: str


def read_plate(data: Path) -> Nameplate | None:
    """What DATA/terminal.json says; None when there is none, or none that can be read."""
    try:
        value = json.loads((data / FILE).read_text(encoding="ascii"))
        return Nameplate(str(value["source"]), bytes.fromhex(value["salt"]).hex())
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_plate(data: Path, plate: Nameplate) -> None:
    """Write DATA/terminal.json whole or not at all."""
    write_whole(data / FILE, json.dumps(asdict(plate)).encode("ascii"))


def write_whole(path: Path, content: bytes) -> None:
    """A small private file, durable and never half written. Raises StoreFull."""
    part = path.with_name(path.name + ".part")
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise StoreFull(f"{path}: cannot be written ({error.strerror})") from error


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable: a rename is not until its folder is written."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
