"""A disk that fills up: voice stops first, then free text, ratings never; and the reserve that stands for that."""

import subprocess

import pytest

from kiosk import room
from kiosk.errors import StoreFull
from kiosk.store import FILE, Store


@pytest.mark.parametrize(
    ("free", "spent", "voice", "words", "state"),
    [
        (10**12, False, True, True, "ok"),
        (room.VOICE_MIN - 1, False, False, True, "voice"),
        (room.WORDS_MIN - 1, False, False, False, "words"),
        (0, False, False, False, "words"),
        (10**12, True, False, False, "reserve"),
    ],
)
def test_what_is_asked_for_grows_less_with_the_room(free, spent, voice, words, state):
    assert room.room(free, spent=spent) == room.Room(voice, words, state)


def test_no_room_at_all_is_no_reason_to_ask_for_less_than_a_rating(tmp_path):
    assert room.room_in(tmp_path / "nowhere").words


@pytest.fixture
def disk(tmp_path):
    """Big enough for a reserve by right only when the share is small; the test lays it by hand."""
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "none", str(place)], check=False).returncode:
        pytest.skip("no right to mount here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_gives_up_its_reserve_before_a_visitor_is_turned_away(disk, clock, entry, monkeypatch):
    monkeypatch.setattr(room, "_PLENTY", 1)
    with Store.open(disk / FILE, clock) as store:
        assert room.hold(disk)
        (disk / "ballast").write_bytes(bytes(4 * 2**20 - 200_000))
        before = 0
        while room.room_in(disk).state != "reserve":
            store.record(entry("满" * 1000))
            before += 1
        for _ in range(1000):
            store.record(entry("满" * 1000))

        def fill():
            while True:
                store.record(entry("满" * 1000))

        with pytest.raises(StoreFull):
            fill()
        assert store.status().feedback > before + 1000

        (disk / "ballast").unlink()
        store.purge()
        assert room.room_in(disk).state == "reserve"  # 12 MB are too few beside what was written; it stays spent


def test_the_reserve_is_laid_once_and_again_after_it_was_spent(tmp_path):
    assert room.hold(tmp_path)
    assert (tmp_path / room.FILE).stat().st_size == room.RESERVE
    assert room.hold(tmp_path)
    assert room.release(tmp_path)
    assert not room.release(tmp_path)
    assert room.room_in(tmp_path).state == "reserve"
    assert room.hold(tmp_path)
    assert room.room_in(tmp_path).state == "ok"
