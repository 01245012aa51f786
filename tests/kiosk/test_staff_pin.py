"""The PIN: slips are forgiven, guessing is slow, ten wrong ones lock, and only the centre's answer opens again."""

import hashlib
import json
import os
from datetime import timedelta

import pytest
from nacl.public import PrivateKey

from kiosk.errors import CallerError, ConfigError
from kiosk.staff import FILE, LOCK_AFTER, WAITS_S, Doorkeeper, Outcome, flaw, wait_s
from sync.unlock import answer

PIN, WRONG = "274913", "274914"


@pytest.fixture
def doors(tmp_path, clock):
    keeper = Doorkeeper(tmp_path, clock)
    keeper.set_pin(PIN)
    return keeper


def guess(doors, clock, times):
    """Wrong tries, each after its wait."""
    for _ in range(times):
        clock.forward(seconds=max(WAITS_S))
        doors.try_pin(WRONG)


@pytest.mark.parametrize(
    ("pin", "why"),
    [("27491", "short"), ("27491x", "short"), ("２７４９１３", "short"), ("27491327491", "long"),
     ("000000", "plain"), ("123456", "plain"), ("987654", "plain"), ("890123", "plain"), ("274913", "")],
)  # fmt: skip
def test_what_can_be_a_pin(pin, why):
    assert flaw(pin) == why


def test_a_plain_pin_is_not_taken(doors):
    with pytest.raises(CallerError):
        doors.set_pin("111111")

    assert doors.try_pin(PIN) is Outcome.RIGHT


def test_the_file_is_private_and_does_not_hold_the_pin(doors, tmp_path):
    assert os.stat(tmp_path / FILE).st_mode & 0o777 == 0o600
    assert PIN not in (tmp_path / FILE).read_text()


def test_two_slips_cost_nothing(doors):
    assert [doors.try_pin(WRONG), doors.try_pin(WRONG)] == [Outcome.WRONG] * 2

    assert doors.try_pin(PIN) is Outcome.RIGHT
    assert doors.door.failed == 0


def test_waits_grow_and_even_the_right_pin_waits(doors, clock):
    waited = []
    for _ in range(LOCK_AFTER - 1):
        doors.try_pin(WRONG)
        waited.append(wait_s(doors.door, clock()))
        if waited[-1]:
            clock.forward(seconds=waited[-1] - 1)
            assert doors.try_pin(PIN) is Outcome.WAIT
            clock.forward(seconds=1)

    assert waited == [0, 0, *WAITS_S]


def test_a_clock_set_back_shortens_no_wait(doors, clock):
    guess(doors, clock, 4)
    clock.forward(seconds=-3600)

    assert doors.try_pin(PIN) is Outcome.WAIT
    assert wait_s(doors.door, clock()) == WAITS_S[1]


def test_ten_wrong_ones_lock_for_the_right_one_too(doors, clock):
    guess(doors, clock, LOCK_AFTER)
    clock.forward(days=30)

    assert doors.try_pin(PIN) is Outcome.LOCKED
    assert len(doors.door.challenge) == 7


def test_a_challenge_of_before_is_another_one_now(doors, clock, tmp_path):
    guess(doors, clock, LOCK_AFTER)
    kept = json.loads((tmp_path / FILE).read_text())
    (tmp_path / FILE).write_text(json.dumps(kept | {"challenge": "123456"}))

    doors.renew()
    first = doors.door.challenge
    doors.renew()

    assert len(first) == 7
    assert doors.door.challenge == first


def test_a_try_counts_before_it_is_looked_at(doors, tmp_path, monkeypatch):
    """Whoever pulls the plug while the hash is worked out has had that try."""

    def plug(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(hashlib, "scrypt", plug)
    with pytest.raises(KeyboardInterrupt):
        doors.try_pin(PIN)

    assert json.loads((tmp_path / FILE).read_text())["failed"] == 1


def test_the_centre_opens_once(doors, clock):
    guess(doors, clock, LOCK_AFTER)
    terminal, centre, another = (PrivateKey.generate() for _ in range(3))
    digits = answer(bytes(centre), bytes(terminal.public_key), doors.door.challenge)

    def answer_for(own, asked):
        return answer(bytes(own), bytes(centre.public_key), asked)

    assert doors.try_answer("00000000", lambda asked: answer_for(terminal, asked)) is Outcome.WRONG
    assert doors.try_answer(digits, lambda asked: answer_for(another, asked)) is Outcome.WRONG
    assert doors.try_answer(digits, lambda asked: answer_for(terminal, asked)) is Outcome.RIGHT
    assert doors.try_answer(digits, lambda asked: answer_for(terminal, asked)) is Outcome.WRONG  # it was used

    doors.set_pin("837261")
    assert doors.try_pin("837261") is Outcome.RIGHT


def test_answers_cannot_be_tried_out(doors, clock):
    guess(doors, clock, LOCK_AFTER)
    first = doors.door.challenge
    for _ in range(5):
        assert doors.try_answer("12345678", lambda _: "87654321") is Outcome.WRONG

    assert doors.door.challenge != first
    assert doors.try_answer("87654321", lambda _: "87654321") is Outcome.WAIT
    clock.forward(seconds=301)
    assert doors.try_answer("87654321", lambda _: "87654321") is Outcome.RIGHT


def test_without_a_pin_and_with_rubbish(tmp_path, clock):
    keeper = Doorkeeper(tmp_path, clock)
    assert keeper.door is None

    (tmp_path / FILE).write_text("{")
    with pytest.raises(ConfigError):
        _ = keeper.door
    keeper.forget()
    assert keeper.door is None


def test_seconds_are_rounded_up(doors, clock):
    guess(doors, clock, 3)
    clock.forward(seconds=0.5)

    assert wait_s(doors.door, clock()) == 5
    assert wait_s(doors.door, clock() + timedelta(seconds=4.4)) == 1
