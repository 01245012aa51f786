"""What a visitor can prove, and need not: presence by a code that is typed, a number by a text message."""

import json
from datetime import timedelta
from typing import ClassVar

import pytest
from phone_kit import finishes

from sync import receipt, shortcode
from sync.link import Reply, Request


class Sent:
    """A provider that keeps what it was given."""

    codes: ClassVar[list[tuple[str, str]]] = []

    def send(self, number: str, code: str, minutes: int, language: str) -> None:
        self.codes.append((number, code))


@pytest.fixture
def messages(settings):
    Sent.codes = []
    settings.SMS_PROVIDER = f"{__name__}.Sent"
    return Sent.codes


def at_the_number(phone):
    phone.open("/f/quick-rating").press("next", grade="1").press("skip").press("next", words="灯坏了")
    return phone.press("next", reply="phone").press("next", age14="yes")


def test_without_a_provider_nobody_is_asked_to_prove_a_number(lobby, phone):
    assert "sms" not in at_the_number(phone).buttons()


def test_a_number_that_is_proved_makes_v2(lobby, phone, messages):
    at_the_number(phone).press("sms", number="13800138000")
    ((number, code),) = messages
    assert number == "13800138000"
    assert code not in phone.raw.decode()
    phone.press("check", sms=code).press("send")
    assert finishes()[0]["said"]["level"] == "V2"


def test_a_wrong_code_is_no_reason_not_to_be_heard(lobby, phone, messages):
    at_the_number(phone).press("sms", number="13800138000")
    wrong = "000000" if messages[0][1] != "000000" else "111111"
    for left in (4, 3, 2, 1, 0):
        phone.press("check", sms=wrong)
        assert str(left) in phone.text or left == 0
    phone.press("check", sms=messages[0][1])  # the sixth try: even the right one is too late
    phone.press("later").press("send")
    said = finishes()[0]["said"]
    assert said["level"] == "V0"
    assert said["sealed"]


def test_five_messages_a_day_and_none_within_a_minute(lobby, messages):
    from django.utils import timezone

    from sync.central.public import verify

    now = timezone.now()
    assert verify.send("13800138000", "zh-Hans", now).key == "sms_sent"
    assert verify.send("13800138000", "zh-Hans", now + timedelta(seconds=30)).key == "sms_soon"
    for minute in range(2, 6):
        assert verify.send("13800138000", "zh-Hans", now + timedelta(minutes=minute)).key == "sms_sent"
    assert verify.send("13800138000", "zh-Hans", now + timedelta(minutes=9)).key == "sms_over"
    assert verify.send("13900139000", "zh-Hans", now + timedelta(minutes=9)).key == "sms_sent"
    assert verify.send("13800138000", "zh-Hans", now + timedelta(days=1, minutes=10)).key == "sms_sent"
    assert len(messages) == 7


def test_a_code_is_good_for_ten_minutes_and_once(lobby, messages):
    from django.utils import timezone

    from sync.central.public import verify

    now, who = timezone.now(), verify.named("13800138000")
    verify.send("13800138000", "zh-Hans", now)
    assert not verify.check(who, messages[0][1], now + timedelta(minutes=11)).proved
    assert verify.check(who, messages[0][1], now + timedelta(minutes=9)).proved
    assert not verify.check(who, messages[0][1], now + timedelta(minutes=9)).proved


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("138 0013 8000", "13800138000"),
        ("+86 13800138000", "13800138000"),
        ("（021）6279-8600", "02162798600"),
        ("１３８００１３８０００", "13800138000"),
        ("+852 9123 4567", "+85291234567"),
        ("12345", None),
        ("abc", None),
    ],
)
def test_numbers_are_read_as_people_type_them(typed, read):
    from sync.central.public import numbers

    assert numbers.read(typed) == read


# -- the short code


class Loopback:
    """A terminal's wire that ends at Django's own test client."""

    def __init__(self, client) -> None:
        self.client = client

    def exchange(self, request: Request) -> Reply:
        answer = self.client.post(
            request.path,
            request.body,
            content_type="application/json",
            headers={"authorization": f"Bearer {request.token}"},
        )
        return Reply(answer.status_code, answer.content)


@pytest.fixture
def token(lobby):
    from sync.central.intake.enrol import token_digest

    lobby.terminal.token_digest = token_digest("t" * 40)
    lobby.terminal.save()
    return "t" * 40


def short(phone, ground, token, digits):
    from sync.central import keys

    key = bytes(keys.load(ground).signing.verify_key)
    return shortcode.ask_over(Loopback(phone.client), digits, token=token, signing_key=key)


def test_a_short_code_opens_what_the_qr_opens(lobby, phone, ground, token):
    code = short(phone, ground, token, lobby.code("quick-rating", {"grade": "2", "reasons": ["204"]}))
    assert len(code) == 6
    phone._see(phone.client.post("/h", {"short": f" {code[:3].lower()} {code[3:]}"}))
    assert phone.state.answers == {"grade": "2", "reasons": ["204"]}
    assert phone.state.level == "V1"


def test_a_short_code_is_good_for_ten_minutes(lobby, phone, ground, token, monkeypatch):
    from django.utils import timezone

    code = short(phone, ground, token, lobby.code("quick-rating", {"grade": "2"}))
    later = timezone.now() + timedelta(minutes=11)
    monkeypatch.setattr(timezone, "now", lambda: later)
    phone._see(phone.client.post("/h", {"short": code}))
    assert "没有这个短码" in phone.text


def test_who_guesses_short_codes_is_slowed_down(lobby, phone):
    for _ in range(5):
        phone._see(phone.client.post("/h", {"short": "ABCDEF"}))
    phone._see(phone.client.post("/h", {"short": "ABCDEG"}))
    assert phone.status == 429
    assert "分钟后" in phone.text


@pytest.mark.parametrize("digits", ["1", "9" * 400, "x" * 200])
def test_rubbish_gets_no_short_code(lobby, phone, ground, token, digits):
    assert short(phone, ground, token, digits) is None


def test_nor_does_a_stranger_or_a_revoked_terminal(lobby, phone, ground, token):
    digits = lobby.code("quick-rating", {"grade": "2"})
    assert short(phone, ground, "x" * 40, digits) is None
    lobby.terminal.revoked_at = lobby.terminal.enrolled_at
    lobby.terminal.save()
    assert short(phone, ground, token, digits) is None


def test_what_the_centre_did_not_sign_is_no_short_code():
    class Hotel:
        def exchange(self, request: Request) -> Reply:
            document = {"format": shortcode.FORMAT, "code": "SIGNIN"}
            return Reply(201, json.dumps({"key": "0" * 16, "signature": "0" * 128, "signed": document}).encode())

    from nacl.signing import SigningKey

    key = SigningKey.generate()
    assert shortcode.ask_over(Hotel(), "1", token="t", signing_key=bytes(key.verify_key)) is None
    assert receipt.key_id(bytes(key.verify_key)) != "0" * 16


# -- a platform that vouches, and a crowd


def link(key, **claims):
    import base64

    said = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=")
    return f"{said.decode()}.{base64.urlsafe_b64encode(key.sign(said).signature).decode().rstrip('=')}"


@pytest.mark.parametrize(
    ("left", "signs", "level"), [(600, True, "V3"), (-1, True, "V0"), (600, False, "V0"), (9000, True, "V0")]
)
def test_a_link_that_a_platform_signed_makes_v3(lobby, phone, settings, left, signs, level):  # noqa: PLR0917
    import time

    from nacl.signing import SigningKey

    key, other = SigningKey.generate(), SigningKey.generate()
    settings.ACCOUNT_KEY = bytes(key.verify_key).hex()
    token = link(key if signs else other, who="u-17", exp=int(time.time()) + left)
    assert phone.open(f"/f/quick-rating?s=wechat&account={token}").state.level == level


@pytest.mark.parametrize("token", ["", ".", "a.b", "é.ü", "x" * 500, "e30.e30"])
def test_rubbish_for_an_account_is_nobody(lobby, phone, settings, token):
    settings.ACCOUNT_KEY = "00" * 32
    assert phone.open(f"/f/quick-rating?account={token}").state.level == "V0"


def test_a_crowd_from_one_address_is_flagged_and_never_dropped(lobby, phone):
    for _ in range(22):
        phone.open("/f/quick-rating").press("next", grade="5").press("skip").press("send")
    flags = [record["flags"] for record in finishes()]
    assert len(flags) == 22
    assert ["burst" in one for one in flags] == [False] * 20 + [True] * 2
