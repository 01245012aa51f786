"""Ten thousand records of seven days without a network arrive exactly once: by network, by stick, by both at once."""

import subprocess
import threading
from datetime import datetime, timedelta, timezone

import pytest

from kiosk import entries, records
from kiosk.store import FILE, Store
from tests.faults.kit import ROOT, Lobby, environment, look
from tests.faults.scenarios import kiosk

RECORDS, DAYS = 10_000, 7
SHANGHAI = timezone(timedelta(hours=8))


class Week:
    """A clock that lets ten thousand visitors come in seven days."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 16, 9, 0, tzinfo=SHANGHAI)

    def __call__(self) -> datetime:
        return self.now


def gather(lobby: Lobby, count: int) -> None:
    """A week of visitors, on a real store; one transaction for many, so that the test need not last a week."""
    week = Week()
    step = timedelta(days=DAYS) / count
    thanked = []
    with Store.open(lobby.data / FILE, week) as store:
        with store.reading() as db:
            db.execute("pragma synchronous = off")  # speed for the test; what a power cut does is tried elsewhere
        for number in range(count):
            week.now += step
            entry = entries.submitted(
                subject=str(records.new_id(week.now)),
                now=week.now,
                form="quick-rating",
                form_version="2026112401",
                answers={"grade": str(1 + number % 5), "words": f"第{number}位"},
                language="zh-Hans",
                duration_ms=4000,
            )
            thanked.append(store.record(entry).record_id)
    lobby.thanks.write_text("".join(f"{one}\n" for one in thanked))


def export_and_ingest(lobby: Lobby, stick) -> None:
    subprocess.run(
        kiosk("export", "--data", lobby.data, stick), env=environment(), cwd=ROOT, check=True, capture_output=True
    )
    lobby.house.centre.done("ingest", stick)


def settle(lobby: Lobby, stick) -> None:
    subprocess.run(
        kiosk("settle", "--data", lobby.data, stick), env=environment(), cwd=ROOT, check=True, capture_output=True
    )


@pytest.mark.timeout(240)
@pytest.mark.parametrize(
    "ways",
    [
        pytest.param("both", id="by both at once"),
        pytest.param("network", id="by network", marks=pytest.mark.all),
        pytest.param("stick", id="by stick", marks=pytest.mark.all),
    ],
)
def test_a_week_without_a_network_arrives_exactly_once(house, tmp_path, ways):
    lobby, stick = Lobby(tmp_path / "week", house).enrol(), tmp_path / "stick"
    gather(lobby, RECORDS)
    with lobby.store() as store:
        assert store.status().unsent == RECORDS + 1
        assert store.status().oldest_unsent_s > 0

    sending = threading.Thread(target=lobby.drain, args=(120,))
    if ways != "stick":
        sending.start()
    if ways != "network":
        export_and_ingest(lobby, stick)
    if ways != "stick":
        sending.join()
    if ways != "network":
        settle(lobby, stick)

    tally = look(lobby)
    assert tally.sound, tally
    assert (tally.thanked, tally.held) == (RECORDS, RECORDS)
    with lobby.store() as store:
        assert store.status().unsent == 0
