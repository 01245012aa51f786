"""All of it in one file, and back again."""

from copy import copy
from dataclasses import dataclass
from pathlib import Path

import pytest
from central_process import Centre
from central_terminal import Device

from sync.updates import read_page

SECRET = {"CENTRAL_PASSPHRASE": "春眠不觉晓，处处闻啼鸟"}


OWN = """
from datetime import UTC, datetime
from django.conf import settings
from sync.central import keys
from sync.central.intake import own
for n in range({count}):
    entry = own.Entry("feedback.submitted", "lobby", {{"id": "x", "subject": "x"}})
    at = own.append(entry, now=datetime.now(UTC), keys=keys.load(settings.PLACES))
print(at.epoch, at.seq)
"""


@dataclass
class Saved:
    """A centre with ten records of a terminal, then a gap, and three of its own; its backup; and that, restored."""

    centre: Centre
    device: Device
    own: list[str]
    cursor: int
    file: Path
    restored: Centre


@pytest.fixture(scope="module")
def saved(centre, request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("backup")
    device = Device(centre)
    device.record(30)
    device.deliver(device.packed(1, 10))
    device.deliver(device.packed(14, 20))
    own = centre.python(OWN.format(count=2)).split()
    cursor = read_page(device.updates().content, 0, device.signing_key).cursor
    centre.done("backup", folder / "b", **SECRET)
    database = request.getfixturevalue("postgresql").new_database() if centre.database_url else None
    restored = Centre(folder / "restored", database)
    restored.done("restore", folder / "b", **SECRET)
    return Saved(centre, device, own, cursor, folder / "b", restored)


def test_everything_comes_back_keys_included(saved):
    counted = "select count(*), sum(seq) from intake_record where received_at <= ?"
    newest = saved.restored.sql("select max(received_at) from intake_record")[0][0]

    assert saved.restored.sql(counted, newest) == saved.centre.sql(counted, newest)
    assert (saved.restored.data / "keys.json").read_bytes() == (saved.centre.data / "keys.json").read_bytes()


def test_a_backup_covers_a_chain_up_to_its_first_gap(saved):
    device = saved.device

    assert device.deliver(device.packed(11, 13))["backup_covers"] == 10
    page = read_page(device.updates(saved.cursor).content, saved.cursor, device.signing_key)
    covers = [row["data"] for row in page.rows if row["kind"] == "backup"]
    assert covers == [{"source": device.source, "epoch": device.epoch, "seq": 10}]


def test_a_restored_centre_goes_on_and_says_what_it_lost(saved):
    own = saved.restored.python(OWN.format(count=1)).split()
    device = copy(saved.device)
    device.centre = saved.restored
    with saved.restored.serving():
        head = device.deliver(device.packed(25, 30))["head"]
        cursor = read_page(device.updates().content, 0, device.signing_key).cursor

    assert head["seq"] == 20  # the terminal sees that 21 to 24 are gone, and sends them again
    assert saved.own[0] != own[0]
    assert own[1] == "2"  # after chain.started
    assert cursor == 0 or cursor > 2**32  # no cursor of before is given twice
    mine = [place["what"] for place in saved.restored.audit()["places"] if place["source"] == device.source]
    assert set(mine) == {"gap"}


def test_without_the_passphrase_it_is_noise(saved, request, tmp_path):
    database = request.getfixturevalue("postgresql").new_database() if saved.centre.database_url else None
    other = Centre(tmp_path / "other", database)

    refused = other.run("restore", saved.file, CENTRAL_PASSPHRASE="another passphrase")

    assert refused.returncode == 1
    assert "wrong passphrase" in refused.stderr
    assert not (other.data / "keys.json").exists()
    assert b"feedback" not in saved.file.read_bytes()


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> bytes:
    """The backup of a centre with nothing in it."""
    folder = tmp_path_factory.mktemp("whole")
    Centre.embedded(folder / "data").done("backup", folder / "b", **SECRET)
    return (folder / "b").read_bytes()


@pytest.mark.parametrize("damage", [lambda whole: whole[:-1], lambda whole: whole + b"x", lambda whole: whole[:100]])
def test_a_damaged_backup_changes_nothing(tmp_path, whole, damage):
    (tmp_path / "b").write_bytes(damage(whole))
    restored = Centre(tmp_path / "restored", None)

    refused = restored.run("restore", tmp_path / "b", **SECRET)

    assert refused.returncode == 1
    assert sorted(path.name for path in restored.data.iterdir()) == ["secret.txt", "serve.lock"]


def test_a_centre_that_lives_is_not_restored_over(tmp_path):
    centre = Centre.embedded(tmp_path / "data")
    centre.done("backup", tmp_path / "b", **SECRET)
    before = (tmp_path / "data" / "central.db").read_bytes()

    refused = centre.run("restore", tmp_path / "b", **SECRET)

    assert refused.returncode == 1
    assert (tmp_path / "data" / "central.db").read_bytes() == before


@pytest.mark.parametrize("secret", ["", "short"])
def test_a_passphrase_must_be_one(tmp_path, secret):
    centre = Centre(tmp_path / "data", None)

    assert centre.run("backup", tmp_path / "b", CENTRAL_PASSPHRASE=secret).returncode == 1
    assert not (tmp_path / "b").exists()
