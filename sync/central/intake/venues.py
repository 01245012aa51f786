"""Venues, and the codes that let a terminal in."""

import hashlib
import os
import re
from datetime import datetime, timedelta
from typing import Final

from kiosk.errors import CallerError
from kiosk.receipts import SALT_SIZE
from sync import codes
from sync.central.intake.models import EnrolCode, Venue
from sync.central.keys import Keys

LIFETIME: Final = timedelta(days=2)
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")


def find_or_open(wanted: str, name: str | None, name_en: str | None) -> Venue:
    """The venue with this id or Chinese name; a new one when there is none. Names that are given are taken over."""
    wanted = wanted.strip()
    if not wanted or len(wanted) > 64:
        raise CallerError("venue: a name or id of 1 to 64 characters")
    venue = Venue.objects.filter(pk=wanted).first() or Venue.objects.filter(**{"name__zh-Hans": wanted}).first()
    if venue is None:
        venue = Venue(id=_id_for(wanted), name={"zh-Hans": name or wanted}, salt=os.urandom(SALT_SIZE))
    venue.name |= {lang: text for lang, text in (("zh-Hans", name), ("en", name_en)) if text}
    venue.save()
    return venue


def new_code(venue: Venue, label: str, now: datetime, keys: Keys, lifetime: timedelta = LIFETIME) -> str:
    """A one-time code for one terminal, as people type it. Only its digest is kept."""
    code = codes.new_enrol_code(bytes(keys.signing.verify_key))
    secret = codes.read_enrol_code(code).secret
    EnrolCode.objects.create(digest=digest_of(secret), venue=venue, label=label, expires_at=now + lifetime)
    return code


def digest_of(secret: str) -> bytes:
    """Under what a code is kept."""
    return hashlib.sha256(b"xinsheng-enrol-code\n" + secret.encode()).digest()


def _id_for(wanted: str) -> str:
    if _SLUG.fullmatch(wanted):
        return wanted
    return "venue-" + hashlib.sha256(wanted.encode()).hexdigest()[:8]
