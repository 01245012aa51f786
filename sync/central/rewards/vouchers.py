"""Vouchers: a right in some forty signs, signed by the centre, that a desk without a network can check and note.

``XV1.<number>.<venue>.<kind>.<YYYYMMDD>.<signature>``: base32 of an Ed25519 signature over all that stands before it.
Two desks without a network may take the same one; when their notes come in both are kept, and the later one is shown.
"""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Count
from django.utils.timezone import localdate
from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from kiosk.errors import UntrustedError
from kiosk.receipts import new_code
from sync.central import keys
from sync.central.places import Places
from sync.central.rewards import ledger
from sync.central.rewards.models import Activity, PointsCard, Reservation, Voucher, VoucherUse
from sync.central.rewards.rules import Rules

MARK: Final = "XV1"
PREFIX: Final = b"xinsheng-voucher/1\n"


@dataclass(frozen=True, slots=True)
class Told:
    """What a voucher says of itself. until: its last day."""

    number: str
    venue: str
    kind: str
    until: date


@dataclass(frozen=True, slots=True)
class Use:
    """A desk's note that it took a voucher. at: aware."""

    number: str
    desk: str
    at: datetime


def new_number() -> str:
    """Ten signs that nobody guesses, without blanks."""
    return new_code().replace(" ", "").replace("-", "")


def write(told: Told, key: SigningKey) -> str:
    """The voucher's text, for a QR code."""
    plain = ".".join((MARK, told.number, told.venue, told.kind, f"{told.until:%Y%m%d}"))
    signature = key.sign(PREFIX + plain.encode()).signature
    return f"{plain}.{base64.b32encode(signature).decode().rstrip('=')}"


def read(text: str, public: bytes) -> Told:
    """What a voucher says, if this centre signed it; needs no network and no database. Raises UntrustedError."""
    plain, _, signed = text.strip().rpartition(".")
    try:
        signature = base64.b32decode(signed + "=" * (-len(signed) % 8))
        VerifyKey(public).verify(PREFIX + plain.encode(), signature)
        mark, number, venue, kind, until = plain.split(".")
        if mark != MARK:
            raise ValueError(mark)
        return Told(number, venue, kind, date(int(until[:4]), int(until[4:6]), int(until[6:])))
    except (ValueError, BadSignatureError) as error:
        raise UntrustedError("voucher: not one of this centre's") from error


def refused(told: Told, today: date, taken: Iterable[Use], *, venue: str | None = None) -> str:
    """Why a desk that knows of these uses must not take it: late, elsewhere, used; "" when it may."""
    if today > told.until:
        return "late"
    if venue is not None and told.venue != venue:
        return "elsewhere"
    return "used" if any(use.number == told.number for use in taken) else ""


def hear(uses: Iterable[Use], now: datetime) -> list[Use]:
    """Take desks' notes in, each once. Those that came second, at another desk or again, in order of their time."""
    seconds = []
    with transaction.atomic():
        for use in sorted(uses, key=lambda one: (one.at, one.desk)):
            _, fresh = VoucherUse.objects.get_or_create(
                number=use.number, desk=use.desk, at=use.at, defaults={"heard": now}
            )
            if fresh and VoucherUse.objects.filter(number=use.number).count() > 1:
                seconds.append(use)
    return seconds


def twice() -> list[Use]:
    """Every use of a voucher that was not its first, for the desk to look into."""
    many = VoucherUse.objects.values("number").annotate(times=Count("id")).filter(times__gt=1).values("number")
    rows = VoucherUse.objects.filter(number__in=many).order_by("number", "at", "desk")
    rows = rows.values_list("number", "desk", "at")  # hardly any: only these are read
    seen: set[str] = set()
    later = []
    for number, desk, at in rows.iterator():
        if number in seen:
            later.append(Use(number, desk, at))
        seen.add(number)
    return later


def reserve(voucher: Voucher, activity: Activity, share: float, now: datetime) -> bool:
    """Take a seat early with a booking voucher; False when priority has its share of the activity's seats."""
    with transaction.atomic():
        held = Activity.objects.select_for_update().get(pk=activity.pk)  # one at a time counts what others took
        if held.reservations.count() >= int(held.seats * share):  # type: ignore[attr-defined]
            return False
        if voucher.kind != "booking" or Reservation.objects.filter(voucher=voucher).exists():
            return False
        Reservation.objects.create(activity=held, voucher=voucher, at=now)
        return True


def buy(card: PointsCard, kind: str, doing: ledger.Doing, rules: Rules, places: Places) -> str:
    """A voucher for points; its text. Raises ledger.NotEnough."""
    number = new_number()
    with transaction.atomic():
        paid = ledger.spend(card, kind, rules.redeem[kind], f"voucher/{number}", doing)
        until = doing.day + timedelta(days=rules.valid_days)
        Voucher.objects.create(number=number, venue_id=card.venue_id, kind=kind, until=until, posting=paid)
    return write(Told(number, card.venue_id, kind, until), keys.load(places).signing)


def take(text: str, desk: str, now: datetime, places: Places) -> str:
    """A desk with a network takes a voucher: "" when it did; else why not: forged, late, used, revoked."""
    try:
        told = read(text, bytes(keys.load(places).signing.verify_key))
    except UntrustedError:
        return "forged"
    with transaction.atomic():
        voucher = Voucher.objects.select_for_update().filter(pk=told.number).first()  # two desks at once: one waits
        if voucher is None or voucher.revoked:
            return "revoked"
        used = VoucherUse.objects.filter(number=told.number).values_list("number", "desk", "at")
        why = refused(told, localdate(now), [Use(*row) for row in used])
        if not why:
            VoucherUse.objects.create(number=told.number, desk=desk, at=now, heard=now)
    return why
