"""A recorded prompt is really read and handed to the sound card, at the volume of the moment."""

import subprocess
import sys

import numpy
import soundfile

from ui.speech.prompts import PLAYER

CARD = """
def play(samples, rate, blocking):
    with open({log!r}, "a") as log:
        log.write(f"{{len(samples)}} {{rate}} {{abs(samples).max():.2f}} {{blocking}}\\n")
"""


def test_files_are_played_one_after_the_other(tmp_path):
    tone = (0.5 * numpy.sin(numpy.arange(8000) / 5)).astype("float32")
    soundfile.write(tmp_path / "返回.wav", tone, 8000)
    soundfile.write(tmp_path / "完成.ogg", numpy.zeros(16000, "float32"), 16000)
    log = tmp_path / "played"
    (tmp_path / "sounddevice.py").write_text(CARD.format(log=str(log)))  # a sound card that writes down what it gets

    command = [sys.executable, str(PLAYER), "1.5", str(tmp_path / "返回.wav"), str(tmp_path / "完成.ogg")]
    subprocess.run(command, check=True, env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin"})

    first, second = (line.split() for line in log.read_text().splitlines())
    assert first == ["8000", "8000", "0.75", "True"]
    assert second[1:] == ["16000", "0.00", "True"]


def test_what_is_too_loud_is_cut(tmp_path):
    soundfile.write(tmp_path / "a.wav", numpy.full(100, 0.9, "float32"), 8000)
    log = tmp_path / "played"
    (tmp_path / "sounddevice.py").write_text(CARD.format(log=str(log)))

    command = [sys.executable, str(PLAYER), "2.2", str(tmp_path / "a.wav")]
    subprocess.run(command, check=True, env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin"})

    assert log.read_text().split()[2] == "1.00"
