"""A visitor's own words in public: only of adults who are known and agreed to just that, only after a person looked.

The usual way out is the centre's own summary on a card; this is the other one (standards §5, P20).
"""

from datetime import datetime
from typing import Final

from django.db import transaction

from kiosk.errors import CallerError
from sync.central.cases import pii
from sync.central.cases.assemble import Story
from sync.central.cases.models import Case, Excerpt
from sync.central.cases.roles import Hand

KNOWN: Final = frozenset({"V2", "V3"})
YOUNG: Final = frozenset({"u14", "a14", "under14", "minor"})  # choices of our forms
_AGES: Final = ("age_band", "age", "age14")


class NotQuotable(CallerError):
    """These words may not be shown as a visitor's own. ``why`` names the rule."""

    def __init__(self, why: str) -> None:
        super().__init__(f"excerpt: {why}")
        self.why = why


def may_quote(story: Story) -> str:
    """Nothing when the visitor's own words may be shown; else the rule that forbids it."""
    if story.withdrawn or not story.words:
        return "nothing"
    if story.level not in KNOWN:
        return "level"
    if any(is_young(str(piece.answers.get(name, ""))) for piece in story.standing for name in _AGES):
        return "minor"
    if not all("publish_words" in piece.consents for piece in story.standing if piece.answers):
        return "consent"
    return ""


def is_young(age: str) -> bool:
    """Whether an answer about age says under eighteen; the age bands of our forms, and plain numbers."""
    return age in YOUNG or (age.isdecimal() and int(age) < 18)


def draft(case: Case, story: Story, text: str, by: Hand, now: datetime) -> Excerpt:
    """A new version for somebody to approve. Raises NotQuotable, also when it still tells who somebody is."""
    if why := may_quote(story):
        raise NotQuotable(why)
    if not text.strip() or len(text) > 1000:
        raise NotQuotable("nothing")
    if pii.find(text):
        raise NotQuotable("personal")
    return _add(case, (text.strip(), "draft", ""), by, now)


def approve(case: Case, story: Story, by: Hand, now: datetime) -> Excerpt:
    """Lets the newest draft out: another person than who wrote it."""
    last = Excerpt.objects.filter(case_id=case.id).order_by("-version").first()
    if last is None or last.state != "draft" or last.who_id == by.user:  # type: ignore[attr-defined]
        raise NotQuotable("second")
    if why := may_quote(story):
        raise NotQuotable(why)
    return _add(case, (last.text, "approved", ""), by, now)


def hide(case: Case, why: str, by: Hand, now: datetime) -> Excerpt:
    """Takes it out of sight again, with a reason that is counted in public."""
    last = Excerpt.objects.filter(case_id=case.id).order_by("-version").first()
    if last is None or last.state == "hidden" or len(why.strip()) < 10:
        raise NotQuotable("reason")
    return _add(case, (last.text, "hidden", why.strip()[:500]), by, now)


def shown(venue: str, limit: int = 50) -> list[Excerpt]:
    """The words that the public may read now: the last version of each case, where it is approved."""
    newest: dict[object, Excerpt] = {}
    for one in Excerpt.objects.filter(venue_id=venue).order_by("case_id", "version"):
        newest[one.case_id] = one
    withdrawn = set(Case.objects.filter(id__in=list(newest), withdrawn=True).values_list("id", flat=True))
    found = [one for case, one in newest.items() if one.state == "approved" and case not in withdrawn]
    return sorted(found, key=lambda one: one.at, reverse=True)[:limit]


def hidden_count(venue: str) -> int:
    """How many were hidden: a figure of the public page."""
    return Excerpt.objects.filter(venue_id=venue, state="hidden").count()


def _add(case: Case, said: tuple[str, str, str], by: Hand, now: datetime) -> Excerpt:
    text, state, why = said
    with transaction.atomic():
        version = Excerpt.objects.filter(case_id=case.id).count() + 1
        spans = [[one.start, one.end, one.kind] for one in pii.find(case.words)]
        return Excerpt.objects.create(
            venue_id=case.venue_id,
            case_id=case.id,
            version=version,
            text=text,
            spans=spans,
            state=state,
            why=why,
            who_id=by.user,
            at=now,
        )
