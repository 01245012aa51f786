"""Topics and what came of them. What staff did to a topic is append-only by trigger; figures are worked out nightly."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from sync.central.insight.council_models import (
    Capacity,  # noqa: F401
    Evaluation,  # noqa: F401
    Heard,  # noqa: F401
    Mandate,  # noqa: F401
    PanelVoice,  # noqa: F401
    Tally,  # noqa: F401
)
from sync.central.intake.models import Venue


def _person(**more: object) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **more)  # type: ignore[arg-type]


def _share(name: str) -> Q:
    return Q(**{f"{name}__gte": 0, f"{name}__lte": 1})


class Topic(models.Model):
    """Needs that mean the same. Proposed by likeness, confirmed by a person; its number never changes.

    legal, feasibility, underserved: what only a person can judge. The rest of the figures is weighing.Weighed.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed"
        CONFIRMED = "confirmed"
        MERGED = "merged"
        DISSOLVED = "dissolved"

    id: int
    venue_id: str
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT)
    name = models.JSONField()  # {"zh-Hans": …}
    state = models.CharField(max_length=16, choices=State, default=State.PROPOSED)
    into = models.ForeignKey("self", null=True, on_delete=models.PROTECT)
    words = models.JSONField(default=list)
    examples = models.JSONField(default=list)  # case ids
    legal = models.FloatField(default=0.0)
    feasibility = models.FloatField(default=0.5)
    underserved = models.BooleanField(default=False)
    n = models.IntegerField(default=0)
    n_eff = models.FloatField(default=0.0)
    days = models.IntegerField(default=0)
    channels = models.IntegerField(default=0)
    persons = models.IntegerField(default=0)
    common = models.BooleanField(default=False)
    terms = models.JSONField(default=dict)
    score = models.FloatField(default=0.0)
    band = models.CharField(max_length=2, default="P4")  # by the rule
    why = models.CharField(max_length=8, default="score")
    by_hand = models.CharField(max_length=2, blank=True, default="")  # stands over the rule's while it is there
    weighed = models.DateField(null=True)
    opened = models.DateField()

    class Meta:
        constraints = (
            CheckConstraint(condition=_share("legal") & _share("feasibility"), name="topic_judged"),
            CheckConstraint(
                condition=(Q(state="merged") & Q(into__isnull=False)) | (~Q(state="merged") & Q(into__isnull=True)),
                name="topic_into",
            ),
        )
        indexes = (Index(fields=["venue", "state", "-score"], name="topic_order"),)

    @property
    def priority(self) -> str:
        """The band that counts."""
        return self.by_hand or self.band


class Member(models.Model):
    """A case of a topic; a case is of one topic at most. by_hand: a person said so, and no grouping takes it away."""

    topic_id: int
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="members")
    case_id = models.UUIDField(unique=True)
    by_hand = models.BooleanField(default=False)


class TopicEvent(models.Model):
    """What somebody did to a topic, and why. Append-only."""

    KINDS = ("confirm", "rename", "merge", "split", "dissolve", "judge", "raise", "ask_lower", "lower", "move")

    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=16)
    who = _person()
    at = models.DateTimeField()
    why = models.CharField(max_length=500, blank=True)
    told = models.JSONField(default=dict)

    class Meta:
        constraints = (
            CheckConstraint(
                condition=Q(
                    kind__in=(
                        *("confirm", "rename", "merge", "split", "dissolve", "judge"),
                        *("raise", "ask_lower", "lower", "move"),
                    )
                ),
                name="topic_event_kind",
            ),
            CheckConstraint(
                condition=~Q(kind__in=("raise", "ask_lower", "lower", "split", "dissolve")) | ~Q(why=""),
                name="topic_event_why",
            ),
        )


class Improvement(models.Model):
    """Problem → measure → cost → owner → due → indicator; and, when it has run, what it did."""

    class State(models.TextChoices):
        PROPOSED = "proposed"
        RUNNING = "running"
        DONE = "done"
        DROPPED = "dropped"

    id: int
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="improvements")
    problem = models.CharField(max_length=500)
    measure = models.CharField(max_length=500)
    cost = models.IntegerField()  # yuan
    owner = _person()
    due = models.DateField()
    indicator = models.CharField(max_length=200)
    state = models.CharField(max_length=8, choices=State, default=State.PROPOSED)
    opened = models.DateField()
    finished = models.DateField(null=True)
    seats = models.IntegerField(null=True)
    attended = models.IntegerField(null=True)
    spent = models.IntegerField(null=True)

    class Meta:
        constraints = (
            CheckConstraint(
                condition=~Q(problem="") & ~Q(measure="") & ~Q(indicator="") & Q(cost__gte=0), name="improvement_whole"
            ),
            # R48: nothing is done before its use has been counted.
            CheckConstraint(
                condition=~Q(state="done")
                | Q(
                    # A check that comes to NULL passes: what must be there is asked for by name.
                    seats__isnull=False,
                    attended__isnull=False,
                    spent__isnull=False,
                    finished__isnull=False,
                    seats__gt=0,
                    attended__gte=0,
                    attended__lte=F("seats"),
                    spent__gte=0,
                ),
                name="improvement_counted",
            ),
        )


class Proposal(models.Model):
    """A timetable and budget that the programme proposed. It counts when a person has signed it."""

    id: int
    venue_id: str
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT)
    at = models.DateTimeField()
    name = models.CharField(max_length=64)
    asked = models.JSONField()  # needs and means
    plan = models.JSONField()
    signed_by = _person(null=True)
    signed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            UniqueConstraint(fields=["venue", "name"], name="proposal_name"),
            CheckConstraint(
                condition=Q(signed_by__isnull=True, signed_at__isnull=True)
                | Q(signed_by__isnull=False, signed_at__isnull=False),
                name="proposal_signed",
            ),
        )
