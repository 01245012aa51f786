"""A backup taken while the terminal runs, and a restore that loses nothing of what came after it."""

import shutil

import orjson
import pytest

from kiosk import runlock
from kiosk.backup import backup, restore
from kiosk.errors import AlreadyRunning, CallerError, StoreBusy, StoreDamaged, StoreNewer
from kiosk.schema import SCHEMA
from kiosk.store import FILE, Store


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "stick" / "kiosk.backup"


@pytest.fixture
def saved(path, clock, entry, copy):
    """A store of five answers with a backup of the first three."""
    copy.parent.mkdir()
    with Store.open(path, clock) as store:
        for _ in range(3):
            store.record(entry())
        store.set_meta("cursor", "17")
        backup(store, copy)
        for _ in range(2):
            store.record(entry())
        return store.status()


def bodies(store):
    return [body for _, body in store.entries()]


def test_a_restored_store_goes_on_under_a_new_epoch(saved, path, clock, copy, entry):
    for one in path.parent.iterdir():
        one.unlink()

    done = restore(copy, path, clock)

    assert (done.records, done.carried, done.aside) == (5, 0, None)
    with Store.open(path, clock) as store:
        status = store.status()
        assert (status.source, status.feedback, status.seq) == (saved.source, 3, 1)
        *_, opening = bodies(store)
        assert (opening["reason"], opening["after"]["seq"]) == ("restored", 4)
        assert store.meta("cursor") is None
        assert store.record(entry()).epoch != saved.epoch


def test_what_came_after_the_backup_is_carried_over(saved, path, clock, copy):
    done = restore(copy, path, clock)

    assert done.carried == 2
    with Store.open(path, clock) as store:
        assert store.status().feedback == 5
        *_, opening = bodies(store)
        assert opening["after"] == {"epoch": saved.epoch, "seq": 6, "link": saved.link.hex()}
    assert done.aside.exists()


def test_restoring_twice_is_as_good_as_once(saved, path, clock, copy):
    restore(copy, path, clock)
    restore(copy, path, clock)

    with Store.open(path, clock) as store:
        assert store.status().feedback == 5
        ids = [body["id"] for body in bodies(store)]
    assert len(ids) == len(set(ids))


def test_a_store_that_is_damaged_gives_what_it_can(saved, path, clock, copy):
    content = bytearray(path.read_bytes())
    content[:100] = bytes(100)
    path.write_bytes(content)

    assert restore(copy, path, clock).carried == 2


def test_another_terminals_backup_brings_its_name(saved, path, clock, copy, tmp_path):
    other = tmp_path / "other" / FILE
    Store.open(other, clock).close()

    restore(copy, other, clock)

    with Store.open(other, clock) as store:
        assert store.status().source == saved.source
        assert store.status().feedback == 3
        assert {head["source"] for head, _ in store.entries()} == {saved.source}


def test_answers_under_another_name_are_not_lost(saved, clock, copy, entry, tmp_path):
    other = tmp_path / "other" / FILE
    with Store.open(other, clock) as store:
        store.record(entry())
        name = store.status().source

    assert restore(copy, other, clock).carried == 2

    with Store.open(other, clock) as store:
        assert store.status().source == saved.source
        assert store.status().feedback == 4
        assert {head["source"] for head, _ in store.entries()} == {saved.source, name}
        *_, opening = bodies(store)
        assert opening["after"]["epoch"] == saved.epoch


def test_a_running_terminal_is_not_pulled_from_under_its_visitors(saved, path, clock, copy, monkeypatch):
    monkeypatch.setattr("kiosk.backup.WAIT_S", 0.05)
    before = path.read_bytes()
    with runlock.take(path.parent, "run"), pytest.raises(AlreadyRunning):
        restore(copy, path, clock)
    with Store.open(path, clock), pytest.raises(StoreBusy):
        restore(copy, path, clock)

    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [None, b"", b"hello" * 100, b"SQLite format 3\0" + bytes(4080)])
def test_what_is_no_backup_changes_nothing(saved, path, clock, tmp_path, content):
    source = tmp_path / "thing"
    if content is not None:
        source.write_bytes(content)
    before = path.read_bytes()

    with pytest.raises(CallerError, match="not a backup"):
        restore(source, path, clock)
    assert path.read_bytes() == before


def test_a_damaged_backup_changes_nothing(saved, path, clock, copy):
    content = bytearray(copy.read_bytes())
    content[4096 * 6 : 4096 * 12] = b"\xff" * (4096 * 6)
    copy.write_bytes(content)
    before = path.read_bytes()

    with pytest.raises(StoreDamaged):
        restore(copy, path, clock)
    assert path.read_bytes() == before
    with Store.open(path, clock) as store:
        assert store.status().link == saved.link


def test_a_backup_of_a_newer_version_is_refused(saved, path, clock, copy):
    content = bytearray(copy.read_bytes())
    content[60:64] = (SCHEMA + 1).to_bytes(4, "big")
    copy.write_bytes(content)

    with pytest.raises(StoreNewer):
        restore(copy, path, clock)


def test_a_backup_replaces_an_older_one_and_nothing_else(store, copy, entry):
    copy.parent.mkdir()
    backup(store, copy)
    store.record(entry())
    backup(store, copy)
    assert copy.stat().st_mode & 0o077 == 0
    assert sorted(one.name for one in copy.parent.iterdir()) == [copy.name]

    letter = copy.with_name("letter.txt")
    letter.write_text("?", encoding="ascii")
    with pytest.raises(CallerError, match="something else"):
        backup(store, letter)
    assert letter.read_text(encoding="ascii") == "?"


def test_no_key_goes_with_a_backup(path, clock, copy, store):
    (path.parent / "identity.json").write_text("a private key", encoding="ascii")
    copy.parent.mkdir()

    backup(store, copy)

    assert b"a private key" not in copy.read_bytes()


def test_a_cloned_disk_goes_on_until_a_receipt_tells(saved, path, clock, entry, tmp_path):
    """Both write seq 7: a fork, which only the centre can see; the receipt says so and a new epoch begins."""
    shutil.copytree(path.parent, tmp_path / "clone")
    with Store.open(path, clock) as store, Store.open(tmp_path / "clone" / FILE, clock) as clone:
        assert store.record(entry()).seq == clone.record(entry()).seq == 7
        assert store.status().link != clone.status().link
        assert clone.start_epoch("fork") != clone.status().source
        *_, opening = [orjson.dumps(body) for body in bodies(clone)]
        assert b'"fork"' in opening
