"""The centre is killed in the middle of taking things in, again and again: each record arrives, once."""

import random
import signal
import subprocess
import threading

import pytest

from kiosk import entries, records
from kiosk.clock import local_now
from kiosk.store import FILE, Store
from tests.central.central_process import Centre
from tests.e2e.first_light import done, kiosk, records_of

pytestmark = pytest.mark.long


def say_much(data, records_: int) -> list[str]:
    store = Store.open(data / FILE, local_now)
    now = local_now()
    ids = [
        store.record(
            entries.submitted(
                subject=str(records.new_id(now)),
                now=now,
                form="quick-rating",
                form_version="2026112401",
                answers={"grade": str(1 + number % 5), "words": "x" * 300},
                language="zh-Hans",
                duration_ms=4000,
            )
        ).record_id
        for number in range(records_)
    ]
    store.close()
    return ids


def kill_while_syncing(centre: Centre, terminal, port: str, seconds: float) -> None:
    """SIGKILL so many seconds after something new is held: in the middle, on a busy machine, too."""
    server: subprocess.Popen[str] = centre.start("--port", port)
    before, over = held(centre), threading.Event()

    def plug() -> None:
        while held(centre) == before and not over.wait(0.01):
            pass
        over.wait(seconds)
        server.send_signal(signal.SIGKILL)

    puller = threading.Thread(target=plug)
    puller.start()
    kiosk(terminal, "sync", "--once")
    over.set()
    puller.join()
    server.communicate(timeout=20)
    assert server.returncode == -signal.SIGKILL


def held(centre: Centre) -> int:
    return centre.sql("select count(*) from intake_record")[0][0]


@pytest.mark.parametrize(("kills", "records_"), [(4, 2500), pytest.param(12, 6000, marks=pytest.mark.all)])
@pytest.mark.timeout(240)
def test_the_centre_killed_during_sync_loses_and_doubles_nothing(tmp_path, kills, records_):
    terminal, centre = tmp_path / "terminal", Centre.embedded(tmp_path / "central")
    with centre.serving():
        done(terminal, "enrol", centre.url, centre.code())
    port = centre.url.rsplit(":", 1)[1]
    said = say_much(terminal, records_)
    moments = random.Random(5)

    for _ in range(kills):
        kill_while_syncing(centre, terminal, port, moments.uniform(0.0, 0.1))
    with centre.serving("--port", port):
        done(terminal, "sync", "--once")

    assert sorted(records_of(centre, "feedback.submitted")) == sorted(said)
    audit = centre.audit()
    assert (audit["gaps"], audit["forks"], audit["altered"]) == (0, 0, 0)
