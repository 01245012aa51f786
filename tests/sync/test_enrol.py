"""Enrolling with a real centre: the code goes to the centre it pins, over the connection that centre vouches for."""

import json
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from nacl.signing import SigningKey
from real_centre import RealCentre
from small_web import Handler, make_certificate, web
from terminals import Terminal

from kiosk.errors import CallerError, EnvironmentFault, UntrustedError
from sync import receipt
from sync.codes import EnrolCode, new_enrol_code, read_enrol_code
from sync.enrol import ENROL, OLD_SALTS, adopt, enrol, read_answer
from sync.http import CENTRE, HttpWire, introduce
from sync.identity import Enrolment, load_enrolment, save_enrolment
from sync.link import HEARTBEAT, Reply, Request, Unreachable
from sync.terminal import PinnedWire, Worker, open_courier


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "terminal")


def enrolled(terminal: Terminal, centre: RealCentre, code: str | None = None, url: str | None = None) -> Enrolment:
    read = read_enrol_code(code or centre.code())
    return enrol(terminal.data, terminal.store, terminal.identity, url or centre.url, read, version="test")


def test_a_code_makes_a_terminal_of_a_venue(terminal: Terminal, real_centre: RealCentre):
    salt = terminal.store.salt
    enrolment = enrolled(terminal, real_centre)

    assert load_enrolment(terminal.data) == enrolment
    assert enrolment.venue == "north"
    assert terminal.store.salt == enrolment.salt != salt
    assert json.loads(terminal.store.meta(OLD_SALTS) or "") == [salt.hex()]
    assert json.loads(terminal.store.meta("venue") or "")["id"] == "north"
    assert terminal.store.meta("config") == "{}"


def test_enrolling_again_keeps_the_terminal_and_what_it_has_not_sent(terminal: Terminal, real_centre: RealCentre):
    first = enrolled(terminal, real_centre)
    terminal.say()
    again = enrolled(terminal, real_centre)

    assert (again.terminal, again.centre) == (first.terminal, first.centre)
    assert again.token != first.token
    assert terminal.store.status().unsent == 2
    courier = open_courier(terminal.data, terminal.store)
    assert courier is not None
    terminal.run(courier)
    assert terminal.store.status().unsent == 0


def test_a_lost_answer_can_be_asked_for_again(terminal: Terminal, real_centre: RealCentre):
    code = real_centre.code()
    assert enrolled(terminal, real_centre, code).terminal == enrolled(terminal, real_centre, code).terminal


def test_a_code_lets_one_terminal_in(terminal: Terminal, real_centre: RealCentre, tmp_path: Path):
    code = real_centre.code()
    enrolled(terminal, real_centre, code)
    other = Terminal(tmp_path / "other")
    with pytest.raises(CallerError, match="used before"):
        enrolled(other, real_centre, code)
    assert load_enrolment(other.data) is None


def test_a_mistyped_secret_is_told(terminal: Terminal, real_centre: RealCentre):
    read = read_enrol_code(real_centre.code())
    wrong = EnrolCode("".join(reversed(read.secret)), read.pin)
    with pytest.raises(CallerError, match="no such enrolment code"):
        enrol(terminal.data, terminal.store, terminal.identity, real_centre.url, wrong, version="test")


def test_a_code_of_another_centre_is_noticed_before_it_is_sent(terminal: Terminal, real_centre: RealCentre):
    foreign = new_enrol_code(bytes(SigningKey.generate().verify_key))
    with pytest.raises(UntrustedError, match="not of the centre"):
        enrolled(terminal, real_centre, foreign)
    assert real_centre.audit()["altered"] == 0


def test_its_own_certificate_is_pinned(terminal: Terminal, https_centre: RealCentre):
    enrolment = enrolled(terminal, https_centre)
    assert enrolment.url.startswith("https://")
    assert enrolment.certificate is not None

    terminal.say()
    courier = open_courier(terminal.data, terminal.store)
    assert courier is not None
    terminal.run(courier)
    assert terminal.store.status().unsent == 0


def between(centre: RealCentre, certificate: str | None):
    """Somebody in between, who passes everything on: (answer for a web server, what passed)."""
    passed: list[str] = []

    def answer(handler: Handler) -> None:
        passed.append(handler.path)
        wire = HttpWire(centre.url, certificate)
        token = handler.headers.get("Authorization", "").removeprefix("Bearer ") or None
        body = handler.body if handler.command == "POST" else None
        reply = wire.exchange(Request(handler.path, body, handler.headers.get("Content-Type", ""), token))
        wire.close()
        assert isinstance(reply, Reply)
        handler.say(reply.status, reply.body)

    return answer, passed


def test_somebody_in_between_never_sees_the_code(terminal: Terminal, https_centre: RealCentre, tmp_path: Path):
    """They hand on the true centre's signed introduction; but the connection is not the one it vouches for."""
    _, certificate = introduce(https_centre.url, fits=lambda key: True)
    make_certificate(tmp_path / "theirs")
    answer, passed = between(https_centre, certificate)
    with web(answer, tmp_path / "theirs") as (url, _), pytest.raises(UntrustedError):
        enrolled(terminal, https_centre, url=url)

    assert set(passed) == {CENTRE}
    assert load_enrolment(terminal.data) is None


def test_a_sign_in_page_gets_no_code(terminal: Terminal, real_centre: RealCentre):
    page = web(lambda handler: handler.say(200, b"<html>sign in</html>"))
    with page as (url, server), pytest.raises(UntrustedError):
        enrolled(terminal, real_centre, url=url)
    assert [path for path, _ in server.asked] == [CENTRE]


def test_a_page_that_answers_for_the_centre_after_all_is_not_believed(terminal: Terminal, real_centre: RealCentre):
    through, _ = between(real_centre, None)

    def answer(handler: Handler) -> None:
        through(handler) if handler.path == CENTRE else handler.say(201, b"{}")

    with web(answer) as (url, _), pytest.raises(CallerError):
        enrolled(terminal, real_centre, url=url)
    assert load_enrolment(terminal.data) is None


def test_nobody_there_is_told(terminal: Terminal, real_centre: RealCentre):
    for url in ("https://127.0.0.1:9", "http://127.0.0.1:9"):
        with pytest.raises(EnvironmentFault, match="no connection"):
            enrolled(terminal, real_centre, url=url)


KEY = SigningKey(bytes(32))
ANSWER = {
    "format": "xinsheng-enrol/1",
    "terminal": 7,
    "token": "token",
    "centre": "haidian",
    "signing_key": bytes(KEY.verify_key).hex(),
    "sealing_key": "11" * 32,
    "box_key": "22" * 32,
    "venue": {"id": "north", "name": {"zh-Hans": "北城"}, "salt": "33" * 16},
    "public_url": None,
    "config": {},
}


def read(**changed: object) -> Enrolment:
    body = receipt.sign({**ANSWER, **changed}, KEY)
    return read_answer(Reply(201, body), "https://x.example", bytes(KEY.verify_key))[0]


def test_an_answer_is_read():
    assert read().terminal == 7
    assert read(public_url="https://p.example").public_url == "https://p.example"


@pytest.mark.parametrize(
    "changed",
    [
        {"terminal": 0},
        {"terminal": "7"},
        {"token": "two words"},
        {"token": "line\nfeed"},
        {"token": ""},
        {"signing_key": "44" * 32},
        {"sealing_key": "11" * 31},
        {"venue": {"id": "north", "name": {"zh-Hans": 3}, "salt": "33" * 16}},
        {"venue": {"id": "north", "name": {}, "salt": "33"}},
        {"venue": {"id": "north"}},
        {"config": []},
        {"public_url": 5},
        {"more": 1},
    ],
)
def test_a_signed_answer_of_another_shape_enrols_nothing(changed: dict[str, object]):
    with pytest.raises(UntrustedError):
        read(**changed)


def test_power_lost_between_the_two_files_is_made_good_at_the_next_start(terminal: Terminal):
    enrolment = replace(read(), certificate=None, vouched="2026-11-24T17:30:00+08:00")
    salt = terminal.store.salt
    save_enrolment(terminal.data, enrolment)

    for _ in range(2):
        adopt(terminal.store, enrolment)

    assert terminal.store.salt == enrolment.salt
    assert orjson.loads(terminal.store.meta(OLD_SALTS) or "") == [salt.hex()]


def test_another_centre_counts_its_updates_from_the_start(terminal: Terminal):
    adopt(terminal.store, read())
    terminal.store.set_meta("cursor", "900")
    adopt(terminal.store, read())
    assert terminal.store.meta("cursor") == "900"
    adopt(terminal.store, read(centre="another"))
    assert terminal.store.meta("cursor") is None


def test_a_worker_begins_when_the_terminal_enrols(terminal: Terminal, real_centre: RealCentre):
    worker = Worker(terminal.data, terminal.store)
    terminal.say()
    worker.run_once(terminal.clock.now)
    assert terminal.store.status().unsent == 2
    assert worker.rest_s(terminal.clock.now) == 1.0

    enrolled(terminal, real_centre)
    for _ in range(3):
        worker.run_once(terminal.clock.now)
    assert terminal.store.status().unsent == 0


def introduced(certificate: str | None, time: str) -> bytes:
    document = {"format": receipt.CENTRE, "centre": "haidian", "tls": certificate, "time": time}
    return receipt.sign({**document, "signing_key": bytes(KEY.verify_key).hex()}, KEY)


@pytest.mark.parametrize(
    ("vouched", "key", "renewed"),
    [
        ("2026-11-24T18:00:00+08:00", KEY, True),
        ("2026-11-24T10:00:00+00:00", KEY, True),
        ("2026-11-20T10:00:00+08:00", KEY, False),  # an old word, played again
        ("2026-11-24T18:00:00+08:00", SigningKey(bytes([1]) * 32), False),
    ],
)
def test_a_renewed_certificate_is_taken_on_the_centres_word_alone(
    terminal: Terminal, tmp_path: Path, vouched: str, key: SigningKey, renewed: bool
):
    old, new = make_certificate(tmp_path / "old"), make_certificate(tmp_path / "new")

    def answer(handler: Handler) -> None:
        handler.say(200, introduced(new, vouched) if handler.path.startswith(CENTRE) else b"heard")

    with web(answer, tmp_path / "new") as (url, server):
        enrolment = replace(
            read(), url=url, certificate=old, vouched="2026-11-24T17:30:00+08:00", signing_key=bytes(key.verify_key)
        )
        save_enrolment(terminal.data, enrolment)
        wire = PinnedWire(terminal.data, enrolment)
        outcome = wire.exchange(Request(HEARTBEAT, b"{}", token="secret"))
        wire.close()

    assert isinstance(outcome, Reply if renewed else Unreachable)
    assert (HEARTBEAT in [path for path, _ in server.asked]) == renewed
    kept = load_enrolment(terminal.data)
    assert kept is not None
    assert kept.certificate == (new if renewed else old)
    assert all("Authorization" not in headers for path, headers in server.asked if path.startswith(CENTRE))


def test_a_token_that_nobody_gave_is_weather(terminal: Terminal, real_centre: RealCentre):
    save_enrolment(terminal.data, replace(enrolled(terminal, real_centre), token="wrong"))
    courier = open_courier(terminal.data, terminal.store)
    assert courier is not None
    outcome = courier.run_once(terminal.clock.now)
    assert isinstance(outcome, Unreachable)
    assert "401.1" in outcome.why
    assert ENROL not in outcome.why
