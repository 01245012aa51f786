"""From a scanned code to a visit on the phone: whose it is, how much it proves, and who came first."""

import hashlib
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from kiosk.errors import UntrustedError
from kiosk.forms.model import Form
from kiosk.records import new_id
from sync import handoff
from sync.central.intake.models import Terminal
from sync.central.keys import Keys
from sync.central.public.models import Joined
from sync.central.public.shelf import Shelf
from sync.handoff import HandoffError

PRESENT: Final = timedelta(minutes=10)
LEVEL_HERE, LEVEL_ANYWHERE = "V1", "V0"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a code led to. notes: keys of words that say what happened; problem: the same when nothing can be opened.

    form is None then. subject is the visit's own, or a fresh one's where it must not be that.
    """

    clear: handoff.Clear | None = None
    form: Form | None = None
    terminal: Terminal | None = None
    subject: str = ""
    level: str = LEVEL_ANYWHERE
    answers: Mapping[str, Any] | None = None
    notes: tuple[str, ...] = ()
    problem: str = ""


def _unsealed(sealed: handoff.Sealed, keys: Keys, terminal: Terminal) -> handoff.Content:
    """What a code holds; shown before a change of the centre's keys, it opens with those of before."""
    for box in keys.boxes[:-1]:
        with suppress(HandoffError, UntrustedError):
            return handoff.unseal(sealed, box, bytes(terminal.box_key))
    return handoff.unseal(sealed, keys.boxes[-1], bytes(terminal.box_key))


def arrive(digits: str, joiner: str, shelf: Shelf, *, now: datetime, keys: Keys) -> Arrival:
    """Opens a code and takes its visit, if nobody has yet. Never raises for what a stranger may have sent."""
    try:
        sealed = handoff.read(digits)
        terminal = Terminal.objects.filter(number=sealed.clear.terminal).first()
        if terminal is None:
            return Arrival(problem="broken")
        content = _unsealed(sealed, keys, terminal)
        if (form := shelf.known.get(content.form)) is None:
            return Arrival(sealed.clear, terminal=terminal, problem="unknown")
        answers = handoff.decode_answers(form, content.answers)
    except (HandoffError, UntrustedError):
        return Arrival(problem="broken")
    fresh = Arrival(sealed.clear, form, terminal, str(new_id(now)), answers={})
    if terminal.revoked_at is not None:  # whoever holds its key now must not speak for its visitors
        return Arrival(sealed.clear, form, terminal, fresh.subject, answers=answers, notes=("revoked",))
    here = is_present(content.time, clock_error(terminal), now)
    level = _join(sealed.clear, LEVEL_HERE if here else LEVEL_ANYWHERE, joiner, now)
    if level is None:
        return replace(fresh, notes=("second_title", "second"))
    notes = ("joined", *(("left_out",) if sealed.clear.left_out else ()), "presence" if level == "V1" else "late")
    return Arrival(sealed.clear, form, terminal, str(sealed.clear.visit), level, answers, notes)


def is_present(said: datetime, clock_error: timedelta, now: datetime) -> bool:
    """Whether a code was made within ten minutes of now, the terminal's clock put right."""
    return abs(now - (said - clock_error)) <= PRESENT


def clock_error(terminal: Terminal) -> timedelta:
    """How far the terminal's clock was ahead of ours when it was last heard."""
    error = terminal.heartbeat.get("clock_error_ms") if isinstance(terminal.heartbeat, dict) else None
    return timedelta(milliseconds=error) if isinstance(error, int) else timedelta()


def _join(clear: handoff.Clear, level: str, joiner: str, now: datetime) -> str | None:
    """The level at which the visit is this phone's; None when it is somebody else's.

    A page that is loaded again sends what it sent before, joiner and all: that is the same phone.
    """
    who = hashlib.sha256(joiner.encode()).digest()
    row, made = Joined.objects.get_or_create(
        subject=uuid.UUID(bytes=clear.visit.bytes),
        defaults={"terminal": clear.terminal, "joiner": who, "level": level, "at": now},
    )
    return row.level if made or (joiner and bytes(row.joiner) == who) else None
