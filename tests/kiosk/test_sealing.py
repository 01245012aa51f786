"""Settled first, sealed after: no body stays in the clear, whatever happens in between."""

import pytest

from kiosk.privacy import open_body
from kiosk.store import Store


@pytest.fixture
def key(centre):
    return bytes(centre.public_key)


@pytest.fixture
def settled(store, entry):
    """Twenty answers that the centre holds, none of them sealed yet."""
    for number in range(20):
        store.record(entry(f"金丝雀{number}"))
    batch = store.freeze()
    assert store.settle(batch.batch_id, [(1, 21)], {}, None) == 21
    return store


def in_the_clear(store):
    with store.reading() as db:
        return db.execute("select count(*) from records where body is not null").fetchone()[0]


def test_sealing_goes_on_in_slices_until_nothing_is_left_on_the_disk(settled, key, centre, path):
    bodies = [body for _, body in settled.entries()]
    assert [settled.seal(key, 8) for _ in range(4)] == [8, 8, 5, 0]

    with settled.reading() as db:
        boxes = [box for (box,) in db.execute("select box from records order by key")]
    assert len(boxes) == len(bodies) == 21
    assert all(open_body(bytes(centre), box) for box in boxes)
    assert sum(one.read_bytes().count("金丝雀".encode()) for one in path.parent.rglob("*") if one.is_file()) == 0


def test_a_power_cut_in_between_forgets_none(settled, key, path, clock):
    settled.seal(key, 8)
    settled.close()

    with Store.open(path, clock) as store:
        assert store.seal(key, 100) == 13
        assert in_the_clear(store) == 0


def test_what_is_settled_while_others_are_sealed_is_sealed_as_well(settled, entry, key):
    settled.seal(key, 8)
    settled.record(entry())
    later = settled.freeze()
    settled.settle(later.batch_id, [(22, 22)], {}, None)

    assert settled.seal(key, 100) == 14
    assert in_the_clear(settled) == 0


def test_what_a_backup_covers_needs_no_box(settled, key):
    epoch = settled.status().epoch
    assert settled.put_backup_covered(epoch, 10) == 10
    assert (in_the_clear(settled), settled.seal(key, 100)) == (11, 11)


def test_what_the_centre_lost_before_it_was_sealed_travels_again_as_it_was(settled, key):
    epoch = settled.status().epoch
    assert settled.reopen(epoch, 15) == 6

    again = settled.freeze()
    assert all(line.startswith(b'{"body":') for line in settled.lines(again))
    assert settled.seal(key, 100) == 15
    settled.settle(again.batch_id, [(16, 21)], {}, None)
    assert settled.seal(key, 100) == 6
    assert in_the_clear(settled) == 0


def test_a_damaged_file_that_was_mended_is_sealed_to_the_end(settled, key, path, clock):
    with settled.writing() as db:
        db.execute("delete from meta where name = 'unsealed'")
    settled.close()
    content = bytearray(path.read_bytes())
    content[40:60] = b"\xff" * 20  # SQLite's own header
    content[0:8] = b"damaged!"
    path.write_bytes(content)

    with Store.open(path, clock) as store:
        assert store.status().rescued is not None
        assert store.seal(key, 100) == 21
        assert in_the_clear(store) == 1  # the chain that began with the rescue, which nobody holds yet
