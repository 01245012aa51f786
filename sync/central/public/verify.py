"""Does a number belong to who typed it? A one-time code by text message, where the centre has somebody to send it.

Off unless CENTRAL_SMS names a provider; never a condition for being heard. Numbers and codes are kept as keyed digests,
for a day at most.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Protocol

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from kiosk.errors import EnvironmentFault
from sync.central.public import numbers
from sync.central.public.models import SmsCode
from sync.central.public.token import digest
from sync.central.public.words import words

DIGITS: Final = 6
VALID: Final = timedelta(minutes=10)
AGAIN: Final = timedelta(seconds=60)
DAY: Final = timedelta(days=1)
SENDS_MAX: Final = 5  # a number and day
TRIES_MAX: Final = 5  # a code


class Provider(Protocol):
    """Whoever carries text messages. Raises EnvironmentFault when it does not."""

    def send(self, number: str, code: str, minutes: int, language: str) -> None: ...


class Console:
    """Writes the message where the server's output goes: for trying out, and for tests."""

    def send(self, number: str, code: str, minutes: int, language: str) -> None:
        print(f"SMS {number}: {code} ({minutes} min, {language})", flush=True)


@dataclass(frozen=True, slots=True)
class Said:
    """What came of asking or checking. key: of the words to show; n: the number in them."""

    key: str
    n: int = 0
    sent: bool = False
    proved: bool = False

    def words(self, language: str) -> str:
        """For the visitor."""
        return words(language)[self.key].format(n=self.n)


def offered() -> bool:
    """Whether this centre can send text messages at all."""
    return bool(settings.SMS_PROVIDER)


def named(number: str) -> bytes:
    """Under what a number is counted."""
    return digest("sms-number", number)[:16]


def send(number: str, language: str, now: datetime) -> Said:
    """Sends a code, unless one was sent just now or too many today."""
    if not offered() or not numbers.is_mobile(number):
        return Said("sms_failed")
    who, code = named(number), "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    with transaction.atomic():
        SmsCode.objects.filter(sent_at__lte=now - DAY).delete()
        sent = list(SmsCode.objects.filter(number=who).order_by("-sent_at"))
        if len(sent) >= SENDS_MAX:
            return Said("sms_over")
        if sent and now - sent[0].sent_at < AGAIN:
            left = AGAIN - (now - sent[0].sent_at)
            return Said("sms_soon", max(1, round(left.total_seconds())), sent=True)
        SmsCode.objects.create(number=who, code=_digest(who, code), sent_at=now)
    try:
        import_string(settings.SMS_PROVIDER)().send(number, code, round(VALID.total_seconds() / 60), language)
    except EnvironmentFault:
        return Said("sms_failed")
    return Said("sms_sent", sent=True)


def check(who: bytes, typed: str, now: datetime) -> Said:
    """Whether these are the digits that were sent last to the number of that name. Each code proves once."""
    code = "".join(sign for sign in typed if sign.isdecimal())[:DIGITS]
    with transaction.atomic():
        found = SmsCode.objects.select_for_update().filter(number=who, sent_at__gt=now - VALID, used=False)
        row = found.order_by("-sent_at").first()
        if row is None or row.tries >= TRIES_MAX:
            return Said("sms_over")
        row.tries += 1
        row.used = hmac.compare_digest(bytes(row.code), _digest(who, code))
        row.save(update_fields=["tries", "used"])
    return Said("sms_done", proved=True) if row.used else Said("sms_wrong", TRIES_MAX - row.tries, sent=True)


def _digest(who: bytes, code: str) -> bytes:
    return digest("sms-code", f"{who.hex()}/{code}")[:16]
