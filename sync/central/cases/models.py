"""Tables of the work. Three kinds, kept apart:

Projections (Case, CaseRecord, Support, Sequel, AnswerRating, Ballot) follow from records and events, and can be
thrown away and rebuilt. Staff's own (CaseEvent, Reply, Card, AccessLog) happened and are never rebuilt; events and
accesses are append-only by trigger. Message and DataRequest are half and half. Housekeeping (Department, Staff,
Publication, Failure) is neither.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from sync.central.cases import states
from sync.central.cases.office_models import (
    Absence,  # noqa: F401
    CaseWords,  # noqa: F401
    Duty,  # noqa: F401
    Excerpt,  # noqa: F401
    LaterLook,  # noqa: F401
    Meeting,  # noqa: F401
    Partner,  # noqa: F401
    Report,  # noqa: F401
    Setting,  # noqa: F401
    Slip,  # noqa: F401
    Tombstone,  # noqa: F401
)
from sync.central.cases.tally_models import TallyCube, TallyDay, TallyMove  # noqa: F401
from sync.central.cases.tops import Top
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
    partners = models.JSONField(default=list)  # departments that help the one that leads
    side = models.JSONField(default=list)  # up to two more categories beside the main one
    into = models.UUIDField(null=True)  # the case it was merged into
    lane = models.CharField(max_length=16, blank=True, default="")  # which deadlines' profile it runs under
    step_due = models.DateField(null=True)  # by when the centre itself must take the next step
    urged = models.SmallIntegerField(default=0)  # how often somebody pressed for it since it last moved
    extended = models.SmallIntegerField(default=0)
    paused = models.BooleanField(default=False)
    returns = models.SmallIntegerField(default=0)
    fact = models.CharField(max_length=16, blank=True, default="")  # what checking the facts found
    tries = models.SmallIntegerField(default=0)  # days on which somebody tried to call back
    call_due = models.DateField(null=True)  # by when a bad rating with a contact is called back
    review = models.DateField(null=True)  # when a parked or declined wish is looked at again
    escalated = models.SmallIntegerField(default=0)  # how far up the chain it has gone since it last moved
    rated = models.BooleanField(
        default=False
    )  # its grade is a visitor's own: not paper's, a meeting's, staff's, practice
    practice = models.BooleanField(default=False)  # made in training: seen in training mode alone, in no figure
    unsearched = models.BooleanField(default=True)  # its words are not in the index yet
    stale = models.BooleanField(default=True)  # terminals may not have heard yet

    class Meta:
        constraints = (
            UniqueConstraint(fields=["venue", "subject"], name="case_subject"),
            CheckConstraint(condition=Q(state__in=states.STATES), name="case_state_known"),
        )
        indexes = (
            Index(fields=["venue", "-received_day", "id"], name="case_newest"),
            Index(  # all that the first page counts and the list of what is due filters by: it never opens a case
                fields=[
                    *("venue", "next_due", "id", "practice", "state", "department", "answered_day", "step_due"),
                    *("urged", "lane", "owner"),
                ],
                condition=Q(next_due__isnull=False),
                name="case_waiting",
            ),
            Index(fields=["venue", "state", "-received_day", "id"], name="case_state_new"),
            Index("venue", Top("category"), F("received_day").desc(), "id", name="case_top"),
            Index(fields=["into"], condition=Q(into__isnull=False), name="case_into"),
            Index(fields=["venue", "department", "state"], name="case_department"),
            Index(fields=["lookup"], name="case_lookup"),
            Index(fields=["id"], condition=Q(stale=True), name="case_stale"),
            Index(fields=["id"], condition=Q(unsearched=True), name="case_unsearched"),
            Index(fields=["number"], name="case_number"),
            Index(fields=["venue", "department", "-received_day", "id"], name="case_department_new"),
            Index(
                fields=["venue", "department", "next_due", "id"],
                condition=Q(next_due__isnull=False),
                name="case_department_due",
            ),
            Index(
                fields=["venue", "received_day", "next_due", "first_due", "result_due"],
                condition=Q(next_due__isnull=False),
                name="case_running",
            ),
            Index(fields=["venue", "owner", "next_due"], name="case_owner", condition=Q(owner__isnull=False)),
            Index(  # counted on the first page without opening a case
                fields=["venue", "step_due", "id", "state", "department", "practice", "next_due"],
                name="case_steps",
                condition=Q(step_due__isnull=False),
            ),
            Index(fields=["venue", "call_due", "id"], name="case_call", condition=Q(call_due__isnull=False)),
            Index(fields=["venue", "review", "id"], name="case_review", condition=Q(review__isnull=False)),
            Index(fields=["venue", "category", "-received_day", "id"], name="case_category"),
            Index(  # what else a list filters by stands behind the order: a case is opened only when it is shown
                fields=["venue", "grade", "-received_day", "id", "channel", "department", "category", "practice"],
                name="case_grade_new",
            ),
            Index(
                fields=["venue", "channel", "-received_day", "id", "grade", "department", "category", "practice"],
                name="case_channel_new",
            ),
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
    owner = _person(null=True)  # whom it was given to
    partners = models.JSONField(null=True)  # departments that help; null: as before
    side = models.JSONField(null=True)  # categories beside the main one; null: as before
    into = models.UUIDField(null=True)  # the case it was merged into
    until = models.DateField(null=True)  # the new day that was promised
    fact = models.CharField(max_length=16, blank=True, default="")

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
    said = models.JSONField(default=dict)  # what people say of it, in the centre's words; empty: nothing
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
        indexes = (Index(fields=["venue", "at"], name="access_at"), Index(fields=["case_id", "id"], name="access_case"))


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


class Sequel(models.Model):
    """A visitor's act about an earlier visit, which it names by its look-up key. A projection; see sequels.py."""

    record = models.OneToOneField(Record, on_delete=models.CASCADE, primary_key=True, db_constraint=False)
    venue = _venue()
    lookup = models.BinaryField(max_length=16)

    class Meta:
        indexes = (Index(fields=["lookup"], name="sequel_lookup"),)


class OtherCode(models.Model):
    """A further look-up key of a visit: terminal and phone each gave a receipt, and both count. A projection."""

    lookup = models.BinaryField(primary_key=True, max_length=16)
    case_id = models.UUIDField(db_index=True)


class Message(models.Model):
    """One turn of the thread under a receipt code: a question of staff, or what the visitor wrote back.

    A visitor's row follows from its record and bears its id; a row of staff is staff's own. text: words by language.
    """

    class Sender(models.TextChoices):
        STAFF = "staff"
        VISITOR = "visitor"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    venue = _venue()
    case_id = models.UUIDField()
    sender = models.CharField(max_length=8, choices=Sender)
    text = models.JSONField()
    at = models.DateTimeField()
    who = _person(null=True)  # nobody: the visitor
    public = models.BooleanField(default=True)  # the visitor may read it
    record_id = models.BigIntegerField(null=True, unique=True)  # what a visitor's row follows from

    class Meta:
        indexes = (Index(fields=["case_id", "at"], name="message_case"),)


class AnswerRating(models.Model):
    """What a visitor says of our answer, the last word of each record. A projection; see sequels.py."""

    record_id = models.BigIntegerField(primary_key=True)
    venue = _venue()
    case_id = models.UUIDField(db_index=True)
    solved = models.CharField(max_length=8)  # yes, partly, no; or nothing said
    grade = models.SmallIntegerField(null=True)  # 5 to 1, of the answer and never of the visit
    at = models.DateTimeField()


class DataRequest(models.Model):
    """A visitor's right to what is kept of them: a copy, a correction, erasure. id: of the record that asked.

    It follows from a record, as a Message does; who settled it and when is staff's own and survives a rebuild.
    """

    class Kind(models.TextChoices):
        COPY = "copy"
        CORRECT = "correct"
        DELETE = "delete"

    id = models.UUIDField(primary_key=True)
    venue = _venue()
    case_id = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=8, choices=Kind)
    words = models.TextField(blank=True)  # what should be corrected
    at = models.DateTimeField()
    due = models.DateField()
    done_at = models.DateTimeField(null=True)
    who = _person(null=True)
    note = models.CharField(max_length=500, blank=True)  # of whoever settled it; the visitor reads it
    refused = models.BooleanField(default=False)  # settled by saying no, with the reason in note

    class Meta:
        indexes = (Index(fields=["venue", "due"], condition=Q(done_at=None), name="data_request_open"),)


class Ballot(models.Model):
    """One choice of a visit in a vote, or one course it would sign up for. A projection, as Support is."""

    record_id = models.BigIntegerField()
    venue = _venue()
    form = models.CharField(max_length=64)
    topic = models.CharField(max_length=64)  # which vote; which course
    choice = models.CharField(max_length=64)
    subject = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints = (UniqueConstraint(fields=["record_id", "topic", "choice"], name="ballot_once"),)
        indexes = (Index(fields=["venue", "form", "topic"], name="ballot_topic"),)
