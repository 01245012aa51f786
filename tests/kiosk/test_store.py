"""What a store promises: written down once, in one chain, and what is sent is the same at every retry."""

import sqlite3
from datetime import UTC, datetime, timedelta

import orjson
import pytest

from kiosk import entries, receipts, records
from kiosk.errors import RecordError, StoreBusy
from kiosk.store import FILE, FormRow, Store


def lines_of(store, batch):
    return list(store.lines(batch))


def test_the_first_record_opens_the_chain(store):
    batch = store.freeze()

    record, head = records.parse_line(lines_of(store, batch)[0])
    body = orjson.loads(record.body)
    assert (head["type"], head["seq"]) == ("chain.started", 1)
    assert (body["reason"], body["after"]) == ("created", None)
    assert batch.link_before == records.NO_LINK


def test_a_record_is_what_was_said_under_its_own_name(store, entry):
    said = entry("灯有点暗", category="F", flags=("assisted",))

    recorded = store.record(said)

    record, head = records.parse_line(lines_of(store, store.freeze())[-1])
    assert recorded.record_id == said.id == orjson.loads(record.body)["id"]
    assert (recorded.source, recorded.epoch, recorded.seq) == (head["source"], head["epoch"], head["seq"])
    assert (head["grade"], head["day"], head["flags"]) == (5, "2026-11-24", ["assisted"])
    assert set(orjson.loads(record.body)) == {
        "answers", "category", "channel", "consents", "duration_ms", "id", "language", "level", "lookup", "salt",
        "sealed", "subject", "time",
    }  # fmt: skip


def test_links_follow_each_other(store, entry):
    links = [store.record(entry()).link for _ in range(3)]

    link, heads = records.NO_LINK, store.heads(store.freeze())
    after = [link := records.next_link(link, head) for head in heads]
    assert after[1:] == links
    assert store.status().link == links[-1]


def test_the_same_answer_twice_is_two_records(store, entry):
    said = entry()

    assert store.record(said).seq + 1 == store.record(said).seq


def test_a_clock_in_1970_is_flagged_and_never_refused(path, entry):
    with Store.open(path, lambda: datetime(1970, 1, 1, 0, 5, tzinfo=UTC)) as store:
        store.record(entry())

        heads = [orjson.loads(head) for head in store.heads(store.freeze())]
    assert "clock" in heads[1]["flags"]
    assert heads[0]["day"] == "1970-01-01"


def test_what_no_centre_would_take_is_refused_before_it_is_written(store, entry):
    with pytest.raises(RecordError, match="256 KiB"):
        store.record(entry("字" * 100_000))

    assert store.status().recorded == 1


def test_what_cannot_be_written_changes_nothing(store, entry):
    said = entry()

    with pytest.raises(RecordError):
        store.record(entries.Entry(said.type, {**said.body, "answers": {"half": 0.5}}))

    assert store.status().recorded == 1
    assert store.record(said).seq == 2


def test_how_things_stand(store, entry, clock):
    store.record(entry())
    clock.forward(hours=2)
    store.record(entry())

    status = store.status()
    assert (status.recorded, status.feedback, status.unsent, status.parked) == (3, 2, 3, 0)
    assert status.oldest_unsent_s == 7200
    clock.forward(hours=-5)
    assert store.status().oldest_unsent_s == 0


def test_a_saved_answer_can_be_looked_up_before_any_centre_knows_it(store, entry):
    code = receipts.new_code()
    key = receipts.lookup_key(code, store.salt)
    store.record(entry(lookup=key))

    case = store.find_case(code)
    assert case is not None
    assert (case.lookup, case.kept, case.steps[0]["day"]) == (key, True, "2026-11-24")
    assert store.find_case(receipts.new_code()) is None


def test_the_centres_word_stands_over_the_terminals(store, entry):
    key = bytes(16)
    told = {"key": key.hex(), "state": "classified", "steps": [], "due": {"first_answer": "2026-11-27", "result": None}}
    store.put_case(told)
    store.record(entry(lookup=key))

    assert store.case(key).state == "classified"
    assert store.case(key).first_answer_due == "2026-11-27"


def test_codes_from_before_enrolment_are_still_found(store, entry):
    code, old = receipts.new_code(), store.salt
    store.record(entry(lookup=receipts.lookup_key(code, old)))
    store.set_meta("old_salts", orjson.dumps([old.hex()]).decode())
    store.set_meta("salt", bytes(16).hex())

    assert store.salt == bytes(16)
    assert store.find_case(code).kept


def test_cards_come_newest_first_and_go_when_taken_down(store):
    for card, day in (("a", "2026-03-01"), ("b", "2026-05-01")):
        store.put_card({"id": card, "day": day, "need": {"zh-Hans": "加座位"}, "removed": False})
    assert [card["id"] for card in store.cards()] == ["b", "a"]

    store.put_card({"id": "b", "removed": True})

    assert [card["id"] for card in store.cards()] == ["a"]


def test_lists_totals_and_forms_are_replaced_whole(store):
    store.put_list("sessions", [{"name": "s1"}])
    store.put_list("sessions", [{"name": "s2"}])
    store.put_totals({"received": 9})
    for version in ("1", "2", "1"):
        store.put_form(FormRow("wish", version, "00", b"<x/>", "here"))

    assert store.lists() == {"sessions": [{"name": "s2"}]}
    assert store.lists("courses") == {}
    assert store.totals() == {"received": 9}
    assert [row.version for row in store.form_rows()] == ["2", "1"]


def test_a_small_value_is_kept_and_forgotten(store):
    store.set_meta("cursor", "17")
    assert store.meta("cursor") == "17"

    store.set_meta("cursor", None)
    assert store.meta("cursor") is None


def test_two_stores_see_each_others_records(path, store, entry, clock):
    with Store.open(path, clock) as other:
        other.record(entry())
        assert store.record(entry()).seq == 3
        assert other.status().seq == 3


def test_a_writer_that_does_not_let_go_is_named(path, store, entry):
    with store.reading() as db:
        db.execute("pragma busy_timeout = 50")
    blocker = sqlite3.connect(path, isolation_level=None)
    blocker.execute("begin immediate")

    with pytest.raises(StoreBusy, match="another process"):
        store.record(entry())

    blocker.execute("rollback")
    blocker.close()
    assert store.record(entry()).seq == 2


def test_everything_is_private_to_its_user(path, store, entry):
    store.record(entry())

    for one in (path, path.with_name(FILE + "-wal"), path.with_name("terminal.json")):
        assert one.stat().st_mode & 0o077 == 0


def test_every_record_can_be_read_again(store, entry):
    store.record(entry("一"))
    store.record(entries.checked(now=store.now(), checks={"printer": "ok"}))

    (_, opened), (head, body), (_, checked) = store.entries()
    assert opened["reason"] == "created"
    assert (head["form"], body["answers"]["words"]) == ("quick-rating", "一")
    assert checked["checks"] == {"printer": "ok"}


def test_a_new_epoch_follows_the_last_link(store, entry):
    link = store.record(entry()).link
    before = store.status()

    epoch = store.start_epoch("fork")

    *_, (head, body) = store.entries()
    assert (head["epoch"], head["seq"]) == (epoch, 1)
    assert body["after"] == {"epoch": before.epoch, "seq": 2, "link": link.hex()}
    assert store.record(entry()).epoch == epoch
    assert store.status().recorded == 4


@pytest.mark.parametrize(
    ("make", "type_", "fields"),
    [
        (lambda v, t: entries.withdrawn(subject=v, now=t), "feedback.withdrawn", {"channel", "level", "reason"}),
        (lambda v, t: entries.supported(subject=v, now=t, card="c1"), "feedback.supported", {"card"}),
        (
            lambda v, t: entries.abandoned(subject=v, now=t, form="wish", form_version="1", at="words", duration_ms=3),
            "visit.abandoned",
            {"form", "at", "duration_ms"},
        ),
        (
            lambda v, t: entries.handed_off(subject=v, now=t, form="wish", form_version="1", at="words", duration_ms=3),
            "visit.handed_off",
            {"form", "at", "duration_ms"},
        ),
    ],
)
def test_what_else_is_written_down_holds_no_answers(store, make, type_, fields):
    visit = str(records.new_id(store.now()))

    store.record(make(visit, store.now()))

    *_, (head, body) = store.entries()
    assert head["type"] == type_
    assert body.keys() == {"id", "subject", "time", "salt"} | fields


@pytest.mark.parametrize(
    ("answers", "grade"),
    [
        ({"grade": "4"}, 4),
        ({"overall": 2}, 2),
        ({"grade": "5", "overall": "1"}, 5),
        ({"grade": "good"}, None),
        ({}, None),
    ],
)
def test_the_grade_is_the_answer_of_that_name(answers, grade):
    assert entries.grade_of(answers) == grade


def test_consents_are_five_separate_answers():
    answers = {"consent_contact": "agree", "consent_publish_words": "disagree", "grade": "5"}

    given = entries.consents_in(answers, "1")

    assert [(one.kind, one.given, one.notice) for one in given] == [
        ("contact", True, "1"),
        ("publish_words", False, "1"),
    ]


def test_a_day_is_the_local_day(path, entry, clock):
    clock.now = datetime(2026, 3, 5, 0, 30, tzinfo=clock.now.tzinfo)
    assert clock.now.astimezone(UTC).date() == (clock.now - timedelta(days=1)).date()
    with Store.open(path, clock) as store:
        store.record(entry())
        *_, (head, _) = store.entries()

    assert head["day"] == "2026-03-05"


def test_no_count_reads_the_records_one_by_one(store, entry, path, clock):
    """A million of them must not slow a start: every look of status(), record() and freeze() goes by an index."""
    statements = []
    with store.reading() as db:
        db.set_trace_callback(statements.append)
        store.status()
        store.record(entry())
        store.freeze()
        db.set_trace_callback(None)
        plans = [
            step[3]
            for statement in statements
            if statement.lstrip().lower().startswith(("select", "insert", "update"))
            for step in db.execute(f"explain query plan {statement}")
        ]
    assert [plan for plan in plans if plan.startswith("SCAN records") and "INDEX" not in plan] == []
    assert any(plan.startswith("SEARCH records") for plan in plans)
