"""A terminal asks its centre live, for the visitor who typed a receipt code. What counts is the centre's signature.

Nothing of it is kept but what every pull would bring: the thread is gone with the visitor.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from kiosk.errors import BatchError, UntrustedError
from kiosk.records import canonical
from sync import receipt
from sync.identity import Enrolment, load_enrolment
from sync.link import Request, Unreachable, Wire

PATH: Final = "/api/v1/case"
_FIELDS: Final = {"format", "name", "problem", "wait", "time", "case", "thread", "requests", "withdrawn"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked. act: "" to look, withdraw to take back; language: what the visitor reads."""

    code: str
    act: str = ""
    language: str = "zh-Hans"


@dataclass(frozen=True, slots=True)
class Told:
    """The centre's word. case as updates have it, None when problem says why; thread and requests oldest first."""

    case: Mapping[str, Any] | None
    thread: tuple[Mapping[str, Any], ...] = ()
    requests: tuple[Mapping[str, Any], ...] = ()
    withdrawn: bool = False
    problem: str = ""
    time: str = ""


def ask(data: Path, asked: Asked) -> Told | Unreachable:
    """Ask the centre of a data folder, over a connection of its own. Imports requests: never in the window's thread."""
    from sync.terminal import PinnedWire

    if (enrolment := load_enrolment(data)) is None:
        return Unreachable("还没有登记到中心 · not enrolled yet")
    wire = PinnedWire(data, enrolment)
    try:
        return exchange(wire, enrolment, asked, str(uuid4()))
    finally:
        wire.close()


def exchange(wire: Wire, enrolment: Enrolment, asked: Asked, name: str) -> Told | Unreachable:
    """One question over a wire. An answer to another question, or of anybody else, is as good as none."""
    body = canonical({"code": asked.code, "name": name, "language": asked.language, "act": asked.act})
    answer = wire.exchange(Request(PATH, body, token=enrolment.token))
    if isinstance(answer, Unreachable):
        return answer
    try:
        said = receipt.open_signed(answer.body, enrolment.signing_key, receipt.CASE)
    except (UntrustedError, BatchError):
        return Unreachable(f"应答者不是中心，状态码 {answer.status} · unsigned answer, status {answer.status}")
    if not said.keys() >= _FIELDS or said["name"] != name:
        return Unreachable("应答不是这次所问的 · an answer to another question")
    return Told(
        said["case"], tuple(said["thread"]), tuple(said["requests"]), said["withdrawn"], said["problem"], said["time"]
    )
