"""Puts a terminal's half together: from a data folder to a courier that can run."""

import random
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from kiosk import selftest
from kiosk.clock import plausible
from kiosk.errors import EnvironmentFault, KioskError
from kiosk.room import room_in
from kiosk.store import Store
from kiosk.voices import Outtray
from sync.courier import LOOK_S, Courier, Hindered, Idle, Outcome
from sync.enrol import adopt
from sync.errand import InThread
from sync.identity import ENROLMENT, Enrolment, load_enrolment, load_identity, save_enrolment
from sync.link import Central, Reply, Request, Unreachable, Updated
from sync.receipt import key_id
from sync.rotation import take_over, trusted


def open_courier(
    data: Path,
    store: Store,
    report: Callable[[], Mapping[str, Any]] = dict,
    jitter: Callable[[], float] = random.random,
) -> Courier | None:
    """The courier of a data folder; None before it enrolled. Imports requests: call it in the worker.

    store is the worker's own. report gives further heartbeat fields (frame_age_ms, checks).
    Hold runlock.take(data, "courier"). Raises ConfigError when identity or enrolment do not read.
    """
    if (enrolment := load_enrolment(data)) is None:
        return None
    adopt(store, enrolment)
    central = Central(PinnedWire(data, enrolment), signing_key=trusted(store, enrolment), token=enrolment.token)
    return Courier(
        store,
        load_identity(data),
        central,
        enrolment.sealing_key,
        jitter=jitter,
        report=lambda: _whole(machine_report(data), report(), _grades(store)) | {"key": key_id(enrolment.signing_key)},
        send=InThread,
    )


TEST_AGAIN: Final = timedelta(hours=1)


class Worker:
    """A courier for a long-running terminal: begins when the terminal enrols, begins anew when it enrols again.

    Made, used and dropped in one thread, with a store of its own; no thread and no clock inside. Hold runlock
    "courier" around it. report is as for open_courier().
    """

    def __init__(self, data: Path, store: Store, report: Callable[[], Mapping[str, Any]] = dict) -> None:
        self._data = data
        self._store = store
        self._report = report
        self._stamp: tuple[int, int] | None = None
        self._untested: datetime | None = None
        self.courier: Courier | None = None

    def run_once(self, now: datetime) -> Outcome:
        """Do the next thing, if there is a centre and something is due. Raises ConfigError for damaged files."""
        try:
            self._store.look()  # somebody may wait to mend the file
        except EnvironmentFault as fault:
            return Hindered(str(fault))
        if (stamp := _stamp(self._data / ENROLMENT)) != self._stamp:
            self._begin()
            self._stamp = stamp
        if self.courier is not None and self._test_is_due(now):
            self._test(now)
        outcome = self.courier.run_once(now) if self.courier else Idle()
        if isinstance(outcome, Updated) and (enrolment := load_enrolment(self._data)) is not None:
            take_over(self._data, self._store, enrolment)  # the file's stamp moves, and the next step begins anew
        return outcome

    def _test_is_due(self, now: datetime) -> bool:
        """Once a day, and not again within the hour after the disk refused it."""
        refused = self._untested is not None and abs(now - self._untested) < TEST_AGAIN
        return plausible(now) and not refused and selftest.due(self._store, now.date())

    def _test(self, now: datetime) -> None:
        """Prove that all five grades are accepted: five records that no figure counts, sent as visitors' are."""
        from kiosk.forms.registry import Registry
        from kiosk.forms.replay import replay

        def fill(grade: str) -> tuple[str, str, Mapping[str, Any]]:
            form = Registry(store=self._store).latest(selftest.FORM)
            visit = replay(form, {"grade": grade}, today=now.date(), now=now, lists=self._store.lists(), seed="check")
            return form.id, form.version, visit.answers()

        try:
            selftest.run(self._store, fill, now)
        except EnvironmentFault:  # a full disk: in an hour there may be room
            self._untested = now

    def _begin(self) -> None:
        """A courier of today's enrolment. Waits and chores of the one before are forgotten."""
        if (enrolment := load_enrolment(self._data)) is not None:
            take_over(self._data, self._store, enrolment)
        self.courier = open_courier(self._data, self._store, self._report)

    def rest_s(self, now: datetime) -> float:
        """Seconds until run_once() may have something to do; ask earlier when a record was written."""
        return min(self.courier.rest_s(now), LOOK_S) if self.courier else LOOK_S


def machine_report(data: Path) -> dict[str, Any]:
    """What a heartbeat says of the machine, whoever runs the courier. voices: those not sent, and those set aside."""
    spoken = Outtray(data)
    return {
        "checks": {"room": room_in(data).state, "voices": {"aside": spoken.aside(), "unsent": len(spoken.names())}},
        "disk_free": shutil.disk_usage(data).free,
        "frame_age_ms": None,
        "version": version(),
    }


def version() -> str:
    """This program's version, as the centre hears it."""
    try:
        return metadata.version("xinsheng-kiosk")
    except metadata.PackageNotFoundError:  # run from its folder
        return "0.1.0"


def _whole(machine: Mapping[str, Any], more: Mapping[str, Any], grades: Mapping[str, Any]) -> dict[str, Any]:
    """Every part of a heartbeat; their checks stand side by side."""
    return {**machine, **more, "checks": {**machine.get("checks", {}), **grades, **more.get("checks", {})}}


def _grades(store: Store) -> dict[str, Any]:
    """The last self-test for the heartbeat: its day, its state, and which grades the centre holds."""
    if (found := selftest.verdict(store)) is None:
        return {}
    said = {"accepted": "".join(sorted(found.accepted)), "day": found.day, "state": found.state}
    return {"grades": said | ({"refused": dict(found.refused)} if found.refused else {})}


class PinnedWire:
    """The HTTPS wire of an enrolment. When the centre's certificate was renewed, its signing key vouches for that.

    Nothing secret leaves before it has: who answers is asked first, without token and without feedback.
    """

    def __init__(self, data: Path, enrolment: Enrolment) -> None:
        from sync.http import HttpWire

        self._data = data
        self._enrolment = enrolment
        self._make = HttpWire
        self._wire = HttpWire(enrolment.url, enrolment.certificate)

    def exchange(self, request: Request) -> Reply | Unreachable:
        """Send a request; once more if only the certificate stood in the way and it is the centre's new one."""
        from sync.http import BAD_CERTIFICATE

        answer = self._wire.exchange(request)
        if answer == Unreachable(BAD_CERTIFICATE):
            with suppress(KioskError):
                self._renew()
                return self._wire.exchange(request)
        return answer

    def close(self) -> None:
        """Let go of the connection."""
        self._wire.close()

    def _renew(self) -> None:
        from sync.http import introduce

        known = self._enrolment
        said, certificate = introduce(known.url, fits=lambda key: key == known.signing_key, pinned=known.signing_key)
        if certificate == known.certificate or _moment(said["time"]) < _moment(known.vouched):
            return  # an older word than the one we have proves nothing
        self._enrolment = replace(known, certificate=certificate, vouched=said["time"])
        save_enrolment(self._data, self._enrolment)
        self._wire.close()
        self._wire = self._make(known.url, certificate)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _stamp(path: Path) -> tuple[int, int] | None:
    """Which file stands there: a new one has another number or time."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns
