"""The slip on a stick lets a terminal in, and the centre answers the challenge of a locked PIN."""

import hashlib
from datetime import timedelta

import pytest
from real_centre import run, serving
from terminals import START

from kiosk.errors import CallerError
from kiosk.staff import LOCK_AFTER, Doorkeeper, Outcome
from kiosk.store import FILE as STORE
from kiosk.store import Store
from sync.codes import read_enrol_code
from sync.enrol import enrol
from sync.enrolfile import FILE, read_slip
from sync.identity import load_identity
from sync.unlock import answer, answer_of_before


def test_from_a_slip_to_an_answer_for_a_locked_pin(tmp_path):
    data, stick, now = tmp_path / "kiosk", tmp_path / "stick", [START]
    data.mkdir()
    stick.mkdir()
    with serving(tmp_path / "central") as centre, Store.open(data / STORE, lambda: now[0]) as store:
        said = run(centre.data, "enrol-code", "lobby", "--label", "大厅", "--url", centre.url, "--stick", str(stick))
        slip = read_slip(stick)

        assert slip is not None
        assert slip.code == said.splitlines()[-1]
        assert (slip.url, slip.label) == (centre.url, "大厅")
        known = enrol(data, store, load_identity(data), slip.url, read_enrol_code(slip.code), version="1")

        doors = Doorkeeper(data, lambda: now[0])
        doors.set_pin("274913")
        for _ in range(LOCK_AFTER):
            now[0] += timedelta(hours=1)
            doors.try_pin("111222")
        assert doors.door is not None
        challenge = doors.door.challenge
        digits = run(centre.data, "unlock-pin", str(known.terminal), challenge[:3], challenge[3:]).splitlines()[-1]

        own = bytes(load_identity(data).box)
        of_database = hashlib.sha256(known.token.encode()).digest()
        guessed = answer_of_before(of_database, challenge)

        def expected(asked):
            return answer(own, known.sealing_key, asked)

        assert doors.try_answer(guessed, expected) is Outcome.WRONG  # what a reader of the tables could work out
        assert doors.try_answer(digits.replace(" ", ""), expected) is Outcome.RIGHT
        old = run(centre.data, "unlock-pin", str(known.terminal), "123456").splitlines()[-1]
        assert old.replace(" ", "") == answer_of_before(of_database, "123456")  # a terminal of two releases ago


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"xinsheng-enrol-slip/2\nurl: https://a\ncode: x", b"xinsheng-enrol-slip/1\nurl: https://a\n",
     b"xinsheng-enrol-slip/1\nurl: https://a\ncode: 12345\n", b"xinsheng-enrol-slip/1\n" + b"x" * 5000],
)  # fmt: skip
def test_what_is_no_slip_is_refused_in_one_line(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)

    with pytest.raises(CallerError) as refused:
        read_slip(tmp_path)
    assert "\n" not in str(refused.value)


def test_no_slip_is_none(tmp_path):
    assert read_slip(tmp_path) is None
