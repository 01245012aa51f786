"""All of it in one file, and back again."""

import pytest
from central_process import Centre
from central_terminal import Device

from sync.updates import read_page

SECRET = {"CENTRAL_PASSPHRASE": "春眠不觉晓，处处闻啼鸟"}


@pytest.fixture
def filled(fresh_centre):
    """A centre that holds ten records of one terminal."""
    with fresh_centre.serving():
        device = Device(fresh_centre)
        device.record(10)
        device.deliver(device.packed(1, 10))
    return fresh_centre, device


def elsewhere(centre, tmp_path, request):
    database = request.getfixturevalue("postgresql").new_database() if centre.database_url else None
    return Centre(tmp_path / "restored", database)


def test_everything_comes_back_keys_included(filled, tmp_path, request):
    centre, device = filled
    device.record(5)
    centre.done("backup", tmp_path / "b", **SECRET)
    restored = elsewhere(centre, tmp_path, request)

    restored.done("restore", tmp_path / "b", **SECRET)

    assert restored.audit()["records"] == 10
    with restored.serving():
        device.centre = restored
        assert device.deliver(device.packed(11, 15))["head"]["seq"] == 15
        assert (restored.data / "keys.json").read_bytes() == (centre.data / "keys.json").read_bytes()


def test_a_backup_covers_what_it_holds_up_to_the_first_gap(filled, tmp_path):
    centre, device = filled
    device.record(10)
    with centre.serving():
        device.centre.url = centre.url
        device.deliver(device.packed(14, 20))
        assert device.deliver(device.packed(15, 20))["backup_covers"] is None
        before = read_page(device.updates().content, 0, device.signing_key).cursor
        centre.done("backup", tmp_path / "b", **SECRET)

        assert device.deliver(device.packed(11, 13))["backup_covers"] == 10
        page = read_page(device.updates(before).content, before, device.signing_key)
    covers = [row["data"] for row in page.rows if row["kind"] == "backup"]
    assert covers == [{"source": device.source, "epoch": device.epoch, "seq": 10}]


def test_a_restored_centre_says_so_by_its_receipts_and_its_own_chain(filled, tmp_path, request):
    centre, device = filled
    own = """
from datetime import UTC, datetime
from django.conf import settings
from sync.central import keys
from sync.central.intake import own
for n in range({count}):
    entry = own.Entry("feedback.submitted", "lobby", {{"id": "x", "subject": "x"}})
    at = own.append(entry, now=datetime.now(UTC), keys=keys.load(settings.PLACES))
print(at.epoch, at.seq)
"""
    first = centre.python(own.format(count=2)).split()
    centre.done("backup", tmp_path / "b", **SECRET)
    restored = elsewhere(centre, tmp_path, request)
    restored.done("restore", tmp_path / "b", **SECRET)
    device.record(20)

    second = restored.python(own.format(count=1)).split()

    assert first[1:] == ["3"]  # chain.started and two
    assert second[1:] == ["2"]
    assert first[0] != second[0]
    with restored.serving():
        device.centre = restored
        assert device.deliver(device.packed(21, 30))["head"]["seq"] == 10
        cursor = read_page(device.updates().content, 0, device.signing_key).cursor
    report = restored.audit()
    assert (report["altered"], report["records"], report["gaps"]) == (0, 25, 1)
    assert cursor == 0 or cursor > 2**32  # no cursor of before is given twice


def test_without_the_passphrase_it_is_noise(filled, tmp_path, request):
    centre, _ = filled
    centre.done("backup", tmp_path / "b", **SECRET)
    restored = elsewhere(centre, tmp_path, request)

    refused = restored.run("restore", tmp_path / "b", CENTRAL_PASSPHRASE="another passphrase")

    assert refused.returncode == 1
    assert "wrong passphrase" in refused.stderr
    assert not (restored.data / "keys.json").exists()
    assert b"feedback" not in (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("damage", [lambda whole: whole[:-1], lambda whole: whole + b"x", lambda whole: whole[:100]])
def test_a_damaged_backup_changes_nothing(tmp_path, damage):
    centre = Centre(tmp_path / "data", None)
    centre.done("backup", tmp_path / "b", **SECRET)
    (tmp_path / "b").write_bytes(damage((tmp_path / "b").read_bytes()))
    restored = Centre(tmp_path / "restored", None)

    refused = restored.run("restore", tmp_path / "b", **SECRET)

    assert refused.returncode == 1
    assert sorted(path.name for path in restored.data.iterdir()) == ["secret.txt", "serve.lock"]


def test_a_centre_that_lives_is_not_restored_over(tmp_path):
    centre = Centre(tmp_path / "data", None)
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
