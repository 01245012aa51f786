"""Roll-ups of cases: what figures and dashboards read instead of a million rows. Projections; see tallies.py."""

from django.db import models
from django.db.models import Index, Q, UniqueConstraint


def _count() -> models.IntegerField:
    return models.IntegerField(default=0)


class Measures(models.Model):
    """How many cases are what, by the definitions in tallies.MEASURES; a day's move may be below zero."""

    counted = _count()
    asked = _count()
    rated = _count()
    wants = _count()
    answered = _count()
    solved = _count()
    parked = _count()
    declined = _count()
    merged = _count()
    withheld = _count()
    invalid = _count()
    open = _count()
    bad = _count()
    satisfied = _count()
    well = _count()
    judged = _count()
    on_time = _count()
    due = _count()
    call = _count()
    called = _count()
    asked_answered = _count()
    asked_judged = _count()
    asked_on_time = _count()
    asked_withheld = _count()

    class Meta:
        abstract = True


class TallyMove(Measures):
    """What a projection changed, not folded into the sums yet: rows are only added, so nobody waits."""

    venue = models.CharField(max_length=32)
    day = models.DateField()
    category = models.CharField(max_length=1, blank=True)
    department = models.CharField(max_length=32, blank=True)
    channel = models.CharField(max_length=16)
    grade = models.CharField(max_length=2, blank=True)
    level = models.CharField(max_length=2)
    language = models.CharField(max_length=16)
    form = models.CharField(max_length=64)
    state = models.CharField(max_length=16)

    class Meta(Measures.Meta):
        indexes = (Index(fields=["venue", "day"], name="tally_move_day"),)


class TallyDay(Measures):
    """A venue's day, summed up."""

    venue = models.CharField(max_length=32)
    day = models.DateField()

    class Meta(Measures.Meta):
        constraints = (UniqueConstraint(fields=["venue", "day"], name="tally_day_key"),)


class TallyCube(models.Model):
    """How many cases of a venue share up to four values, by day, week (7) and quarter (91 days).

    Which columns a, b, c and d stand for depends on the cube: tallies.CUBES.
    """

    venue = models.CharField(max_length=32)
    cube = models.CharField(max_length=1)
    grain = models.SmallIntegerField()
    start = models.DateField()
    a = models.CharField(max_length=64, blank=True)
    b = models.CharField(max_length=64, blank=True)
    c = models.CharField(max_length=64, blank=True)
    d = models.CharField(max_length=64, blank=True)
    counted = _count()
    asked = _count()
    rated = _count()

    class Meta:
        constraints = (
            UniqueConstraint(fields=["venue", "cube", "grain", "start", "a", "b", "c", "d"], name="tally_cube_key"),
        )
        indexes = (Index(fields=["id"], condition=Q(counted=0, asked=0, rated=0), name="tally_cube_empty"),)
