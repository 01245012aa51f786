"""Takes custody of spoken messages: in parts that follow one another, whole only when they hash to their name.

They are sealed: nobody here can read one without the centre's keys, and custody never does.
"""

import hashlib
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from kiosk.records import wire_time
from kiosk.voices import BOX_MAX, Sealed
from sync import receipt, voices
from sync.central.intake import problems
from sync.central.intake.models import Terminal, Voice, VoicePart
from sync.central.intake.problems import ProblemError
from sync.central.keys import Keys
from sync.voices import Held

UNDER_WAY_MAX: Final = 200  # unfinished messages of one sender: more than a lobby speaks in a week offline
UNFINISHED: Final = timedelta(days=60)  # after that nobody is still sending it
LOOSE: Final = timedelta(days=2)  # for a form that is finished tomorrow
LOOSE_MAX: Final = 300  # of all phones together
RETRY_S: Final = 600


def held(source: str, sha256: str) -> Held:
    """How much is here of a message."""
    voice = Voice.objects.filter(source=source, sha256=sha256).only("held", "whole_at").first()
    return Held(sha256, voice.held if voice else 0, voice is not None and voice.whole_at is not None)


def take(source: str, sha256: str, part: bytes, *, offset: int, size: int, now: datetime) -> Held:
    """Add a part where it fits; whatever does not begin where we stand changes nothing. Raises ProblemError."""
    if not 0 < len(part) <= voices.PART or not 0 < size <= BOX_MAX or offset + len(part) > size:
        raise ProblemError(problems.TOO_LARGE, "voice")
    with transaction.atomic():
        voice = _row(source, sha256, size, now)
        if voice.whole_at is not None or voice.size != size or voice.held != offset:
            return Held(sha256, voice.held, voice.whole_at is not None)
        VoicePart.objects.create(voice=voice, offset=offset, data=part)
        voice.held += len(part)
        voice.save(update_fields=["held"])
        return _finish(voice, now) if voice.held == size else Held(sha256, voice.held, whole=False)


def take_file(name: str, box: bytes, *, now: datetime, keys: Keys) -> bytes:
    """A whole message from a stick, under SOURCE-SHA256; the signed line for it. Raises ProblemError."""
    source, _, sha256 = name.rpartition("-")
    terminal = Terminal.objects.filter(source=f"terminal/{source}").first()
    if terminal is None:
        raise ProblemError(problems.NOT_ENROLLED, "voice")
    if not 0 < len(box) <= BOX_MAX or hashlib.sha256(box).hexdigest() != sha256:
        raise ProblemError(problems.UNREADABLE_REQUEST, "voice")
    said = held(terminal.source, sha256)
    while not said.whole:
        at = said.held
        said = take(terminal.source, sha256, box[at : at + voices.PART], offset=at, size=len(box), now=now)
        if said.held <= at and not said.whole:
            raise ProblemError(problems.UNREADABLE_REQUEST, "voice")
    return answer(said, terminal, now, keys)


def answer(said: Held, terminal: Terminal, now: datetime, keys: Keys) -> bytes:
    """The centre's signed word, under the key that this terminal believes."""
    return receipt.sign(voices.document(said, wire_time(now)), keys.facing(terminal.pinned).signing)


def sweep(now: datetime) -> int:
    """Forgets messages that stopped coming, and those of forms that were never sent; how many."""
    stopped = Voice.objects.filter(whole_at__isnull=True, begun_at__lt=now - UNFINISHED).delete()[0]
    return stopped + Voice.objects.filter(loose_until__lt=now).delete()[0]


# -- of phones: sealed here, and loose until the form is sent


def lay_by(source: str, sealed: Sealed, now: datetime) -> bool:
    """Keep a phone's message for a while; whether there was room. Twice is fine."""
    sweep(now)
    if Voice.objects.filter(loose_until__isnull=False).count() >= LOOSE_MAX:
        return False
    size = len(sealed.box)
    Voice.objects.get_or_create(
        source=source,
        sha256=sealed.sha256,
        defaults={
            "size": size,
            "held": size,
            "sealed": sealed.box,
            "begun_at": now,
            "whole_at": now,
            "loose_until": now + LOOSE,
        },
    )
    return True


def is_here(sha256: str) -> bool:
    """Whether a message is here whole."""
    return Voice.objects.filter(sha256=sha256, whole_at__isnull=False).exists()


def bind(source: str, names: Collection[str]) -> None:
    """A record names them now: they stay as long as their case says."""
    Voice.objects.filter(source=source, sha256__in=names).update(loose_until=None)


def drop(source: str, names: Collection[str]) -> None:
    """Its visitor took it back, or said it anew, before it was sent."""
    Voice.objects.filter(source=source, sha256__in=names, loose_until__isnull=False).delete()


def _row(source: str, sha256: str, size: int, now: datetime) -> Voice:
    locked = Voice.objects.select_for_update()
    if (voice := locked.filter(source=source, sha256=sha256).first()) is not None:
        return voice
    if Voice.objects.filter(source=source, whole_at__isnull=True).count() >= UNDER_WAY_MAX:
        raise ProblemError(problems.FLOOD, "voice", RETRY_S)
    Voice.objects.bulk_create(
        [Voice(source=source, sha256=sha256, size=size, begun_at=now)], ignore_conflicts=True
    )  # two first parts may come at once
    return locked.get(source=source, sha256=sha256)


def _finish(voice: Voice, now: datetime) -> Held:
    parts = voice.parts.order_by("offset").values_list("data", flat=True)  # type: ignore[attr-defined]
    sealed = b"".join(bytes(part) for part in parts)
    voice.parts.all().delete()  # type: ignore[attr-defined]
    if hashlib.sha256(sealed).hexdigest() != voice.sha256:
        voice.delete()
        return Held(voice.sha256, 0, whole=False, refused="its bytes do not hash to its name")
    voice.sealed, voice.whole_at = sealed, now
    voice.save(update_fields=["sealed", "whole_at"])
    return Held(voice.sha256, voice.held, whole=True)
