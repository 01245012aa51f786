"""``central serve`` as the machine sees it: addresses, locks, certificates, endings."""

import signal
import socket
import ssl
import subprocess
import time
from hashlib import sha256

import psutil
import pytest
from central_process import Centre
from central_terminal import Device, session

from sync import receipt
from sync.central.intake.serving import open_listener


@pytest.fixture
def alone(tmp_path):
    return Centre.prepared(tmp_path / "data")


def ended(server: subprocess.Popen) -> str:
    return server.communicate(timeout=60)[1]


def test_a_second_server_on_the_same_data_is_refused_in_one_line(alone):
    with alone.serving():
        second = alone.run("serve", "--port", "0")

    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr == f"central: another central runs on {alone.data}\n"


def test_a_taken_port_is_refused_and_not_shared(alone, tmp_path):
    other = Centre.prepared(tmp_path / "other")
    with alone.serving():
        refused = other.run("serve", "--port", alone.url.rsplit(":", 1)[1])

    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert "in use" in refused.stderr


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_within_two_seconds_with_a_request_under_way(alone, ending):
    """Or in the time that its start took: on a machine that is busy with other things both take longer."""
    began = time.monotonic()
    server = alone.start()
    started = time.monotonic() - began
    host, port = alone.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as half:
        half.sendall(b"POST /api/v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        began = time.monotonic()
        server.send_signal(ending)
        said = ended(server)

    assert time.monotonic() - began < max(2, started)
    assert (server.returncode, said) == (0, "")


def test_killed_it_leaves_no_worker_and_starts_again_at_once(alone):
    server = alone.start()
    worker = psutil.Process(server.pid).children()[0]
    address = alone.url

    server.kill()
    ended(server)

    assert psutil.wait_procs([worker], timeout=30)[1] == []
    with alone.serving("--port", address.rsplit(":", 1)[1]):
        assert alone.url == address


def test_killed_between_batches_nothing_that_got_a_receipt_is_lost(alone):
    server = alone.start()
    device = Device(alone)
    device.record(20)
    for seq in range(1, 11):
        assert device.deliver(device.packed(seq, seq))["kind"] == "receipt"
    server.kill()
    ended(server)

    with alone.serving():
        device.centre.url = alone.url
        assert [seq for seq, _ in device.held()] == list(range(1, 11))
        assert device.deliver(device.packed(1, 20))["head"]["seq"] == 20
        assert alone.audit()["altered"] == 0


def test_a_type_that_a_newer_version_knows_is_no_longer_parked(alone):
    with alone.serving():
        device = Device(alone)
        device.record(2)
        device.deliver(device.packed(1, 2))
    alone.sql("update intake_record set state = 'parked', reason = 'type' where seq = 1")
    alone.sql("update intake_record set state = 'parked', reason = 'type', type = 'something.newer' where seq = 2")

    with alone.serving():  # the first may be parked anew, by the projector: what the device wrote is no feedback
        assert alone.sql("select seq from intake_record where reason = 'type'") == [(2,)]


def test_beyond_loopback_it_speaks_https_with_a_certificate_that_its_key_vouches_for(alone):
    with alone.serving("--host", "0.0.0.0"):
        assert alone.url.startswith("https://0.0.0.0:")
        port = int(alone.url.rsplit(":", 1)[1])
        pem = ssl.get_server_certificate(("127.0.0.1", port), timeout=60)
        (alone.data / "pinned.pem").write_text(pem)
        http = session()
        http.verify = str(alone.data / "pinned.pem")
        answer = http.get(f"https://127.0.0.1:{port}/api/v1/centre", timeout=60)
    claimed = bytes.fromhex(receipt.peek(answer.content)["signing_key"])

    said = receipt.open_signed(answer.content, claimed, receipt.CENTRE)
    assert said["tls"] == sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()


def test_secrets_are_for_their_owner_alone(alone):
    with alone.serving("--host", "0.0.0.0"):
        pass

    secrets = [alone.data / "keys.json", alone.data / "secret.txt", alone.data / "tls" / "key.pem"]
    assert [oct(path.stat().st_mode & 0o777) for path in secrets] == ["0o600"] * 3


def test_pages_carry_a_policy_that_lets_nothing_in_from_elsewhere(alone):
    with alone.serving():
        answer = session().get(f"{alone.url}/none", timeout=60)

    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_damaged_keys_stop_the_start_in_one_line_and_stay_as_they_are(alone):
    alone.done("enrol-code", "lobby")
    (alone.data / "keys.json").write_text('{"centre": "x"}')

    refused = alone.run("serve", "--port", "0")

    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert (alone.data / "keys.json").read_text() == '{"centre": "x"}'


def test_a_damaged_database_stops_the_start_in_one_line(tmp_path):
    alone = Centre(tmp_path / "data", None)
    alone.data.mkdir()
    (alone.data / "central.db").write_bytes(b"not a database" * 1000)

    refused = alone.run("serve", "--port", "0")

    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert (alone.data / "central.db").read_bytes().startswith(b"not a database")


def test_a_database_of_a_newer_version_is_left_alone(alone):
    alone.done("migrate")
    alone.sql("insert into django_migrations (app, name, applied) values ('intake', '0999_later', '2030-01-01')")

    refused = alone.run("serve", "--port", "0")

    assert refused.returncode == 1
    assert "newer version" in refused.stderr


def test_an_answer_in_two_pieces_is_not_held_back():
    """Else every page and receipt takes 40 ms more, for nothing."""
    with open_listener("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        listener.setblocking(True)
        accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
