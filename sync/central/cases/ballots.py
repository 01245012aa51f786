"""Votes and sign-ups: what a visit chose in a form of the commons, as rows that can be counted.

``vote`` answers ``{"poll", "choice"}``; ``join`` answers ``{"course", "times"?}`` (format 1, released). Counted is the
last choice of each visit, once; not counted is what was taken back, practice, and a burst of the same finger.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from sync.central.cases.models import Ballot, Case
from sync.central.cases.pieces import FINISHES, Piece

VOTE: Final = "vote"
JOIN: Final = "join"
FORMS: Final = frozenset({VOTE, JOIN})
NOT_COUNTED: Final = frozenset({"training", "burst"})
_LONGEST: Final = 64


def read(record: int, venue: str, piece: Piece) -> Ballot | None:
    """The ballot in a finish of one of these forms; None for what is none."""
    if piece.type not in FINISHES or piece.form not in FORMS or NOT_COUNTED.intersection(piece.flags):
        return None
    said = piece.answers
    topic, choice = (said.get("poll"), said.get("choice")) if piece.form == VOTE else (said.get("course"), JOIN)
    if not all(isinstance(one, str) and 0 < len(one) <= _LONGEST for one in (topic, choice)):
        return None
    about = {"form": piece.form, "topic": topic, "choice": choice}
    return Ballot(record_id=record, venue_id=venue, subject=piece.subject, at=piece.time, **about)


def counts(venue: str, form: str, topics: Iterable[str]) -> dict[str, Counter[str]]:
    """How often each choice of each topic was the last word of a visit."""
    wanted = list(topics)
    found: dict[str, Counter[str]] = {topic: Counter() for topic in wanted}
    rows = list(
        Ballot.objects.filter(venue_id=venue, form=form, topic__in=wanted)
        .order_by("at", "record_id")
        .values_list("topic", "subject", "choice")
    )
    gone = set(
        Case.objects.filter(venue_id=venue, counted=False, subject__in={subject for _, subject, _ in rows}).values_list(
            "subject", flat=True
        )
    )
    last = {(topic, subject): choice for topic, subject, choice in rows if subject not in gone}
    for (topic, _), choice in last.items():
        found[topic][choice] += 1
    return found
