"""Turns what custody holds into cases. Work is claimed by state, so commits that overtake each other lose nothing.

Each slice is one short transaction: the embedded database has one writer, and terminals wait while it is ours. What a
slice cannot read it parks with a reason, and goes on.
"""

import hashlib
import time
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db import connection, transaction
from django.db.models import AutoField

from kiosk.errors import RecordError
from sync.central.cases import ballots, deadlines, sequels, tallies, taxonomy
from sync.central.cases.assemble import assemble, case_id
from sync.central.cases.derive import CHINA, Done, derive
from sync.central.cases.locks import hold
from sync.central.cases.models import (
    AnswerRating,
    Ballot,
    Case,
    CaseEvent,
    CaseRecord,
    OtherCode,
    Partner,
    Sequel,
    Support,
)
from sync.central.cases.pieces import FINISHES, Piece, Stored, read
from sync.central.intake import waiting
from sync.central.intake.models import Record

SLICE: Final = 50  # records
BUDGET_MS: Final = 20.0
REASON: Final = "projector: "  # how our reasons begin beside a parked record

_COLUMNS: Final = (
    *("id", "venue_id", "source", "epoch", "seq", "body_hash"),
    *("type", "day", "head", "body", "received_at"),
)
_LINKED: Final = FINISHES | {"feedback.withdrawn", "visit.handed_off"}
_PLAIN: Final = [field.name for field in Case._meta.concrete_fields if field.name not in {"id"}]


@dataclass(frozen=True, slots=True)
class Slice:
    """What one transaction did."""

    claimed: int = 0
    parked: int = 0
    cases: int = 0


def drain(*, pause: Callable[[], None], clock: Callable[[], float] = time.perf_counter) -> Slice:
    """Slices until nothing is new. pause() lets others write in between; after a slow slice comes a smaller one."""
    size, total = SLICE, Slice()
    while waiting.new().exists():  # an idle centre takes no pen
        began = clock()
        done = work(size)
        total = Slice(total.claimed + done.claimed, total.parked + done.parked, total.cases + done.cases)
        if not done.claimed:  # another projector has them in hand
            break
        size = next_size(size, (clock() - began) * 1000)
        pause()
    if total.claimed and (late := sequels.late()):
        with transaction.atomic():
            hold(late)
            project(late)
    return total


def next_size(size: int, took_ms: float) -> int:
    """How many records the next slice takes, so that it keeps to its budget."""
    return max(1, size // 2) if took_ms > BUDGET_MS else min(SLICE, size * 2)


@transaction.atomic
def work(size: int = SLICE, *, only: int | None = None) -> Slice:
    """Claims up to ``size`` new records and brings their cases up to date, in one transaction.

    only: this record and no other, for a visitor who looks at once at what they have just said.
    """
    claimed = _claim(size, only)
    links, supports, sequel, votes, touched, parked = [], [], [], [], set(), []
    for record in claimed:
        try:
            piece = read(record)
        except RecordError as error:
            parked.append((record.id, str(error)))
            continue
        if piece is None:
            continue
        if sequels.is_sequel(piece):
            sequel.append(Sequel(record_id=record.id, venue_id=record.venue, lookup=piece.lookup))
        elif piece.type in _LINKED:
            identity = case_id(record.venue, piece.subject)
            if (vote := ballots.read(record.id, record.venue, piece)) is not None:
                votes.append(vote)
            links.append(CaseRecord(record_id=record.id, case_id=identity))
            touched.add(identity)
        elif piece.card is not None:
            supports.append(Support(record_id=record.id, venue_id=record.venue, card=piece.card, subject=piece.subject))
    Sequel.objects.bulk_create(sequel, ignore_conflicts=True)
    touched.update(sequels.cases_of(bytes(one.lookup) for one in sequel))
    hold(touched)
    CaseRecord.objects.bulk_create(links, ignore_conflicts=True)
    Support.objects.bulk_create(supports, ignore_conflicts=True)
    Ballot.objects.bulk_create(votes, ignore_conflicts=True)
    project(touched)
    for identity, reason in parked:
        Record.objects.filter(id=identity).update(state=Record.State.PARKED, reason=(REASON + reason)[:64])
    return Slice(len(claimed), len(parked), len(touched))


def project(cases: Iterable[uuid.UUID]) -> None:
    """Derives these cases afresh from every record and event of theirs. Call with the cases held."""
    ids = sorted(cases)  # rows are always written in one order
    if not ids:
        return
    pieces, events = _pieces(ids), _events(ids)
    rules, hints = deadlines.rules(settings.PLACES), taxonomy.hints()
    rows, empty, codes, old = [], [], [], tallies.before(ids)
    for identity in ids:
        venue, own = pieces.get(identity, ("", []))
        story = assemble(own)
        if story is None:
            empty.append(identity)
        else:
            rows.append(Case(**derive(venue, story, events[identity], rules, hints)))
            codes += [OtherCode(lookup=key, case_id=identity) for key in story.other_lookups]
    Case.objects.filter(id__in=empty).delete()
    _partners(ids, rows)
    Case.objects.bulk_create(rows, update_conflicts=True, unique_fields=["id"], update_fields=_PLAIN)
    tallies.moved(old, rows)
    _other_codes(ids, codes)
    _fold(rows, codes, rules)


def _other_codes(ids: Sequence[uuid.UUID], codes: Sequence[OtherCode]) -> None:
    """The further receipts of these cases; untouched where nothing changed."""
    before = {
        (bytes(key), case) for key, case in OtherCode.objects.filter(case_id__in=ids).values_list("lookup", "case_id")
    }
    now = {(code.lookup, code.case_id) for code in codes}
    if gone := before - now:
        OtherCode.objects.filter(lookup__in=[key for key, _ in gone]).delete()
    OtherCode.objects.bulk_create(
        [OtherCode(lookup=k, case_id=c) for k, c in sorted(now - before)], ignore_conflicts=True
    )


def _fold(cases: Sequence[Case], codes: Sequence[OtherCode], rules: deadlines.Rules) -> None:
    """What visitors did later about these cases, by any of their receipts."""
    keys: dict[uuid.UUID, list[bytes]] = {case.id: [case.lookup] for case in cases if case.lookup is not None}
    for code in codes:
        keys.setdefault(code.case_id, []).append(code.lookup)
    waiting = sequels.waiting(key for each in keys.values() for key in each)
    read_ = {record.id: read(record) for record in stored([one for ids in waiting.values() for one in ids])}
    for case in cases:
        named = [one for key in keys.get(case.id, ()) for one in waiting.get(key, ())]
        pieces = {one: piece for one in named if (piece := read_[one]) is not None}
        if pieces:
            sequels.fold(case.venue_id, case.id, pieces, rules)


def _partners(ids: Sequence[uuid.UUID], rows: Sequence[Case]) -> None:
    """Who helps with these cases, as rows to be found by; untouched where nothing changed."""
    before = set(Partner.objects.filter(case_id__in=ids).values_list("case_id", "department"))
    now = {(row.id, code) for row in rows for code in row.partners}
    if gone := before - now:
        Partner.objects.filter(case_id__in={case for case, _ in gone}).delete()
        before = set()
    Partner.objects.bulk_create(
        [Partner(case_id=a, department=b) for a, b in sorted(now - before)], ignore_conflicts=True
    )


def rebuild(*, pause: Callable[[], None]) -> Slice:
    """Throws every projection away and makes it again. What staff did survives; it was never a projection."""
    with transaction.atomic():
        for table in (CaseRecord, Support, Sequel, AnswerRating, Ballot, OtherCode, Case):
            table.objects.all().delete()
        tallies.clear()
        Record.objects.filter(state=Record.State.DONE).update(state=Record.State.NEW)
        parked = waiting.parked().filter(reason__startswith=REASON)
        parked.update(state=Record.State.NEW, reason="")
    return drain(pause=pause)


def fingerprint() -> str:
    """sha256 over every projected row in a fixed order: two centres that hold the same say the same."""
    digest = hashlib.sha256()
    for table in (Case, CaseRecord, Support, Sequel, AnswerRating, Ballot, OtherCode):
        fields = [field for field in table._meta.concrete_fields if not isinstance(field, AutoField)]
        names = [field.attname for field in fields if field.attname != "stale"]
        order = ["pk"] if fields[0].primary_key else names
        for row in table.objects.order_by(*order).values_list(*names).iterator():
            digest.update(repr([bytes(cell) if isinstance(cell, memoryview) else cell for cell in row]).encode())
    return digest.hexdigest()


def _claim(size: int, only: int | None) -> list[Stored]:
    one = "" if only is None else f"AND id = {int(only)}"
    skip = "FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE intake_record SET state = 'done' WHERE id IN "  # noqa: S608 — no value of anybody's in it
            f"(SELECT id FROM intake_record WHERE state = 'new' {one} ORDER BY id LIMIT %s {skip}) RETURNING id",
            [size],
        )
        claimed = [row[0] for row in cursor.fetchall()]
    return stored(claimed)


def _pieces(cases: Sequence[uuid.UUID]) -> dict[uuid.UUID, tuple[str, list[Piece]]]:
    owner = dict(CaseRecord.objects.filter(case_id__in=cases).values_list("record_id", "case_id"))
    found: dict[uuid.UUID, tuple[str, list[Piece]]] = {}
    for record in stored(list(owner)):
        if (piece := read(record)) is not None and not sequels.is_sequel(piece):
            found.setdefault(owner[record.id], (record.venue, []))[1].append(piece)
    return found


def _events(cases: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Done]]:
    names = (
        *("case_id", "seq", "kind", "state", "day", "who_id", "category", "department", "complex"),
        *("owner_id", "partners", "side", "into", "until", "fact", "review"),
    )
    found: dict[uuid.UUID, list[Done]] = defaultdict(list)
    for case, *event in CaseEvent.objects.filter(case_id__in=cases).order_by("case_id", "seq").values_list(*names):
        found[case].append(Done(*event))
    return found


def stored(ids: Sequence[int]) -> list[Stored]:
    """Records of custody as the projector reads them, in no order."""
    found = []
    rows = Record.objects.filter(id__in=ids).values_list(*_COLUMNS)
    for identity, venue, source, epoch, seq, body_hash, type_, day, head, body, received in rows:
        record = Stored(
            id=identity,
            venue=venue,
            source=source,
            epoch=epoch,
            seq=seq,
            body_hash=bytes(body_hash),
            type=type_,
            day=day,
            head=bytes(head),
            body=None if body is None else bytes(body),
            received_day=received.astimezone(CHINA).date(),
        )
        found.append(record)
    return found
