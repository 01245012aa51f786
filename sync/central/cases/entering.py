"""What came by paper, in a meeting or by word of mouth: staff type it in, and it is a record like any other.

It goes into the centre's own chain, gets a receipt code of its own, and the same deadlines. Its grade is never counted
among those that visitors gave themselves.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final

from django.db import IntegrityError, transaction

from kiosk import records
from kiosk.errors import CallerError
from kiosk.privacy import seal_contact
from kiosk.receipts import lookup_key, new_code, show
from sync.central.cases import projector
from sync.central.cases.assemble import case_id
from sync.central.cases.derive import CHINA
from sync.central.cases.library import form as form_of
from sync.central.cases.models import Case, Meeting, Slip
from sync.central.cases.roles import Hand
from sync.central.cases.taxonomy import is_category
from sync.central.intake import own
from sync.central.intake.models import Venue
from sync.central.keys import Keys

FORM: Final = "quick-rating"
NOON: Final = time(12)  # a day before today has no minute
CHANNELS: Final = ("paper", "staff", "meeting")
LEVELS: Final[Mapping[str, str]] = {"paper": "V0", "staff": "V4", "meeting": "V4"}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that somebody said. day: when it was said; contact: telephone, with the consent to be called."""

    words: str
    channel: str
    day: date
    category: str = ""
    grade: int | None = None
    slip: str = ""
    contact: str = ""
    hands: int = 1
    language: str = "zh-Hans"


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of it: the code to give to whoever said it, and the case."""

    code: str
    case: Case


@dataclass(frozen=True, slots=True)
class Talk:
    """A meeting: when, with whom, what was said on the whole."""

    day: date
    title: str
    host: str
    people: int
    groups: str = ""
    minutes: str = ""
    items: tuple[Told, ...] = field(default_factory=tuple)


class Unfit(CallerError):
    """Something that cannot be entered. ``what`` names the field."""

    def __init__(self, what: str) -> None:
        super().__init__(f"entry: {what}")
        self.what = what


def check(told: Told, today: date) -> None:
    """Raises Unfit, naming what is wrong."""
    wrong = {
        "words": not told.words.strip() or len(told.words) > 2000 or "\0" in told.words,
        "channel": told.channel not in CHANNELS,
        "day": not date(2020, 1, 1) <= told.day <= today,
        "category": bool(told.category) and not is_category(told.category),
        "grade": told.grade not in {None, 1, 2, 3, 4, 5},
        "slip": len(told.slip) > 32,
        "contact": bool(told.contact) and not 5 <= len("".join(filter(str.isdigit, told.contact))) <= 15,
        "hands": not 1 <= told.hands <= 10_000,
    }
    if found := next((name for name, bad in wrong.items() if bad), None):
        raise Unfit(found)


def enter(told: Told, venue: Venue, by: Hand, now: datetime, keys: Keys, meeting: Meeting | None = None) -> Entered:  # noqa: PLR0917
    """Writes it down as a record and projects its case, all or nothing. Raises Unfit."""
    check(told, now.astimezone(CHINA).date())
    code, subject = new_code(), records.new_id(now)
    entry = _entry(told, venue, str(subject), code, now, keys, practice=by.practice)
    with transaction.atomic():
        own.append(entry, now=now, keys=keys)
        identity = case_id(venue.id, subject)
        try:
            with transaction.atomic():
                Slip.objects.create(
                    venue=venue,
                    case_id=identity,
                    number=told.slip.strip() or None,
                    meeting=meeting,
                    hands=told.hands,
                    who_id=by.user,
                    at=now,
                )
        except IntegrityError as error:
            raise Unfit("slip") from error
    projector.drain(pause=lambda: None)
    return Entered(show(code), Case.objects.get(id=identity))


def hold(talk: Talk, venue: Venue, by: Hand, now: datetime, keys: Keys) -> tuple[Meeting, list[Entered]]:
    """A meeting with all its items, each a case of its own. Raises Unfit; then nothing was entered."""
    if not talk.title.strip() or not talk.host.strip() or not 0 < talk.people < 10_000 or not talk.items:
        raise Unfit("meeting")
    for item in talk.items:
        check(item, now.astimezone(CHINA).date())
    with transaction.atomic():
        meeting = Meeting.objects.create(
            venue=venue,
            day=talk.day,
            title=talk.title.strip()[:100],
            host=talk.host.strip()[:64],
            people=talk.people,
            groups=talk.groups.strip()[:200],
            minutes=talk.minutes.strip()[:10_000],
            who_id=by.user,
            at=now,
        )
        entered = [enter(item, venue, by, now, keys, meeting) for item in talk.items]
    return meeting, entered


def _entry(  # noqa: PLR0917
    told: Told, venue: Venue, subject: str, code: str, now: datetime, keys: Keys, *, practice: bool
) -> own.Entry:
    form = form_of(FORM)
    answers: dict[str, Any] = {"words": told.words.strip()}
    if told.grade is not None:
        answers["grade"] = str(told.grade)
    sealed = seal_contact(bytes(keys.sealing.public_key), subject, {"phone": told.contact}) if told.contact else None
    today = now.astimezone(CHINA).date()
    said = now if told.day == today else datetime.combine(told.day, NOON, CHINA)
    body = {
        "answers": answers,
        "category": told.category or None,
        "channel": told.channel,
        "consents": [{"given": True, "kind": "contact", "notice": "1"}] if sealed else [],
        "duration_ms": 0,
        "id": str(records.new_id(now)),
        "language": told.language,
        "level": LEVELS[told.channel],
        "lookup": lookup_key(code, bytes(venue.salt)).hex(),
        "sealed": base64.b64encode(sealed).decode() if sealed else None,
        "subject": subject,
        "time": records.wire_time(said),
    }
    flags = ("training",) if practice else ("assisted",) if told.channel == "staff" else ()
    return own.Entry("feedback.submitted", venue.id, body, FORM, form.version if form else None, told.grade, flags)
