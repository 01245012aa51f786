"""Freezing, settling, halving, and sending again what a restored centre has lost."""

import base64
import hashlib

import orjson
import pytest

from kiosk import records
from kiosk.privacy import BOX_DAYS, open_body


@pytest.fixture
def key(centre):
    return bytes(centre.public_key)


@pytest.fixture
def filled(store, entry):
    """Nine answers after the chain's opening: seq 1 to 10."""
    for _ in range(9):
        store.record(entry())
    return store


def bytes_of(store, batch):
    return batch.header, list(store.lines(batch))


def all_of(batch):
    return [(batch.first, batch.last)]


def test_nothing_waits_in_what_is_under_way(filled):
    batch = filled.freeze()

    assert (batch.first, batch.last, batch.count) == (1, 10, 10)
    assert filled.freeze() is None
    assert [one.batch_id for one in filled.frozen()] == [batch.batch_id]


def test_a_batch_is_the_same_at_every_retry(filled, entry, clock):
    batch = filled.freeze(max_records=4)
    before = bytes_of(filled, batch)

    clock.forward(days=3)
    filled.record(entry())
    filled.freeze()

    again = filled.frozen()[0]
    assert bytes_of(filled, again) == before
    assert orjson.loads(again.header)["clock"]["wall"] == "2026-11-24T02:00:00+00:00"


def test_the_header_says_what_is_inside(filled):
    filled.freeze(max_records=4)
    header = orjson.loads(filled.freeze(offset_ms=-250).header)

    link = records.NO_LINK
    for head in filled.heads(filled.frozen()[0]):
        link = records.next_link(link, head)
    assert header["link"] == link.hex()
    assert (header["first"], header["last"], header["count"]) == (5, 10, 6)
    assert header["clock"]["offset_ms"] == -250


def test_a_batch_keeps_to_its_size(store, entry):
    for _ in range(40):
        store.record(entry("长" * 20_000))

    while batch := store.freeze():
        assert sum(len(line) + 1 for line in store.lines(batch)) + len(batch.header) + 512 <= 2**20
        assert batch.count >= 1
    assert sum(batch.count for batch in store.frozen()) == 41


def test_the_largest_record_travels_alone(store, entry):
    store.record(entry("字" * 80_000))

    assert store.freeze(max_bytes=100_000).count == 1
    assert store.freeze(max_bytes=100_000).count == 1


def test_a_receipt_turns_bodies_into_boxes_that_only_the_centre_opens(filled, key, centre):
    batch = filled.freeze()
    bodies = [body for _, body in filled.entries()]

    assert filled.settle(batch.batch_id, all_of(batch), {}, key) == 10

    assert all(body is None for _, body in filled.entries())
    assert (filled.status().unsent, filled.status().oldest_unsent_s, filled.frozen()) == (0, 0, [])
    with filled.reading() as db:
        boxes = [box for (box,) in db.execute("select box from records order by key")]
    assert [orjson.loads(open_body(bytes(centre), box)) for box in boxes] == bodies


def test_the_same_receipt_again_changes_nothing(filled, key):
    batch = filled.freeze()
    filled.settle(batch.batch_id, all_of(batch), {}, key)

    assert filled.settle(batch.batch_id, all_of(batch), {}, key) == 0
    assert filled.status().unsent == 0


def test_a_receipt_for_a_batch_of_somebody_else_settles_nothing(filled, key):
    assert filled.settle("01900000-0000-7000-8000-000000000000", [(1, 10)], {}, key) == 0
    assert filled.status().unsent == 10


def test_a_receipt_settles_no_more_than_its_batch(filled, key):
    batch = filled.freeze(max_records=4)

    assert filled.settle(batch.batch_id, [(1, 10)], {}, key) == 4
    assert filled.status().unsent == 6


def test_what_a_receipt_leaves_out_waits_again(filled, key):
    batch = filled.freeze()
    filled.settle(batch.batch_id, [(1, 4), (7, 10)], {}, key)

    again = filled.freeze()
    assert (again.first, again.last) == (5, 6)


def test_what_the_centre_could_not_understand_is_shown_to_staff_and_the_rest_goes_on(filled, key):
    batch = filled.freeze()

    filled.settle(batch.batch_id, all_of(batch), {3: "a type of tomorrow"}, key)

    assert filled.parked() == [(batch.epoch, 3, "a type of tomorrow")]
    assert (filled.status().parked, filled.status().unsent) == (1, 0)


def test_what_is_parked_and_not_held_keeps_its_words(filled, key):
    batch = filled.freeze()

    filled.settle(batch.batch_id, [(1, 2), (4, 10)], {3: "too large"}, key)

    assert (filled.status().parked, filled.status().unsent) == (1, 0)
    assert [body is None for _, body in filled.entries()] == [True] * 2 + [False] + [True] * 7
    assert filled.freeze() is None
    assert filled.unpark() == 1
    assert filled.freeze().count == 1


def test_a_refused_batch_comes_in_halves_down_to_one_parked_record(filled):
    refused = 7
    batches = [filled.freeze()]
    delivered = []
    while batches:
        batch = batches.pop()
        if batch.first <= refused <= batch.last:
            batches += filled.retire(batch.batch_id, "head.form: not a text")
        else:
            delivered.append((batch.first, batch.last))

    assert filled.parked() == [(filled.status().epoch, refused, "head.form: not a text")]
    covered = [seq for first, last in sorted(delivered) for seq in range(first, last + 1)]
    assert covered == [1, 2, 3, 4, 5, 6, 8, 9, 10]


def test_a_batch_that_is_retired_twice_is_halved_once(filled):
    batch = filled.freeze()

    assert len(filled.retire(batch.batch_id, "no")) == 2
    assert filled.retire(batch.batch_id, "no") == []
    assert len(filled.frozen()) == 2


def test_a_late_receipt_for_a_retired_batch_settles_what_its_halves_hold(filled, key):
    batch = filled.freeze()
    filled.retire(batch.batch_id, "no")

    assert filled.settle(batch.batch_id, all_of(batch), {}, key) == 10
    assert filled.frozen() == []
    assert filled.status().unsent == 0


def test_records_the_centre_lost_travel_again_as_boxes(filled, key, centre):
    batch = filled.freeze()
    lines = [records.parse_line(line) for line in filled.lines(batch)]
    filled.settle(batch.batch_id, all_of(batch), {}, key)

    assert filled.reopen(batch.epoch, 6) == 4

    again = filled.freeze()
    assert (again.first, again.last) == (7, 10)
    for line, (record, head) in zip(filled.lines(again), lines[6:], strict=True):
        sent = orjson.loads(line)
        assert records.canonical(sent) == line
        assert sent["head"] == head
        assert open_body(bytes(centre), base64.b64decode(sent["box"])) == record.body
    assert filled.settle(again.batch_id, all_of(again), {}, key) == 4
    assert filled.status().unsent == 0


def test_a_box_that_waits_to_travel_again_is_not_erased(filled, key, clock):
    batch = filled.freeze()
    filled.settle(batch.batch_id, all_of(batch), {}, key)
    filled.reopen(batch.epoch, 6)

    clock.forward(days=BOX_DAYS + 1)
    filled.purge()
    filled.put_backup_covered(batch.epoch, 10)

    assert len(list(filled.lines(filled.freeze()))) == 4


def test_what_was_erased_and_then_lost_by_the_centre_is_told_to_staff(filled, key):
    batch = filled.freeze()
    filled.settle(batch.batch_id, all_of(batch), {}, key)
    filled.put_backup_covered(batch.epoch, 10)

    assert filled.reopen(batch.epoch, 8) == 0
    assert [seq for _, seq, _ in filled.parked()] == [9, 10]


def test_a_box_goes_when_the_centres_backup_covers_it(filled, key):
    batch = filled.freeze()
    filled.settle(batch.batch_id, all_of(batch), {}, key)

    assert filled.put_backup_covered(batch.epoch, 6) == 6
    assert filled.put_backup_covered(batch.epoch, 6) == 0
    assert filled.put_backup_covered("00" * 8, 6) == 0


def test_a_box_goes_after_thirty_days_in_any_case(filled, key, clock):
    batch = filled.freeze()
    filled.settle(batch.batch_id, all_of(batch), {}, key)

    clock.forward(days=BOX_DAYS - 1)
    assert filled.purge() == 0
    clock.forward(days=2)
    assert filled.purge() == 10


def test_heads_and_links_stay_for_ever(filled, key, clock):
    batch = filled.freeze()
    heads = filled.heads(batch)
    filled.settle(batch.batch_id, all_of(batch), {}, key)
    clock.forward(days=365)
    filled.purge()

    assert [head for head, _ in filled.entries()] == [orjson.loads(head) for head in heads]


def test_a_record_that_changed_on_the_disk_is_parked_and_the_rest_goes_on(filled, entry):
    with filled.writing() as db:
        (body,) = db.execute("select body from records where key & 15 = 4").fetchone()
        db.execute("update records set body = ? where key & 15 = 4", (body.replace(b'"grade":"5"', b'"grade":"1"'),))

    runs = []
    while batch := filled.freeze():
        runs.append((batch.first, batch.last))
        assert all(
            hashlib.sha256(orjson.dumps(orjson.loads(line)["body"], option=orjson.OPT_SORT_KEYS)).hexdigest()
            == orjson.loads(line)["head"]["body"]
            for line in filled.lines(batch)
        )
    assert runs == [(1, 3), (5, 10)]
    assert [seq for _, seq, _ in filled.parked()] == [4]


def test_chains_are_sent_one_after_the_other(filled, entry):
    filled.start_epoch("fork")
    filled.record(entry())

    first, second = filled.freeze(), filled.freeze()
    assert (first.last, second.first, second.last) == (10, 1, 2)
    assert first.epoch != second.epoch


def test_one_record_can_be_taken_out_by_hand(filled):
    filled.park(filled.status().epoch, 5, "asked for by its author")

    assert filled.freeze().last == 4
    assert filled.freeze().first == 6
