"""Whoever changes the database by hand is found out."""

import pytest
from central_terminal import Device

from kiosk import records

EVERYTHING = "source = ? and seq = ?"


@pytest.fixture
def device(centre):
    device = Device(centre)
    device.record(10)
    device.deliver(device.packed(1, 5))
    device.deliver(device.packed(6, 10))
    return device


def places(device):
    """What the audit says of this terminal."""
    report = device.centre.audit()
    assert report["altered"] >= len([place for place in report["places"] if place["what"] not in ("gap", "fork")])
    return [(place["seq"], place["what"]) for place in report["places"] if place["source"] == device.source]


def test_what_was_received_passes(device):
    assert places(device) == []


def test_every_changed_record_is_named(device):
    changes = {
        2: ("grade = 1", "head"),
        3: ("day = '2020-01-01'", "head"),
        4: ("form = 'other'", "head"),
        5: ("body = head", "body"),
        6: ("head = body", "head"),
        9: ("link = body_hash", "link"),
    }
    for seq, (change, _) in changes.items():
        device.centre.sql(f"update intake_record set {change} where {EVERYTHING}", device.source, seq)

    found = places(device)

    assert {(seq, what) for seq, (_, what) in changes.items()} <= set(found)
    assert {seq for seq, _ in found} <= {*changes, 10}  # and the one after the broken link
    assert device.centre.run("audit").returncode == 1


def test_an_erased_body_is_no_alteration(device):
    device.centre.sql(f"update intake_record set body = null where {EVERYTHING}", device.source, 3)

    assert places(device) == []


def test_a_deleted_record_is_missing_not_a_gap(device):
    device.centre.sql(f"delete from intake_record where {EVERYTHING}", device.source, 4)

    assert (4, "missing") in places(device)


def test_a_deleted_tail_is_missing(device):
    device.centre.sql("delete from intake_record where source = ? and seq >= ?", device.source, 9)

    assert {(9, "missing"), (10, "missing")} <= set(places(device))


def test_what_never_came_is_a_gap(device):
    device.record(10)
    device.deliver(device.packed(18, 20))

    assert places(device) == [(11, "gap")]


def test_a_fork_is_counted_apart(device):
    device.made = device.made[:8]
    device.record(2)
    device.deliver(device.packed(9, 10))

    assert places(device) == [(9, "fork"), (10, "fork")]


def test_a_chain_that_was_computed_anew_still_lacks_the_terminals_signature(device):
    """The insider who knows our links: changes a grade, its head, and every link after it."""
    forged = records.Record(device.made[6].head.replace(b'"grade":5', b'"grade":1'), device.made[6].body)
    device.made[6] = forged
    device.centre.sql(f"update intake_record set head = ?, grade = 1 where {EVERYTHING}", forged.head, device.source, 7)
    for seq in range(7, 11):
        device.centre.sql(f"update intake_record set link = ? where {EVERYTHING}", device.link(seq), device.source, seq)

    assert places(device) == [(10, "link")]


@pytest.mark.parametrize(("column", "what"), [("receipt", "receipt"), ("trailer", "signature")])
def test_a_forged_batch_is_named(device, column, what):
    old = bytes(
        device.centre.sql(f"select {column} from intake_batch where source = ? and first = 6", device.source)[0][0]
    )
    changed = old.replace(old[-20:-4], b"0" * 16)  # hex digits of the signature or of the time's end
    device.centre.sql(f"update intake_batch set {column} = ? where source = ? and first = 6", changed, device.source)

    assert (6, what) in places(device)
