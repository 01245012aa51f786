"""What the desk keeps for the people at it: views, jobs, second factors, training, recurring tasks, evidence."""

from django.conf import settings
from django.db import models
from django.db.models import Index, Q, UniqueConstraint

from sync.central.intake.models import Venue


def _person(**more: object) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **more)  # type: ignore[arg-type]


class SavedView(models.Model):
    """Filters of the list under a name; shared ones are everybody's."""

    user = _person()
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=500)
    shared = models.BooleanField(default=False)

    class Meta:
        constraints = (UniqueConstraint(fields=["user", "name"], name="view_name"),)


class Wording(models.Model):
    """A ready sentence for an answer, with blanks. category: where it is offered first; none: everywhere."""

    name = models.CharField(max_length=60)
    category = models.CharField(max_length=8, blank=True)
    kind = models.CharField(max_length=16, default="answer")
    text = models.JSONField()
    active = models.BooleanField(default=True)
    used = models.IntegerField(default=0)
    who = _person(null=True)


class Job(models.Model):
    """Long work that goes on beside the pages: an export, an import, retention."""

    kind = models.CharField(max_length=16)
    asked = models.JSONField(default=dict)
    state = models.CharField(max_length=8, default="waiting")  # waiting, running, done, failed
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    file = models.CharField(max_length=200, blank=True)
    told = models.CharField(max_length=500, blank=True)
    who = _person()
    at = models.DateTimeField()
    ended = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            Index(fields=["id"], condition=Q(state="waiting"), name="job_waiting"),
            Index(fields=["who", "-id"], name="job_whose"),
        )


class Factor(models.Model):
    """A second factor at log-in: a shared secret (TOTP), and the last step used, so that none is used twice."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True)
    secret = models.CharField(max_length=64)
    confirmed = models.DateTimeField(null=True)
    step = models.BigIntegerField(default=0)


class Certificate(models.Model):
    """Somebody passed the course. Append-only; it expires by itself."""

    user = _person()
    course = models.CharField(max_length=16)  # its version
    score = models.SmallIntegerField()
    of = models.SmallIntegerField()
    passed = models.BooleanField()
    at = models.DateTimeField()
    until = models.DateField()

    class Meta:
        indexes = (Index(fields=["user", "-at"], name="certificate_user"),)


class Task(models.Model):
    """Something that comes again and again: opening the box, publishing, training, evaluation, backup."""

    venue = models.ForeignKey(Venue, on_delete=models.CASCADE)
    kind = models.CharField(max_length=16)
    every = models.CharField(max_length=8)  # day, week, month, quarter, year
    post = models.CharField(max_length=32, default="inbox")
    next_due = models.DateField()
    two = models.BooleanField(default=False)  # a second person signs as well
    active = models.BooleanField(default=True)

    class Meta:
        constraints = (UniqueConstraint(fields=["venue", "kind"], name="task_kind"),)


class TaskRun(models.Model):
    """A task that was done: who, when, for which day, with how many slips. Append-only."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="runs")
    due = models.DateField()
    at = models.DateTimeField()
    who = _person()
    second = _person(null=True)
    count = models.IntegerField(null=True)
    note = models.CharField(max_length=500, blank=True)


class Evidence(models.Model):
    """An evidence package: one person asks with a reason, another lets it out, and both are written down."""

    venue = models.ForeignKey(Venue, on_delete=models.PROTECT)
    case_id = models.UUIDField(db_index=True)
    why = models.CharField(max_length=500)
    asked = _person()
    asked_at = models.DateTimeField()
    granted = _person(null=True)
    granted_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    fetched_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(granted__isnull=True) | ~Q(granted=models.F("asked")), name="evidence_two_people"
            ),
            models.CheckConstraint(
                condition=Q(fetched_at__isnull=True) | Q(granted__isnull=False), name="evidence_granted_first"
            ),
        )
