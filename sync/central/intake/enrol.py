"""Letting a terminal in: a one-time code against a number, a token and the centre's keys."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from sync import receipt
from sync.central.intake import problems
from sync.central.intake.models import EnrolCode, Terminal
from sync.central.intake.problems import ProblemError
from sync.central.intake.venues import digest_of
from sync.central.keys import Keys


@dataclass(frozen=True, slots=True)
class Request:
    """What a terminal hands in; keys raw, salt the one its codes were made with so far."""

    code: str
    source: str
    signing_key: bytes
    box_key: bytes
    salt: str | None
    version: str


def enrol(asked: Request, *, now: datetime, keys: Keys, public_url: str | None) -> bytes:
    """The signed answer. The terminal that lost it may ask again with the same code, nobody else.

    A source that is known keeps its number and what it sent; its keys and token are the new ones from now on.
    Raises ProblemError for a code that is wrong, old or used.
    """
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        code = _use(asked, now)
        terminal = _admit(asked, code, token_digest(token), now, receipt.key_id(bytes(keys.signing.verify_key)))
    venue = code.venue
    document: dict[str, Any] = {
        "format": receipt.ENROL,
        "terminal": terminal.number,
        "token": token,
        "centre": keys.centre,
        **keys.public,
        "venue": {"id": venue.pk, "name": venue.name, "salt": bytes(venue.salt).hex()},
        "public_url": public_url,
        "config": venue.config,
    }
    return receipt.sign(document, keys.signing)


def token_digest(token: str) -> bytes:
    """Under what a token is kept."""
    return hashlib.sha256(token.encode()).digest()


def _use(asked: Request, now: datetime) -> EnrolCode:
    code = EnrolCode.objects.select_for_update().select_related("venue").filter(pk=digest_of(asked.code)).first()
    if code is None:
        raise ProblemError(problems.WRONG_CODE)
    if code.expires_at <= now:
        raise ProblemError(problems.OLD_CODE)
    if code.used_at is not None and not _lost_its_answer(asked, code):
        raise ProblemError(problems.USED_CODE)
    code.used_at, code.used_by = now, asked.source
    code.save(update_fields=["used_at", "used_by"])
    return code


def _lost_its_answer(asked: Request, code: EnrolCode) -> bool:
    return Terminal.objects.filter(source=code.used_by, signing_key=asked.signing_key).exists() and (
        code.used_by == asked.source
    )


def _admit(asked: Request, code: EnrolCode, digest: bytes, now: datetime, pinned: str) -> Terminal:
    terminal = Terminal.objects.select_for_update().filter(source=asked.source).first()
    if terminal is None:
        terminal = Terminal(source=asked.source, signing_key=asked.signing_key)
    if bytes(terminal.signing_key) != asked.signing_key:
        terminal.old_keys = [*terminal.old_keys, bytes(terminal.signing_key).hex()]
    if asked.salt and asked.salt not in terminal.salts:
        terminal.salts = [*terminal.salts, asked.salt]
    terminal.pinned = pinned
    terminal.venue, terminal.label = code.venue, code.label or terminal.label
    terminal.token_digest, terminal.signing_key, terminal.box_key = digest, asked.signing_key, asked.box_key
    terminal.version, terminal.enrolled_at, terminal.revoked_at = asked.version, now, None
    terminal.save()
    return terminal
