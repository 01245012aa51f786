"""Tables of the work. Three kinds, kept apart:

Projections (Case, CaseRecord, Support) follow from records and events, and can be thrown away and rebuilt.
Staff's own (CaseEvent, Reply, Card, AccessLog) happened and are never rebuilt; events and accesses are append-only by
trigger. Housekeeping (Department, Staff, Publication, Failure) is neither.
"""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from sync.central.cases import states
from sync.central.intake.models import Record, Venue


def _venue() -> models.ForeignKey:
    """Every large table carries the venue first in its keys."""
    return models.ForeignKey(Venue, on_delete=models.PROTECT, db_index=False, db_constraint=False)


def _person(**more: object) -> models.ForeignKey:
    """Somebody of the staff; people are switched off, never deleted."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **more)  # type: ignore[arg-type]


def _legal_moves() -> Q:
    """states.MOVES as one condition over an event's columns."""
    moves = Q(state=models.F("before"))
    for before, after in states.MOVES.items():
        if after:
            moves |= Q(before=before, state__in=after)
    return moves


class Department(models.Model):
    """Who does the work. Comes from the catalogue; a small centre may merge several."""

    venue = models.ForeignKey(Venue, on_delete=models.CASCADE)
    code = models.SlugField(max_length=32)
    name = models.JSONField()  # {"zh-Hans": …, "en": …}
    order = models.SmallIntegerField(default=0)
    active = models.BooleanField(default=True)

    class Meta:
        constraints = (UniqueConstraint(fields=["venue", "code"], name="department_code"),)


class Staff(models.Model):
    """What a log-in is to the centre. Roles are Django groups; no venue means all of them."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True)
    venue = models.ForeignKey(Venue, null=True, on_delete=models.SET_NULL)
    department = models.SlugField(max_length=32, blank=True)


class Case(models.Model):
    """One visit that finished something. A projection: see assemble.py and derive.py for every column."""

    id = models.UUIDField(primary_key=True)
    venue = _venue()
    venue_id: str
    subject = models.UUIDField()
    number = models.CharField(max_length=16)  # what staff say on the telephone
    state = models.CharField(max_length=16)
    category = models.CharField(max_length=8, blank=True)
    department = models.CharField(max_length=32, blank=True)
    owner = _person(null=True, db_constraint=False)
    complex = models.BooleanField()
    grade = models.SmallIntegerField(null=True)
    form = models.CharField(max_length=64)
    form_version = models.CharField(max_length=64, null=True)
    language = models.CharField(max_length=16)
    channel = models.CharField(max_length=16)
    level = models.CharField(max_length=2)
    day = models.DateField()
    half = models.CharField(max_length=2)  # am, pm: departments see no minutes
    received_day = models.DateField()
    lookup = models.BinaryField(max_length=16, null=True)
    flags = models.JSONField()
    contact = models.BooleanField()  # left a way to be reached, sealed
    asks = models.BooleanField()  # a person should answer
    counted = models.BooleanField()
    withdrawn = models.BooleanField()
    first_due = models.DateField(null=True)
    result_due = models.DateField(null=True)
    next_due = models.DateField(null=True)  # by when the visitor must hear from us next
    answered_day = models.DateField(null=True)
    settled_day = models.DateField(null=True)
    moved_day = models.DateField()
    title = models.CharField(max_length=64, blank=True)
    words = models.TextField(blank=True)
    records = models.IntegerField()
    events = models.IntegerField()  # the last event's number: who acts on a case says which one they saw
    stale = models.BooleanField(default=True)  # terminals may not have heard yet

    class Meta:
        constraints = (
            UniqueConstraint(fields=["venue", "subject"], name="case_subject"),
            CheckConstraint(condition=Q(state__in=states.STATES), name="case_state_known"),
        )
        indexes = (
            Index(fields=["venue", "-received_day", "id"], name="case_newest"),
            Index(fields=["venue", "next_due", "id"], name="case_due"),
            Index(fields=["venue", "state", "-received_day"], name="case_state"),
            Index(fields=["venue", "department", "state"], name="case_department"),
            Index(fields=["lookup"], name="case_lookup"),
            Index(fields=["id"], condition=Q(stale=True), name="case_stale"),
        )


class CaseRecord(models.Model):
    """Which case a record belongs to."""

    record = models.OneToOneField(Record, on_delete=models.CASCADE, primary_key=True, db_constraint=False)
    case_id = models.UUIDField(db_index=True)


class Support(models.Model):
    """A visit that wants what a card is about: +1. Counted once a visit."""

    record = models.OneToOneField(Record, on_delete=models.CASCADE, primary_key=True, db_constraint=False)
    venue = _venue()
    card = models.CharField(max_length=64)
    subject = models.UUIDField()

    class Meta:
        indexes = (Index(fields=["venue", "card", "subject"], name="support_card"),)


class CaseEvent(models.Model):
    """Something that was done about a case. Append-only; seq counts from 1 and each event follows the one before."""

    venue = _venue()
    case_id = models.UUIDField()
    seq = models.IntegerField()
    kind = models.CharField(max_length=16)
    before = models.CharField(max_length=16)
    state = models.CharField(max_length=16)
    day = models.DateField()
    at = models.DateTimeField()
    who = _person(null=True)  # nobody: the centre's own rules
    category = models.CharField(max_length=8, blank=True)
    department = models.CharField(max_length=32, blank=True)
    complex = models.BooleanField(null=True)
    why = models.CharField(max_length=500, blank=True)
    evidence = models.CharField(max_length=500, blank=True)
    review = models.DateField(null=True)  # when a parked or declined wish is looked at again

    class Meta:
        constraints = (
            UniqueConstraint(fields=["case_id", "seq"], name="event_order"),
            CheckConstraint(condition=_legal_moves(), name="event_legal"),
            CheckConstraint(
                condition=~Q(state__in=sorted(states.WITH_REASON)) | ~Q(why="") | Q(state=models.F("before")),
                name="event_reason",
            ),
            CheckConstraint(condition=~Q(kind="close") | ~Q(evidence=""), name="event_evidence"),
        )
        indexes = (Index(fields=["venue", "day"], name="event_day"),)


class Reply(models.Model):
    """Words of the centre about a case: a public answer, or a note among staff. Can be hidden, unlike an event."""

    venue = _venue()
    case_id = models.UUIDField(db_index=True)
    seq = models.IntegerField()  # of the event it came with
    public = models.BooleanField()
    text = models.JSONField()  # {"zh-Hans": …, "en": …}
    who = _person(null=True)
    day = models.DateField()
    hidden = models.BooleanField(default=False)


class Card(models.Model):
    """您提议 · 我们做到: one wish, one deed, who and when."""

    id = models.SlugField(primary_key=True, max_length=64)
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT)
    venue_id: str
    need = models.JSONField()
    measure = models.JSONField()
    day = models.DateField()
    department = models.CharField(max_length=32, blank=True)
    state = models.CharField(max_length=8, choices=[(name, name) for name in ("done", "doing", "cannot")])
    removed = models.BooleanField(default=False)


class CardCase(models.Model):
    """A case that a card came from."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE)
    case_id = models.UUIDField(db_index=True)

    class Meta:
        constraints = (UniqueConstraint(fields=["card", "case_id"], name="card_case"),)


class AccessLog(models.Model):
    """Who looked at what is not shown to everybody, and why. Append-only."""

    venue = _venue()
    case_id = models.UUIDField()
    who = _person()
    at = models.DateTimeField()
    what = models.CharField(max_length=16)  # time
    why = models.CharField(max_length=500)

    class Meta:
        indexes = (Index(fields=["venue", "at"], name="access_at"),)


class Publication(models.Model):
    """What terminals were last told about a thing, as a digest."""

    venue = models.ForeignKey(Venue, on_delete=models.CASCADE)
    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=128)
    digest = models.BinaryField(max_length=32)

    class Meta:
        constraints = (UniqueConstraint(fields=["venue", "kind", "key"], name="publication_key"),)


class Failure(models.Model):
    """A failed log-in or look-up, under a keyed hash of the address it came from. Kept for an hour."""

    kind = models.CharField(max_length=8)
    origin = models.BinaryField(max_length=16)
    at = models.DateTimeField()

    class Meta:
        indexes = (Index(fields=["kind", "origin", "at"], name="failure_origin"),)
