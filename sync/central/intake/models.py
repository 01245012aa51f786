"""What the centre keeps about terminals and what they sent. Custody writes records and batches without the ORM.

Records are append-only: a head is never changed and never deleted; a body is erased only where the law asks for it.
"""

from django.db import models


class Venue(models.Model):
    """A building with terminals. Its salt goes into every receipt code's look-up key."""

    id = models.SlugField(primary_key=True, max_length=32)
    name = models.JSONField()  # {"zh-Hans": …, "en": …}
    salt = models.BinaryField(max_length=16)
    config = models.JSONField(default=dict)


class Terminal(models.Model):
    """One device that was enrolled. Enrolling it again keeps its row, its source and its number."""

    venue_id: str
    number = models.AutoField(primary_key=True)
    source = models.CharField(max_length=48, unique=True)
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT, related_name="terminals")
    token_digest = models.BinaryField(max_length=32, unique=True)
    signing_key = models.BinaryField(max_length=32)
    box_key = models.BinaryField(max_length=32)
    old_keys = models.JSONField(default=list)  # hex signing keys from before it was enrolled again
    salts = models.JSONField(default=list)  # hex salts its codes were made with before it was enrolled
    pinned = models.CharField(max_length=16, blank=True)  # short name of the centre's key it believes; "": the first
    label = models.CharField(max_length=64, blank=True)
    version = models.CharField(max_length=32, blank=True)
    enrolled_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    last_seen = models.DateTimeField(null=True)
    heartbeat = models.JSONField(default=dict)


class EnrolCode(models.Model):
    """A one-time code, as a digest: who reads the table cannot enrol."""

    digest = models.BinaryField(primary_key=True, max_length=32)
    venue = models.ForeignKey(Venue, on_delete=models.CASCADE)
    label = models.CharField(max_length=64, blank=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.CharField(max_length=48, blank=True)  # the source that may ask again: its answer was lost


class Batch(models.Model):
    """A batch that was taken, under the sha256 of its unpacked bytes, with the receipt it got and will always get."""

    digest = models.BinaryField(primary_key=True, max_length=32)
    batch_id = models.CharField(max_length=36)
    source = models.CharField(max_length=48)
    epoch = models.CharField(max_length=16)
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    count = models.IntegerField()
    header = models.BinaryField()  # both lines as they came: the terminal's signature over its links
    trailer = models.BinaryField()
    receipt = models.BinaryField()
    fork = models.BooleanField(default=False)
    received_at = models.DateTimeField()
    via = models.CharField(max_length=4)  # http, file

    class Meta:
        indexes = (models.Index(fields=["source", "epoch", "first"], name="batch_chain"),)


class Record(models.Model):
    """One record as it came: ``head`` byte for byte, ``body`` until it is erased."""

    class State(models.TextChoices):
        NEW = "new"  # waits for the projector
        DONE = "done"
        PARKED = "parked"  # nobody here can read it yet; reason says why
        HELD = "held"  # from a terminal that was revoked: kept apart until somebody decides

    venue_id: str
    id = models.BigAutoField(primary_key=True)
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT, db_index=False, db_constraint=False)
    source = models.CharField(max_length=48)
    epoch = models.CharField(max_length=16)
    seq = models.BigIntegerField()
    body_hash = models.BinaryField(max_length=32)
    type = models.CharField(max_length=64)
    day = models.DateField()
    form = models.CharField(max_length=64, null=True)
    grade = models.SmallIntegerField(null=True)
    head = models.BinaryField()
    body = models.BinaryField(null=True)
    link = models.BinaryField(max_length=32)  # the link after this record
    batch_digest = models.BinaryField(max_length=32, null=True)  # none: written by the centre itself
    state = models.CharField(max_length=8, choices=State)
    reason = models.CharField(max_length=64, blank=True)
    received_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["source", "epoch", "seq", "body_hash"], name="record_identity"),)
        indexes = (
            models.Index(fields=["id"], condition=models.Q(state="new"), name="record_new"),
            models.Index(fields=["id"], condition=models.Q(state__in=["parked", "held"]), name="record_aside"),
            models.Index(fields=["venue", "day", "type"], name="record_venue_day"),
        )


class Update(models.Model):
    """Something a terminal should know. Written without a cursor; the publisher alone gives one (see updates.py)."""

    venue_id: str | None
    id = models.BigAutoField(primary_key=True)
    cursor = models.BigIntegerField(null=True, unique=True)
    venue = models.ForeignKey(Venue, null=True, on_delete=models.CASCADE)  # none: for every venue
    source = models.CharField(max_length=48, blank=True)  # for this terminal alone
    kind = models.CharField(max_length=16)
    key = models.CharField(max_length=128)
    data = models.JSONField()

    class Meta:
        indexes = (
            models.Index(fields=["kind", "key"], name="update_key"),
            models.Index(fields=["id"], condition=models.Q(cursor__isnull=True), name="update_waiting"),
        )


class Chain(models.Model):
    """How far one chain is held without a gap, and how far backups hold it: every record up to that seq."""

    source = models.CharField(max_length=48)
    epoch = models.CharField(max_length=16)
    seq = models.BigIntegerField()
    link = models.BinaryField(max_length=32)
    covered = models.BigIntegerField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["source", "epoch"], name="chain_name"),)


class Kept(models.Model):
    """Small facts of the centre itself: when the last backup was made, where cursors begin."""

    name = models.CharField(primary_key=True, max_length=32)
    value = models.JSONField()


class Voice(models.Model):
    """A spoken message under the sha256 of its sealed bytes, as far as it came. Only records say whose it is."""

    id = models.BigAutoField(primary_key=True)
    source = models.CharField(max_length=48)  # parts of two senders never mix
    sha256 = models.CharField(max_length=64)
    size = models.IntegerField()
    held = models.IntegerField(default=0)
    sealed = models.BinaryField(null=True)  # once it is whole and hashes to its name
    begun_at = models.DateTimeField()
    whole_at = models.DateTimeField(null=True)
    loose_until = models.DateTimeField(null=True, db_index=True)  # a phone's, and no record names it yet

    class Meta:
        constraints = (models.UniqueConstraint(fields=["sha256", "source"], name="voice_name"),)


class VoicePart(models.Model):
    """Bytes of a message that is not whole yet."""

    id = models.BigAutoField(primary_key=True)
    voice = models.ForeignKey(Voice, on_delete=models.CASCADE, related_name="parts")
    offset = models.IntegerField()
    data = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["voice", "offset"], name="voice_part_place"),)
