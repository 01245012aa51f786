"""The centre's door: floods, slow visitors, strangers, and what browsers are told."""

import contextlib
import re
import socket
import time

import pytest
from central_process import Centre
from central_terminal import Device, session

from sync.central.limits import SENDERS_MAX, Buckets, Rate


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    centre = Centre.prepared(tmp_path_factory.mktemp("central") / "data")
    with centre.serving():
        yield centre


class Hand:
    """A clock that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_lets_a_burst_in_and_then_as_many_as_it_fills():
    hand = Hand()
    buckets = Buckets(Rate(burst=3, per_s=0.5), hand)

    assert [buckets.wait_s("a") for _ in range(5)] == [0, 0, 0, 2, 2]
    assert buckets.wait_s("b") == 0
    hand.now = 2.0
    assert [buckets.wait_s("a") for _ in range(2)] == [0, 2]
    hand.now = 1000.0
    assert [buckets.wait_s("a") for _ in range(4)] == [0, 0, 0, 2]


def test_buckets_forget_whoever_was_not_heard_for_longest():
    buckets = Buckets(Rate(1, 0.001), Hand())
    for number in range(SENDERS_MAX + 1):
        assert buckets.wait_s(str(number)) == 0

    assert buckets.wait_s("0") == 0
    assert buckets.wait_s(str(SENDERS_MAX)) > 0


def test_a_flood_of_strangers_is_told_to_wait_and_a_terminal_is_not(alone):
    device = Device(alone)
    stranger = session("127.0.0.9")

    said = [stranger.get(f"{alone.url}/api/v1/centre", timeout=60) for _ in range(160)]

    refused = [answer for answer in said if answer.status_code == 429]
    assert len(refused) > 10
    assert refused[0].json()["code"] == "429.2"
    assert int(refused[0].headers["Retry-After"]) >= 1
    assert device.heartbeat().status_code == 200  # by its own token
    assert session("127.0.0.10").get(f"{alone.url}/api/v1/centre", timeout=60).status_code == 200


@pytest.mark.parametrize("path", ["batches", "enrol"])
def test_a_hundred_slow_visitors_hold_up_nobody(alone, path):
    device = Device(alone)
    host, port = alone.url.removeprefix("http://").split(":")
    head = (
        f"POST /api/v1/{path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {device.token}\r\n"
        "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\nabc"
    )
    with contextlib.ExitStack() as stack:
        for _ in range(100):
            slow = stack.enter_context(socket.create_connection((host, int(port)), 10, ("127.0.0.13", 0)))
            slow.sendall(head.encode())
        begun = time.monotonic()
        device.record(1)
        answer = device.send(device.packed(1, 1))
        took = time.monotonic() - begun

    assert answer.status_code == 201
    assert took < 5


def test_browsers_are_told_to_stay_on_https_where_there_is_a_certificate(tmp_path):
    centre = Centre.prepared(tmp_path / "central")
    with centre.serving("--host", "0.0.0.0"):
        url = centre.url.replace("0.0.0.0", "127.0.0.1")
        http = session()
        http.verify = False
        with pytest.warns(match="Unverified HTTPS"):
            answer = http.get(f"{url}/desk/log-in", timeout=60)

    assert re.fullmatch(r"max-age=\d{8,}.*", answer.headers["Strict-Transport-Security"])
    cookies = answer.headers.get("Set-Cookie", "")
    assert "Secure" in cookies
    assert "SameSite" in cookies


def test_plain_http_on_this_machine_makes_no_promise_of_https(alone):
    answer = session().get(f"{alone.url}/desk/log-in", timeout=60)

    assert "Strict-Transport-Security" not in answer.headers
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"].split("script-src")[-1].split(";")[0]


def test_a_form_without_its_token_is_not_taken(alone):
    answer = session().post(f"{alone.url}/desk/log-in", data={"name": "x", "password": "y"}, timeout=60)

    assert answer.status_code == 403


def test_guessing_passwords_is_slowed_down(alone):
    http = session("127.0.0.11")
    page = http.get(f"{alone.url}/desk/log-in", timeout=60)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)[1]

    said = [
        http.post(
            f"{alone.url}/desk/log-in",
            data={"name": "admin", "password": str(n), "csrfmiddlewaretoken": token},
            timeout=60,
        ).status_code
        for n in range(8)
    ]

    assert said[0] == 401
    assert said[-1] == 429
