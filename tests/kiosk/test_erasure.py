"""What was settled is gone from the disk: not in the file, not in the log, not beside it."""

import itertools

import pytest

from kiosk.store import Store

CANARY = "金丝雀歌声"
COUNT = 200


@pytest.fixture
def settled(store, entry, centre, path):
    """Two hundred answers with a canary in each, settled; the store is still open."""
    for number in range(COUNT):
        store.record(entry(f"{CANARY}{number} " + "长" * (number % 7 * 600)))
    assert sum(canaries(path).values()) >= COUNT
    while batch := store.freeze(max_records=64):
        store.settle(batch.batch_id, [(batch.first, batch.last)], {}, bytes(centre.public_key))
    return store


def canaries(path):
    """How often a canary stands in each file of the data folder."""
    found = {one.name: one.read_bytes().count(CANARY.encode()) for one in path.parent.rglob("*") if one.is_file()}
    return {name: count for name, count in found.items() if count}


def test_no_word_is_left_on_the_disk(settled, path):
    assert canaries(path) == {}


def test_no_word_is_left_after_a_restart(settled, path, clock):
    settled.close()
    with Store.open(path, clock) as store:
        assert store.status().unsent == 0
        assert canaries(path) == {}


def test_no_exact_time_is_left_either(settled):
    with settled.reading() as db:
        assert db.execute("select count(recorded_at) from records").fetchone() == (0,)


def test_a_reader_delays_the_wiping_but_not_the_settling(store, entry, centre, path, clock):
    store.record(entry(CANARY))
    with Store.open(path, clock) as other, other.reading() as db:
        db.execute("begin")
        db.execute("select count(*) from records").fetchone()
        batch = store.freeze()
        assert store.settle(batch.batch_id, [(1, 2)], {}, bytes(centre.public_key)) == 2
        assert canaries(path) != {}
        assert not store.wipe()
        db.execute("commit")

    store.purge()

    assert canaries(path) == {}


def test_a_box_that_was_erased_is_gone_too(settled, path, clock):
    with settled.reading() as db:
        boxes = [box for (box,) in db.execute("select box from records where box is not null")]
    assert len(boxes) == COUNT + 1

    clock.forward(days=31)
    settled.purge()

    content = b"".join(one.read_bytes() for one in path.parent.rglob("*") if one.is_file())
    pieces = itertools.chain.from_iterable((box[:24], box[-24:]) for box in boxes)
    assert [piece for piece in pieces if piece in content] == []
