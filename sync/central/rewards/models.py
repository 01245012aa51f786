"""Tables of thanks. Postings, stock moves and uses of vouchers are append-only by trigger; balances follow from them.

A points card is a code that somebody keeps, under the same look-up key as a receipt code: no name, no number.
"""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from sync.central.intake.models import Venue


def _person(**more: object) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **more)  # type: ignore[arg-type]


class PointsCard(models.Model):
    """A card. key: Argon2id of its code with the venue's salt, 16 bytes."""

    id: int
    venue_id: str
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT)
    key = models.BinaryField(max_length=16, unique=True)
    opened = models.DateField()


class Lot(models.Model):
    """What is left on a card of the points earned in one year. Follows from the postings; never below 0."""

    card_id: int
    card = models.ForeignKey(PointsCard, on_delete=models.PROTECT, related_name="lots")
    year = models.SmallIntegerField()
    balance = models.IntegerField()

    class Meta:
        constraints = (
            UniqueConstraint(fields=["card", "year"], name="lot_card_year"),
            CheckConstraint(condition=Q(balance__gte=0), name="lot_not_below_zero"),
        )


class Posting(models.Model):
    """Points that went from one account to another: one row, so that both sides always agree. Append-only.

    Accounts: card (with its number), centre (where points come from), spent, expired, lost (for an empty seat).
    source: what it is for; the same source never posts twice.
    """

    ACCOUNTS = ("card", "centre", "spent", "expired", "lost")

    id: int
    card_id: int
    card = models.ForeignKey(PointsCard, on_delete=models.PROTECT, related_name="postings")
    origin = models.CharField(max_length=8)
    target = models.CharField(max_length=8)
    year = models.SmallIntegerField()  # the lot
    points = models.IntegerField()
    kind = models.CharField(max_length=16)
    source = models.CharField(max_length=64)
    day = models.DateField()
    at = models.DateTimeField()
    who = _person(null=True)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(points__gt=0), name="posting_positive"),
            CheckConstraint(
                condition=(Q(origin="card") & ~Q(target="card")) | (~Q(origin="card") & Q(target="card")),
                name="posting_one_card",
            ),
            CheckConstraint(
                condition=Q(origin__in=("card", "centre", "spent", "expired", "lost"))
                & Q(target__in=("card", "centre", "spent", "expired", "lost")),
                name="posting_accounts",
            ),
            UniqueConstraint(fields=["source", "year"], name="posting_source"),
        )
        indexes = (Index(fields=["card", "day", "kind"], name="posting_card_day"),)


class Nomination(models.Model):
    """A case that deserves more than thanks. Needs the yes of different people before it earns."""

    id: int
    venue_id: str
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT)
    case_id = models.UUIDField()
    kind = models.CharField(max_length=16)  # constructive, adopted
    criteria = models.JSONField()  # names: specific, feasible, new, adopted
    why = models.CharField(max_length=500)
    day = models.DateField()
    earned = models.BooleanField(default=False)

    class Meta:
        constraints = (
            UniqueConstraint(fields=["case_id", "kind"], name="nomination_once"),
            CheckConstraint(condition=~Q(why=""), name="nomination_why"),
        )


class Approval(models.Model):
    """One person's yes. The same person never counts twice."""

    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="approvals")
    who = _person()
    at = models.DateTimeField()

    class Meta:
        constraints = (UniqueConstraint(fields=["nomination", "who"], name="approval_once"),)


class Gift(models.Model):
    """Something on the shelf. stock follows from the moves, and is never below 0."""

    id: int
    venue_id: str
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT)
    name = models.JSONField()
    price = models.IntegerField()
    stock = models.IntegerField(default=0)

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(stock__gte=0), name="gift_not_below_zero"),
            CheckConstraint(condition=Q(price__gt=0), name="gift_price"),
        )


class GiftMove(models.Model):
    """Gifts that came in, were handed over, or were counted anew. Append-only."""

    gift = models.ForeignKey(Gift, on_delete=models.PROTECT, related_name="moves")
    change = models.IntegerField()
    why = models.CharField(max_length=200)
    posting = models.OneToOneField(Posting, on_delete=models.PROTECT, null=True)
    signed = models.BooleanField(default=False)  # the hand-over slip was signed
    at = models.DateTimeField()
    who = _person()

    class Meta:
        constraints = (CheckConstraint(condition=~Q(change=0) & ~Q(why=""), name="gift_move"),)


class Voucher(models.Model):
    """A signed right to something, that any desk can check without a network. One posting buys one."""

    number = models.CharField(primary_key=True, max_length=16)
    venue_id: str
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT)
    kind = models.CharField(max_length=16)
    until = models.DateField()
    posting = models.OneToOneField(Posting, on_delete=models.PROTECT)
    revoked = models.BooleanField(default=False)


class VoucherUse(models.Model):
    """That a desk took a voucher. Two desks without a network may both take one: both rows stay, the later is shown."""

    id: int
    number = models.CharField(max_length=16, db_index=True)
    desk = models.CharField(max_length=32)
    at = models.DateTimeField()
    heard = models.DateTimeField()

    class Meta:
        constraints = (UniqueConstraint(fields=["number", "desk", "at"], name="voucher_use"),)


class Activity(models.Model):
    """Something with seats, of which a part may go early. name: as the booking system has it."""

    name = models.CharField(primary_key=True, max_length=64)
    seats = models.IntegerField()

    class Meta:
        constraints = (CheckConstraint(condition=Q(seats__gte=0), name="activity_seats"),)


class Reservation(models.Model):
    """A seat that was taken early. How many may be is kept by vouchers.reserve()."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="reservations")
    voucher = models.OneToOneField(Voucher, on_delete=models.PROTECT)
    at = models.DateTimeField()


class Certificate(models.Model):
    """An honour that can be checked by its number. A real name only with a consent of its own."""

    number = models.CharField(primary_key=True, max_length=16)
    venue_id: str
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT)
    case_id = models.UUIDField(null=True)
    shown = models.CharField(max_length=64)  # the name as it is printed
    real_name = models.BooleanField(default=False)
    consent = models.CharField(max_length=64, blank=True)  # where the separate consent is kept
    reason = models.CharField(max_length=200)
    day = models.DateField()
    revoked = models.BooleanField(default=False)
    listed = models.BooleanField(default=False)  # on the praise list
    who = _person()

    class Meta:
        constraints = (
            CheckConstraint(condition=Q(real_name=False) | ~Q(consent=""), name="certificate_consent"),
            CheckConstraint(condition=~Q(shown="") & ~Q(reason=""), name="certificate_words"),
        )
