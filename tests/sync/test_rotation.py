"""Keys that change on both sides, with a real centre: nobody is locked out, and nobody believes a stranger."""

import shutil
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from nacl.signing import SigningKey
from real_centre import RealCentre, run, serving
from terminals import Terminal

from kiosk.errors import EnvironmentFault
from sync import carrier, receipt
from sync.codes import read_enrol_code
from sync.enrol import enrol
from sync.identity import load_enrolment, load_identity, save_enrolment
from sync.link import Unreachable
from sync.rotation import OLD_KEYS, renew, take_over, trusted
from sync.terminal import PinnedWire, Worker
from sync.updates import HANDOVER


@pytest.fixture(scope="module")
def centre(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("rotating")) as running:
        yield running


def enrolled(folder: Path, centre: RealCentre) -> Terminal:
    terminal = Terminal(folder)
    code = run(centre.data, "enrol-code", "north").split()[-1]  # a quick one has the pin of the first: of the old key
    enrol(folder, terminal.store, terminal.identity, centre.url, read_enrol_code(code), version="0.1.0")
    return terminal


def work(terminal: Terminal, steps: int = 12) -> Worker:
    """A worker of today, until it has said and heard what there is."""
    worker = Worker(terminal.data, terminal.store)
    for _ in range(steps):
        worker.run_once(terminal.clock.now)
        if worker.courier:
            worker.courier.forget_wait()
    return worker


def test_the_centres_new_keys_are_taken_over_and_nothing_is_lost(tmp_path, centre):
    terminal, late = enrolled(tmp_path / "one", centre), enrolled(tmp_path / "late", centre)
    first = load_enrolment(terminal.data)
    terminal.say("之前")
    work(terminal)
    for number in range(3):
        terminal.say(f"在棍上 {number}")
    stick = tmp_path / "stick"
    list(carrier.export(terminal.store, terminal.identity, stick))
    centre.ingest(stick)  # the answers on the stick are signed by the key of before

    said = run(centre.data, "rotate-keys")
    terminal.say("换钥匙的时候")
    terminal.clock.forward(60)
    work(terminal)
    second = load_enrolment(terminal.data)
    terminal.clock.forward(120)
    terminal.say("之后")
    work(terminal)

    assert "2 terminals" in said
    assert second is not None
    assert first is not None
    assert second.signing_key != first.signing_key
    assert second.sealing_key != first.sealing_key
    assert second.box_key != first.box_key
    assert trusted(terminal.store, second) == (second.signing_key, first.signing_key)
    assert terminal.store.status().unsent == 0
    settled = list(carrier.settle(terminal.store, terminal.identity, second, carrier_answers(stick)))
    assert all(isinstance(done, carrier.Settled) for done in settled)
    status = run(centre.data, "rotate-keys", "--status")
    assert "1 terminals" in status  # the late one
    late.say("两个版本以前的终端")  # it knows no such update: it goes on under the key it pinned
    late.store.set_meta("cursor", str(10**6))
    work(late)
    assert late.store.status().unsent == 0
    assert load_enrolment(late.data).signing_key == first.signing_key
    audit = centre.audit()
    assert (audit["gaps"], audit["forks"], audit["altered"]) == (0, 0, 0)


def carrier_answers(stick: Path) -> list[Path]:
    return sorted(stick.glob("*" + carrier.RECEIPT_SUFFIX))


def test_boxes_sealed_to_the_old_key_open_after_a_rotation(tmp_path):
    """The centre is restored from before: what comes back is sealed to keys of three times."""
    data = tmp_path / "central"
    with serving(data) as centre:
        terminal = enrolled(tmp_path / "terminal", centre)
        run(data, "rotate-keys")
        terminal.say("封给旧钥匙")
        work(terminal, 6)
        terminal.clock.forward(120)
        run(data, "rotate-keys")
        terminal.say("封给新钥匙")
        work(terminal)
        terminal.clock.forward(120)
        held = terminal.store.status().seq
        terminal.store.reopen(terminal.store.status().epoch, 0)
        work(terminal)

        assert terminal.store.status().unsent == 0
        assert centre.audit()["records"] == held


def test_a_stranger_hands_over_nothing(tmp_path, centre):
    terminal = enrolled(tmp_path / "terminal", centre)
    before = load_enrolment(terminal.data)
    stranger = SigningKey.generate()
    word = {
        "format": receipt.KEYS,
        "centre": before.centre,
        "signing_key": bytes(stranger.verify_key).hex(),
        "sealing_key": "11" * 32,
        "box_key": "22" * 32,
        "time": "2026-11-24T17:30:00+08:00",
    }
    forged = orjson.loads(receipt.sign(word, stranger))
    for bad in (forged, forged | {"key": receipt.key_id(before.signing_key)}, {"x": 1}, [], None):
        terminal.store.set_meta(HANDOVER, orjson.dumps([bad]).decode())
        assert take_over(terminal.data, terminal.store, before) is None
    assert load_enrolment(terminal.data) == before
    assert terminal.store.meta(OLD_KEYS) is None


def test_a_terminal_changes_its_own_keys(tmp_path, centre):
    terminal = enrolled(tmp_path / "terminal", centre)
    enrolment = load_enrolment(terminal.data)
    terminal.say("旧钥匙签的")
    frozen = terminal.store.freeze()
    before = load_identity(terminal.data)
    wire = PinnedWire(terminal.data, enrolment)

    with pytest.raises(EnvironmentFault):  # the answer was lost; the centre knows the new ones already
        renew(terminal.data, terminal.store, enrolment, lambda request: _lost(wire, request))
    assert bytes(load_identity(terminal.data).signing) == bytes(before.signing)
    renew(terminal.data, terminal.store, enrolment, wire.exchange)
    wire.close()
    terminal.identity = load_identity(terminal.data)
    terminal.say("新钥匙签的")
    work(terminal)

    assert bytes(terminal.identity.signing) != bytes(before.signing)
    assert bytes(terminal.identity.box) != bytes(before.box)
    assert frozen is not None
    assert terminal.store.status().unsent == 0
    assert centre.audit()["altered"] == 0


def _lost(wire: PinnedWire, request: object) -> Unreachable:
    wire.exchange(request)  # type: ignore[arg-type]
    return Unreachable("timed out")


def test_nobody_else_changes_a_terminals_keys(tmp_path, centre):
    terminal = enrolled(tmp_path / "terminal", centre)
    enrolment = load_enrolment(terminal.data)
    thief = tmp_path / "thief"
    shutil.copytree(terminal.data, thief)
    (thief / "identity.json").unlink()  # has the token, has not the key
    wire = PinnedWire(thief, enrolment)

    with pytest.raises(EnvironmentFault):
        renew(thief, terminal.store, enrolment, wire.exchange)
    wire.close()

    terminal.say("还是我")
    work(terminal)
    assert terminal.store.status().unsent == 0


def test_an_enrolment_of_before_is_the_enrolment_of_today(tmp_path, centre):
    """What is new is kept in the store: an older release reads the same enrolment.json as ever."""
    terminal = enrolled(tmp_path / "terminal", centre)
    enrolment = load_enrolment(terminal.data)
    save_enrolment(terminal.data, replace(enrolment, vouched="2026-11-24T17:30:00+08:00"))

    names = set(orjson.loads((terminal.data / "enrolment.json").read_bytes()))

    assert names == {
        *("url", "centre", "terminal", "token", "signing_key", "sealing_key", "box_key"),
        *("venue", "venue_name", "salt", "public_url", "certificate", "vouched"),
    }
