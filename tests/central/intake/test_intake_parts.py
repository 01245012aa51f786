"""The small parts of intake by themselves."""

import io
import json
import os
import threading

import pytest
from central_process import Centre
from django.db import OperationalError
from django.test import RequestFactory
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import AlreadyRunning, ConfigError, UntrustedError
from sync.central import keys, places
from sync.central.databases import from_environment
from sync.central.intake import api, problems
from sync.central.intake.chores import Chores
from sync.central.intake.naming import UNKNOWN_BATCH, name
from sync.central.locks import exclusive
from sync.central.sealed import Opener, Sealer


@given(st.binary(max_size=200))
def test_naming_never_fails(junk):
    assert name(junk, None).batch == UNKNOWN_BATCH


@settings(max_examples=8, deadline=None)
@given(st.binary(max_size=3), st.integers(0, 2**20 + 2), st.integers(1, 2**16))
def test_what_is_sealed_opens_again(start, length, bite):
    content, target = start + bytes(length), io.BytesIO()
    with Sealer(target, "a passphrase") as sealer:
        for at in range(0, len(content), bite * 64):
            sealer.write(content[at : at + bite * 64])

    assert Opener(io.BytesIO(target.getvalue()), "a passphrase").read() == content
    with pytest.raises(UntrustedError):
        Opener(io.BytesIO(target.getvalue()), "another one").read()


def test_a_sealed_stream_cut_at_a_piece_is_noticed():
    target = io.BytesIO()
    with Sealer(target, "a passphrase") as sealer:
        sealer.write(bytes(3 * 2**20))
    whole = target.getvalue()

    with pytest.raises(UntrustedError):
        Opener(io.BytesIO(whole[: 18 + 16 + 24 + 2**20 + 17]), "a passphrase").read()


def test_two_processes_that_make_keys_at_once_agree(tmp_path):
    place = places.Places(tmp_path)
    found = []
    threads = [threading.Thread(target=lambda: found.append(keys.load(place))) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    assert len({bytes(each.signing) for each in found}) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["keys.json"]


def test_a_lock_is_refused_while_it_is_held_and_free_afterwards(tmp_path):
    held = exclusive(tmp_path / "lock", wait_s=0)
    with held, pytest.raises(AlreadyRunning), exclusive(tmp_path / "lock", wait_s=0):
        pass
    with exclusive(tmp_path / "lock", wait_s=0):
        pass


def test_a_chore_that_fails_begins_again_and_stops_no_other(caplog, monkeypatch):
    monkeypatch.setattr("sync.central.intake.chores.AFTER_FAULT_S", 0)
    began, other, twice = [], threading.Event(), threading.Event()

    def failing(wait):
        began.append(1)
        if len(began) == 2:
            twice.set()
            wait(60)
            return
        raise RuntimeError("broken")

    chores = Chores([failing, lambda wait: other.set() or wait(60)])
    chores.start()

    assert twice.wait(60)
    assert other.wait(60)
    chores.stop()
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_a_background_worker_stays_away_while_others_write(tmp_path):
    centre = Centre.embedded(tmp_path / "data")
    script = """
from sync.central.intake.courtesy import Courtesy
from sync.central.intake.models import Kept
import threading
from django.db import connection
waited = []
courtesy = Courtesy(waited.append)
def other():
    Kept.objects.update_or_create(name="x", defaults={"value": len(waited)})
    connection.close()
def write_elsewhere():
    thread = threading.Thread(target=other); thread.start(); thread.join()
courtesy.pause(); courtesy.pause()
write_elsewhere(); courtesy.pause()
Kept.objects.create(name="mine", value=1); courtesy.pause()
for _ in range(4):
    courtesy.pause()
print(*(seconds > 0.1 for seconds in waited))
"""

    after_a_write, for_whoever_waits = 2, 7
    said = centre.python(script).split()
    assert [at for at, is_long in enumerate(said) if is_long == "True"] == [after_a_write, for_whoever_waits]


@pytest.mark.parametrize(
    ("said", "code"), [("database is locked", "503.1"), ("database or disk is full", "503.2"), ("gone", "503.1")]
)
def test_a_database_that_cannot_just_now_asks_terminals_to_wait(caplog, said, code):
    answer = api.api.on_exception(RequestFactory().post("/api/v1/batches"), OperationalError(said))

    assert (answer.status_code, json.loads(answer.content)["code"]) == (503, code)
    assert int(answer["Retry-After"]) > 0
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_a_bug_is_logged_and_says_nothing_of_what_was_sent(caplog):
    answer = api.api.on_exception(RequestFactory().post("/api/v1/batches"), RuntimeError("老师真有耐心"))

    assert (answer.status_code, json.loads(answer.content)["code"]) == (500, "500.1")
    assert "老师" not in answer.content.decode()


def test_every_problem_has_a_number_of_its_own():
    codes = [each.code for each in vars(problems).values() if isinstance(each, problems.Problem)]

    assert len(set(codes)) == len(codes)
    assert all(400 <= each.status < 600 for each in vars(problems).values() if isinstance(each, problems.Problem))


def test_a_postgresql_address_is_taken_apart(tmp_path):
    place = places.Places(tmp_path)
    found = from_environment({"DATABASE_URL": "postgresql://u:p%40@db:5433/c?sslmode=require"}, place)

    assert {name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "c",
        "USER": "u",
        "PASSWORD": "p@",
        "HOST": "db",
        "PORT": "5433",
    }
    assert found["OPTIONS"] == {"sslmode": "require"}
    assert from_environment({}, place)["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    with pytest.raises(ConfigError):
        from_environment({"DATABASE_URL": "postgresql://[x"}, place)


def test_the_embedded_database_survives_the_wall_switch(tmp_path):
    """WAL, synchronous=FULL and secure_delete on every connection: what the settings say is what SQLite does."""
    centre = Centre.embedded(tmp_path / "data")
    script = """
from django.db import connection
with connection.cursor() as c:
    print(*[c.execute(f"pragma {p}").fetchone()[0] for p in ("journal_mode", "synchronous", "secure_delete")])
"""
    assert centre.python(script).split() == ["wal", "2", "1"]


def test_no_migration_is_missing(fresh_centre):
    fresh_centre.done("makemigrations", "intake", "--check", "--dry-run")


def test_a_settings_import_writes_nothing(tmp_path):
    alone = Centre(tmp_path / "data", None)
    alone.python("import sync.central.settings")

    assert not alone.data.exists() or os.listdir(alone.data) == []
