"""The whole walk, as a script would start it: every form sent, every screen pictured, one line of JSON last."""

import json
import os
import subprocess
import sys

import pytest
from conftest import ROOT, read_records
from PySide6.QtGui import QImage

from kiosk.catalogue import load_catalogue

ENVIRON = {
    **{name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")},
    "PYTHONPATH": str(ROOT),
}


def tour(data, out, *more: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "kiosk", "tour", "--data", str(data), "--out", str(out), *more]
    return subprocess.run(command, env=ENVIRON, capture_output=True, text=True, timeout=280, check=False)


@pytest.mark.long
@pytest.mark.timeout(300)
def test_the_tour_sends_every_form_and_pictures_every_screen(tmp_path):
    done = tour(tmp_path / "data", tmp_path / "out")

    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout.splitlines()[-1])
    pictures = sorted((tmp_path / "out").glob("*.png"))
    assert told["screens"] == len(pictures) >= 40
    assert {QImage(str(picture)).size().toTuple() for picture in pictures} == {(1080, 1920)}

    sent = {r["said"]["id"]: r["form"] for r in read_records(tmp_path / "data") if r["type"] == "feedback.submitted"}
    assert sorted(sent) == sorted(told["record_ids"])
    assert told["submitted"] == len(sent)
    assert set(sent.values()) == set(load_catalogue(ROOT / "assets" / "catalogue.toml").openings)
    assert len(set(told["codes"])) == len(told["codes"])


@pytest.mark.all
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "more",
    [
        ("--size", "1920x1080"),
        ("--mode", "elder"),
        ("--mode", "contrast", "--lang", "en"),
        ("--mode", "lowreach"),
        ("--mode", "elder", "--size", "1920x1080", "--lang", "en"),
    ],
    ids=" ".join,
)
def test_the_tour_goes_in_every_edition(tmp_path, more):
    done = tour(tmp_path / "data", tmp_path / "out", *more)

    assert (done.returncode, done.stderr) == (0, "")


def test_an_unknown_language_is_told_in_one_line(tmp_path):
    done = tour(tmp_path / "data", tmp_path / "out", "--lang", "fr")

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "zh-Hans, zh-Hant, en, ug" in done.stderr
