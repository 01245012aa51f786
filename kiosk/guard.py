"""Abuse guards: they flag, they never drop. A child's two hundred taps stay in the raw log and count once.

Flags, as they stand in a record's head:
    fast      sooner after the one before than anybody else could have stepped up, or answered faster than read
    burst     the same answers, too many within a short window
    repeat    the same grade, too many in a row, each soon after the other
    closed    outside opening hours
    clock     the clock cannot be right
    staff     soon after staff were behind the screen: whoever has just unlocked it should not rate it
    assisted  staff helped (the session says so)    training  the terminal is in training
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise, takewhile
from typing import Final, Protocol

from kiosk import clock, records
from kiosk.config import Config, is_open
from kiosk.entries import Entry

STAFF_NEAR: Final = timedelta(minutes=5)
STAFF_SEEN: Final = "staff_seen"  # in the store's meta
READ_MS: Final = 400  # nobody reads a question and answers it in less
READ_FROM: Final = 4  # answers; fewer than these can be one lucky tap each


class Notes(Protocol):
    """Where small values are kept: a Store."""

    def meta(self, name: str) -> str | None: ...
    def set_meta(self, name: str, value: str | None) -> None: ...


@dataclass(frozen=True, slots=True)
class Seen:
    """A submission as the guard remembers it: when, the grade, and a hash that equal answers share."""

    at: datetime
    grade: int | None
    likeness: bytes


History = Sequence[Seen]  # oldest first


def flags(
    history: History, now: datetime, entry: Entry, config: Config, staff_left: datetime | None = None
) -> tuple[str, ...]:
    """The flags of an entry about to be written, in order; those it brought along are kept.

    staff_left: when staff were last behind the screen (last_staff()), None when nobody knows of any.
    """
    found = {*entry.flags, *flags_of_place(now, config)}
    if near_staff(now, staff_left):
        found.add("staff")
    if entry.type == "feedback.submitted":
        me = seen(entry, now)
        found |= {name for name, rule in _RULES.items() if rule([*history, me], config)}
        if _unread(entry):
            found.add("fast")
    return tuple(sorted(found))


def flags_of_place(now: datetime, config: Config) -> set[str]:
    """What time and terminal alone say about an entry."""
    found = {"training"} if config.training else set()
    if not clock.plausible(now):
        return found | {"clock"}  # and a wrong clock knows no opening hours
    return found if is_open(config, now) else found | {"closed"}


def near_staff(now: datetime, staff_left: datetime | None) -> bool:
    """Whether staff were behind the screen a few minutes ago. A clock set back since then says yes: it may be."""
    return staff_left is not None and now - staff_left < STAFF_NEAR and staff_left - now < STAFF_NEAR


def note_staff(store: Notes, now: datetime) -> None:
    """Staff are behind the screen now, or have just left it: call it at both."""
    store.set_meta(STAFF_SEEN, now.isoformat())


def last_staff(store: Notes) -> datetime | None:
    """When staff were last behind the screen; a restart does not forget it."""
    noted = store.meta(STAFF_SEEN)
    return datetime.fromisoformat(noted) if noted else None


def remember(history: History, entry: Entry, now: datetime, config: Config) -> tuple[Seen, ...]:
    """The history after an entry was written, cut to what the rules look at."""
    if entry.type != "feedback.submitted":
        return tuple(history)
    most = max(config.burst_count, config.repeat_count)
    return (*history, seen(entry, now))[-4 * most :]  # four people taking turns are still a burst


def seen(entry: Entry, now: datetime) -> Seen:
    """What the guard remembers of a submission: nothing that could tell the answers."""
    likeness = hashlib.sha256(records.canonical([entry.form, entry.body["answers"]])).digest()[:8]
    return Seen(now, entry.grade, likeness)


def _fast(seen: History, config: Config) -> bool:
    return len(seen) > 1 and _gap(seen[-2], seen[-1]) < timedelta(seconds=config.min_interval_s)


def _burst(seen: History, config: Config) -> bool:
    window = timedelta(seconds=config.burst_window_s)
    alike = [one for one in seen if one.likeness == seen[-1].likeness and _gap(one, seen[-1]) <= window]
    return len(alike) >= config.burst_count


def _repeat(seen: History, config: Config) -> bool:
    soon = timedelta(seconds=config.repeat_gap_s)
    steps = pairwise(reversed(seen))
    run = takewhile(lambda pair: pair[0].grade == pair[1].grade and _gap(pair[1], pair[0]) <= soon, steps)
    return seen[-1].grade is not None and 1 + sum(1 for _ in run) >= config.repeat_count


_RULES: Final = {"fast": _fast, "burst": _burst, "repeat": _repeat}


def _gap(earlier: Seen, later: Seen) -> timedelta:
    gap = later.at - earlier.at
    return gap if gap >= timedelta() else timedelta.max  # the clock was set back between the two


def _unread(entry: Entry) -> bool:
    answered = len(entry.body["answers"])
    return answered >= READ_FROM and entry.body["duration_ms"] < READ_MS * answered
