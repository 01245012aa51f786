"""The commands that scripts and staff rely on: enrol, sync --once, export, settle."""

import random
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from real_centre import ROOT, RealCentre, run
from small_web import web
from terminals import Terminal

from kiosk import runlock
from kiosk.__main__ import HOMES
from kiosk.cli import main
from sync.http import HttpWire
from sync.identity import need_enrolment, save_enrolment
from sync.link import BATCHES, Reply, Request


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """Nobody has it open but the command."""
    terminal = Terminal(tmp_path / "terminal")
    for n in range(4):
        terminal.say(f"第{n}条")
    return terminal


def kiosk(terminal: Terminal, *words: str) -> int:
    return main(HOMES, [*words, "--data", str(terminal.data)])


def enrol(terminal: Terminal, centre: RealCentre) -> None:
    assert kiosk(terminal, "enrol", centre.url, centre.code()) == 0


def test_enrol_then_sync_once(terminal: Terminal, real_centre: RealCentre, capsys: pytest.CaptureFixture[str]):
    enrol(terminal, real_centre)
    assert "north" in capsys.readouterr().out

    assert kiosk(terminal, "sync", "--once") == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("未上传 5 条")
    assert terminal.store.status().unsent == 0
    assert kiosk(terminal, "sync", "--once") == 0


def test_a_code_typed_in_groups_is_one_code(terminal: Terminal, real_centre: RealCentre):
    groups = real_centre.code().lower().split("-")
    assert kiosk(terminal, "enrol", real_centre.url, *groups) == 0


@pytest.mark.parametrize("words", [["sync", "--once"], ["sync"], ["export", "stick"], ["settle", "x.receipt.json"]])
def test_without_a_centre_each_says_so_in_one_line(
    terminal: Terminal, words: list[str], capsys: pytest.CaptureFixture[str]
):
    assert kiosk(terminal, *words) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "kiosk enrol" in told


def test_with_the_centre_away_once_fails_in_one_line_and_loses_nothing(
    terminal: Terminal, real_centre: RealCentre, capsys: pytest.CaptureFixture[str]
):
    enrol(terminal, real_centre)
    with web(lambda handler: handler.say(200, b"<html>sign in</html>")) as (url, _):
        move(terminal, url)
        capsys.readouterr()
        assert kiosk(terminal, "sync", "--once") == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "unsent 5" in told

    move(terminal, real_centre.url)
    assert kiosk(terminal, "sync", "--once") == 0


def move(terminal: Terminal, url: str) -> None:
    save_enrolment(terminal.data, replace(need_enrolment(terminal.data), url=url))


def test_one_courier_a_data_folder(terminal: Terminal, real_centre: RealCentre, capsys: pytest.CaptureFixture[str]):
    enrol(terminal, real_centre)
    with runlock.take(terminal.data, "courier"):
        assert kiosk(terminal, "sync", "--once") == 1
        assert kiosk(terminal, "sync") == 1
    assert kiosk(terminal, "sync", "--once") == 0
    with runlock.take(terminal.data, "courier"):  # another one has sent everything: nothing is left unsent
        assert kiosk(terminal, "sync", "--once") == 0
    assert "another process is sending" in capsys.readouterr().err


def test_over_a_stick_and_back(
    terminal: Terminal, real_centre: RealCentre, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    enrol(terminal, real_centre)
    stick = tmp_path / "stick"
    assert kiosk(terminal, "export", str(stick)) == 0
    before = real_centre.audit()["records"]
    for _ in range(2):
        real_centre.ingest(*sorted(stick.glob("*.xsb")))
    capsys.readouterr()

    assert kiosk(terminal, "settle", str(stick)) == 0
    assert "结清 5 条" in capsys.readouterr().out
    assert kiosk(terminal, "settle", *map(str, stick.glob("*.receipt.json"))) == 0
    assert "结清 0 条" in capsys.readouterr().out
    assert kiosk(terminal, "sync", "--once") == 0
    assert real_centre.audit()["records"] == before + 5


def test_a_strange_file_is_told_and_the_others_settle(
    terminal: Terminal, real_centre: RealCentre, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    enrol(terminal, real_centre)
    stick = tmp_path / "stick"
    kiosk(terminal, "export", str(stick))
    real_centre.ingest(*stick.glob("*.xsb"))
    (stick / "0.receipt.json").write_text("holiday photo")
    capsys.readouterr()

    assert kiosk(terminal, "settle", str(stick)) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert terminal.store.status().unsent == 0


def test_ten_times_by_network_and_by_file_in_any_order_is_one_copy_and_one_receipt(
    terminal: Terminal, real_centre: RealCentre, tmp_path: Path
):
    enrol(terminal, real_centre)
    before = real_centre.audit()["records"]
    stick = tmp_path / "stick"
    kiosk(terminal, "export", str(stick))
    [path] = stick.glob("*.xsb")
    wire, receipts = HttpWire(real_centre.url, None), set()
    ways = ["network"] * 7 + ["file"] * 3
    random.Random(2).shuffle(ways)
    for way in ways:
        if way == "file":
            real_centre.ingest(path)
            [answer] = stick.glob("*.receipt.json")
            receipts.add(answer.read_bytes().removesuffix(b"\n"))
        else:
            token = need_enrolment(terminal.data).token
            reply = wire.exchange(Request(BATCHES, path.read_bytes(), "application/gzip", token))
            assert isinstance(reply, Reply)
            receipts.add(reply.body.removesuffix(b"\n"))
    wire.close()

    assert len(receipts) == 1
    assert real_centre.audit()["records"] == before + 5


def test_killed_at_any_moment_nothing_is_lost_or_doubled(terminal: Terminal, real_centre: RealCentre):
    enrol(terminal, real_centre)
    before = real_centre.audit()
    chance = random.Random(7)
    for _ in range(12):
        for _ in range(40):
            terminal.say("继续")
        sending = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "sync", "--data", str(terminal.data)], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert sending.stdout is not None
        sending.stdout.readline()  # it said how things stand: from here on, at any moment
        try:
            sending.wait(chance.uniform(0.1, 0.5))
        except subprocess.TimeoutExpired:
            sending.send_signal(signal.SIGKILL)
        sending.wait()
        sending.stdout.close()
    assert kiosk(terminal, "sync", "--once") == 0

    after = real_centre.audit()
    assert after["records"] - before["records"] == terminal.store.status().recorded >= 485  # and the day's self-test
    assert (after["gaps"], after["forks"], after["altered"]) == (before["gaps"], before["forks"], before["altered"])
    assert run(real_centre.data, "audit")
