"""Enrolling: from a code that a clerk typed to a terminal that belongs to a centre.

The order is the safety: the centre's key must fit the code's pin, the connection's certificate must be the one which
that key vouches for, and only then does the secret go out.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import orjson

from kiosk.errors import BatchError, CallerError, EnvironmentFault, UntrustedError
from kiosk.records import canonical
from kiosk.store import Store
from sync import fields, receipt
from sync.codes import EnrolCode, key_pin
from sync.identity import Enrolment, Identity, save_enrolment
from sync.link import Reply, Request, Unreachable

ENROL: Final = "/api/v1/enrol"
OLD_SALTS: Final = "old_salts"  # in the store's meta: JSON list of hex, the newest first

_ANSWER = {
    "format",
    "terminal",
    "token",
    "centre",
    "signing_key",
    "sealing_key",
    "box_key",
    "venue",
    "public_url",
    "config",
}
_REASONS = {
    "403.1": "登记码不对 · there is no such enrolment code",
    "403.2": "登记码已过期，请领一个新的 · the enrolment code has expired; ask for a new one",
    "403.3": "登记码已被用过，请领一个新的 · the enrolment code was used before; ask for a new one",
    "429.1": "错误次数太多，请过一刻钟再试 · too many wrong codes; try again in a quarter of an hour",
}


def enrol(data: Path, store: Store, identity: Identity, url: str, code: EnrolCode, *, version: str) -> Enrolment:
    """Enrol this terminal with the centre at an address, and keep what it answers. Safe to repeat.

    Raises CallerError (code, address, an answer that is not the centre's) or EnvironmentFault (no connection).
    """
    from sync.http import HttpWire, introduce, normal_url

    where = normal_url(url)
    centre, certificate = introduce(where, fits=lambda key: key_pin(key) == code.pin)
    wire = HttpWire(where, certificate)
    try:
        answer = wire.exchange(Request(ENROL, request_body(store, identity, code, version)))
    finally:
        wire.close()
    enrolment, config = read_answer(answer, where, bytes.fromhex(centre["signing_key"]))
    enrolment = replace(enrolment, certificate=certificate, vouched=centre["time"])
    save_enrolment(data, enrolment)
    adopt(store, enrolment)
    store.set_meta("config", canonical(config).decode())
    return enrolment


def request_body(store: Store, identity: Identity, code: EnrolCode, version: str) -> bytes:
    """What a terminal hands in. The salt goes with it, so that codes from before can still be found."""
    return canonical(
        {
            "code": code.secret,
            "source": store.status().source,
            "signing_key": bytes(identity.signing.verify_key).hex(),
            "box_key": bytes(identity.box.public_key).hex(),
            "salt": store.salt.hex(),
            "version": version,
        }
    )


def read_answer(answer: Reply | Unreachable, url: str, signing_key: bytes) -> tuple[Enrolment, dict[str, Any]]:
    """The enrolment and the configuration in the centre's answer. Raises as enrol() does.

    The enrolment's certificate and vouched are the caller's to fill.
    """
    if isinstance(answer, Unreachable):
        raise EnvironmentFault(f"{url}: {answer.why}")
    try:
        said = receipt.open_signed(answer.body, signing_key, receipt.ENROL)
    except UntrustedError as error:
        raise CallerError(f"{url}: {_reason(answer)}") from error
    try:
        fields.exactly("enrol", said, _ANSWER)
        if not isinstance(said["config"], dict):
            raise BatchError("enrol.config: not an object")
        return _enrolment(said, url, signing_key), said["config"]
    except BatchError as error:
        raise UntrustedError(f"{url}: {error}") from error


def adopt(store: Store, enrolment: Enrolment) -> None:
    """Bring the store in line with an enrolment: look-up keys are derived with the venue's salt from now on.

    Every start does it again, in case the power went between the two files.
    """
    salt = store.meta("salt") or ""
    if salt != enrolment.salt.hex():
        older = [salt, *orjson.loads(store.meta(OLD_SALTS) or "[]")]
        store.set_meta(OLD_SALTS, orjson.dumps(older).decode())
        store.set_meta("salt", enrolment.salt.hex())
    if store.meta("centre") != enrolment.centre:  # another centre counts its updates from the start
        store.set_meta("cursor", None)
        store.set_meta("centre", enrolment.centre)
    store.set_meta("venue", canonical({"id": enrolment.venue, "name": dict(enrolment.venue_name)}).decode())


def _enrolment(said: dict[str, Any], url: str, signing_key: bytes) -> Enrolment:
    venue = fields.exactly("enrol.venue", said["venue"], {"id", "name", "salt"})
    if not isinstance(venue["name"], dict) or not all(isinstance(text, str) for text in venue["name"].values()):
        raise BatchError("enrol.venue.name: not texts by language")
    if said["public_url"] is not None:
        fields.text("enrol.public_url", said["public_url"], 200)
    keys = {name: bytes.fromhex(fields.hex_(f"enrol.{name}", said[name], 64)) for name in ("sealing_key", "box_key")}
    if said["signing_key"] != signing_key.hex():
        raise BatchError("enrol.signing_key: not the key that the code pins")
    return Enrolment(
        url=url,
        centre=fields.text("enrol.centre", said["centre"], 64),
        terminal=fields.whole("enrol.terminal", said["terminal"], 1),
        token=_token(said["token"]),
        signing_key=signing_key,
        **keys,
        venue=fields.text("enrol.venue.id", venue["id"], 64),
        venue_name=venue["name"],
        salt=bytes.fromhex(fields.hex_("enrol.venue.salt", venue["salt"], 32)),
        public_url=said["public_url"],
        certificate=None,
        vouched="",
    )


def _token(value: Any) -> str:
    """A token that fits into a header."""
    token = fields.text("enrol.token", value, 128)
    if not token.isascii() or not token.isprintable() or " " in token:
        raise BatchError("enrol.token: not of visible ASCII characters")
    return token


def _reason(answer: Reply) -> str:
    try:
        code = orjson.loads(answer.body)["code"]
    except (orjson.JSONDecodeError, KeyError, TypeError, IndexError):
        code = None
    return _REASONS.get(
        code if isinstance(code, str) else "",
        f"中心没有接受登记，状态码 {answer.status} · the centre did not enrol this terminal, status {answer.status}",
    )
