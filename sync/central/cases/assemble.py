"""One visit, one case: a pure function of the set of a visit's records, whatever order they came in.

The phone's answers stand over the terminal's, an amendment over what it amends, the later over the earlier. Staff see
every finish; statistics count one. The same record that reached us twice (by stick and by network, or again after a
restore) is one.
"""

import hashlib
import re
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, TypeVar

from kiosk.voices import named_in
from sync.central.cases.pieces import FINISHES, Piece

NOT_COUNTED: Final = frozenset({"training"})  # practice of staff: kept, shown, in no figure
BY_STAFF: Final = frozenset({"paper", "meeting", "staff"})  # somebody of ours typed it in
TITLE_LENGTH: Final = 40
SEQUEL: Final = "follow-up"  # the form of what comes after: it belongs to the case and is no finish of the visit
ASIDE: Final = frozenset({"vote", "join"})  # a vote never stands in front of what else the same visit said
_CODE: Final = re.compile(r"[A-Za-z0-9_.:+-]*")  # choice names, dates, decimals; what people write hardly ever is one

_EAST: Final = timedelta(hours=8)

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Story:
    """What a visit's records say, before any member of staff has touched it."""

    subject: uuid.UUID
    finishes: tuple[Piece, ...]  # the one that counts first, then every other form's, then what they replaced
    current: int  # how many of them stand; the rest was replaced
    withdrawn: bool
    handed_off: bool
    records: int

    @property
    def main(self) -> Piece:
        """The finish that counts."""
        return self.finishes[0]

    @property
    def standing(self) -> tuple[Piece, ...]:
        """The finish that counts, of each form that the visitor filled in."""
        return self.finishes[: self.current]

    @property
    def grade(self) -> int | None:
        return _first(piece.grade for piece in self.standing)

    @property
    def category(self) -> str | None:
        return _first(piece.category for piece in self.standing)

    @property
    def tags(self) -> tuple[str, ...]:
        """Every choice of every list that was ticked, in the order it was ticked."""
        lists = (value for piece in self.standing for value in piece.answers.values() if isinstance(value, list))
        return tuple(name for value in lists for name in value if isinstance(name, str))

    @property
    def lookup(self) -> bytes | None:
        return _first(piece.lookup for piece in self.finishes)

    @property
    def other_lookups(self) -> tuple[bytes, ...]:
        """The keys of further receipts: terminal and phone each give one, and both must find the case."""
        keys = dict.fromkeys(piece.lookup for piece in self.finishes if piece.lookup is not None)
        return tuple(key for key in keys if key != self.lookup)

    @property
    def level(self) -> str:
        return max(piece.level for piece in self.finishes)

    @property
    def day(self) -> date:
        return min(_day(piece) for piece in self.finishes)

    @property
    def received_day(self) -> date:
        return min(piece.received_day for piece in self.finishes)

    @property
    def time(self) -> datetime:
        return min(piece.time for piece in self.finishes)

    @property
    def flags(self) -> tuple[str, ...]:
        return tuple(sorted({flag for piece in self.standing for flag in piece.flags}))

    @property
    def words(self) -> str:
        """What the visitor wrote, one text a line; codes and numbers left out."""
        return "\n".join(dict.fromkeys(text for piece in self.standing for text in written(piece.answers)))

    @property
    def drawn(self) -> bool:
        return any(is_ink(value) for piece in self.standing for value in piece.answers.values())

    @property
    def voiced(self) -> bool:
        return any(voice_of(value) for piece in self.standing for value in piece.answers.values())

    @property
    def counted(self) -> bool:
        return not self.withdrawn and not NOT_COUNTED.intersection(self.flags)

    @property
    def rated(self) -> bool:
        """Whether the grade is a visitor's own hand: not paper's, a meeting's, nor with staff beside them."""
        return (
            self.counted
            and self.grade is not None
            and self.main.channel not in BY_STAFF
            and "assisted" not in self.flags
        )

    def asks(self, forms: Collection[str]) -> bool:
        """Whether a person should answer: words, a drawing, a bad grade, a way to be reached, or one of these forms."""
        return bool(
            self.words
            or self.drawn
            or self.voiced
            or (self.grade or 5) <= 2
            or any(piece.sealed or piece.form in forms for piece in self.standing)
        )


def assemble(pieces: Iterable[Piece]) -> Story | None:
    """The story of one visit's pieces; None when nothing was finished. Order and repetition make no difference."""
    ordered = sorted(pieces, key=lambda piece: piece.key, reverse=True)
    once = {(piece.id, piece.type, piece.key[3]): piece for piece in ordered}
    said = (piece for piece in once.values() if piece.type in FINISHES and piece.form != SEQUEL)
    finishes = sorted(said, key=_rank, reverse=True)
    if not finishes:
        return None
    standing = list({piece.form: piece for piece in reversed(finishes)}.values())[::-1]
    standing.sort(key=_rank, reverse=True)
    replaced = [piece for piece in finishes if piece not in standing]
    withdrawals = [piece.time for piece in once.values() if piece.type == "feedback.withdrawn"]
    return Story(
        subject=finishes[0].subject,
        finishes=(*standing, *replaced),
        current=len(standing),
        withdrawn=bool(withdrawals) and max(withdrawals) >= max(piece.time for piece in finishes),
        handed_off=any(piece.type == "visit.handed_off" for piece in once.values()),
        records=len(once),
    )


def case_id(venue: str, subject: uuid.UUID) -> uuid.UUID:
    """A case's own name. Not the visit's: a UUIDv7 in an address would tell staff the minute somebody stood there."""
    return uuid.UUID(bytes=hashlib.sha256(f"{venue}/{subject}".encode()).digest()[:16], version=5)


def title(words: str) -> str:
    """The first line of what was written, cut to a length that fits a list."""
    line = words.strip().partition("\n")[0].strip()
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1] + "…"


def is_ink(value: Any) -> bool:
    """Whether an answer is a drawing."""
    return isinstance(value, dict) and "ink" in value


def voice_of(value: Any) -> str | None:
    """The name of the spoken message that an answer stands for; None for any other answer."""
    return next(named_in({"": value}), None)


def written(answers: Mapping[str, Any]) -> Collection[str]:
    """The free texts among answers: what no choice list, date or code would hold."""
    return [
        value.strip() for value in answers.values() if isinstance(value, str) and not _CODE.fullmatch(value.strip())
    ]


def _day(piece: Piece) -> date:
    """The day of the visit: a record's own, but when it was written where staff typed it in later."""
    return (piece.time.astimezone(UTC) + _EAST).date() if piece.channel in BY_STAFF else piece.day


def _rank(piece: Piece) -> tuple[Any, ...]:
    return (
        piece.form not in ASIDE,
        piece.from_phone,
        piece.type == "feedback.amended",
        piece.time,
        piece.id,
        piece.key,
    )


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((value for value in values if value is not None), None)
