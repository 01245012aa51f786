"""What the form pages keep: who joined a visit, which short codes stand, what was finished. Never an answer.

What somebody is filling in lives in their own browser, shut (see token.py); nothing here says what it was.
"""

from django.db import models


class Joined(models.Model):
    """A visit of a terminal that a phone has taken. joiner: digest of what that phone alone knows."""

    subject = models.UUIDField(primary_key=True)
    terminal = models.IntegerField()
    joiner = models.BinaryField(max_length=32)
    level = models.CharField(max_length=2)
    at = models.DateTimeField()


class ShortCode(models.Model):
    """A code to type instead of scanning, as a digest, and the shut payload it stands for."""

    digest = models.BinaryField(primary_key=True, max_length=32)
    digits = models.TextField()
    expires_at = models.DateTimeField(db_index=True)


class Finished(models.Model):
    """A form that came in from a phone: the same once more is no second record, another amends it."""

    subject = models.UUIDField(primary_key=True)
    said = models.BinaryField(max_length=32)  # keyed digest of what it says
    record = models.UUIDField()
    seq = models.BigIntegerField()
    link = models.BinaryField(max_length=32)
    at = models.DateTimeField()


class SmsCode(models.Model):
    """A one-time code under way, or how often one was asked for: number and code as keyed digests."""

    number = models.BinaryField(max_length=16, db_index=True)
    code = models.BinaryField(max_length=16)
    sent_at = models.DateTimeField()
    tries = models.SmallIntegerField(default=0)
    used = models.BooleanField(default=False)
