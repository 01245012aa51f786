"""The evaluator's package proves itself with Python alone, names whatever was altered, and shows nobody."""

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import orjson
import pytest
from central_process import empty_centre
from private_postgresql import chosen_databases


def verify(folder: Path, *key: str) -> tuple[int, list[str]]:
    """What the package's own script says, in a Python that knows nothing of us."""
    command = [sys.executable, "-I", "-S", str(folder / "verify.py"), str(folder), *key]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.fixture(scope="module", params=chosen_databases(both=False))
def demo(request, tmp_path_factory):
    """Half a made-up year, once a database."""
    centre = empty_centre(request, tmp_path_factory.mktemp(f"demo-{request.param}"))
    centre.done("demo", "--items", "150", "--seed", "3")
    return centre


@pytest.fixture(scope="module")
def made(demo, tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "package"
    demo.done("package", "--out", folder, "--seed", "published on Monday", "--sample", "40")
    return folder


@pytest.fixture
def packed(made, tmp_path):
    """A copy to play with."""
    return shutil.copytree(made, tmp_path / "package")


def altered(folder: Path, name: str, before: str, after: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert before in text
    (folder / name).write_text(text.replace(before, after, 1), "utf-8")


def test_the_package_proves_itself(packed):
    key = json.loads((packed / "manifest.json").read_text("utf-8"))["signed"]["key"]

    assert verify(packed) == (0, ["Everything is as it was signed, linked and hashed."])
    assert verify(packed, key)[0] == 0
    assert verify(packed, "58" + "66" * 31) == (1, ["manifest.json: not signed by this centre"])
    assert len((packed / "verify.py").read_text("utf-8").splitlines()) <= 100


def test_every_altered_row_is_named(packed):
    body = rows_of(packed / "bodies.csv")[7]
    altered(packed, "bodies.csv", body["sha256"], "00" * 32)

    code, said = verify(packed)

    place = f"{body['source']} {body['epoch']} {body['seq']}"
    assert code == 1
    assert f"bodies.csv: {place}: altered" in said
    assert f"heads.csv: {place}: its body was altered" in said
    assert "bodies.csv: not the file that was signed" in said


def test_an_altered_head_is_named(packed):
    head = next(row for row in rows_of(packed / "heads.csv") if '"grade":1' in row["head"])
    quoted = head["head"].replace('"', '""')
    altered(packed, "heads.csv", quoted, quoted.replace('""grade"":1', '""grade"":5'))

    said = verify(packed)[1]

    assert f"heads.csv: {head['source']} {head['epoch']} {head['seq']}: altered, or what stands before it" in said


def test_a_head_that_was_taken_out_is_missed(packed):
    rows = rows_of(packed / "heads.csv")
    gone = next(n for n in range(1, len(rows)) if not rows[n]["before"] and not rows[n + 1]["before"])
    lines = (packed / "heads.csv").read_text("utf-8").splitlines(keepends=True)
    (packed / "heads.csv").write_text("".join([*lines[: gone + 1], *lines[gone + 2 :]]), "utf-8")

    after = rows[gone + 1]

    assert f"heads.csv: {after['source']} {after['epoch']} {after['seq']}: 1 before it are missing" in verify(packed)[1]


def test_what_was_altered_in_the_database_is_named(demo, packed, tmp_path):
    shown = {(row["source"], row["epoch"], row["seq"]) for row in rows_of(packed / "heads.csv") if row["head"]}
    found = "select id, source, epoch, seq, body from intake_record where grade = 1 and body is not null order by id"
    identity, source, epoch, seq, body = next(
        row for row in demo.sql(found) if (row[1], row[2], str(row[3])) in shown
    )  # the heads of a week with few records are withheld
    value = orjson.loads(bytes(body))
    value["answers"]["grade"] = "5"
    _overwrite(demo, identity, orjson.dumps(value, option=orjson.OPT_SORT_KEYS))
    demo.done("package", "--out", tmp_path / "again", "--seed", "s")
    _overwrite(demo, identity, bytes(body))

    assert f"heads.csv: {source} {epoch} {seq}: its body was altered" in verify(tmp_path / "again")[1]


def test_nothing_of_a_person_is_in_it(demo, packed):
    tables = "".join((packed / name).read_text("utf-8") for name in ("heads.csv", "bodies.csv", "sample.csv"))
    said = [row[0] for row in demo.sql("select words from cases_case where words <> ''")]
    keys = [bytes(row[0]).hex() for row in demo.sql("select lookup from cases_case where lookup is not null")]

    assert len(said) > 20
    assert not [text for words in said for text in words.splitlines() if len(text) > 3 and text in tables]
    assert not [key for key in keys if key in tables]
    assert '"time"' not in tables
    assert "sealed" not in tables


def test_what_few_say_of_themselves_is_blank(packed):
    from sync.central.insight.scrub import ABOUT_ONESELF, K

    counts: dict[tuple[str, ...], int] = {}
    for row in rows_of(packed / "bodies.csv"):
        said = tuple(row[name] for name in ABOUT_ONESELF)
        if any(said):
            counts[row["venue"], *said] = counts.get((row["venue"], *said), 0) + 1

    assert all(number >= K for number in counts.values())


def test_the_sample_can_be_drawn_again_by_anybody(packed):
    from hashlib import sha256

    known = [f"{row['source']}/{row['epoch']}/{row['seq']}" for row in rows_of(packed / "bodies.csv")]
    again = sorted(known, key=lambda one: sha256(f"published on Monday/{one}".encode()).digest())[:40]

    drawn = [f"{row['source']}/{row['epoch']}/{row['seq']}" for row in rows_of(packed / "sample.csv")]
    assert drawn == again


def test_heads_of_a_quiet_week_are_withheld_and_the_chain_goes_on(lobby, tmp_path):
    from datetime import date, timedelta

    from lobby import MONDAY

    from sync.central import keys
    from sync.central.insight import package

    _in_chain(lobby, [MONDAY - timedelta(days=7)] * 3 + [MONDAY] * 12)
    wish = package.Wish(date(2026, 1, 1), date(2026, 12, 31), "s")

    made = package.make(tmp_path / "package", wish, keys.load(_places()), date(2026, 12, 31))

    heads = rows_of(tmp_path / "package" / "heads.csv")
    assert (made.heads, made.withheld, made.bodies) == (15, 3, 12)
    assert [row["head"] == "" for row in heads] == [True] * 3 + [False] * 12
    assert verify(tmp_path / "package")[0] == 0


@pytest.mark.parametrize(
    "wrong",
    [("--venue", "nowhere"), ("--first", "2026-12-01", "--last", "2026-11-01"), ("--sample", "0")],
)
def test_a_wrong_wish_is_refused_in_one_line(empty, tmp_path, wrong):
    done = empty.run("package", "--out", tmp_path / "out", "--seed", "s", *wrong)

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_folder_that_holds_something_is_left_alone(empty, tmp_path):
    (tmp_path / "kept.txt").write_text("mine")

    done = empty.run("package", "--out", tmp_path, "--seed", "s")

    assert done.returncode == 2
    assert (tmp_path / "kept.txt").read_text() == "mine"


def _overwrite(centre, identity: int, body: bytes) -> None:
    """What somebody with the database in hand could do."""
    import sqlite3

    import psycopg

    if centre.database_url:
        with psycopg.connect(centre.database_url) as connection:
            connection.execute("update intake_record set body = %s where id = %s", (body, identity))
        return
    with sqlite3.connect(centre.data / "central.db") as connection:
        connection.execute("update intake_record set body = ? where id = ?", (body, identity))
    connection.close()


def _places():
    from django.conf import settings

    return settings.PLACES


def _in_chain(lobby, moments) -> None:
    """Ratings whose links are real."""
    import hashlib

    from kiosk import records
    from sync.central.intake.models import Record

    link = records.NO_LINK
    for seq, moment in enumerate(moments, 1):
        place = {"source": lobby.source, "epoch": lobby.epoch, "seq": seq}
        named = {"form": "quick-rating", "form_version": "2026112401", "grade": 3}
        day, body = moment.date().isoformat(), {"answers": {"grade": "3"}}
        record = records.build(**place, type_="feedback.submitted", body=body, day=day, flags=(), **named)
        link = records.next_link(link, record.head)
        Record.objects.create(
            **place,
            venue_id=lobby.venue,
            body_hash=hashlib.sha256(record.body or b"").digest(),
            type="feedback.submitted",
            day=day,
            form="quick-rating",
            grade=3,
            head=record.head,
            body=record.body,
            link=link,
            state="done",
            received_at=moment,
        )
