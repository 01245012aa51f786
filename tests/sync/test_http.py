"""What a terminal lets a network do: little, for a short time, and never in the centre's name."""

import gzip
import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import count
from pathlib import Path

import pytest
from small_web import Handler, make_certificate, web

from kiosk.errors import CallerError
from sync.http import BAD_CERTIFICATE, HttpWire, normal_url
from sync.link import Reply, Request, Unreachable
from sync.updates import PAGE_MAX

ASK = Request("/api/v1/heartbeat", b"{}", token="secret")


def asked(answer: Callable[[Handler], None], request: Request = ASK) -> Reply | Unreachable:
    with web(answer) as (url, _):
        wire = HttpWire(url, None)
        try:
            return wire.exchange(request)
        finally:
            wire.close()


def test_bytes_go_out_and_come_back():
    def echo(handler: Handler) -> None:
        handler.say(201, handler.body[::-1])

    with web(echo) as (url, server):
        wire = HttpWire(url + "/venue", None)
        assert wire.exchange(Request("/a", b"abc", "application/gzip", "secret")) == Reply(201, b"cba")
        assert wire.exchange(Request("/b?after=3")) == Reply(201, b"")
        wire.close()

    (first, sent), (second, _) = server.asked
    assert (first, second) == ("/venue/a", "/venue/b?after=3")
    assert (sent["Authorization"], sent["Content-Type"]) == ("Bearer secret", "application/gzip")


def test_a_redirect_is_not_followed():
    with web(lambda handler: handler.say(302, b"", Location="/portal")) as (url, server):
        wire = HttpWire(url, None)
        assert wire.exchange(ASK) == Reply(302, b"")
        wire.close()
    assert [path for path, _ in server.asked] == [ASK.path]


def test_a_proxy_of_the_environment_gets_nothing(monkeypatch: pytest.MonkeyPatch):
    with web(lambda handler: handler.say(200, b"proxy")) as (proxy, stolen):
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy)
        monkeypatch.setenv("no_proxy", "")
        assert asked(lambda handler: handler.say(200, b"centre")) == Reply(200, b"centre")
    assert stolen.asked == []


def test_a_page_larger_than_any_of_ours_is_cut_off():
    assert isinstance(asked(lambda handler: handler.say(200, bytes(PAGE_MAX + 1))), Unreachable)
    assert isinstance(asked(lambda handler: handler.say(200, bytes(PAGE_MAX))), Reply)


def test_a_page_that_never_ends_is_cut_off():
    def drip(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for _ in count():
            handler.wfile.write(b"1\r\nx\r\n")

    ticks = count(step=10)
    with web(drip) as (url, _):
        wire = HttpWire(url, None, monotonic=lambda: float(next(ticks)))
        assert isinstance(wire.exchange(ASK), Unreachable)
        wire.close()


def test_nothing_is_unpacked_that_came_compressed():
    bomb = gzip.compress(bytes(10**7))
    assert asked(lambda handler: handler.say(200, bomb, Content_Encoding="gzip")) == Reply(200, bomb)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("120", 120), ("0", 0), ("soon", None), ("-5", None), ("9" * 40, 999_999_999), ("", None)],
)
def test_retry_after_is_read(said: str, seconds: int | None):
    reply = asked(lambda handler: handler.say(503, b"", Retry_After=said))
    assert isinstance(reply, Reply)
    assert reply.retry_after == seconds


def test_retry_after_may_be_a_date():
    when = format_datetime(datetime.now(UTC) + timedelta(seconds=300), usegmt=True)
    reply = asked(lambda handler: handler.say(503, b"", Retry_After=when))
    assert isinstance(reply, Reply)
    assert reply.retry_after is not None
    assert 290 <= reply.retry_after <= 300


def cut_in_the_middle(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"half")
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def no_http_at_all(handler: Handler) -> None:
    handler.wfile.write(b"\x00\x01\x02 hello\r\n\r\n")
    handler.connection.shutdown(socket.SHUT_RDWR)


def hang_up(handler: Handler) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("answer", [cut_in_the_middle, no_http_at_all, hang_up])
def test_what_a_network_does_is_a_value(answer: Callable[[Handler], None]):
    outcome = asked(answer)
    assert isinstance(outcome, Unreachable)
    assert "\n" not in outcome.why


def test_nobody_there_is_a_value():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    wire = HttpWire(f"http://127.0.0.1:{port}", None)
    assert isinstance(wire.exchange(ASK), Unreachable)
    wire.close()


def test_only_the_pinned_certificate_is_talked_to(tmp_path: Path):
    ours, theirs = make_certificate(tmp_path / "ours"), make_certificate(tmp_path / "theirs")
    with web(lambda handler: handler.say(200, b"ok"), tmp_path / "ours") as (url, server):
        for certificate, expected in ((ours, Reply(200, b"ok")), (theirs, Unreachable(BAD_CERTIFICATE))):
            wire = HttpWire(url, certificate)
            assert wire.exchange(ASK) == expected
            wire.close()
        wire = HttpWire(url, None)  # no system vouches for it
        assert wire.exchange(ASK) == Unreachable(BAD_CERTIFICATE)
        wire.close()
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        (" https://centre.example/ ", "https://centre.example"),
        ("https://centre.example:8443/wh/", "https://centre.example:8443/wh"),
        ("https://[::1]:8443", "https://[::1]:8443"),
        ("http://127.0.0.1:8700", "http://127.0.0.1:8700"),
        ("http://localhost:8700/", "http://localhost:8700"),
        ("http://[::1]", "http://[::1]"),
        ("https：／／centre．example：8443／", "https://centre.example:8443"),
    ],
)
def test_an_address_is_read(given: str, normal: str):
    assert normal_url(given) == normal


@pytest.mark.parametrize(
    "given",
    [
        "http://centre.example",
        "http://192.168.1.5:8700",
        "http://127.0.0.1.example",
        "http://10.0.0.1@127.0.0.1",
        "https://user:pass@centre.example",
        "https://centre.example/?q=1",
        "https://centre.example:port",
        "https://centre.example:99999",
        "https://",
        "https://[::1",
        "ftp://centre.example",
        "centre.example",
        "",
    ],
)
def test_an_address_that_is_not_safe_is_told_in_one_line(given: str):
    with pytest.raises(CallerError) as told:
        normal_url(given)
    assert "\n" not in str(told.value)
