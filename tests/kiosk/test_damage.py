"""A file that lies: whatever is wrong with it, every answer that can be read is carried over and nothing is deleted."""

import os
import random
import shutil
import sqlite3
import threading
import time

import orjson
import pytest

from kiosk.errors import StoreNewer
from kiosk.opening import SUSPECT
from kiosk.schema import SCHEMA
from kiosk.store import FILE, Store

COUNT = 60


def heads_of(store):
    with store.reading() as db:
        return [orjson.loads(head) for (head,) in db.execute("select head from records order by key")]


def words_of(store):
    with store.reading() as db:
        bodies = [orjson.loads(body) for (body,) in db.execute("select body from records where body is not null")]
    return {body["answers"]["words"] for body in bodies if "answers" in body}


def aside(path):
    return sorted(one.name for one in path.parent.iterdir() if ".damaged-" in one.name)


@pytest.fixture
def filled(path, clock, entry):
    """A store of sixty answers, closed: file, source, epoch, link."""
    with Store.open(path, clock) as store:
        for _ in range(COUNT):
            store.record(entry())
        store.put_list("sessions", [{"name": "s1", "label": "合唱"}])
        store.set_meta("cursor", "17")
        return store.status()


@pytest.fixture
def running(path, clock, entry):
    """The same, but the plug was pulled: everything is still in the log."""
    store = Store.open(path, clock)
    with store.reading() as db:
        db.execute("pragma wal_autocheckpoint = 0")
    for _ in range(COUNT):
        store.record(entry())
    status = store.status()
    saved = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    store.close()
    for name, content in saved.items():
        (path.parent / name).write_bytes(content)
    (path.parent / (FILE + "-shm")).unlink()
    return status


def flip(file, place, mask=0xFF):
    content = bytearray(file.read_bytes())
    content[place % len(content)] ^= mask
    file.write_bytes(content)


def test_a_page_of_rubbish_costs_only_what_was_on_it(path, clock, filled):
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    leaf = next(
        n for n in range(pages - 1, 0, -1) if content[n * 4096] == 0x0D and b"answers" in content[n * 4096 :][:4096]
    )
    content[leaf * 4096 : leaf * 4096 + 4096] = random.Random(1).randbytes(4096)
    path.write_bytes(content)

    with Store.open(path, clock) as store:
        status = store.status()
        assert COUNT - 8 <= status.feedback < COUNT
        assert status.source == filled.source
        assert status.epoch != filled.epoch
        assert store.meta("rescued")
    assert len(aside(path)) == 1


@pytest.mark.parametrize("place", [0, 5, 16, 18, 22, 28, 44, 56, 100, 103, 105, 110])
def test_a_damaged_header_loses_nothing(path, clock, filled, place):
    flip(path, place)

    with Store.open(path, clock) as store:
        assert len(words_of(store)) == COUNT
        assert store.status().source == filled.source


def test_what_was_told_by_the_centre_is_asked_for_again_unless_it_is_whole(path, clock, filled):
    flip(path, 0)

    with Store.open(path, clock) as store:
        assert store.meta("cursor") is None
        assert store.lists("sessions") == {}
    assert path.stat().st_mode & 0o077 == 0


def test_a_file_cut_short_keeps_its_beginning(path, clock, filled):
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 3 // 4])

    with Store.open(path, clock) as store:
        assert 0 < len(words_of(store)) < COUNT
        assert store.status().source == filled.source


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 8192, random.Random(3).randbytes(20000), b"hello", b"SQLite format 3\0"]
)
def test_a_file_of_rubbish_is_set_aside_whole_and_the_terminal_goes_on(path, clock, entry, filled, content):
    path.write_bytes(content)

    with Store.open(path, clock) as store:
        assert store.status().source == filled.source
        assert heads_of(store)[0]["type"] == "chain.started"
        store.record(entry())
    (name,) = aside(path)
    assert (path.parent / name).read_bytes() == content


def test_a_folder_in_its_place_is_set_aside(path, clock, entry, filled):
    path.unlink()
    path.mkdir()
    (path / "note.txt").write_text("?", encoding="ascii")

    with Store.open(path, clock) as store:
        store.record(entry())
        assert store.status().source == filled.source
    assert (path.parent / aside(path)[0] / "note.txt").exists()


def test_somebody_elses_database_is_set_aside_untouched(path, clock, filled):
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("create table theirs (x)")
    other.close()
    before = path.read_bytes()

    with Store.open(path, clock) as store:
        assert store.status().source == filled.source
    kept = sqlite3.connect(path.parent / aside(path)[0])
    assert kept.execute("select name from sqlite_master").fetchall() == [("theirs",)]
    kept.close()
    assert len(before) > 0


def test_the_new_chain_names_the_last_link_of_the_old_one(path, clock, filled):
    flip(path, 0)

    with Store.open(path, clock) as store, store.reading() as db:
        (body,) = db.execute("select body from records order by key desc limit 1").fetchone()
    body = orjson.loads(body)
    assert body["reason"] == "rescued"
    assert body["after"] == {"epoch": filled.epoch, "seq": filled.seq, "link": filled.link.hex()}


def test_what_is_rescued_is_sent_under_its_old_names(path, clock, filled):
    flip(path, 0)

    with Store.open(path, clock) as store:
        batch = store.freeze()
        assert (batch.epoch, batch.first, batch.last) == (filled.epoch, 1, COUNT + 1)
        assert len(list(store.lines(batch))) == COUNT + 1


def test_a_changed_word_is_never_sent_as_if_it_had_been_said(path, clock, entry):
    with Store.open(path, clock) as store:
        for _ in range(5):
            store.record(entry("这里很好"))
    content = path.read_bytes()
    assert content.count("这里很好".encode()) == 5
    content = content.replace("这里很好".encode(), "这里很坏".encode(), 1)
    path.write_bytes(b"\0" + content[1:])

    with Store.open(path, clock) as store:
        ((_, _, reason),) = store.parked()
        assert "damaged" in reason
        assert store.status().unsent == 6  # four answers and two openings


def test_a_log_that_the_power_cut_left_is_read(path, clock, running):
    with Store.open(path, clock) as store:
        assert store.status().link == running.link
    assert aside(path) == []


def test_a_damaged_file_takes_its_log_along(path, clock, running):
    flip(path, 0)
    log = path.with_name(FILE + "-wal").read_bytes()

    with Store.open(path, clock) as store:
        assert len(words_of(store)) == COUNT
    (name, its_log) = aside(path)
    assert its_log == name + "-wal"
    assert (path.parent / its_log).read_bytes() == log


def test_a_file_that_was_deleted_under_its_log_gives_what_the_log_has(path, clock, running):
    path.unlink()

    with Store.open(path, clock) as store:
        assert len(words_of(store)) == COUNT


def test_a_flipped_bit_in_the_log_loses_no_answer(path, clock, running):
    log = path.with_name(FILE + "-wal")
    flip(log, log.stat().st_size // 3)

    with Store.open(path, clock) as store:
        assert len(words_of(store)) >= COUNT - 1
        assert store.status().source == running.source


@pytest.mark.parametrize("place", [0, 8, 16, 24, 32, 40])
def test_a_damaged_head_of_the_log_loses_no_answer(path, clock, running, place):
    flip(path.with_name(FILE + "-wal"), place)

    with Store.open(path, clock) as store:
        assert len(words_of(store)) >= COUNT - 1


def test_random_damage_never_stops_the_terminal(path, clock, entry, filled, tmp_path):
    rng = random.Random(20261124)
    whole = path.read_bytes()
    for turn in range(60):
        home = tmp_path / f"turn{turn}"
        home.mkdir()
        shutil.copy(path.parent / "terminal.json", home)
        content = bytearray(whole)
        for _ in range(rng.choice([1, 3, 40])):
            content[rng.randrange(len(content))] = rng.randrange(256)
        (home / FILE).write_bytes(content)
        try:
            with Store.open(home / FILE, clock) as store:
                store.record(entry())
                assert store.status().source == filled.source
                assert store.status().feedback > COUNT // 2
                assert not (home / (FILE + SUSPECT)).exists()
        except StoreNewer:
            assert content[60:64] != whole[60:64]


def test_a_newer_file_is_refused_and_not_touched(path, clock, filled):
    content = bytearray(path.read_bytes())
    content[60:64] = (SCHEMA + 1).to_bytes(4, "big")
    path.write_bytes(content)
    names = sorted(os.listdir(path.parent))

    with pytest.raises(StoreNewer, match="newer version"):
        Store.open(path, clock)

    assert path.read_bytes() == content
    assert sorted(os.listdir(path.parent)) == names


def test_a_power_cut_between_mending_and_moving_is_finished(path, clock, filled):
    flip(path, 0)
    Store.open(path, clock).close()
    path.rename(path.with_name(FILE + ".mended"))

    with Store.open(path, clock) as store:
        assert len(words_of(store)) == COUNT


def test_the_name_survives_the_loss_of_the_whole_file(path, clock, filled):
    path.unlink()

    with Store.open(path, clock) as store:
        assert store.status().source == filled.source
        assert store.status().epoch != filled.epoch


def rubbish_everywhere(path):
    """Every page but the first, under the noses of whoever has the file open."""
    with path.open("r+b") as file:
        for page in range(1, path.stat().st_size // 4096):
            file.seek(page * 4096)
            file.write(b"\xff" * 4096)


def test_damage_under_a_running_terminal_is_mended_while_it_runs(path, clock, entry):
    """Two have the file open, as the screen and the courier do; the one that meets it mends, the other lets go."""
    with Store.open(path, clock) as screen:
        for _ in range(COUNT):
            screen.record(entry())
        screen.wipe()
        source, epoch = screen.status().source, screen.status().epoch
        go, told = threading.Event(), []

        def courier():
            with Store.open(path, clock) as store:
                go.set()
                while not told:
                    store.look()  # as Worker.run_once does
                    time.sleep(0.01)
                told.append(store.status().epoch)

        thread = threading.Thread(target=courier)
        thread.start()
        assert go.wait(60)
        rubbish_everywhere(path)
        with screen.reading() as db:
            db.execute("pragma shrink_memory")  # else SQLite goes on from its memory, and meets the damage later

        recorded = [screen.record(entry(f"后来 {n}")) for n in range(3)]
        told.append("done")
        thread.join(20)

        status = screen.status()
        assert (status.source, status.epoch) == (source, told[1])
        assert epoch != status.epoch
        assert status.rescued
        assert {one.epoch for one in recorded[1:]} == {status.epoch}
        assert {"后来 1", "后来 2"} <= words_of(screen)
    assert len(aside(path)) >= 1
