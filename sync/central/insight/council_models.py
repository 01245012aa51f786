"""What figures rest on, other voices, and who judges from outside."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from sync.central.cases.models import Case
from sync.central.intake.models import Venue


def _person(**more: object) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **more)  # type: ignore[arg-type]


def _venue(**more: object) -> models.ForeignKey:
    return models.ForeignKey(Venue, on_delete=models.PROTECT, **more)  # type: ignore[arg-type]


class Heard(models.Model):
    """What one case ticked, for the sums. A projection: hearing.py makes it, and can make it again.

    told: "series|form|question|value"; a visit that left before the end has a row of its own, under its record's
    number, with "left|form|question|".
    """

    case = models.OneToOneField(
        Case, on_delete=models.DO_NOTHING, db_constraint=False, primary_key=True, related_name="heard"
    )
    case_id: object
    venue = _venue(db_index=False, db_constraint=False)
    venue_id: str
    day = models.DateField()
    age_band = models.CharField(max_length=16, blank=True, default="")
    told = models.JSONField()

    class Meta:
        indexes = (
            Index(fields=["venue", "-day"], name="heard_newest"),
            Index(fields=["venue", "day"], condition=Q(age_band__gt=""), name="heard_said_an_age"),
        )


class Tally(models.Model):
    """How many said so in a week: the sum over Heard. question "": finished forms."""

    venue = _venue(db_index=False, db_constraint=False)
    venue_id: str
    monday = models.DateField()
    series = models.CharField(max_length=16)
    form = models.CharField(max_length=64)
    question = models.CharField(max_length=64, blank=True)
    value = models.CharField(max_length=24, blank=True)
    count = models.IntegerField()

    class Meta:
        constraints = (
            UniqueConstraint(fields=["venue", "monday", "series", "form", "question", "value"], name="tally_cell"),
            CheckConstraint(condition=Q(count__gte=0), name="tally_count"),
        )


class Capacity(models.Model):
    """Seats of a room in one part, or one hour ("06" to "23"), of one day of the week, and how many were used."""

    PARTS = ("am", "pm", "eve")
    HOURS = tuple(f"{hour:02}" for hour in range(6, 24))

    venue = _venue()
    venue_id: str
    room = models.CharField(max_length=64)
    weekday = models.SmallIntegerField()  # 1 is Monday
    part = models.CharField(max_length=3)
    seats = models.IntegerField()
    used = models.IntegerField(null=True)

    class Meta:
        constraints = (
            UniqueConstraint(fields=["venue", "room", "weekday", "part"], name="capacity_slot"),
            CheckConstraint(
                condition=Q(
                    weekday__gte=1,
                    weekday__lte=7,
                    part__in=("am", "pm", "eve", *(f"{hour:02}" for hour in range(6, 24))),
                    seats__gte=0,
                )
                & (Q(used__isnull=True) | Q(used__gte=0)),
                name="capacity_sound",
            ),
        )


class PanelVoice(models.Model):
    """What one member of a panel said of a topic. Beside the public's voices, never among them. Append-only."""

    ROLES = ("expert", "backbone", "leader", "volunteer", "station")

    topic = models.ForeignKey("insight.Topic", on_delete=models.PROTECT, related_name="panel")
    who = models.CharField(max_length=64)
    role = models.CharField(max_length=16)
    weight = models.SmallIntegerField(default=1)  # 1 to 3: how near it is to what they know
    pressing = models.SmallIntegerField()  # 1 to 5
    feasible = models.SmallIntegerField()
    text = models.CharField(max_length=1000, blank=True)
    interest = models.BooleanField()  # has an interest of their own: shown, and in no mean
    at = models.DateTimeField()
    noted_by = _person()

    class Meta:
        constraints = (
            UniqueConstraint(fields=["topic", "who"], name="panel_once"),
            CheckConstraint(
                condition=Q(role__in=("expert", "backbone", "leader", "volunteer", "station"))
                & Q(weight__gte=1, weight__lte=3, pressing__gte=1, pressing__lte=5, feasible__gte=1, feasible__lte=5),
                name="panel_sound",
            ),
        )


class Mandate(models.Model):
    """An outside judge's leave to look: read-only, without names, until a day, with the seed that was published."""

    id: int
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mandate")
    user_id: int
    firm = models.CharField(max_length=128)
    until = models.DateField()  # the last day
    seed = models.CharField(max_length=64)
    granted_by = _person()
    granted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (CheckConstraint(condition=~Q(firm="") & ~Q(seed=""), name="mandate_whole"),)


class Evaluation(models.Model):
    """A judge's report: as it was handed in, and published unchanged."""

    id: int
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, related_name="evaluations")
    title = models.CharField(max_length=128)
    pdf = models.BinaryField()
    digest = models.CharField(max_length=64)  # sha256
    handed_in = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    published_by = _person(null=True)

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                name="evaluation_published",
            ),
        )
