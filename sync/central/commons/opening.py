"""Opens and closes votes and courses, puts wishes on the wall. What is wrong it says in one line; nothing changes."""

import re
import uuid
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from kiosk.errors import CallerError
from sync.central.cases.models import Case
from sync.central.commons.models import Course, Poll, Wish
from sync.central.intake.models import Venue

WEEK: Final = timedelta(days=6)  # a vote of the week ends on the seventh day
MONTH: Final = timedelta(days=30)
THRESHOLD: Final = 15
OPTIONS_MAX: Final = 8
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,23}")
_WORDS: Final = 60


def venue_of(wanted: str | None) -> Venue:
    """The venue of that id; the only one where none is named. Raises CallerError."""
    venues = list(Venue.objects.filter(pk=wanted) if wanted else Venue.objects.order_by("id")[:2])
    if len(venues) != 1:
        raise CallerError(f"venue: {wanted!r} is not known" if wanted else "venue: name one of several with --venue")
    return venues[0]


def open_poll(
    name: str, question: Mapping[str, str], options: Iterable[str], *, venue: Venue, today: date, until: date | None
) -> Poll:
    """A vote from today on. options: 中文 or 中文|English, each once. Raises CallerError."""
    _free(Poll, name)
    labels = [_texts(option, "option") for option in options]
    if not 2 <= len(labels) <= OPTIONS_MAX:
        raise CallerError(f"options: 2 to {OPTIONS_MAX} of them, each with --option")
    if len({label["zh-Hans"] for label in labels}) != len(labels):
        raise CallerError("options: two are the same")
    named = [{"name": f"{name}-{place}", "label": label} for place, label in enumerate(labels, 1)]
    last = _last_day(today, until, WEEK)
    return Poll.objects.create(
        id=name, venue=venue, question=_checked(question, "question"), options=named, opened=today, until=last
    )


def open_course(
    name: str,
    title: Mapping[str, str],
    detail: Mapping[str, str],
    *,
    venue: Venue,
    today: date,
    until: date | None,
    threshold: int = THRESHOLD,
) -> Course:
    """A course to join from today on. Raises CallerError."""
    _free(Course, name)
    if not 2 <= threshold <= 500:
        raise CallerError("threshold: 2 to 500 people")
    detail = _checked(detail, "detail") if detail.get("zh-Hans") else {}
    last = _last_day(today, until, MONTH)
    about = {"title": _checked(title, "title"), "detail": detail, "threshold": threshold}
    return Course.objects.create(id=name, venue=venue, opened=today, until=last, **about)


def close(table: type[Poll] | type[Course], name: str, outcome: Mapping[str, str], today: date) -> Poll | Course:
    """Ends a vote or a course, or says what came of one that ended. Raises CallerError."""
    one = table.objects.filter(pk=name).first()
    if one is None:
        raise CallerError(f"{name}: not known")
    if one.closed is None and today <= one.until:
        one.closed = today
    if outcome.get("zh-Hans"):
        one.outcome = _checked(outcome, "outcome")
    one.save()
    return one


def put_up(number: str, text: Mapping[str, str], *, today: date, who: int | None = None) -> Wish:
    """A wish of a case on the wall, in the centre's words; without words the visitor's own, where they agreed.

    number: the case's, as staff say it. Raises CallerError.
    """
    case = case_of(number)
    verbatim = not text.get("zh-Hans")
    if case.withdrawn:
        raise CallerError(f"{number}: was taken back by its visitor")
    if verbatim:
        if "publish_words" not in consents(case):
            raise CallerError(f"{number}: its visitor did not agree to show their words; give a summary with --text")
        text = {"zh-Hans": case.words.strip()}
    wish = Wish.objects.filter(case_id=case.id).first() or Wish(id=uuid.uuid4(), case_id=case.id)
    wish.venue_id, wish.text, wish.verbatim, wish.day = case.venue_id, _checked(text, "text", 120), verbatim, today
    wish.hidden, wish.who_id = False, who
    wish.save()
    return wish


def take_down(name: str) -> Wish:
    """A wish off the wall; terminals follow with their next pull. name: its id, or its case's number."""
    wish = Wish.objects.filter(pk=_uuid(name)).first() if _uuid(name) else None
    wish = wish or Wish.objects.filter(case_id=case_of(name).id).first()
    if wish is None:
        raise CallerError(f"{name}: not on the wall")
    wish.hidden = True
    wish.save()
    return wish


def waiting(venue: Venue, most: int = 50) -> list[Case]:
    """Wishes for the wall that nobody has looked at yet, the oldest first."""
    put = Wish.objects.filter(venue=venue).exclude(case_id=None).values("case_id")
    rows = Case.objects.filter(venue=venue, form="wish-wall", withdrawn=False, counted=True)
    return list(
        rows.exclude(id__in=put).exclude(state__in=["withheld", "invalid"]).order_by("received_day", "id")[:most]
    )


def consents(case: Case) -> frozenset[str]:
    """What a case's visitor agreed to, by the last finish that says so."""
    from sync.central.cases.models import CaseRecord
    from sync.central.cases.pieces import FINISHES, read
    from sync.central.cases.projector import stored

    records = list(CaseRecord.objects.filter(case_id=case.id).values_list("record_id", flat=True))
    pieces = [piece for record in stored(records) if (piece := read(record)) is not None and piece.type in FINISHES]
    last = max(pieces, key=lambda piece: piece.time, default=None)
    return last.consents if last else frozenset()


def case_of(number: str) -> Case:
    """The case that staff call by that number. Raises CallerError when there is none, or more than one."""
    found = list(Case.objects.filter(number=number.strip().upper())[:2])
    if len(found) != 1:
        raise CallerError(f"{number}: {'several cases have' if found else 'no case has'} this number")
    return found[0]


def both(chinese: str | None, english: str | None) -> dict[str, str]:
    """A text by language from what was given on a command line."""
    return {tag: text for tag, text in (("zh-Hans", chinese), ("en", english)) if text}


def _texts(given: str, what: str) -> dict[str, str]:
    chinese, _, english = given.partition("|")
    return _checked(both(chinese.strip(), english.strip()), what)


def _checked(texts: Mapping[str, str], what: str, most: int = _WORDS) -> dict[str, str]:
    cleaned = {tag: " ".join(text.split()) for tag, text in texts.items() if text and text.strip()}
    if not cleaned.get("zh-Hans"):
        raise CallerError(f"{what}: needs Chinese words")
    if len(cleaned["zh-Hans"]) > most:
        raise CallerError(f"{what}: at most {most} characters fit the screen")
    return cleaned


def _free(table: type[Poll] | type[Course], name: str) -> None:
    if not _NAME.fullmatch(name):
        raise CallerError(f"{name}: a name is 1 to 24 small letters, digits and hyphens")
    if table.objects.filter(pk=name).exists():
        raise CallerError(f"{name}: was opened before; voices were given to it, so take another name")


def _last_day(today: date, until: date | None, length: timedelta) -> date:
    if until is not None and not today <= until <= today + timedelta(days=366):
        raise CallerError(f"until: {until} is not within a year from today")
    return until or today + length


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
