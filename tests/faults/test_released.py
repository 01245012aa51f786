"""A terminal of an earlier release, its real program from tests/released, against the centre of today; and both ways.

The centre is updated in an afternoon, the terminals of twenty branches over two years.
"""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.faults.kit import ROOT, House, Lobby, environment, look

RELEASED = sorted((ROOT / "tests" / "released").glob("terminal-*.zip"))
SPEAK = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from kiosk import entries, records
    from kiosk.clock import local_now
    from kiosk.store import FILE, Store

    with Store.open(Path(sys.argv[1]) / FILE, local_now) as store, open(sys.argv[2], "a") as thanks:
        for number in range(int(sys.argv[3])):
            now = local_now()
            entry = entries.submitted(
                subject=str(records.new_id(now)), now=now, form="quick-rating", form_version="2026112401",
                answers={"grade": str(1 + number % 5)}, language="zh-Hans", duration_ms=4000,
            )
            print(store.record(entry).record_id, file=thanks, flush=True)
    """
)


class Old:
    """The program of a release, as a process; nothing of today's is on its path."""

    def __init__(self, program: Path, lobby: Lobby) -> None:
        self.program, self.lobby = program, lobby

    def speak(self, count: int) -> None:
        self.python("-c", SPEAK, self.lobby.data, self.lobby.thanks, count)

    def kiosk(self, *words: object) -> None:
        self.python("-m", "kiosk", words[0], "--data", self.lobby.data, *words[1:])

    def python(self, *words: object) -> None:
        done = subprocess.run(
            [sys.executable, *map(str, words)],
            env=environment() | {"PYTHONPATH": str(self.program)},
            cwd=self.lobby.data.parent,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def old(request, own_house, tmp_path):
    return Old(request.param, Lobby(tmp_path / "terminal", own_house))


def test_a_terminal_of_an_earlier_release_enrols_and_syncs_and_is_updated_and_goes_back(
    old, own_house: House, tmp_path
):
    lobby = old.lobby
    old.kiosk("enrol", own_house.centre.url, own_house.centre.code())
    old.speak(12)
    old.kiosk("sync", "--once")

    own_house.centre.done("rotate-keys")  # it knows nothing of that: the centre answers it under the key it pinned
    old.speak(7)
    old.kiosk("sync", "--once")

    lobby.run("--count", 9, "--drain")  # the program of today on the same folder
    old.speak(5)  # and back again: the update was not liked
    old.kiosk("sync", "--once")

    tally = look(lobby)
    assert tally.sound, tally
    assert tally.held == 33


def test_its_batches_come_by_stick_as_well(old, own_house: House, tmp_path):
    lobby, stick = old.lobby, tmp_path / "stick"
    old.kiosk("enrol", own_house.centre.url, own_house.centre.code())
    old.speak(20)
    old.kiosk("export", stick)
    own_house.centre.done("ingest", stick)
    old.kiosk("settle", stick)

    assert look(lobby).sound
    with lobby.store() as store:
        assert store.status().unsent == 0
