"""What terminals hear: in order, nothing lost, nothing of others."""

import time

from central_terminal import Device

from sync.updates import read_page

ANNOUNCE = """
from django.db import transaction
from sync.central.intake.updates import announce
"""


def pages(device, after=0):
    """Every row from a cursor on, and the last cursor."""
    rows = []
    while True:
        page = read_page(device.updates(after).content, after, device.signing_key)
        rows, after = rows + list(page.rows), page.cursor
        if not page.more:
            return rows, after


def test_a_terminal_hears_what_concerns_it_and_nothing_else(centre):
    mine, other = Device(centre, "north"), Device(centre, "south")
    _, start = pages(mine)
    centre.python(
        ANNOUNCE
        + f"""
announce("list", "t1", {{"name": "sessions", "rows": []}}, venue="north")
announce("list", "t2", {{"name": "sessions", "rows": []}}, venue="south")
announce("totals", "t3", {{"received": 1}})
announce("backup", "t4", {{"seq": 1}}, source={mine.source!r})
announce("backup", "t5", {{"seq": 2}}, source={other.source!r})
"""
    )

    rows, _ = pages(mine, start)

    kinds = [row["kind"] for row in rows if row["data"].get("received") != 0]
    assert kinds.count("list") == 1
    assert [row["data"] for row in rows if row["kind"] == "backup"] == [{"seq": 1}]
    assert {"received": 1} in [row["data"] for row in rows]


def test_only_the_newest_word_under_a_key_is_told(centre):
    device = Device(centre, "west")
    script = '\nfor n in range(5):\n    announce("list", "k", {"n": n}, venue="west")\n'
    centre.python(ANNOUNCE + script)
    pages(device)
    centre.python(ANNOUNCE + script.replace("{", "{{").replace("}", "}}").format())

    rows, cursor = pages(device)

    assert [row["data"] for row in rows if row["kind"] == "list" and "n" in row["data"]] == [{"n": 4}]
    assert pages(device, cursor) == ([], cursor)


def test_many_writers_at_once_and_no_reader_misses_a_word(centre):
    """A serial as cursor loses here: a later number may be committed, and read, before an earlier one."""
    device = Device(centre, "busy")
    _, start = pages(device)
    script = """
import random, threading, time
from django.db import connection
def write(writer):
    for n in range(25):
        with transaction.atomic():
            announce("list", f"{writer}-{n}", {"word": f"{writer}-{n}"}, venue="busy")
            if connection.vendor == "postgresql":
                time.sleep(random.random() / 100)
    connection.close()
threads = [threading.Thread(target=write, args=(w,)) for w in range(4)]
[t.start() for t in threads]; [t.join() for t in threads]
"""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(centre.python, ANNOUNCE + script)
        heard, cursor, until = [], start, time.monotonic() + 60
        while len(heard) < 100 and time.monotonic() < until:
            rows, cursor = pages(device, cursor)
            heard += [row["data"]["word"] for row in rows if "word" in row["data"]]
        writing.result()

    assert sorted(heard) == sorted(f"{writer}-{n}" for writer in range(4) for n in range(25))


def test_a_long_way_behind_comes_in_pages(centre):
    device = Device(centre, "far")
    centre.python(
        ANNOUNCE
        + """
with transaction.atomic():
    for n in range(1200):
        announce("list", f"far-{n}", {"far": n}, venue="far")
"""
    )

    first = read_page(device.updates().content, 0, device.signing_key)
    rows, _ = pages(device)

    assert (len(first.rows), first.more) == (500, True)
    assert [row["data"]["far"] for row in rows if "far" in row["data"]] == list(range(1200))


def test_a_heartbeat_is_kept_with_the_clocks_error(centre):
    device = Device(centre)

    answer = device.heartbeat(unsent=7, time="2026-01-01T00:00:00+08:00", epoch=device.epoch)

    assert answer.status_code == 200
    assert answer.json()["signed"]["head"] == {"seq": 0, "link": "00" * 32}
    (kept,) = centre.sql("select heartbeat from intake_terminal where source = ?", device.source)[0]
    kept = kept if isinstance(kept, dict) else __import__("json").loads(kept)
    assert kept["unsent"] == 7
    assert kept["clock_error_ms"] < -3600_000


def test_a_heartbeat_that_no_database_keeps_is_refused(centre):
    device = Device(centre)

    assert [device.heartbeat(**said).status_code for said in ({"x": "a\0b"}, {"x": 1.5}, {"time": "now"})] == [400] * 3
