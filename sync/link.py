"""The seam to the centre. Below it bytes go out and come back (a Wire); above it there are outcomes, which are values.

What makes a reply count is the centre's signature and nothing else. A 200 with a hotel's sign-in page, a redirect, an
unsigned 4xx: all of that is the network, says nothing about a batch, and is tried again later.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol

import orjson

from kiosk.errors import BatchError, UntrustedError
from kiosk.records import canonical
from sync import fields, receipt, voices
from sync.updates import Page, read_page

BATCHES: Final = "/api/v1/batches"
UPDATES: Final = "/api/v1/updates"
HEARTBEAT: Final = "/api/v1/heartbeat"
WAIT_MAX_S: Final = 3600  # Retry-After is not signed: nobody in between shall silence a terminal for longer

_VERDICTS = {"400", "409", "413"}  # refusals of the bytes themselves; see batch.md §7


@dataclass(frozen=True, slots=True)
class Request:
    """What goes out. path starts with a slash; body None makes it a GET."""

    path: str
    body: bytes | None = None
    content_type: str = "application/json"
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, from whomever. retry_after in seconds, None where the reply named none."""

    status: int
    body: bytes
    retry_after: int | None = None


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The centre did not answer, or somebody else did. why is a short line for staff."""

    why: str


@dataclass(frozen=True, slots=True)
class Busy:
    """Somebody asks us to wait so many seconds."""

    retry_after_s: int


@dataclass(frozen=True, slots=True)
class Unwelcome:
    """The centre itself says, signed, that it does not take from this terminal. Nobody but staff can mend that."""

    why: str


@dataclass(frozen=True, slots=True)
class Delivered:
    """A receipt that proves itself. fresh: it was made just now, so that its time tells the clock's error."""

    receipt: Mapping[str, Any]
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A verdict on the bytes, signed: these will never be taken."""

    refusal: Mapping[str, Any]

    @property
    def why(self) -> str:
        """One line for staff: number, place, cause."""
        return f"{self.refusal['code']} {self.refusal['place']}: {self.refusal['why']}"


@dataclass(frozen=True, slots=True)
class Updated:
    """A page of updates that proves itself."""

    page: Page


@dataclass(frozen=True, slots=True)
class Heard:
    """The centre's word on a heartbeat: its time, and the newest record it holds of the epoch that was named."""

    time: datetime
    head: Mapping[str, Any] | None = None


Failure = Unreachable | Busy | Unwelcome


class Wire(Protocol):
    """Carries one request. Knows nothing of what it means; never raises for what a network does."""

    def exchange(self, request: Request) -> Reply | Unreachable: ...


class Central:
    """The centre as a terminal sees it, over any wire."""

    def __init__(self, wire: Wire, *, signing_key: receipt.Trusted, token: str) -> None:
        self._wire = wire
        self._key = signing_key
        self._token = token

    def send_batch(self, unpacked: bytes, packed: bytes) -> Delivered | Refused | Failure:
        """Send a batch; unpacked are the bytes that packed holds."""
        answer = self._ask(BATCHES, packed, "application/gzip")
        return judge_batch(answer, hashlib.sha256(unpacked).hexdigest(), self._key)

    def updates(self, after: int) -> Updated | Failure:
        """What changed after a cursor, one page."""
        answer = self._ask(f"{UPDATES}?after={after}", None)
        if isinstance(answer, Unreachable):
            return answer
        try:
            return Updated(read_page(answer.body, after, self._key))
        except UntrustedError:
            return _weather(answer)

    def heartbeat(self, report: Mapping[str, Any]) -> Heard | Failure:
        """Tell the centre how this terminal is."""
        answer = self._ask(HEARTBEAT, canonical(report))
        if isinstance(answer, Unreachable):
            return answer
        try:
            said = receipt.open_signed(answer.body, self._key, receipt.HEARTBEAT)
            time = datetime.fromisoformat(fields.moment("heartbeat.time", said.get("time")))
            if (head := said.get("head")) is not None:
                fields.whole("heartbeat.head.seq", fields.exactly("heartbeat.head", head, {"seq", "link"})["seq"], 0)
        except (UntrustedError, BatchError):
            return _weather(answer)
        return Heard(time, head)

    def voice_part(self, sha256: str, box: bytes, offset: int) -> voices.Held | voices.Mute:
        """Send the part of a sealed message that begins at offset."""
        part = box[offset : offset + voices.PART]
        path = f"{voices.VOICES}/{sha256}?offset={offset}&size={len(box)}"
        return self._voice(sha256, self._ask(path, part, voices.CONTENT_TYPE))

    def voice_held(self, sha256: str) -> voices.Held | voices.Mute:
        """Ask how much of a message the centre holds."""
        return self._voice(sha256, self._ask(f"{voices.VOICES}/{sha256}", None))

    def _voice(self, sha256: str, answer: Reply | Unreachable) -> voices.Held | voices.Mute:
        if isinstance(answer, Unreachable):
            return voices.Mute(answer.why)
        try:
            return voices.read(answer.body, self._key, sha256)
        except UntrustedError:
            return voices.Mute(f"应答者不是中心，状态码 {answer.status} · unsigned answer, status {answer.status}")

    def _ask(self, path: str, body: bytes | None, content_type: str = "application/json") -> Reply | Unreachable:
        return self._wire.exchange(Request(path, body, content_type, self._token))


def judge_batch(answer: Reply | Unreachable, digest: str, key: receipt.Trusted) -> Delivered | Refused | Failure:
    """What an answer to a batch of this digest (hex) amounts to. Pure."""
    if isinstance(answer, Unreachable):
        return answer
    try:
        document = receipt.read(answer.body, key)
    except (UntrustedError, BatchError):
        return _weather(answer)
    if document["digest"] != digest:
        return Unreachable("收到的是另一批的回执 · an answer to another batch")
    if document["kind"] == "receipt":
        return Delivered(document, fresh=answer.status == 201)
    if is_verdict(document):
        return Refused(document)
    return Unwelcome(f"{document['code']}: {document['why']}")


def is_verdict(refusal: Mapping[str, Any]) -> bool:
    """Whether a refusal is about the bytes, for good; else it is about who sent them, and may change."""
    return refusal["code"].split(".")[0] in _VERDICTS


def _weather(answer: Reply) -> Failure:
    """A reply that proves nothing: wait as it asks, or count it as the network's."""
    if answer.status in (429, 503) and answer.retry_after is not None:
        return Busy(min(max(answer.retry_after, 1), WAIT_MAX_S))
    return Unreachable(
        f"应答者不是中心，状态码 {answer.status} · unsigned answer, status {answer.status}{_problem(answer)}"
    )


def _problem(answer: Reply) -> str:
    """The number of a problem in an unsigned answer, for staff; it decides nothing."""
    try:
        code = orjson.loads(answer.body)["code"]
    except (orjson.JSONDecodeError, KeyError, TypeError, IndexError):
        return ""
    return f" ({code})" if isinstance(code, str) and len(code) <= 8 and code.isascii() and code.isprintable() else ""
