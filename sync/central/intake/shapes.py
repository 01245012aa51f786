"""Shapes of what devices send and get, for checking and for the OpenAPI description."""

from typing import Annotated, Any

from ninja import Schema
from pydantic import AwareDatetime, ConfigDict, Field, StringConstraints

Hex32 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Hex64 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{128}$")]
Source = Annotated[str, StringConstraints(pattern=r"^terminal/[0-9a-z-]{1,32}$")]
Short = Annotated[str, StringConstraints(pattern=r"^[\x20-\x7e]{1,32}$")]
Count = Annotated[int, Field(ge=0, le=2**53 - 1)]


class Strict(Schema):
    """Nothing extra: a field we skip over is an answer we lose."""

    model_config = ConfigDict(extra="forbid")


class EnrolRequest(Strict):
    code: Annotated[str, StringConstraints(pattern=r"^[0-9A-HJKMNP-TV-Z]{9}$")]
    source: Source
    signing_key: Hex32
    box_key: Hex32
    salt: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")] | None = None
    version: Short


class NewKeys(Strict):
    """signature: Ed25519 by the terminal's present key over the bytes of "xinsheng-keys/1", a line feed, and the
    canonical JSON of the other three."""

    source: Source
    signing_key: Hex32
    box_key: Hex32
    signature: Hex64


class Heartbeat(Schema):
    """What a terminal says about itself at least; what else it says is kept too."""

    epoch: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")] | None = None
    key: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")] | None = None
    unsent: Count
    oldest_s: Count | None = None
    disk_free: Count | None = None
    version: Short
    frame_age_ms: Count | None = None
    checks: dict[str, Any] = Field(default_factory=dict)
    time: AwareDatetime


class Signed(Schema):
    """A document that the centre signed; see sync/batch.md."""

    key: str
    signature: Hex64
    signed: dict[str, Any]


class ProblemShape(Schema):
    code: str
    message: str
    place: str
