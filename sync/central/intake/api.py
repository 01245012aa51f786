"""The device API, version 1. Each handler is a door; what happens stands in the modules beside this one."""

import logging
from typing import Annotated, Any, Final

import orjson
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer
from pydantic import Field, StringConstraints

from sync.central import keys
from sync.central.intake import custody, enrol, heads, heartbeat, problems, terminals, updates, voices
from sync.central.intake.centre import introduction
from sync.central.intake.models import Terminal
from sync.central.intake.problems import ProblemError
from sync.central.intake.shapes import EnrolRequest, Heartbeat, NewKeys, ProblemShape, Signed

WRONG_CODES_MAX: Final = 10  # a quarter of an hour from one address
WRONG_CODES_S: Final = 900
BUSY_S: Final = 5
_JSON: Final = "application/json"
_LINES: Final = "application/jsonl"

logger = logging.getLogger(__name__)
api = NinjaAPI(title="Xinsheng centre: device API", version="1", docs_url=None)


class Token(HttpBearer):
    """The bearer token of a terminal, revoked or not: what a revoked one still brings is held apart."""

    def authenticate(self, request: HttpRequest, token: str) -> Terminal | None:  # noqa: ARG002
        return Terminal.objects.filter(token_digest=enrol.token_digest(token)).first()


_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/gzip": {"schema": {"type": "string", "format": "binary"}}},
    }
}
_PART: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}
VoiceName = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
_LINES_OUT: dict[str, Any] = {"responses": {200: {"content": {_LINES: {"schema": {"type": "string"}}}}}}
_WRONG: dict[Any, Any] = dict.fromkeys((400, 401, 403, 404, 413, 429, 503), ProblemShape)
CURSOR_MAX: Final = 2**53 - 1


@api.get("/centre", response={200: Signed, **_WRONG})
def centre(
    request: HttpRequest,  # noqa: ARG001
    key: Annotated[str, Field(pattern=r"^([0-9a-f]{16})?$")] = "",
) -> HttpResponse:
    """Who this centre is, signed by the key that enrolment codes pin; asked before a code is handed over.

    key: the short name of an older key of this centre, for a terminal that has not taken the hand-over yet.
    """
    return HttpResponse(introduction(settings, timezone.now(), _keys(), key), content_type=_JSON)


@api.get("/heads", response={200: str, **_WRONG}, openapi_extra=_LINES_OUT)
def public_heads(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """How far every chain goes, week by week, signed; for everybody to keep."""
    return HttpResponse(b"".join(line + b"\n" for line in heads.published()), content_type=_LINES)


@api.post("/enrol", response={201: Signed, **_WRONG})
def take_in(request: HttpRequest, asked: EnrolRequest) -> HttpResponse:
    """A one-time code against a number, a token and the centre's keys."""
    address = f"wrong-codes:{request.META.get('REMOTE_ADDR', '')}"
    if cache.get(address, 0) >= WRONG_CODES_MAX:
        raise ProblemError(problems.TOO_OFTEN, retry_after=WRONG_CODES_S)
    wanted = enrol.Request(
        code=asked.code,
        source=asked.source,
        signing_key=bytes.fromhex(asked.signing_key),
        box_key=bytes.fromhex(asked.box_key),
        salt=asked.salt,
        version=asked.version,
    )
    try:
        line = enrol.enrol(wanted, now=timezone.now(), keys=_keys(), public_url=settings.PUBLIC_URL or None)
    except ProblemError:
        cache.add(address, 0, WRONG_CODES_S)
        cache.incr(address)
        raise
    return HttpResponse(line, status=201, content_type=_JSON)


@api.post("/batches", auth=Token(), response={200: Signed, 201: Signed, **_WRONG, 409: Signed}, openapi_extra=_BODY)
def take_batch(request: HttpRequest) -> HttpResponse:
    """Take custody of a batch. Safe to repeat: the receipt says what is held, not what was new. 4xx may be signed."""
    if not request.body:
        raise ProblemError(problems.UNREADABLE_REQUEST, "Content-Length")
    verdict = custody.take(request.body, _sender(request), via="http", now=timezone.now(), keys=_keys())
    return HttpResponse(verdict.line, status=verdict.status, content_type=_JSON)


@api.get("/updates", auth=Token(), response={200: str, **_WRONG}, openapi_extra=_LINES_OUT)
def send_updates(request: HttpRequest, after: Annotated[int, Field(ge=0, le=CURSOR_MAX)] = 0) -> HttpResponse:
    """JSON Lines of what changed after a cursor, closed by a signed line."""
    page = updates.page(_in_service(request), after, now=timezone.now(), keys=_keys())
    return HttpResponse(page, content_type=_LINES)


@api.post("/heartbeat", auth=Token(), response={200: Signed, **_WRONG})
def take_heartbeat(request: HttpRequest, said: Heartbeat) -> HttpResponse:
    """A terminal's word about itself."""
    everything = orjson.loads(request.body) | {"time": said.time}  # with what only a newer terminal says
    line = heartbeat.take(_in_service(request), everything, now=timezone.now(), keys=_keys())
    return HttpResponse(line, content_type=_JSON)


@api.get("/voices/{sha256}", auth=Token(), response={200: Signed, **_WRONG})
def tell_voice(request: HttpRequest, sha256: VoiceName) -> HttpResponse:
    """How much of a spoken message is held: there its next part begins."""
    terminal = _in_service(request)
    line = voices.answer(voices.held(terminal.source, sha256), terminal, timezone.now(), _keys())
    return HttpResponse(line, content_type=_JSON)


@api.post("/voices/{sha256}", auth=Token(), response={200: Signed, **_WRONG}, openapi_extra=_PART)
def take_voice(
    request: HttpRequest,
    sha256: VoiceName,
    offset: Annotated[int, Field(ge=0, le=2**31 - 1)],
    size: Annotated[int, Field(ge=1, le=2**31 - 1)],
) -> HttpResponse:
    """The part of a sealed message that begins at offset, of size altogether. Safe to repeat."""
    terminal, now = _in_service(request), timezone.now()
    said = voices.take(terminal.source, sha256, request.body, offset=offset, size=size, now=now)
    return HttpResponse(voices.answer(said, terminal, now, _keys()), content_type=_JSON)


@api.post("/keys", auth=Token(), response={200: Signed, **_WRONG})
def take_keys(request: HttpRequest, asked: NewKeys) -> HttpResponse:
    """A terminal's new keys, signed by the one it has: the old one goes on proving what it signed."""
    line = terminals.renew(_in_service(request), asked.model_dump(), now=timezone.now(), keys=_keys())
    return HttpResponse(line, content_type=_JSON)


def _keys() -> keys.Keys:
    return keys.load(settings.PLACES)


def _sender(request: HttpRequest) -> Terminal:
    return request.auth  # type: ignore[attr-defined]


def _in_service(request: HttpRequest) -> Terminal:
    terminal = _sender(request)
    if terminal.revoked_at is not None:
        raise ProblemError(problems.REVOKED)
    return terminal


@api.exception_handler(ProblemError)
def _problem(request: HttpRequest, error: ProblemError) -> HttpResponse:  # noqa: ARG001
    return problems.answer(error.problem, error.place, error.retry_after)


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:  # noqa: ARG001
    return problems.answer(problems.NO_TOKEN)


@api.exception_handler(ValidationError)
def _unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:  # noqa: ARG001
    place = ".".join(str(part) for part in error.errors[0]["loc"]) if error.errors else "request"
    return problems.answer(problems.UNREADABLE_REQUEST, place)


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:  # noqa: ARG001
    return problems.answer(problems.UNREADABLE_REQUEST, "request")


@api.exception_handler(DatabaseError)
def _database(request: HttpRequest, error: DatabaseError) -> HttpResponse:  # noqa: ARG001
    """Locked for too long, gone, or full: the terminal keeps what it has and comes again."""
    logger.error("database: %s", str(error).split("\n", 1)[0])
    full = isinstance(error, OperationalError) and "full" in str(error)
    return problems.answer(problems.NO_ROOM if full else problems.BUSY, retry_after=60 if full else BUSY_S)


@api.exception_handler(Exception)
def _bug(request: HttpRequest, error: Exception) -> HttpResponse:
    logger.error("%s %s", request.method, request.path, exc_info=error)
    return problems.answer(problems.BUG, retry_after=60)
