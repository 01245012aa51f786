"""Real processes on one store: two that append, forty that are killed, one that may not run twice."""

import os
import random
import re
import select
import signal
import subprocess
import sys
import textwrap
import time

import orjson
import pytest

from kiosk import records, runlock
from kiosk.errors import AlreadyRunning, StoreBusy
from kiosk.store import Store

WRITER = textwrap.dedent(
    """
    import sys
    from datetime import datetime
    from pathlib import Path
    from kiosk import entries, records
    from kiosk.store import Store

    now = lambda: datetime.now().astimezone()
    path, count = Path(sys.argv[1]), int(sys.argv[2])
    with Store.open(path, now) as store:
        for number in range(count):
            entry = entries.submitted(
                subject=str(records.new_id(now())), now=now(), form="quick-rating", form_version="1",
                answers={"grade": "5", "words": "x" * (number * 37 % 900)}, language="zh-Hans", duration_ms=1,
            )
            recorded = store.record(entry)
            print(recorded.record_id, flush=True)
    """
)


def writer(path, count):
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(count)], stdout=subprocess.PIPE)


def whole_chain(store):
    """The record ids of a chain that hangs together, without the opening's."""
    with store.reading() as db:
        rows = db.execute("select head, link, body from records order by key").fetchall()
    link, ids = records.NO_LINK, []
    for seq, (head, after, body) in enumerate(rows, 1):
        link = records.next_link(link, head)
        fields = orjson.loads(head)
        assert (fields["seq"], link) == (seq, after)
        ids.append(orjson.loads(body)["id"])
    assert link == store.status().link
    return ids[1:]


def test_two_processes_append_two_thousand_records_to_one_whole_chain(path, clock):
    """The store does not even exist when both begin."""
    both = [writer(path, 1000) for _ in range(2)]
    said = [one.communicate(timeout=100)[0].decode().split() for one in both]

    assert [one.returncode for one in both] == [0, 0]
    with Store.open(path, clock) as store:
        ids = whole_chain(store)
    assert len(ids) == len(set(ids)) == 2000
    assert set(ids) == set(said[0]) | set(said[1])


def test_whoever_is_killed_at_any_moment_keeps_every_word_that_was_thanked_for(path, clock):
    rng = random.Random(20261124)
    thanked = []
    for _ in range(40):
        process = writer(path, 10_000)
        assert process.stdout is not None
        stop_at = rng.randint(1, 6)
        for _ in range(stop_at):
            thanked.append(process.stdout.readline().decode().strip())
        spin_until = time.perf_counter() + rng.random() * 0.002
        while time.perf_counter() < spin_until:
            pass
        process.send_signal(signal.SIGKILL)
        thanked += [line for line in process.stdout.read().decode().split("\n")[:-1] if line]
        process.wait()
        process.stdout.close()

    with Store.open(path, clock) as store:
        ids = whole_chain(store)
    assert len(thanked) > 100
    assert [one for one in thanked if one not in set(ids)] == []
    assert len(ids) == len(set(ids))
    assert len(ids) - len(thanked) <= 40  # durable, but killed before it could say so


def test_whoever_is_killed_while_settling_loses_and_doubles_nothing(path, clock, entry, centre):
    sender = textwrap.dedent(
        """
        import sys
        from datetime import datetime
        from pathlib import Path
        from kiosk.store import Store

        with Store.open(Path(sys.argv[1]), lambda: datetime.now().astimezone()) as store:
            print("open", flush=True)
            while batch := (store.frozen() or [store.freeze(max_records=5)])[0]:
                lines = list(store.lines(batch))
                print(batch.batch_id, batch.first, batch.last, len(lines), flush=True)
                store.settle(batch.batch_id, [(batch.first, batch.last)], {}, bytes.fromhex(sys.argv[2]))
        """
    )
    with Store.open(path, clock) as store:
        for _ in range(400):
            store.record(entry())
    rng = random.Random(7)
    for _ in range(15):
        key = bytes(centre.public_key).hex()
        process = subprocess.Popen([sys.executable, "-c", sender, str(path), key], stdout=subprocess.PIPE)
        assert process.stdout is not None
        for _ in range(rng.randint(1, 4)):
            process.stdout.readline()
        select.select([], [], [], rng.random() * 0.004)
        process.kill()
        process.wait()
        process.stdout.close()

    with Store.open(path, clock) as store:
        status = store.status()
        with store.reading() as db:
            held, clear, boxes = db.execute(
                "select count(*) filter (where state = 'held'), count(body), count(box) from records"
            ).fetchone()
            (counted,) = db.execute("select sum(held) from chains").fetchone()
    assert held == counted == 401 - status.unsent
    assert (clear, boxes) == (status.unsent, held)
    assert held > 0


def test_one_terminal_a_data_folder(path):
    with runlock.take(path.parent, "run"):
        assert runlock.held(path.parent, "run")
        with pytest.raises(AlreadyRunning, match="already running"):
            runlock.take(path.parent, "run")
        runlock.take(path.parent, "courier").release()

    assert not runlock.held(path.parent, "run")


def test_a_killed_terminal_leaves_no_lock_behind(path):
    holder = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from kiosk import runlock
        lock = runlock.take(Path(sys.argv[1]), "run")
        print("held", flush=True)
        sys.stdin.read()
        """
    )
    process = subprocess.Popen(
        [sys.executable, "-c", holder, str(path.parent)], stdout=subprocess.PIPE, stdin=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == b"held\n"
    with pytest.raises(AlreadyRunning):
        runlock.take(path.parent, "run")

    process.kill()
    process.wait()
    process.stdout.close()
    process.stdin.close()

    runlock.take(path.parent, "run").release()


def test_a_damaged_file_is_not_moved_away_under_a_running_terminal(path, clock, entry, monkeypatch):
    monkeypatch.setattr("kiosk.opening.WAIT_S", 0.1)
    with Store.open(path, clock) as running:
        running.record(entry())
        with path.open("r+b") as file:
            file.write(os.urandom(100))
        with pytest.raises(StoreBusy, match="close the terminal"):
            Store.open(path, clock)

    with Store.open(path, clock) as store:
        assert store.status().feedback == 1


def test_submit_to_durable_costs_one_flush(path, clock, entry, tmp_path):
    """One fdatasync an answer: counted by the kernel where it lets us, so the count does not depend on the machine."""
    log = tmp_path / "strace.txt"
    traced = subprocess.run(
        ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", str(log), sys.executable, "-c", WRITER, str(path), "50"],
        capture_output=True,
        check=False,
    )
    if traced.returncode != 0:
        pytest.skip("strace may not trace here")
    calls = re.findall(r"fdatasync|fsync", log.read_text())

    assert 50 <= len(calls) <= 50 + 20  # making the store and closing it take some
