"""The centre's signed word on a batch: a receipt that settles it, or a refusal that ends it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiosk.records import wire_time
from sync import receipt
from sync.central.intake.naming import Named
from sync.central.intake.problems import Problem
from sync.central.keys import Keys


@dataclass(frozen=True, slots=True)
class Verdict:
    """What goes back to the terminal: an HTTP status and the signed line.

    new is the number of records that were not held before; again tells that the batch had been answered before.
    """

    status: int
    line: bytes
    named: Named
    new: int = 0
    again: bool = False
    problem: str = ""  # of a refusal: place and cause, for people

    @property
    def is_receipt(self) -> bool:
        return self.status < 300


@dataclass(frozen=True, slots=True)
class Held:
    """What the centre holds of one source and epoch once a batch is in; the head as sync/batch.md has it."""

    first: int
    last: int
    parked: tuple[tuple[int, str], ...]  # (seq, reason)
    fork: bool
    head_seq: int
    head_link: bytes
    backup_covers: int | None


class Refused(Exception):
    """A batch that will never be taken, with the place in it."""

    def __init__(self, problem: Problem, place: str, why: str = "") -> None:
        super().__init__(place)
        self.problem, self.place, self.why = problem, place, why


def sign_receipt(named: Named, held: Held, now: datetime, keys: Keys) -> bytes:
    """The signed line of a receipt. It is written once and kept."""
    document = {
        **_common("receipt", named, now, keys),
        "held": [[held.first, held.last]],
        "parked": [{"seq": seq, "reason": reason} for seq, reason in held.parked],
        "fork": held.fork,
        "head": {"seq": held.head_seq, "link": held.head_link.hex()},
        "backup_covers": held.backup_covers,
    }
    return receipt.sign(document, keys.signing)


def refuse(named: Named, refused: Refused, now: datetime, keys: Keys) -> Verdict:
    """The verdict of a refusal, by place and cause and never by content."""
    why = f"{refused.problem.message} {refused.why}".strip()[:400]
    document = {
        **_common("refusal", named, now, keys),
        "code": refused.problem.code,
        "place": refused.place[:200] or "batch",
        "why": why,
    }
    line = receipt.sign(document, keys.signing)
    return Verdict(refused.problem.status, line, named, problem=f"{refused.place}: {why}")


def _common(kind: str, named: Named, now: datetime, keys: Keys) -> Mapping[str, Any]:
    return {
        "format": receipt.FORMAT,
        "kind": kind,
        "centre": keys.centre,
        "batch": named.batch,
        "digest": named.digest,
        "source": named.source,
        "epoch": named.epoch,
        "time": wire_time(now),
    }
