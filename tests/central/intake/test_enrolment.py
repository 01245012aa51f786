"""A one-time code against a number, a token and keys."""

import hashlib

import pytest
from central_terminal import Device, session
from nacl.signing import SigningKey

from sync import codes, receipt


def test_a_code_names_its_venue_and_pins_the_centres_key(centre):
    lines = centre.done("enrol-code", "east", "--name", "东馆", "--name-en", "East House").splitlines()
    code = codes.read_enrol_code(lines[-1])
    who = session().get(f"{centre.url}/api/v1/centre", timeout=60)
    key = bytes.fromhex(receipt.peek(who.content)["signing_key"])

    assert code.pin == codes.key_pin(key)
    assert receipt.open_signed(who.content, key, receipt.CENTRE)["tls"] is None
    welcome = Device(centre, "east").welcome
    assert welcome["venue"]["name"] == {"zh-Hans": "东馆", "en": "East House"}


def test_a_venue_may_be_called_by_its_chinese_name(centre):
    first = centre.done("enrol-code", "城南文化馆").splitlines()[0]
    again = centre.done("enrol-code", "城南文化馆").splitlines()[0]

    assert first.split(":")[0] == again.split(":")[0]


def test_two_terminals_of_a_venue_share_its_salt_and_nothing_else(centre):
    one, other = Device(centre), Device(centre)

    assert one.welcome["venue"] == other.welcome["venue"]
    assert one.welcome["terminal"] != other.welcome["terminal"]
    assert one.token != other.token


def test_a_code_lets_one_terminal_in(centre):
    code = centre.code()
    other = Device(centre, enrolled=False)
    other.http = session("127.0.0.11")

    assert Device(centre, enrolled=False).enrol(code).status_code == 201
    refused = other.enrol(code)

    assert (refused.status_code, refused.json()["code"]) == (403, "403.3")


def test_a_terminal_that_lost_the_answer_asks_again(centre):
    code = centre.code()
    device = Device(centre, enrolled=False)

    first, second = device.enrol(code), device.enrol(code)

    assert (first.status_code, second.status_code) == (201, 201)
    assert receipt.peek(first.content)["terminal"] == receipt.peek(second.content)["terminal"]
    device.token = receipt.peek(first.content)["token"]
    assert device.updates().status_code == 401  # only the newest token is good


def test_an_old_code_is_told_apart_from_a_wrong_one(centre):
    code = centre.code()
    device = Device(centre, enrolled=False)
    device.http = session("127.0.0.12")
    secret = codes.read_enrol_code(code).secret
    digest = hashlib.sha256(b"xinsheng-enrol-code\n" + secret.encode()).digest()
    centre.sql("update intake_enrolcode set expires_at = '2020-01-01 00:00:00' where digest = ?", digest)

    old, wrong = device.enrol(code), device.enrol(code, code="000000000")

    assert (old.json()["code"], wrong.json()["code"]) == ("403.2", "403.1")


def test_guessing_codes_ends_soon_and_only_for_that_address(centre):
    guesser, honest = Device(centre, enrolled=False), Device(centre, enrolled=False)
    guesser.http = session("127.0.0.13")
    code = centre.code()

    answers = [guesser.enrol(code, code="000000000") for _ in range(11)]

    assert [answer.status_code for answer in answers] == [403] * 10 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert honest.enrol(code).status_code == 201


def test_enrolling_again_keeps_number_source_and_what_was_signed_before(centre):
    device = Device(centre)
    device.record(3)
    device.deliver(device.packed(1, 1))
    before, number = device.packed(2, 3), device.welcome["terminal"]
    device.key = SigningKey.generate()

    again = device.enrol(centre.code())

    welcome = receipt.open_signed(again.content, device.signing_key, receipt.ENROL)
    assert welcome["terminal"] == number
    device.token = welcome["token"]
    assert device.deliver(before)["held"] == [[2, 3]]


def test_a_revoked_terminal_is_back_when_it_enrols_again(centre):
    device = Device(centre)
    centre.done("revoke", str(device.welcome["terminal"]))
    assert device.updates().status_code == 403

    device.token = receipt.peek(device.enrol(centre.code()).content)["token"]

    assert device.updates().status_code == 200


def test_a_file_of_a_terminal_that_was_never_enrolled_gets_no_verdict(centre, tmp_path):
    stranger = Device(centre, enrolled=False)
    stranger.record(1)
    (tmp_path / "s.xsb").write_bytes(stranger.packed(1, 1))

    ended = centre.run("ingest", tmp_path / "s.xsb")

    assert ended.returncode == 1
    assert "ever enrolled here" in ended.stderr
    assert not (tmp_path / "s.receipt.json").exists()  # a refusal would park it for good


@pytest.mark.parametrize(
    "change",
    [{"source": "centre/x"}, {"signing_key": "00"}, {"extra": 1}, {"salt": "xyz"}, {"code": "ILOU"}, {"version": None}],
)
def test_a_request_of_another_form_is_refused_by_place(centre, change):
    device = Device(centre, enrolled=False)

    answer = device.enrol("00000-00000-00000-00000-00000", **change)

    assert (answer.status_code, answer.json()["code"]) == (400, "400.2")
    assert next(iter(change)) in answer.json()["place"]
