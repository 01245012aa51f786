"""Spoken messages before they leave: sealed at once, durable when sent, gone when taken back."""

import os
import stat

import pytest
from nacl.public import PrivateKey

from kiosk.errors import StoreFull, UntrustedError
from kiosk.sound import can_hear
from kiosk.voices import PLAIN_MAX, Outtray, Spoken, named_in, open_voice, seal_voice

CENTRE = PrivateKey.generate()
KEY = bytes(CENTRE.public_key)
VISIT, OTHER = "019ab3c0-0000-7000-8000-000000000001", "019ab3c0-0000-7000-8000-000000000002"
SOUND = b"OggS" + b"canary: what somebody said" * 40


@pytest.fixture
def tray(tmp_path):
    return Outtray(tmp_path)


def on_disk(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_only_the_centre_opens_it_and_only_for_its_visit():
    sealed = seal_voice(KEY, VISIT, SOUND, 7)

    assert open_voice(bytes(CENTRE), VISIT, sealed.box) == SOUND
    with pytest.raises(UntrustedError, match="another visit"):
        open_voice(bytes(CENTRE), OTHER, sealed.box)
    with pytest.raises(UntrustedError, match="not sealed to this key"):
        open_voice(bytes(PrivateKey.generate()), VISIT, sealed.box)


@pytest.mark.parametrize("sound", [b"", b"x" * (PLAIN_MAX + 1)])
def test_nothing_and_too_much_is_no_message(sound):
    with pytest.raises(ValueError, match="message"):
        seal_voice(KEY, VISIT, sound, 1)


def test_what_is_said_is_on_no_disk_before_it_is_sent_and_then_only_sealed(tmp_path, tray):
    spoken = Spoken()
    answer = spoken.take(KEY, VISIT, SOUND, 7)

    assert spoken.sound(answer) == SOUND
    assert on_disk(tmp_path) == b""
    spoken.lay_out(tray, {"voice": answer, "way": "say"})
    assert tray.names() == [answer["voice"]["sha256"]]
    assert b"canary" not in on_disk(tmp_path)
    assert open_voice(bytes(CENTRE), VISIT, tray.read(tray.names()[0])) == SOUND
    assert stat.S_IMODE(os.stat(tray.folder / f"{tray.names()[0]}.xsv").st_mode) == 0o600


@pytest.mark.parametrize(("sent", "withdrawn", "left"), [(True, False, 1), (True, True, 0), (False, False, 0)])
def test_what_stays_when_the_visitor_goes(tray, sent, withdrawn, left):
    spoken = Spoken()
    answer = spoken.take(KEY, VISIT, SOUND, 7)
    spoken.lay_out(tray, {"voice": answer})
    if sent:
        spoken.settle()
    spoken.forget(tray, withdrawn=withdrawn)

    assert len(tray.names()) == left
    assert spoken.sound(answer) is None


def test_a_damaged_box_is_set_aside_and_blocks_no_other(tray):
    first, second = seal_voice(KEY, VISIT, SOUND, 1), seal_voice(KEY, VISIT, SOUND, 2)
    for sealed in (first, second):
        tray.put(sealed.sha256, sealed.box)
    (tray.folder / f"{first.sha256}.xsv").write_bytes(b"half of it")

    assert tray.read(first.sha256) is None
    assert tray.names() == [second.sha256]
    assert [path.suffix for path in tray.folder.glob("*.refused")] == [".refused"]


def test_a_disk_that_refuses_is_said_and_leaves_nothing_half(tmp_path):
    tray = Outtray(tmp_path / "no" / "such")

    with pytest.raises(StoreFull):
        tray.put("0" * 64, b"x")


@pytest.mark.parametrize("answers", [{}, {"a": 1}, {"a": {"voice": 3}}, {"a": {"voice": {"sha256": "../../etc"}}}])
def test_answers_of_any_shape_name_nothing(answers):
    assert list(named_in(answers)) == []


def test_a_capture_device_or_a_sound_server_is_a_microphone(tmp_path):
    (tmp_path / "pcmC0D0p").touch()
    assert not can_hear({}, tmp_path)
    (tmp_path / "pcmC0D0c").touch()

    assert can_hear({}, tmp_path)
    assert can_hear({"PULSE_SERVER": "unix:/run/pulse"}, tmp_path / "none")


def test_the_log_hears_of_a_box_that_was_set_aside(tray, caplog):
    sealed = seal_voice(KEY, VISIT, SOUND, 3)
    tray.put(sealed.sha256, sealed.box)
    tray.put("0" * 64, b"not what hashes to that")

    assert (tray.aside(), tray.read("0" * 64)) == (0, None)

    assert tray.aside() == 1
    assert tray.names() == [sealed.sha256]
    assert "000.refused" in caplog.text
