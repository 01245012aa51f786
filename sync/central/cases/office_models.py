"""Tables of the office around the work: rota, later looks, quotes, erasure, settings, entries, reports, the word index.

They belong to the same app as models.py, which hands them on.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from sync.central.intake.models import Venue


def _venue() -> models.ForeignKey:
    return models.ForeignKey(Venue, on_delete=models.PROTECT, db_index=False, db_constraint=False)


def _person(**more: object) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **more)  # type: ignore[arg-type]


class Partner(models.Model):
    """A department that helps with a case it does not lead. A projection of Case.partners, to be found by."""

    case_id = models.UUIDField()
    department = models.CharField(max_length=32)

    class Meta:
        constraints = (UniqueConstraint(fields=["case_id", "department"], name="partner_once"),)
        indexes = (Index(fields=["department", "case_id"], name="partner_department"),)


class Duty(models.Model):
    """Who is on duty at a post, and who stands in. post: "inbox", or a department's code.

    A row for one day counts over one for a weekday, that over a standing one (neither).
    """

    venue = models.ForeignKey(Venue, on_delete=models.CASCADE)
    post = models.CharField(max_length=32)
    weekday = models.SmallIntegerField(null=True)  # 0 is Monday
    day = models.DateField(null=True)
    user = _person()
    deputy = _person(null=True)

    class Meta:
        indexes = (Index(fields=["venue", "post"], name="duty_post"),)


class Absence(models.Model):
    """Somebody is away from first to last day, both included; deputy stands in for all that is theirs."""

    user = _person()
    first = models.DateField()
    last = models.DateField()
    deputy = _person(null=True)
    why = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = (Index(fields=["user", "last"], name="absence_user"),)


class LaterLook(models.Model):
    """A later look at a case that was closed: 30, 90 and 180 days after, or when it came up again."""

    venue = _venue()
    case_id = models.UUIDField()
    kind = models.CharField(max_length=8)  # 30, 90, 180, again
    due = models.DateField()
    done_day = models.DateField(null=True)
    who = _person(null=True)
    holds = models.BooleanField(null=True)  # whether what was done still holds
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (UniqueConstraint(fields=["case_id", "kind", "due"], name="later_look_once"),)
        indexes = (Index(fields=["venue", "due", "id"], condition=Q(done_day__isnull=True), name="later_look_open"),)


class Excerpt(models.Model):
    """Words of a visitor made ready for the public: a new version for every change, none of them ever overwritten."""

    venue = _venue()
    case_id = models.UUIDField()
    version = models.IntegerField()
    text = models.TextField()
    spans = models.JSONField(default=list)  # [[start, end, kind], …] of the original that were blotted out
    state = models.CharField(max_length=10)  # draft, approved, hidden
    why = models.CharField(max_length=500, blank=True)
    who = _person()
    at = models.DateTimeField()

    class Meta:
        constraints = (
            UniqueConstraint(fields=["case_id", "version"], name="excerpt_version"),
            CheckConstraint(condition=Q(state__in=("draft", "approved", "hidden")), name="excerpt_state"),
            CheckConstraint(condition=~Q(state="hidden") | ~Q(why=""), name="excerpt_reason"),
        )


class Tombstone(models.Model):
    """What was erased, by whom and why: the head stays, and so does this. Append-only."""

    venue = _venue()
    case_id = models.UUIDField(db_index=True)
    source = models.CharField(max_length=48)
    epoch = models.CharField(max_length=16)
    seq = models.BigIntegerField()
    body_hash = models.BinaryField(max_length=32)
    asked = _person(null=True)  # who hid it first, or nobody: the visitor's own wish
    who = _person()
    at = models.DateTimeField()
    why = models.CharField(max_length=500)


class Setting(models.Model):
    """One version of one piece of configuration, in force from a day on. Append-only; rolling back is a new version."""

    name = models.CharField(max_length=64)
    version = models.IntegerField()
    text = models.TextField()  # the file as it would stand in the data folder
    digest = models.BinaryField(max_length=32)
    effective = models.DateField()
    why = models.CharField(max_length=500)
    who = _person(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (UniqueConstraint(fields=["name", "version"], name="setting_version"),)


class CaseWords(models.Model):
    """A case's words for searching: pairs of neighbouring characters. See search.py for the index itself."""

    id = models.BigAutoField(primary_key=True)
    case_id = models.UUIDField(unique=True)
    venue = _venue()
    digest = models.BinaryField(max_length=16)
    folded = models.TextField(default="")


class Meeting(models.Model):
    """A talk with people (座谈会, 文化沙龙): who, when, what was said. Its items are cases of their own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    venue = _venue()
    day = models.DateField()
    title = models.CharField(max_length=100)
    host = models.CharField(max_length=64)
    people = models.IntegerField()
    groups = models.CharField(max_length=200, blank=True)
    minutes = models.TextField(blank=True)
    who = _person()
    at = models.DateTimeField()

    class Meta:
        indexes = (Index(fields=["venue", "-day"], name="meeting_day"),)


class Slip(models.Model):
    """A case that staff typed in: from which slip of paper or meeting, and by whose hands. A slip counts once."""

    venue = _venue()
    case_id = models.UUIDField(unique=True)
    number = models.CharField(max_length=32, null=True)  # written on the paper
    meeting = models.ForeignKey(Meeting, null=True, on_delete=models.PROTECT, related_name="items")
    hands = models.IntegerField(default=1)  # how many agreed
    who = _person()
    at = models.DateTimeField()

    class Meta:
        constraints = (UniqueConstraint(fields=["venue", "number"], name="slip_number"),)


class Report(models.Model):
    """A published week, month or year: figures as they were counted that day, and who let them out."""

    venue = _venue()
    kind = models.CharField(max_length=8)  # week, month, year
    first = models.DateField()
    last = models.DateField()
    version = models.IntegerField()
    figures = models.JSONField()
    words = models.JSONField(default=dict)  # the centre's own sentences by language
    made = models.DateTimeField()
    who = _person()
    published = models.DateTimeField(null=True)
    approved = _person(null=True)

    class Meta:
        constraints = (UniqueConstraint(fields=["venue", "kind", "first", "version"], name="report_version"),)
        indexes = (Index(fields=["venue", "-published"], name="report_published"),)
