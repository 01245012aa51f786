"""What staff open to everybody. Who chose what follows from records (cases.Ballot); nothing here names a visitor.

Texts are by language: {"zh-Hans": …, "en": …}. What was opened once is never reworded: votes were given to those words.
"""

import uuid

from django.conf import settings
from django.db import models

from sync.central.intake.models import Venue


def _venue() -> models.ForeignKey:
    return models.ForeignKey(Venue, on_delete=models.PROTECT, related_name="+")


class Poll(models.Model):
    """A vote: one question, a few options, a last day. blind: who has not voted sees no results before its end."""

    venue_id: str
    id = models.SlugField(primary_key=True, max_length=32)
    venue = _venue()
    question = models.JSONField()
    options = models.JSONField()  # [{"name": ASCII, "label": {lang: text}}]
    opened = models.DateField()
    until = models.DateField()
    blind = models.BooleanField(default=True)
    closed = models.DateField(null=True)  # before its last day, by hand
    outcome = models.JSONField(default=dict)  # what the centre did with it


class Course(models.Model):
    """拼单: a course that opens when enough visits say they would come. Interest is counted, nobody is booked."""

    venue_id: str
    id = models.SlugField(primary_key=True, max_length=32)
    venue = _venue()
    title = models.JSONField()
    detail = models.JSONField(default=dict)
    threshold = models.PositiveSmallIntegerField()
    opened = models.DateField()
    until = models.DateField()
    closed = models.DateField(null=True)
    outcome = models.JSONField(default=dict)  # where and when it starts, or why not


class Wish(models.Model):
    """A wish on the wall: what a moderator put there, in the centre's own short words unless the visitor agreed."""

    venue_id: str
    who_id: int | None
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    venue = _venue()
    case_id = models.UUIDField(null=True)  # the visit it came from
    text = models.JSONField()
    verbatim = models.BooleanField(default=False)  # the visitor's words, with their consent
    day = models.DateField()
    hidden = models.BooleanField(default=False)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = (models.Index(fields=["venue", "-day"], name="wish_newest"),)
