"""The enrolment slip on a stick: the centre's address and a one-time code, so that nobody types forty signs.

`xinsheng-enrol.txt`, plain text that a clerk can also read out: a first line that says what it is, then one
`name: value` a line. url is the address that terminals reach the centre under, code the enrolment code.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.errors import CallerError
from sync.codes import read_enrol_code

FILE: Final = "xinsheng-enrol.txt"
FORMAT: Final = "xinsheng-enrol-slip/1"
SIZE_MAX: Final = 4096


@dataclass(frozen=True, slots=True)
class Slip:
    """What a slip says; code as people type it. until: the last moment it can be used, for people."""

    url: str
    code: str
    label: str = ""
    until: str = ""


def write_slip(folder: Path, slip: Slip) -> Path:
    """Put a slip on a stick, in the place of an older one. Raises OSError."""
    path = folder / FILE
    lines = [FORMAT, *(f"{name}: {getattr(slip, name)}" for name in ("url", "code", "label", "until"))]
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode())  # Notepad shows it line by line
    return path


def read_slip(folder: Path) -> Slip | None:
    """The slip on a stick; None when there is none. Raises CallerError for one that does not read."""
    path = folder / FILE
    try:
        with path.open("rb") as file:
            text = file.read(SIZE_MAX + 1).decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise CallerError(f"{FILE}: 读不出来 · cannot be read") from error
    lines = text.splitlines()
    if not lines or lines[0].strip() != FORMAT or len(text) > SIZE_MAX:
        raise CallerError(f"{FILE}: 不是登记单 · not an enrolment slip of this version")
    pairs = (line.partition(":") for line in lines[1:] if line.strip())
    said = {name.strip(): value.strip() for name, _, value in pairs}
    if not said.get("url") or not said.get("code"):
        raise CallerError(f"{FILE}: 缺网址或登记码 · url or code is missing")
    read_enrol_code(said["code"])
    return Slip(said["url"], said["code"], said.get("label", ""), said.get("until", ""))
