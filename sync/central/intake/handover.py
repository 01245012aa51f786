"""The centre's keys, exchanged for new ones: terminals learn the new ones under the signature of the old.

A terminal believes the key that its enrolment pinned. After a rotation it is answered under that key until it says,
in a heartbeat, that it believes the new one: what tells it is an update of kind "keys", signed by the old key itself.
A terminal two releases behind, which knows no such update, goes on under the old key for as long as that is kept.
"""

from datetime import datetime
from typing import Final

import orjson
from django.db import transaction

from kiosk.records import wire_time
from sync import receipt
from sync.central import keys as keyring
from sync.central.intake.models import Terminal
from sync.central.intake.updates import announce
from sync.central.keys import Keys
from sync.central.places import Places

KIND: Final = "keys"


def rotate(places: Places, now: datetime) -> Keys:
    """Draw new keys, tell every terminal, and return them. Enrolment codes that were given out fit no longer."""
    before = keyring.load(places)
    name = receipt.key_id(bytes(before.signing.verify_key))
    with transaction.atomic():
        Terminal.objects.filter(pinned="").update(pinned=name)
        after = keyring.rotate(places)
        announce(KIND, name, orjson.loads(receipt.sign(_document(after, now), before.signing)))
    return after


def behind(keys: Keys) -> list[Terminal]:
    """Terminals in service that still believe an older key."""
    today = receipt.key_id(bytes(keys.signing.verify_key))
    return [one for one in Terminal.objects.filter(revoked_at=None).order_by("number") if one.pinned not in ("", today)]


def _document(keys: Keys, now: datetime) -> dict[str, str]:
    return {"format": receipt.KEYS, "centre": keys.centre, **keys.public, "time": wire_time(now)}
