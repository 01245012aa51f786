"""Files set aside whole: nothing is lost with them, and once everything was sent a thief reads nothing in them."""

import os
import random

import pytest
from nacl.public import PrivateKey

from kiosk import aside
from kiosk.errors import UntrustedError
from kiosk.store import FILE, Store


def age(path, clock, days):
    then = clock().timestamp() - days * 86400
    os.utime(path, (then, then))


def test_copies_of_before_an_update_or_a_restore_go_after_thirty_days(tmp_path, clock):
    for name, days in (
        ("kiosk.db.before-step-2", 31),
        ("kiosk.db.before-restore-20260901T000000Z", 31),
        ("kiosk.db.before-restore-20260901T000000Z.sealed", 31),
        ("kiosk.db.before-step-3", 29),
        ("kiosk.db.damaged-x", 99),
        ("kiosk.db", 99),
    ):
        (tmp_path / name).write_bytes(b"x")
        age(tmp_path / name, clock, days)

    assert aside.purge(tmp_path, clock()) == 3
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "kiosk.db",
        "kiosk.db.before-step-3",
        "kiosk.db.damaged-x",
    ]


@pytest.mark.parametrize("size", [0, 1, 2**20 - 1, 2**20, 2**20 + 1, 3 * 2**20])
def test_a_sealed_file_is_whole_and_opens_at_the_centre_alone(tmp_path, centre, size):
    content = random.Random(size).randbytes(size)
    (tmp_path / "kiosk.db.damaged-x").write_bytes(content)

    (sealed,) = aside.seal_all(tmp_path, bytes(centre.public_key))

    assert [one.name for one in tmp_path.iterdir()] == ["kiosk.db.damaged-x.sealed"]
    assert aside.open_sealed(sealed, bytes(centre)) == content
    with pytest.raises(UntrustedError):
        aside.open_sealed(sealed, bytes(PrivateKey.generate()))
    sealed.write_bytes(sealed.read_bytes()[:-1])
    with pytest.raises(UntrustedError):
        aside.open_sealed(sealed, bytes(centre))


def test_a_damaged_file_is_sealed_once_everything_was_sent_and_not_before(path, clock, entry, centre):
    with Store.open(path, clock) as store:
        store.record(entry("秘密的话"))
    path.write_bytes(b"\0" + path.read_bytes()[1:])
    with Store.open(path, clock) as store:
        (damaged,) = path.parent.glob(f"{FILE}.damaged-*")
        store.purge(bytes(centre.public_key))
        assert damaged.exists()  # somebody may still have to look into it: not everything is at the centre

        batches = []
        while (batch := store.freeze()) is not None:
            batches.append(batch)
        for batch in batches:
            store.settle(batch.batch_id, [(batch.first, batch.last)], {}, bytes(centre.public_key))
        store.purge(bytes(centre.public_key))

    assert not damaged.exists()
    sealed = damaged.with_name(damaged.name + ".sealed")
    assert "秘密的话".encode() in aside.open_sealed(sealed, bytes(centre))
    left = b"".join(one.read_bytes() for one in path.parent.iterdir() if one.is_file())
    assert "秘密的话".encode() not in left
