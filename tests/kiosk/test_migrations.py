"""Files of yesterday open today, with everything that was in them; a copy of yesterday stays for a while."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import orjson
import pytest
from sqlite_utils import Database

from kiosk import records, schema
from kiosk.migrations import migrations
from kiosk.nameplate import Nameplate, read_plate
from kiosk.schema import APPLICATION, SCHEMA, SHAPE
from kiosk.store import FILE, Store

RELEASED = sorted((Path(__file__).parents[1] / "released").glob("kiosk-*.db"))


def test_every_step_is_counted_and_the_shape_is_known():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        schema.migrate(db)

        assert len(migrations.applied(Database(db))) == SCHEMA == schema.version(db)
        assert schema.shape(db) == SHAPE
        tables = db.execute("select name, strict from pragma_table_list where schema = 'main'").fetchall()
    assert [name for name, strict in tables if not strict and "sqlite" not in name] == []


def test_a_step_that_was_released_never_changes():
    """The shape before each step: a changed one would leave files out there unlike new ones."""
    shapes = []
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        for step in [*migrations.pending(Database(db))][1:]:
            migrations.apply(Database(db), stop_before=step.name)
            shapes.append((schema.shape(db), step.name))

    assert shapes == [("b04829daefd1d9e7", "m002_batches"), ("a3bead83b1e59607", "m003_from_the_centre")]


@pytest.fixture
def yesterday(path, clock):
    """A store of the step before the newest, with one answer in it."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        migrations.apply(Database(db), stop_before="m003_from_the_centre")
        db.execute("pragma user_version = 2")
        db.execute(f"pragma application_id = {APPLICATION}")
        db.execute("insert into meta (name, value) values ('salt', ?)", (bytes(16).hex(),))
        db.execute("begin")
        schema.begin_chain(db, "terminal/0123456789abcdef", "created", clock())
        db.execute("commit")
    return path


def test_a_store_of_yesterday_keeps_its_chain(yesterday, clock, entry):
    with Store.open(yesterday, clock) as store:
        assert store.status().source == "terminal/0123456789abcdef"
        assert store.salt == bytes(16)
        assert store.record(entry(lookup=bytes(16))).seq == 2
        assert store.case(bytes(16)).kept


def test_a_copy_is_made_before_a_step_and_only_then(yesterday, clock):
    before = yesterday.read_bytes()
    Store.open(yesterday, clock).close()
    Store.open(yesterday, clock).close()

    copies = [one for one in yesterday.parent.iterdir() if re.search(r"before-step-\d+$", one.name)]
    assert [one.name for one in copies] == [f"{FILE}.before-step-{SCHEMA}"]
    with closing(sqlite3.connect(copies[0])) as copy, closing(sqlite3.connect(":memory:")) as old:
        old.deserialize(before)
        rows = "select key, head, link from records"
        assert copy.execute(rows).fetchall() == old.execute(rows).fetchall()
    assert copies[0].stat().st_mode & 0o077 == 0


def test_a_new_store_needs_no_copy(path, clock):
    Store.open(path, clock).close()

    assert [one for one in path.parent.iterdir() if "before-step" in one.name] == []


def test_a_step_that_fails_leaves_yesterday_as_it_was(yesterday, clock, monkeypatch):
    def broken(db):
        db.execute("create table half (x)")
        raise RuntimeError("a bug of tomorrow")

    steps = migrations._migrations
    monkeypatch.setattr(migrations, "_migrations", [*steps[:-1], type(steps[-1])(steps[-1].name, broken)])
    with pytest.raises(RuntimeError):
        Store.open(yesterday, clock)
    monkeypatch.undo()

    with Store.open(yesterday, clock) as store:
        assert store.status().seq == 1


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_every_released_file_opens_with_all_that_was_in_it(released, path, clock, entry):
    """What tests/released/make_kiosk.py put in: something in every state."""
    path.parent.mkdir()
    shutil.copyfile(released, path)

    with Store.open(path, clock) as store:
        status = store.status()
        assert (status.recorded, status.feedback, status.unsent, status.parked) == (13, 12, 5, 2)
        assert store.case(bytes(range(16))).kept
        assert store.case(b"\xff" * 16).answer == {"zh-Hans": "灯已更换"}
        assert [card["id"] for card in store.cards()] == ["c1"]
        assert store.lists("sessions") == {"sessions": [{"name": "s1", "label": "合唱"}]}
        assert [(row.form, row.origin) for row in store.form_rows()] == [("wish", "here")]
        assert store.meta("cursor") == "17"
        (batch,) = store.frozen()
        assert [records.parse_line(line)[1]["seq"] for line in store.lines(batch)] == [9, 10]
        assert orjson.loads(batch.header)["format"] == "xinsheng-batch/1"
        assert store.freeze().first == 11
        assert store.record(entry()).seq == 14
        assert read_plate(path.parent) == Nameplate(status.source, store.salt.hex())


def test_there_is_a_file_of_every_release():
    assert len(RELEASED) >= 1
