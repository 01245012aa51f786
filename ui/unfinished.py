"""A form that was begun and not sent: what is written down of it when its visitor goes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ui.jobs import Jobs

if TYPE_CHECKING:
    from kiosk.forms.model import Form


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Where it was left, and since when. handed: a code was shown, so it goes on by phone."""

    form: "Form"
    at: str
    began: datetime
    handed: bool = False


def write(left: Unfinished, jobs: Jobs, then: Callable[[None], None]) -> None:
    """visit.handed_off or visit.abandoned; then(None) is called when that is durable."""
    if left.handed:
        jobs.ask(lambda room: room.hand_off(left.form, left.at, left.began), then)
    else:
        jobs.ask(lambda room: room.abandon(left.form, left.at, left.began), then)
