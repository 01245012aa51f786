"""A spoken message to a real centre: cut off in the middle, spoilt, doubled, behind batches, and once."""

import hashlib
import json
import os

import pytest
from terminals import Terminal

from kiosk.voices import Outtray, open_voice, seal_voice
from sync.carrier import Settled, export, settle
from sync.codes import read_enrol_code
from sync.courier import Courier
from sync.enrol import enrol
from sync.http import HttpWire
from sync.link import Central, Delivered, Reply, Request, Unreachable
from sync.voices import PART, VOICES, Held, Mute
from tests.central.central_process import Centre
from tests.central.private_postgresql import usual

VISIT = "019ab3c0-0000-7000-8000-000000000001"
LONG = os.urandom(2 * PART + 9000)  # three parts


class Here:
    """A terminal that is enrolled with a running centre, and what it has to say."""

    def __init__(self, folder, centre):
        self.centre, self.terminal = centre, Terminal(folder)
        code = read_enrol_code(centre.code())
        self.told = enrol(
            self.terminal.data, self.terminal.store, self.terminal.identity, centre.url, code, version="test"
        )
        self.wire = HttpWire(centre.url, self.told.certificate)
        self.tray = Outtray(folder)

    def speak(self, sound=LONG):
        sealed = seal_voice(self.told.sealing_key, VISIT, sound, 20)
        self.tray.put(sealed.sha256, sealed.box)
        return sealed

    def central(self, wire=None):
        return Central(wire or self.wire, signing_key=self.told.signing_key, token=self.told.token)

    def courier(self, wire=None) -> Courier:
        return self.terminal.courier(wire or self.wire, self.told.signing_key, self.told.sealing_key, self.told.token)

    def run(self, courier, steps=30):
        done = []
        for _ in range(steps):
            done.append(courier.run_once(self.terminal.clock.now))
            self.terminal.clock.forward(courier.rest_s(self.terminal.clock.now))
        return done

    def held(self, sha256):
        """(size, sealed, parts) as the centre's database has them."""
        sql = Centre(self.centre.data, usual(self.centre.data)).sql
        rows = sql("select size, sealed from intake_voice where sha256 = ?", sha256)
        of_it = "voice_id in (select id from intake_voice where sha256 = ?)"
        parts = sql(f"select count(*) from intake_voicepart where {of_it}", sha256)[0][0]
        return [(size, bytes(sealed)) for size, sealed in rows], parts


class Cut:
    """The wire, which is cut after so many parts: the reply is lost, or the request never arrives."""

    def __init__(self, wire, parts, *, reply):
        self.wire, self.left, self.reply, self.sent = wire, parts, reply, []

    def exchange(self, request: Request) -> Reply | Unreachable:
        if request.path.startswith(VOICES) and request.body is not None:
            self.sent.append(request.path)
            if self.left == 0:
                if self.reply:
                    self.wire.exchange(request)
                return Unreachable("cut")
            self.left -= 1
        return self.wire.exchange(request)


@pytest.fixture(scope="module")
def enrolled(tmp_path_factory, real_centre):
    here = Here(tmp_path_factory.mktemp("voices") / "terminal", real_centre)
    yield here
    here.wire.close()


@pytest.fixture
def here(enrolled):
    yield enrolled
    for name in enrolled.tray.names():
        enrolled.tray.drop(name)


def test_it_arrives_whole_and_leaves_the_terminal(here):
    sealed = here.speak()
    outcomes = here.run(here.courier())

    assert [one.held for one in outcomes if isinstance(one, Held)] == [PART, 2 * PART, len(sealed.box)]
    assert here.held(sealed.sha256) == ([(len(sealed.box), sealed.box)], 0)
    assert here.tray.names() == []


@pytest.mark.parametrize("reply", [False, True], ids=["request lost", "reply lost"])
def test_killed_in_the_middle_it_goes_on_where_the_centre_stands(here, reply):
    sealed = here.speak()
    before = Cut(here.wire, 1, reply=reply)
    courier = here.courier(before)
    while not isinstance(courier.run_once(here.terminal.clock.now), Mute):
        pass
    after = Cut(here.wire, 99, reply=False)  # another process: it remembers nothing
    here.run(here.courier(after))

    first = 2 * PART if reply else PART
    assert f"offset={first}&" in after.sent[0]
    assert len(after.sent) == (1 if reply else 2)
    assert here.held(sealed.sha256) == ([(len(sealed.box), sealed.box)], 0)


def test_bytes_that_do_not_hash_to_the_name_are_refused_and_forgotten(here):
    sealed, central = here.speak(), here.central()
    spoilt = b"\0" * len(sealed.box)
    for offset in (0, PART, 2 * PART):
        said = central.voice_part(sealed.sha256, spoilt, offset)

    assert isinstance(said, Held)
    assert (said.held, said.whole, bool(said.refused)) == (0, False, True)
    assert here.held(sealed.sha256) == ([], 0)
    here.run(here.courier())
    assert here.held(sealed.sha256)[0] == [(len(sealed.box), sealed.box)]


def test_parts_twice_out_of_place_and_after_the_end_count_once(here):
    sealed, central = here.speak(), here.central()
    said = [central.voice_part(sealed.sha256, sealed.box, at) for at in (PART, 0, 0, 2 * PART, PART, PART, 2 * PART, 0)]

    assert [one.held for one in said] == [0, PART, PART, PART, 2 * PART, 2 * PART, len(sealed.box), len(sealed.box)]
    assert [one.whole for one in said] == [False] * 6 + [True, True]
    assert here.held(sealed.sha256) == ([(len(sealed.box), sealed.box)], 0)


def test_a_voice_that_fails_keeps_no_batch_waiting(here):
    here.speak()
    courier = here.courier(Cut(here.wire, 0, reply=False))
    here.run(courier, 6)
    here.terminal.say()
    outcomes = here.run(courier, 4)

    assert any(isinstance(one, Delivered) for one in outcomes)
    assert here.terminal.store.status().unsent == 0
    assert len(here.tray.names()) == 1


def test_batches_go_between_the_parts(here):
    here.speak()
    courier, outcomes = here.courier(), []
    while not any(isinstance(one, Held) for one in outcomes):
        outcomes.append(courier.run_once(here.terminal.clock.now))
    here.terminal.say()

    assert isinstance(courier.run_once(here.terminal.clock.now), Delivered)


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("0" * 64 + "?offset=0&size=2000000", b"x", 413),
        ("0" * 64 + "?offset=0&size=10", b"x" * 11, 413),
        ("0" * 64 + f"?offset=0&size={PART + 9}", b"x" * (PART + 1), 413),
        ("0" * 64 + "?offset=-1&size=10", b"x", 400),
        ("0" * 63 + "?offset=0&size=10", b"x", 400),
        ("0" * 64, b"x", 400),
    ],
)
def test_what_is_no_part_is_refused_in_one_line(here, path, body, status):
    answer = here.wire.exchange(Request(f"{VOICES}/{path}", body, "application/octet-stream", here.told.token))

    assert isinstance(answer, Reply)
    assert answer.status == status


def test_a_stranger_and_another_terminal_touch_nothing(here, tmp_path, real_centre):
    sealed = here.speak()
    central = here.central()
    central.voice_part(sealed.sha256, sealed.box, 0)
    stranger = Central(here.wire, signing_key=here.told.signing_key, token="nobody")
    other = Here(tmp_path / "other", real_centre)

    assert isinstance(stranger.voice_held(sealed.sha256), Mute)
    assert other.central().voice_held(sealed.sha256) == Held(sealed.sha256, 0, whole=False)
    other.central().voice_part(sealed.sha256, b"\1" * len(sealed.box), 0)
    other.wire.close()
    assert central.voice_held(sealed.sha256) == Held(sealed.sha256, PART, whole=False)


def test_a_word_of_another_centre_settles_nothing(here):
    sealed = here.speak(b"OggS short")
    central = Central(here.wire, signing_key=bytes([7]) * 32, token=here.told.token)

    assert isinstance(central.voice_part(sealed.sha256, sealed.box, 0), Mute)
    assert hashlib.sha256(here.tray.read(sealed.sha256)).hexdigest() == sealed.sha256


def test_only_the_centre_hears_it(here):
    sealed = here.speak()
    here.run(here.courier())
    ((_, held),), _ = here.held(sealed.sha256)
    keys = json.loads((here.centre.data / "keys.json").read_text())
    assert open_voice(bytes.fromhex(keys["sealing"]), VISIT, held) == LONG


def test_on_a_stick_it_travels_beside_the_batch_and_its_receipt_clears_it(here, tmp_path):
    sealed = here.speak()
    here.central().voice_part(sealed.sha256, sealed.box, 0)  # the network was there for a moment
    files = [one.path for one in export(here.terminal.store, here.terminal.identity, tmp_path)]
    assert [path.read_bytes() for path in files if path.suffix == ".xsv"] == [sealed.box]

    here.centre.ingest(tmp_path)
    here.centre.ingest(tmp_path)  # once more

    receipts = sorted(tmp_path.glob("*.receipt.json"))
    done = list(settle(here.terminal.store, here.terminal.identity, here.told, receipts))
    assert all(isinstance(one, Settled) for one in done), done
    assert here.tray.names() == []
    assert here.held(sealed.sha256) == ([(len(sealed.box), sealed.box)], 0)
