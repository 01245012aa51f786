"""Whatever the network and the mains do, every answer arrives exactly once, or is parked where staff see it."""

from itertools import product
from pathlib import Path
from typing import NoReturn

import orjson
import pytest
from fake_centre import FakeCentre
from terminals import Terminal

from sync import batch
from sync.link import BATCHES, Reply, Request, Unreachable


class PowerCutError(BaseException):
    """Nothing after this line ran."""


def healthy(centre: FakeCentre, packed: bytes) -> Reply:
    return centre.take(packed)


def lost_request(centre: FakeCentre, packed: bytes) -> Unreachable:
    return Unreachable("no route")


def lost_reply(centre: FakeCentre, packed: bytes) -> Unreachable:
    centre.take(packed)  # it kept them; the terminal will never know
    return Unreachable("timed out")


def power_cut(centre: FakeCentre, packed: bytes) -> NoReturn:
    raise PowerCutError


def power_cut_after_delivery(centre: FakeCentre, packed: bytes) -> NoReturn:
    centre.take(packed)
    raise PowerCutError


def captive_portal(centre: FakeCentre, packed: bytes) -> Reply:
    return Reply(200, b"<html>sign in</html>")


def signed_refusal(centre: FakeCentre, packed: bytes) -> Reply:
    """A refusal, if the centre has not taken these very bytes before: then it says what it said."""
    unpacked = batch.unpack(packed)
    if unpacked.digest in centre.receipts:
        return centre.take(packed)
    return Reply(400, centre.refuse(unpacked, "400.1", "no"))


FAULTS = [
    healthy,
    lost_request,
    lost_reply,
    power_cut,
    power_cut_after_delivery,
    captive_portal,
    signed_refusal,
]


class Scripted:
    """Batches meet the script, one fault after the other, then good weather; somebody speaks before each."""

    def __init__(self, terminal: Terminal, centre: FakeCentre, script: tuple) -> None:
        self.terminal, self.centre, self.script = terminal, centre, list(script)
        self.said: list[str] = []

    def exchange(self, request: Request) -> Reply | Unreachable:
        if request.path != BATCHES:
            return self.centre.exchange(request)
        if not self.script:
            return self.centre.exchange(request)
        self.said.append(self.terminal.say("又一条").record_id)
        return self.script.pop(0)(self.centre, request.body or b"")


@pytest.mark.parametrize("first", FAULTS)
def test_every_answer_arrives_once(tmp_path: Path, first: object):
    """All 343 scripts of three faults."""
    for number, rest in enumerate(product(FAULTS, repeat=2)):
        script = (first, *rest)
        terminal = Terminal(tmp_path / str(number))
        centre = FakeCentre(terminal.public_key)
        wire = Scripted(terminal, centre, script)
        wire.said += [*terminal.ids(), *(terminal.say(f"第{n}条").record_id for n in range(3))]

        drive(terminal, centre, wire)

        arrived, parked = centre.ids(), parked_ids(terminal)
        assert sorted(arrived + parked) == sorted(wire.said), script
        assert len(parked) <= script.count(signed_refusal)
        terminal.store.close()


def drive(terminal: Terminal, centre: FakeCentre, wire: Scripted) -> None:
    for _ in range(8):
        try:
            terminal.run(terminal.courier(wire, centre.signing_key, centre.sealing_key), steps=100)
        except PowerCutError:
            terminal.restart()
        else:
            break
    assert terminal.store.status().unsent == 0


def parked_ids(terminal: Terminal) -> list[str]:
    with terminal.store.reading() as db:
        rows = db.execute("select body from records where state = 'parked'").fetchall()
    return [orjson.loads(body)["id"] for (body,) in rows]
