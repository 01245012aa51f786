"""A spoken message on its way: parts after one another, each answered by the centre's signed word on how much it holds.

POST /api/v1/voices/<sha256>?offset=N&size=M with a part of at most PART bytes; GET the same address asks how far it is.
Both answer with a signed document: {"format", "sha256", "held", "whole", "refused", "time"}. A part that does not begin
where the centre stands changes nothing, and the answer says where to go on: so a cut-off sender asks nothing and
remembers nothing, and whatever is sent twice counts once. Whole means: it hashes to its name.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kiosk.errors import BatchError, UntrustedError
from sync import fields, receipt

FORMAT: Final = "xinsheng-voice/1"
VOICES: Final = "/api/v1/voices"
PART: Final = 256 * 1024
CONTENT_TYPE: Final = "application/octet-stream"
_NAMES: Final = {"format", "sha256", "held", "whole", "refused", "time"}


@dataclass(frozen=True, slots=True)
class Held:
    """The centre's signed word: so many bytes from the start, whether that is all, and why it will not take it."""

    sha256: str
    held: int
    whole: bool
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Mute:
    """A part did not get through. It is no reason for batches to wait."""

    why: str


def document(held: Held, time: str) -> dict[str, Any]:
    """What the centre signs."""
    said = {"held": held.held, "refused": held.refused, "sha256": held.sha256, "whole": held.whole}
    return {"format": FORMAT, "time": time, **said}


def read(line: bytes, key: receipt.Trusted, sha256: str) -> Held:
    """The centre's word on this message. Raises UntrustedError when it is not the centre's, or is about another."""
    said: Mapping[str, Any] = receipt.open_signed(line, key, FORMAT)
    try:
        fields.exactly("voice", said, _NAMES)
        fields.moment("voice.time", said["time"])
        held = fields.whole("voice.held", said["held"], 0)
    except BatchError as error:
        raise UntrustedError(str(error)) from error
    refused = said["refused"]
    if said["sha256"] != sha256 or type(said["whole"]) is not bool or not isinstance(refused, str | None):
        raise UntrustedError("voice: a word about another message")
    return Held(sha256, held, said["whole"], refused)
