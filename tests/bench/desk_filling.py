"""Very many cases, put straight into a centre's tables: copies of a thousand that came about as real ones do.

The patterns go through the real record, assembly and derivation; copies differ in name, day and place in the chain.
"""

import hashlib
import random
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kiosk import records
from kiosk.receipts import lookup_key, new_code

PATTERNS, SLICE, DAYS = 1000, 2000, 730
OPEN_SHARE = 0.02  # of all cases; the rest is done
SALT = b"salt of a bench!"
VENUES = ("donghu", "nanhu", "beishan")
SAID = (
    *("老师教得很好，希望多开几期", "二楼的灯一直在闪", "卫生间没有扶手", "报名系统总是打不开", "周末的名额太少"),
    *("空调太冷了，老人受不了", "演出很精彩，下次还来", "书法班的墨汁不够", "停车场晚上没有人管", "志愿者很热情"),
    *("排练厅的镜子碎了一角", "老师来晚了半小时", "活动取消了没有通知", "孩子们很喜欢这次讲座", "指示牌看不清楚"),
)
DATES = ("first_due", "result_due", "next_due", "answered_day", "settled_day", "moved_day", "step_due", "call_due")
WAYS = (  # (kind, before, state) of the events that a case has behind it
    ("classify", "received", "classified"),
    ("dispatch", "classified", "dispatched"),
    ("start", "dispatched", "in_progress"),
    ("answer", "in_progress", "answered"),
    ("close", "answered", "closed"),
)


@dataclass(frozen=True, slots=True)
class Filled:
    """What a bench asks for. some: cases to open; deep: where a page far down begins; month: a day of a full one."""

    cases: int
    seconds: float
    some: list[str]
    deep: str
    code: str
    month: date
    people: dict[str, Any]

    def client(self, role: str = "") -> Any:
        """A browser of this role, logged in; without one: a visitor's."""
        from django.test import Client

        client = Client(headers={"host": "localhost"})
        if role:
            client.force_login(self.people[role])
        return client


@dataclass(frozen=True, slots=True)
class Pattern:
    """One case as the rules make it, with its record's bytes and its events; ``at`` days before today."""

    columns: dict[str, Any]
    head: bytes
    body: bytes
    events: list[dict[str, Any]]
    tokens: list[str]
    grade: int | None
    form: str


def fill(count: int) -> Filled:
    from django.db import transaction

    from sync.central.cases import departments, search
    from sync.central.cases.models import Case
    from sync.central.intake.models import Venue

    begun = time.perf_counter()
    for name in VENUES:
        Venue.objects.create(id=name, name={"zh-Hans": name, "en": name}, salt=SALT)
    departments.ensure()
    dice, today = random.Random(11), date.today()  # noqa: DTZ011 — a made-up day and a repeatable throw
    patterns, code = [_pattern(dice, today) for _ in range(PATTERNS)], new_code()
    for start in range(0, count, SLICE):
        with transaction.atomic():
            _write(patterns, start, min(SLICE, count - start), dice)
    some = [str(one) for one in Case.objects.filter(words__gt="").order_by("?").values_list("id", flat=True)[:40]]
    Case.objects.filter(id=some[0]).update(lookup=lookup_key(code, SALT))
    _topics(today)
    search.survey()
    _told()
    middle = Case.objects.order_by("-received_day", "id")[count // 2]
    return Filled(
        cases=Case.objects.count(),
        seconds=time.perf_counter() - begun,
        some=some,
        deep=f"{middle.received_day}~{middle.id}",
        code=code,
        month=(today.replace(day=1) - timedelta(days=1)),
        people={"supervisor": _somebody("supervisor"), "handler": _somebody("handler", department="training")},
    )


def _pattern(dice: random.Random, today: date) -> Pattern:
    """Through the real code: a record's bytes, the visit's story, the case's columns."""
    from django.conf import settings

    from sync.central.cases import assemble, derive, pieces, search
    from sync.central.cases.deadlines import rules
    from sync.central.cases.taxonomy import catalogue, hints

    day = today - timedelta(days=dice.randrange(DAYS))
    at = datetime(day.year, day.month, day.day, dice.randrange(1, 10), dice.randrange(60), tzinfo=UTC)
    grade = dice.choices((5, 4, 3, 2, 1), (50, 25, 12, 8, 5))[0]
    words = _words(dice) if dice.random() < 0.6 or grade <= 2 else ""
    visit = str(records.new_id(at))
    body = {"answers": {"grade": str(grade)} | ({"words": words} if words else {}), "category": None, "consents": []}
    body |= {"channel": dice.choice(("kiosk", "kiosk", "phone", "web")), "duration_ms": 9000, "id": visit}
    body |= {"language": "zh-Hans", "level": "V0", "lookup": None, "sealed": None, "subject": visit}
    made = records.build(
        source="terminal/" + "0" * 16,
        epoch="0" * 16,
        seq=1,
        type_="feedback.submitted",
        body=body | {"time": records.wire_time(at)},
        day=day.isoformat(),
        form="quick-rating",
        form_version="2026112401",
        grade=grade,
    )
    place = {"source": "terminal/" + "0" * 16, "epoch": "0" * 16, "seq": 1, "body_hash": bytes(32)}
    piece = pieces.read(
        pieces.Stored(
            id=1,
            venue=VENUES[0],
            **place,
            type="feedback.submitted",
            day=day,
            head=made.head,
            body=made.body,
            received_day=day,
        )
    )
    story = assemble.assemble([piece]) if piece else None
    assert story is not None
    done = _done(dice, story, day, [one.code for top in catalogue().categories for one in top.subcategories])
    law = rules(settings.PLACES)
    columns = derive.derive(VENUES[0], story, [derive.Done(**_known(one)) for one in done], law, hints())
    return Pattern(columns, made.head, made.body or b"", done, search.tokens(story.words), grade, "quick-rating")


def _known(event: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in event.items() if name not in {"before", "evidence"}}


def _done(dice: random.Random, story: Any, day: date, categories: list[str]) -> list[dict[str, Any]]:
    """The events of a case: all the way for most, some of it for what is open."""
    if not story.words and (story.grade or 5) > 2:
        return []
    far = dice.randrange(4) if dice.random() < OPEN_SHARE / 0.6 else len(WAYS)
    events = []
    for seq, (kind, before, state) in enumerate(WAYS[:far], start=1):
        one: dict[str, Any] = {"seq": seq, "kind": kind, "before": before, "state": state}
        one["day"] = day + timedelta(days=dice.randrange(1, 3) * seq // 2)
        if kind == "classify":
            one["category"] = dice.choice(categories)
        if kind == "dispatch":
            one["department"] = dice.choice(("training", "logistics", "activities", "office", "theatre"))
        if kind == "close":
            one["evidence"] = "照片"
        events.append(one)
    return events


def _words(dice: random.Random) -> str:
    said = "，".join(dice.sample(SAID, dice.randrange(1, 4)))
    return ("空中花园" if dice.random() < 0.001 else "") + said + f"，第{dice.randrange(100_000)}次来。"


def _write(patterns: list[Pattern], start: int, count: int, dice: random.Random) -> None:
    from sync.central.cases.models import Case, CaseEvent, CaseRecord
    from sync.central.intake.models import Record

    copies = list(_copies(patterns, start, count, dice))
    stored = Record.objects.bulk_create([record for record, _, _, _ in copies], batch_size=500)
    Case.objects.bulk_create([case for _, case, _, _ in copies], batch_size=400)
    pairs = zip(stored, copies, strict=True)
    CaseRecord.objects.bulk_create([CaseRecord(case_id=one[1].id, record=record) for record, one in pairs])
    events = [CaseEvent(**event) for _, _, own, _ in copies for event in own]
    CaseEvent.objects.bulk_create(events, batch_size=500)
    _index([(case, tokens) for _, case, _, tokens in copies if tokens])


def _copies(patterns: list[Pattern], start: int, count: int, dice: random.Random) -> Iterator[tuple[Any, ...]]:
    from sync.central.cases.assemble import case_id
    from sync.central.cases.models import Case
    from sync.central.intake.models import Record

    for seq in range(start + 1, start + count + 1):
        pattern, venue = dice.choice(patterns), dice.choice(VENUES)
        subject = uuid.UUID(int=dice.getrandbits(128), version=4)
        identity = case_id(venue, subject)
        columns = pattern.columns | {"id": identity, "venue_id": venue, "subject": subject}
        body = pattern.body.replace(str(pattern.columns["subject"]).encode(), str(subject).encode())
        record = Record(
            venue_id=venue,
            source="terminal/" + "0" * 16,
            epoch="0" * 16,
            seq=seq,
            body_hash=hashlib.sha256(body).digest(),
            type="feedback.submitted",
            day=columns["day"],
            form=pattern.form,
            grade=pattern.grade,
            head=pattern.head,
            body=body,
            link=bytes(32),
            state="done",
            received_at=datetime.combine(columns["received_day"], datetime.min.time(), UTC),
        )
        day = {"at": record.received_at, "venue_id": venue, "case_id": identity}
        yield (
            record,
            Case(**columns, unsearched=False, stale=False),
            [day | event for event in pattern.events],
            pattern.tokens,
        )


def _index(found: list[tuple[Any, list[str]]]) -> None:
    """The search's own rows, as its worker would write them, many at once."""
    from django.db import connection

    from sync.central.cases.models import CaseWords
    from sync.central.cases.search import folded

    rows = CaseWords.objects.bulk_create(
        [
            CaseWords(case_id=case.id, venue_id=case.venue_id, digest=bytes(16), folded=folded(case.words))
            for case, _ in found
        ]
    )
    sqlite = connection.vendor == "sqlite"
    values = [(row.pk, " ".join(own) if sqlite else own) for row, (_, own) in zip(rows, found, strict=True)]
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO cases_words_index (rowid, pairs) VALUES (%s, %s)", values)


def _topics(today: date) -> None:
    from sync.central.insight.models import Topic

    names = [{"zh-Hans": f"{one[:8]} {turn}"} for turn in range(4) for one in SAID]
    Topic.objects.bulk_create(
        [
            Topic(
                venue_id=VENUES[place % 3],
                name=name,
                opened=today,
                n=40,
                n_eff=22.0,
                days=9,
                channels=3,
                persons=31,
                score=place,
            )
            for place, name in enumerate(names)
        ]
    )


def _told() -> None:
    """What the worker tells terminals, said once, as in any centre that runs."""
    from django.utils import timezone

    from sync.central.cases import worker

    worker.turn(timezone.now(), figures=True)


def _somebody(role: str, department: str = "") -> Any:
    from django.contrib.auth.models import User

    from sync.central.cases import people

    people.set_up(f"bench-{role}", roles=[role], department=department)
    return User.objects.get(username=f"bench-{role}")
