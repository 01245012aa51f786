"""Very many cases, put straight into a centre's tables: copies of a thousand that came about as real ones do.

The patterns go through the real record, assembly and derivation; copies differ in name, venue, week, words and place in
the chain. The same seed makes the same cases, in whatever folder or database, and finds them again there.
"""

import hashlib
import random
import time
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import connection

from kiosk import records
from kiosk.receipts import lookup_key
from tests.bench import bulk

PATTERNS, SLICE, DAYS, SEED = 1000, 2000, 730, 11
CODE = "0" * 10  # the receipt code of one of them
SOURCE = "terminal/" + "0" * 16
OPEN_SHARE = 0.02  # of all cases; the rest is done
SALT = b"salt of a bench!"
VENUES = ("donghu", "nanhu", "beishan")
SAID = (
    *("老师教得很好，希望多开几期", "二楼的灯一直在闪", "卫生间没有扶手", "报名系统总是打不开", "周末的名额太少"),
    *("空调太冷了，老人受不了", "演出很精彩，下次还来", "书法班的墨汁不够", "停车场晚上没有人管", "志愿者很热情"),
    *("排练厅的镜子碎了一角", "老师来晚了半小时", "活动取消了没有通知", "孩子们很喜欢这次讲座", "指示牌看不清楚"),
)
CASE_DAYS = (
    "day",
    "received_day",
    "first_due",
    "result_due",
    "next_due",
    "answered_day",
    "settled_day",
    "moved_day",
    "step_due",
    "call_due",
    "review",
)
TABLES = (
    *("intake_record", "cases_case", "cases_caserecord", "cases_caseevent", "cases_casewords"),
    "cases_words_index",
)
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
    """As many cases as were asked for; those that are there already are taken as they are."""
    from sync.central.cases import departments, search, tallies
    from sync.central.cases.models import Case

    begun, dice, today = time.perf_counter(), random.Random(SEED), date.today()  # noqa: DTZ011
    if not Case.objects.exists():
        for name in VENUES:
            _venue(name)
        departments.ensure()
        patterns = [_pattern(dice, today) for _ in range(PATTERNS)]
        with bulk.hasty(), bulk.bare(*TABLES):
            _write(patterns, count, dice, today)
            _count_on()
        _topics(today)
        tallies.recount()
        search.survey()
        _analyze()
        _told()
    return _found(count, time.perf_counter() - begun, today)


def _found(count: int, seconds: float, today: date) -> Filled:
    from sync.central.cases.models import Case

    texts = Case.objects.filter(received_day__gt=today - timedelta(days=60)).exclude(words="")
    some = [str(one) for one in texts.order_by("received_day", "id").values_list("id", flat=True)[:40]]
    Case.objects.filter(id=some[0]).update(lookup=lookup_key(CODE, SALT))
    middle = Case.objects.order_by("-received_day", "id")[count // 2]
    return Filled(
        cases=Case.objects.count(),
        seconds=seconds,
        some=some,
        deep=f"{middle.received_day}~{middle.id}",
        code=CODE,
        month=(today.replace(day=1) - timedelta(days=1)),
        people={
            "supervisor": _somebody("supervisor"),
            "handler": _somebody("handler", department="training"),
            "keeper": _somebody("supervisor", venue=VENUES[0]),
        },
    )


def _venue(name: str) -> None:
    from sync.central.intake.models import Venue

    Venue.objects.create(id=name, name={"zh-Hans": name, "en": name}, salt=SALT)


def _count_on() -> None:
    """PostgreSQL's own counters go on where our numbers end."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for table in ("intake_record", "cases_casewords"):
                cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")


def _analyze() -> None:
    """What autovacuum does within the hour."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


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
    body |= {
        "language": dice.choices(("zh-Hans", "en"), (97, 3))[0],
        "level": dice.choices(("V0", "V1", "V2"), (80, 15, 5))[0],
        "lookup": None,
        "sealed": None,
        "subject": visit,
    }
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
    return ("空中花园" if dice.random() < 0.001 else "") + said + "，第0次来。"  # every copy puts its own number in


def _write(patterns: list[Pattern], count: int, dice: random.Random, today: date) -> None:
    """Everything in one go: rows are made as they are written, so a million need no memory."""
    from sync.central.cases.models import Case, CaseEvent, CaseRecord, CaseWords
    from sync.central.intake.models import Record

    molds = [_Mold(pattern, today) for pattern in patterns]
    tables = {model._meta.db_table: model for model in (Record, Case, CaseRecord, CaseEvent, CaseWords)}
    names = {table: bulk.columns(model) for table, model in tables.items()}
    names["cases_caseevent"].remove("id")  # the database counts
    for start in range(0, count, SLICE):
        made = [_copy(dice.choice(molds), place, dice) for place in range(start, min(start + SLICE, count))]
        for at, table in enumerate(tables):
            bulk.write(table, names[table], [row for one in made for row in one[at]])
        bulk.write("cases_words_index", ["rowid", "pairs"], [row for one in made for row in one[len(tables)]])


class _Mold:
    """A pattern with every column as the database takes it; what a copy varies is put in later."""

    def __init__(self, pattern: Pattern, today: date) -> None:
        from sync.central.cases.models import Case, CaseEvent
        from sync.central.intake.models import Record

        day = pattern.columns["received_day"]
        self.weeks = (today - day).days // 7 - 8 if pattern.columns["next_due"] is None else 0  # done long ago
        self.day, self.base = pattern.columns["day"], pattern.columns["words"]
        self.tokens, self.body = pattern.tokens, pattern.body
        self.subject = str(pattern.columns["subject"]).encode()
        at = datetime.combine(day, datetime.min.time(), UTC)
        self.case = bulk.plain(Case, pattern.columns | {"unsearched": False, "stale": False})
        record = {"venue_id": "", "source": SOURCE, "epoch": "0" * 16, "seq": 1, "body_hash": b"", "link": bytes(32)}
        record |= {"type": "feedback.submitted", "day": day, "form": pattern.form, "grade": pattern.grade}
        record |= {"head": pattern.head, "body": b"", "state": "done", "received_at": at}
        self.record = bulk.plain(Record, record)
        fixed = {"venue_id": "", "case_id": pattern.columns["id"], "at": at}
        self.events = [bulk.plain(CaseEvent, fixed | one) for one in pattern.events]

    def moved(self, row: dict[str, Any], names: tuple[str, ...], weeks: int) -> dict[str, Any]:
        """The row, so many weeks earlier: what a weekday means stays."""
        if not weeks:
            return dict(row)
        off = timedelta(days=7 * weeks)
        days = {name: _earlier(value, off) for name in names if (value := row.get(name)) is not None}
        return row | days


def _earlier(value: Any, off: timedelta) -> Any:
    return (date.fromisoformat(value) - off).isoformat() if isinstance(value, str) else value - off


def _copy(mold: "_Mold", place: int, dice: random.Random) -> list[list[tuple[Any, ...]]]:
    """One more case of its kind: (records, cases, links, events, words, index rows) as tuples of their columns."""
    from sync.central.cases import derive, search
    from sync.central.cases.assemble import case_id

    sqlite, venue = connection.vendor == "sqlite", dice.choices(VENUES, (5, 3, 2))[0]
    subject = uuid.UUID(int=dice.getrandbits(128), version=4)
    identity, number = case_id(venue, subject), place + 1
    weeks = dice.randint(0, mold.weeks // 2) - mold.weeks // 2 if mold.weeks > 1 else 0  # later, never into the future
    key: Any = identity.hex if sqlite else identity
    row = mold.moved(mold.case, CASE_DAYS, weeks)
    words = mold.base.replace("第0次", f"第{number}次") if mold.base else ""
    day = mold.day - timedelta(days=7 * weeks)
    row |= {"id": key, "venue_id": venue, "subject": subject.hex if sqlite else subject, "words": words}
    row |= {"number": derive.number(day, identity), "title": words[:40]}
    body = mold.body.replace(mold.subject, str(subject).encode()).replace("第0次".encode(), f"第{number}次".encode())
    record = mold.moved(mold.record, ("day",), weeks)
    record |= {"id": number, "venue_id": venue, "seq": number, "body": body}
    record["body_hash"] = hashlib.sha256(body).digest()
    events = [mold.moved(one, ("day",), weeks) | {"venue_id": venue, "case_id": key} for one in mold.events]
    for one in events:
        one.pop("id", None)
    said: list[tuple[Any, ...]] = []
    index: list[tuple[Any, ...]] = []
    if words:
        said = [(number, key, venue, bytes(16), search.folded(words))]
        own = list(dict.fromkeys([*mold.tokens, *search.tokens(f"第{number}次")]))
        index = [(number, " ".join(own) if sqlite else own)]
    return [
        [tuple(record.values())],
        [tuple(row.values())],
        [(number, key)],
        [tuple(one.values()) for one in events],
        said,
        index,
    ]


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


def _somebody(role: str, department: str = "", venue: str | None = None) -> Any:
    from django.contrib.auth.models import User

    from sync.central.cases import people

    name = f"bench-{role}-{venue or 'all'}"
    people.set_up(name, roles=[role], department=department, **({"venue": venue} if venue else {}))
    return User.objects.get(username=name)
