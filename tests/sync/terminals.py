"""A terminal for tests: a real store in a folder, a clock that tests move, a courier over any wire."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import orjson

from kiosk import entries, records
from kiosk.store import FILE, Recorded, Store
from sync.courier import Courier, Outcome, Waiting
from sync.identity import Enrolment, Identity, load_identity
from sync.link import Central, Wire

START = datetime(2026, 11, 24, 17, 30, tzinfo=timezone(timedelta(hours=8)))

ENROLLED = Enrolment(
    url="https://centre.example",
    centre="haidian",
    terminal=3,
    token="secret",
    signing_key=bytes([1]) * 32,
    sealing_key=bytes([2]) * 32,
    box_key=bytes([3]) * 32,
    venue="north",
    venue_name={"zh-Hans": "北城文化馆", "en": "North"},
    salt=bytes([4]) * 16,
    public_url=None,
    certificate="ab" * 32,
    vouched="2026-11-24T17:30:00+08:00",
)


@dataclass
class Clock:
    """The time, as tests set it."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class Terminal:
    """One terminal's data folder. restart() is what is left after the plug was pulled."""

    data: Path
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.identity: Identity = load_identity(self.data)
        self.store = Store.open(self.data / FILE, self.clock)

    def restart(self) -> None:
        self.store.close()
        self.store = Store.open(self.data / FILE, self.clock)

    @property
    def public_key(self) -> bytes:
        return bytes(self.identity.signing.verify_key)

    def say(self, words: str = "很好", **more: Any) -> Recorded:
        return self.store.record(
            entries.submitted(
                subject=str(records.new_id(self.clock.now)),
                now=self.clock.now,
                form="quick-rating",
                form_version="2026112401",
                answers={"grade": "5", "words": words},
                language="zh-Hans",
                duration_ms=4000,
                **more,
            )
        )

    def courier(self, wire: Wire, signing_key: bytes, sealing_key: bytes, token: str = "token") -> Courier:
        central = Central(wire, signing_key=signing_key, token=token)
        report: Mapping[str, Any] = {"version": "test", "disk_free": 1, "frame_age_ms": None, "checks": {}}
        return Courier(self.store, self.identity, central, sealing_key, jitter=lambda: 0.5, report=lambda: report)

    def run(self, courier: Courier, steps: int = 60) -> list[Outcome]:
        """Run the courier, letting its time pass, until nothing is left unsent or so many steps are done."""
        outcomes = []
        for _ in range(steps):
            outcomes.append(courier.run_once(self.clock.now))
            if self.store.status().unsent == 0 and not isinstance(courier.state, Waiting):
                break
            self.clock.forward(courier.rest_s(self.clock.now))
        return outcomes

    def ids(self) -> list[str]:
        """The own names of every record ever written here that still has its body."""
        with self.store.reading() as db:
            return sorted(
                orjson.loads(b)["id"] for (b,) in db.execute("select body from records where body is not null")
            )
