"""Whether what a visitor holds in the hand still stands: their record, and every link from it to the published one."""

import hashlib
from dataclasses import dataclass
from typing import Any, Final

import orjson

from sync.central.cases.models import Case, CaseRecord
from sync.central.intake import heads
from sync.central.intake.models import Record

LONGEST: Final = 50_000  # links walked for one answer
SHORT: Final = 8  # hex digits of a link, as a receipt prints it


@dataclass(frozen=True, slots=True)
class Proof:
    """One record. week: the first published document that reaches it, None before the next one.

    steps: how many links were worked out again from here to there; broken: the number of the first that did not come
    out, None when all did.
    """

    source: str
    seq: int
    link: str
    week: str | None
    published: str
    steps: int
    broken: int | None


def of(case: Case) -> list[Proof]:
    """Every record of a case, the oldest first."""
    ids = CaseRecord.objects.filter(case_id=case.id).values_list("record_id", flat=True)
    said = [orjson.loads(line)["signed"] for line in heads.published()]
    found = Record.objects.filter(id__in=list(ids)).order_by("source", "epoch", "seq")
    return [_proof(record, said) for record in found]


def documents() -> list[dict[str, Any]]:
    """The published ones, newest first: week, when, how many chains and records."""
    signed = [orjson.loads(line)["signed"] for line in heads.published()]
    return [
        {"week": one["week"], "time": one["time"], "chains": len(one["chains"]), "counts": one["counts"]}
        for one in reversed(signed)
    ]


def _proof(record: Record, said: list[dict[str, Any]]) -> Proof:
    link = bytes(record.link)
    for document in said:
        for chain in document["chains"]:
            if (chain["source"], chain["epoch"]) == (record.source, record.epoch) and chain["seq"] >= record.seq:
                steps, broken = _walk(record, chain["seq"], chain["link"])
                return Proof(
                    record.source,
                    record.seq,
                    link.hex()[:SHORT],
                    document["week"],
                    chain["link"][:SHORT],
                    steps,
                    broken,
                )
    return Proof(record.source, record.seq, link.hex()[:SHORT], None, "", 0, None)


def _walk(record: Record, last: int, published: str) -> tuple[int, int | None]:
    """From a record's link to the published one. A fork has two records of one number: either may lead on."""
    links = {bytes(record.link)}
    found = Record.objects.filter(source=record.source, epoch=record.epoch, seq__gt=record.seq, seq__lte=last)
    at, following = record.seq, set()
    rows = found.order_by("seq", "id").values_list("seq", "head", "link")[:LONGEST]
    for seq, head, link in rows.iterator(2000):
        if seq > at:
            if at > record.seq:
                links = following
            if not links:
                return at - record.seq - 1, at
            if seq != at + 1:
                return at - record.seq, at + 1
            at, following = seq, set()
        worked_out = {hashlib.sha256(one + bytes(head)).digest() for one in links}
        following |= worked_out & {bytes(link)}
    links = following if at > record.seq else links
    if not links:
        return at - record.seq, at
    if at == last and bytes.fromhex(published) not in links:
        return at - record.seq, last
    return at - record.seq, None if at == last else at + 1
