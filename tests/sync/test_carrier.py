"""Batches on a stick: whole files only, settled from the centre's answers, counted once however they went."""

import os
import random
from dataclasses import replace
from pathlib import Path

import pytest
from fake_centre import FakeCentre, forged
from terminals import ENROLLED, Terminal

from kiosk.errors import StoreFull
from sync import batch, carrier
from sync.carrier import SetAside, Settled
from sync.identity import Enrolment


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "terminal")


@pytest.fixture
def centre(terminal: Terminal) -> FakeCentre:
    return FakeCentre(terminal.public_key)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def enrolled(centre: FakeCentre) -> Enrolment:
    return replace(ENROLLED, signing_key=centre.signing_key, sealing_key=centre.sealing_key)


def exported(terminal: Terminal, stick: Path) -> list[Path]:
    return [done.path for done in carrier.export(terminal.store, terminal.identity, stick)]


def answered(centre: FakeCentre, path: Path) -> Path:
    """What `central ingest` does: the answer stands beside the batch."""
    answer = path.with_name(path.name.removesuffix(".xsb") + ".receipt.json")
    answer.write_bytes(centre.take(path.read_bytes()).body + b"\n")
    return answer


def settled(terminal: Terminal, centre: FakeCentre, *files: Path) -> list[Settled | SetAside]:
    return list(carrier.settle(terminal.store, terminal.identity, enrolled(centre), files))


def test_a_batch_goes_and_its_receipt_comes_back(terminal: Terminal, centre: FakeCentre, stick: Path):
    for n in range(3):
        terminal.say(f"第{n}条")
    said = terminal.ids()

    [path] = exported(terminal, stick)
    frame = batch.read_frame(path.read_bytes())
    batch.verify_signature(frame, terminal.public_key)
    assert path.name == f"{frame.header['source'][9:]}-{frame.header['batch']}.xsb"
    assert terminal.store.status().unsent == 4  # a stick is no receipt

    outcome = settled(terminal, centre, answered(centre, path))

    assert outcome == [Settled(outcome[0].path, 4)]
    assert terminal.store.status().unsent == 0
    assert centre.ids() == said


def test_the_same_receipt_twice_is_fine(terminal: Terminal, centre: FakeCentre, stick: Path):
    terminal.say()
    [path] = exported(terminal, stick)
    answer = answered(centre, path)

    counts = [one.count for one in settled(terminal, centre, answer, answer, answer) if isinstance(one, Settled)]

    assert counts == [2, 0, 0]


def test_more_than_a_batch_holds_makes_more_files(terminal: Terminal, centre: FakeCentre, stick: Path):
    for _ in range(505):
        terminal.say("短")
    paths = exported(terminal, stick)

    assert [batch.read_frame(path.read_bytes()).header["count"] for path in paths] == [500, 6]


def test_exporting_again_writes_the_same_bytes_and_what_is_new(terminal: Terminal, stick: Path, tmp_path: Path):
    terminal.say("一")
    [first] = exported(terminal, stick)
    terminal.say("二")
    again = exported(terminal, tmp_path / "another")

    assert [path.name for path in again][:1] == [first.name]
    assert again[0].read_bytes() == first.read_bytes()
    assert len(again) == 2


def test_network_and_stick_are_counted_once_in_any_order(tmp_path: Path):
    """Thirty orders of export, network, ingest and settle."""
    for seed in range(30):
        terminal = Terminal(tmp_path / str(seed))
        centre = FakeCentre(terminal.public_key)
        said = terminal.ids()
        courier = terminal.courier(centre, centre.signing_key, centre.sealing_key)
        stick, chance = tmp_path / f"stick{seed}", random.Random(seed)
        for _ in range(25):
            match chance.randrange(5):
                case 0:
                    said.append(terminal.say().record_id)
                case 1:
                    exported(terminal, stick)
                case 2:
                    courier.run_once(terminal.clock.now)
                case 3:
                    for path in chance.sample(files := sorted(stick.glob("*.xsb")), len(files)):
                        answered(centre, path)
                case 4:
                    settled(terminal, centre, *sorted(stick.glob("*.receipt.json"), reverse=bool(seed % 2)))
        terminal.run(courier)
        assert centre.ids() == sorted(said), seed
        assert (terminal.store.status().unsent, terminal.store.status().parked) == (0, 0), seed
        terminal.store.close()


def test_what_is_not_our_receipt_is_set_aside_in_one_line_each(
    terminal: Terminal, centre: FakeCentre, stick: Path, tmp_path: Path
):
    terminal.say()
    [path] = exported(terminal, stick)
    other = Terminal(tmp_path / "other")
    other_centre = FakeCentre(other.public_key, signing=centre.signing)
    [foreign] = exported(other, tmp_path / "other stick")
    false = tmp_path / "false.receipt.json"
    false.write_bytes(forged(centre).take(path.read_bytes()).body)
    noise = tmp_path / "noise.receipt.json"
    noise.write_bytes(os.urandom(500))
    good = answered(centre, path)
    cut = tmp_path / "cut.receipt.json"
    cut.write_bytes(good.read_bytes()[:-9])

    outcomes = settled(
        terminal, centre, answered(other_centre, foreign), false, noise, cut, path, tmp_path, tmp_path / "none", good
    )

    assert [type(outcome) for outcome in outcomes] == [SetAside] * 7 + [Settled]
    assert all("\n" not in outcome.why for outcome in outcomes if isinstance(outcome, SetAside))
    assert terminal.store.status().unsent == 0


def test_a_refusal_on_a_stick_splits_the_batch_until_one_is_parked(terminal: Terminal, centre: FakeCentre, stick: Path):
    for n in range(4):
        terminal.say("毒" if n == 2 else "好")
    centre.refuses = "毒".encode()
    for _ in range(5):
        answers = [answered(centre, path) for path in exported(terminal, stick)]
        settled(terminal, centre, *answers)

    assert (terminal.store.status().unsent, terminal.store.status().parked) == (0, 1)
    assert len(centre.ids()) == 4


def test_a_file_that_was_spoiled_on_its_way_is_no_verdict(terminal: Terminal, centre: FakeCentre, stick: Path):
    terminal.say()
    [path] = exported(terminal, stick)
    good = path.read_bytes()
    spoiled = batch.unpack(good).data.replace(b'"grade":"5"', b'"grade":"4"')
    path.write_bytes(batch.pack(spoiled))

    [outcome] = settled(terminal, centre, answered(centre, path))

    assert isinstance(outcome, SetAside)
    assert "export it again" in outcome.why
    assert len(terminal.store.frozen()) == 1
    assert exported(terminal, stick) == [path]
    assert path.read_bytes() == good


def test_a_stick_that_refuses_is_told_and_nothing_half_is_left(terminal: Terminal, tmp_path: Path):
    terminal.say()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreFull):
        exported(terminal, tmp_path / "file")
    full = Path("/dev/full")
    with pytest.raises(StoreFull):
        exported(terminal, full)
    assert terminal.store.status().unsent == 2


def test_a_stick_that_lies_is_noticed(terminal: Terminal, stick: Path, monkeypatch: pytest.MonkeyPatch):
    terminal.say()
    monkeypatch.setattr(carrier, "_read_back", lambda path: path.read_bytes()[:-40] + bytes(40))
    with pytest.raises(StoreFull):
        exported(terminal, stick)
    assert list(stick.iterdir()) == []
