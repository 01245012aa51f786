"""What goes wrong in the field, each story as a function: a folder, randomness and a size in, a Tally out.

The tests run them small, `./run test --all` large, `./run bench faults` prints what they count.
"""

import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kiosk import records
from kiosk.backup import backup, restore
from kiosk.clock import local_now
from kiosk.entries import Entry
from kiosk.store import FILE
from tests.faults.fault_proxy import KINDS, bad_network
from tests.faults.kit import ROOT, House, Lobby, Stable, Tally, environment, kill, look, mounted, wait_for


def terminal_killed(house: House, stable: Stable, folder: Path, rng: random.Random, kills: int) -> Tally:
    """SIGKILL into a terminal whose visitors hurry and whose courier sends, at random moments."""
    lobby = Lobby(folder / "killed", house).enrol()
    for _ in range(kills):
        before = len(lobby.thanked())
        pid = stable.start(lobby, "--pace", rng.choice([0, 0, 0.003]))
        if rng.random() < 0.7:  # else it is killed while it begins
            wait_for(lambda before=before: len(lobby.thanked()) > before, "somebody is thanked")
        time.sleep(rng.uniform(0, 0.12))
        kill(pid)
        lobby.faults += 1
    lobby.drain()
    return look(lobby)


def centre_killed(house: House, stable: Stable, folder: Path, rng: random.Random, kills: int) -> Tally:
    """SIGKILL into the centre while a terminal sends without a pause."""
    lobby = Lobby(folder / "survivor", house).enrol()
    pid = stable.start(lobby, "--pace", 0.004)
    for _ in range(kills):
        held = _held(house)
        wait_for(lambda held=held: _held(house) > held, "something new is held")
        time.sleep(rng.uniform(0, 0.08))
        house.kill()
        lobby.faults += 1
        house.start()
    kill(pid)
    lobby.drain()
    return look(lobby)


def both_killed(house: House, stable: Stable, folder: Path, rng: random.Random, kills: int) -> Tally:
    """A power cut in the whole building: both ends at once."""
    lobby = Lobby(folder / "building", house).enrol()
    for _ in range(kills):
        held = _held(house)
        pid = stable.start(lobby, "--pace", 0.002)
        wait_for(lambda held=held: _held(house) > held, "something new is held")
        time.sleep(rng.uniform(0, 0.05))
        kill(pid)
        house.kill()
        lobby.faults += 2
        house.start()
    lobby.drain()
    return look(lobby)


def bad_weather(house: House, stable: Stable, folder: Path, rng: random.Random, faults: int) -> tuple[Tally, Counter]:
    """Everything that a network does, between two real processes."""
    lobby = Lobby(folder / "weather", house).enrol()
    with bad_network(int(house.port), rng, faults, KINDS) as proxy:
        lobby.through(f"http://127.0.0.1:{proxy.port}")
        pid = stable.start(lobby, "--pace", 0.01)
        wait_for(lambda: proxy.done.total() >= faults, "the weather turns", 90)
        kill(pid)
        lobby.drain()
        lobby.faults = proxy.done.total()
    return look(lobby), proxy.done


def full_disk(house: House, folder: Path, disk: Path) -> Tally:
    """The terminal's disk is full while visitors rate; then somebody makes room."""
    lobby = Lobby(disk / "data", house)
    lobby.thanks = folder / "full.thanks"
    ballast = disk / "ballast"
    lobby.enrol()
    ballast.write_bytes(bytes(_free(disk) - 300_000))
    said = lobby.run("--offline", "--count", 400, "--words", 400, "--sorry", 0)
    lobby.faults = said.count("no room left")
    ballast.unlink()
    lobby.drain()
    return look(lobby)


def read_only_disk(house: House, folder: Path, disk: Path) -> Tally:
    """The terminal's disk turns read-only under it, and comes back."""
    lobby = Lobby(disk / "data", house)
    lobby.thanks = folder / "readonly.thanks"
    lobby.enrol()
    lobby.run("--offline", "--count", 20)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    process = subprocess.Popen(
        lobby.command("--offline", "--count", 5), stderr=subprocess.PIPE, text=True, env=environment(), cwd=ROOT
    )
    assert process.stderr is not None
    lobby.faults = "cannot be" in process.stderr.readline() or 0
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    process.communicate(timeout=30)
    lobby.drain()
    return look(lobby)


def failing_calls(house: House, folder: Path, inject: str, count: int = 60) -> tuple[Tally, str]:
    """The kernel refuses some of the terminal's calls (strace's injection); what it said stands beside the tally."""
    lobby = Lobby(folder / inject.translate(str.maketrans(":=+.,", "-----")), house).enrol()
    log = folder / "strace.log"
    said = lobby.run(
        "--count", count, "--sorry", 0, before=("strace", "-f", "-qq", "-o", str(log), "-e", f"inject={inject}")
    )
    lobby.faults = said.count("\n")
    lobby.drain()
    return look(lobby), said


def centre_failing_calls(house: House, stable: Stable, folder: Path, inject: str) -> Tally:
    """The kernel refuses the web worker's calls for a while; it answers 503, and the terminal comes again."""
    log = folder / "strace-centre.log"
    lobby = Lobby(folder / "centre-refused", house).enrol()
    pid = stable.start(lobby, "--pace", 0.004)
    watch = ["strace", "-f", "-qq", "-o", str(log), "-e", f"inject={inject}", "-p", str(house.worker)]
    strace = subprocess.Popen(watch, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: _injected(log) > 4 or strace.poll() is not None, "calls are refused", 90)
    finally:
        strace.terminate()  # it lets go, and the disk is well again
        strace.wait(20)
    kill(pid)
    lobby.faults = _injected(log)
    lobby.drain()
    return look(lobby)


def clock_jumps(house: House, folder: Path, jumps: tuple[str, ...]) -> Tally:
    """The terminal's clock stands in another year at every start, or jumps while it runs."""
    lobby = Lobby(folder / "clock", house).enrol()
    for jump in jumps:
        lobby.run(
            "--count", 15, "--drain", before=("faketime", "-f", jump), FAKETIME_DONT_FAKE_MONOTONIC="1", timeout=90
        )
        lobby.faults += 1
    lobby.drain()
    return look(lobby)


def damaged_pages(house: House, folder: Path, rng: random.Random, rounds: int) -> Tally:
    """Pages of the store's file become rubbish while the terminal is off. What was on them and not sent is gone.

    So everything is sent first; then nothing is lost, and the rescued terminal goes on.
    """
    lobby = Lobby(folder / "pages", house).enrol()
    for _ in range(rounds):
        lobby.run("--count", 30, "--drain")
        path = lobby.data / FILE
        content = bytearray(path.read_bytes())
        page = rng.randrange(1, len(content) // 4096)
        content[page * 4096 : (page + 1) * 4096] = rng.randbytes(4096)
        path.write_bytes(content)
        lobby.faults += 1
    lobby.run("--count", 10, "--drain")
    lobby.drain()  # damage that is met while sending ends that run; what it leaves waiting goes with the next
    return look(lobby)


def damaged_while_running(house: House, stable: Stable, folder: Path, rng: random.Random, rounds: int) -> Tally:
    """The same under a running terminal: it mends the file, says so, and goes on thanking."""
    lobby = Lobby(folder / "running", house).enrol()
    for _ in range(rounds):
        lobby.run("--count", 60, "--drain")
        pid = stable.start(lobby, "--pace", 0.02)
        before = len(lobby.thanked())
        wait_for(lambda before=before: len(lobby.thanked()) > before + 3, "visitors come")
        with (lobby.data / FILE).open("r+b") as file:
            size = file.seek(0, 2)
            for page in range(1, size // 4096):
                if rng.random() < 0.5:
                    file.seek(page * 4096)
                    file.write(rng.randbytes(4096))
        wait_for(lambda: any(lobby.data.glob(f"{FILE}.damaged-*")), "the file is set aside", 60)
        after = len(lobby.thanked())
        wait_for(lambda after=after: len(lobby.thanked()) > after + 3, "visitors are thanked again", 60)
        kill(pid)
        lobby.faults += 1
        for one in lobby.data.glob(f"{FILE}.damaged-*"):
            one.unlink()
    lobby.drain()
    return look(lobby)


def restored_terminal(house: House, folder: Path) -> Tally:
    """A terminal goes back to yesterday's backup; what came between is at the centre already."""
    lobby = Lobby(folder / "restored", house).enrol()
    copy = folder / "restored.backup"
    lobby.run("--count", 40, "--drain")
    with lobby.store() as store:
        backup(store, copy)
    lobby.run("--count", 40, "--drain")
    lobby.run("--count", 10, "--offline")  # not sent, and not in the backup: carried over from the file of today
    restore(copy, lobby.data / FILE, local_now)
    lobby.run("--count", 20, "--drain")
    lobby.faults = 1
    return look(lobby)


def cloned_terminal(house: House, folder: Path) -> Tally:
    """A disk is copied, and both terminals go on: forks are seen, kept, and end with new epochs."""
    one = Lobby(folder / "original", house).enrol()
    one.run("--count", 30, "--drain")
    other = Lobby(folder / "clone", house)
    shutil.copytree(one.data, other.data)
    for _ in range(2):
        one.run("--count", 20, "--drain")
        other.run("--count", 20, "--drain")
    one.faults = 1
    return look(one, other, forks=True)


def centre_restored(house: House, folder: Path) -> Tally:
    """The centre comes back from yesterday's backup: terminals send again what it has forgotten."""
    lobby = Lobby(folder / "memory", house).enrol()
    copy, secret = folder / "yesterday.backup", {"CENTRAL_PASSPHRASE": "a passphrase of yesterday"}
    lobby.run("--count", 40, "--drain")
    house.centre.done("backup", copy, **secret)
    lobby.run("--count", 60, "--drain")
    house.stop()
    data = house.centre.data
    data.rename(data.with_name("lost"))
    house.centre.done("restore", copy, **secret)
    house.start()
    lobby.faults = 1
    lobby.run("--count", 5, "--drain")
    wait_for(lambda: _until_all_there(lobby), "the centre has everything again", 60)
    return look(lobby)


def pulled_stick(house: House, folder: Path, rng: random.Random, pulls: int) -> Tally:
    """The stick is pulled out in the middle of an export; the next one goes on."""
    lobby = Lobby(folder / "offline", house).enrol()
    lobby.run("--offline", "--count", 1500, "--words", 10)
    stick = folder / "stick"
    stick.mkdir()
    for _ in range(pulls):
        if subprocess.run(["mount", "-t", "tmpfs", "none", str(stick)], capture_output=True, check=False).returncode:
            return look(lobby)
        process = subprocess.Popen(
            kiosk("export", "--data", lobby.data, stick),
            env=environment(),
            cwd=ROOT,
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        with suppress(AssertionError):
            wait_for(lambda: any(stick.iterdir()), "the export begins", 60)
        time.sleep(rng.uniform(0, 0.02))
        subprocess.run(["umount", "-l", str(stick)], check=True)
        process.wait(30)
        lobby.faults += 1
    good = folder / "good-stick"
    subprocess.run(
        kiosk("export", "--data", lobby.data, good), env=environment(), cwd=ROOT, check=True, capture_output=True
    )
    house.centre.done("ingest", good)
    house.centre.done("ingest", good)
    subprocess.run(
        kiosk("settle", "--data", lobby.data, good), env=environment(), cwd=ROOT, check=True, capture_output=True
    )
    with lobby.store() as store:
        assert store.status().unsent == 0
    return look(lobby)


def _injected(log: Path) -> int:
    return log.read_text(errors="replace").count("(INJECTED)") if log.exists() else 0


def _until_all_there(lobby: Lobby) -> bool:
    """Runs the terminal until the centre has caught up: it hears with each heartbeat how far the centre is."""
    lobby.run("--count", 0, "--drain")
    tally = look(lobby)
    return not tally.lost


def _held(house: House) -> int:
    return house.centre.sql("select count(*) from intake_record")[0][0]


def _free(place: Path) -> int:
    return shutil.disk_usage(place).free


def kiosk(*words: object) -> list[str]:
    """A command of the terminal, as one types it."""
    return [sys.executable, "-m", "kiosk", *map(str, words)]


def power_cut(house: House, stable: Stable, folder: Path, rng: random.Random, cuts: int) -> Tally | None:
    """The plug at the wall: only what had reached the block device counts. None where loop devices are not allowed.

    The disk is an ext4 image on a loop device. At a random instant the image is copied as it is; the terminal goes
    on from the copy, whose journal the kernel replays. Thanks given before the copy began must all be there.
    """
    image, place = folder / "disk.img", folder / "ext4"
    if not make_disk(image):
        return None
    lobby = Lobby(place / "data", house)
    lobby.thanks = folder / "cut.thanks"
    for cut in range(cuts + 1):
        with mounted(place, "-o", "loop", str(image)) as disk:
            if disk is None:
                return None
            if cut == 0:
                lobby.enrol()
            if cut == cuts:
                lobby.drain()
                return look(lobby)
            pid = stable.start(lobby, "--offline")
            before = len(lobby.thanked())
            wait_for(lambda before=before: len(lobby.thanked()) > before + 5, "visitors come")
            time.sleep(rng.uniform(0, 0.1))
            thanked = lobby.thanks.read_bytes()
            copy = image.read_bytes()
            kill(pid)
        lobby.thanks.write_bytes(thanked[: thanked.rfind(b"\n") + 1])
        image.write_bytes(copy)
        lobby.faults += 1
    return None


def centre_power_cut(folder: Path, stable: Stable, rng: random.Random, cuts: int) -> Tally | None:
    """The same under the centre: what it had signed for before is on its disk, or comes again as boxes."""
    image, place = folder / "centre.img", folder / "centre-ext4"
    if not make_disk(image, 64):
        return None
    house, lobby = House(place / "central"), None
    for cut in range(cuts + 1):
        with mounted(place, "-o", "loop", str(image)) as disk:
            if disk is None:
                return None
            house.start()
            lobby = lobby or Lobby(folder / "patient", house).enrol()
            if cut == cuts:
                lobby.run("--count", 5, "--drain")
                wait_for(lambda lobby=lobby: _until_all_there(lobby), "the centre has everything again", 60)
                house.stop()
                return look(lobby)
            pid = stable.start(lobby, "--pace", 0.003)
            before = len(lobby.thanked())
            wait_for(lambda lobby=lobby, before=before: len(lobby.thanked()) > before + 20, "visitors come")
            time.sleep(rng.uniform(0, 0.1))
            copy = image.read_bytes()
            kill(pid)
            house.kill()
        image.write_bytes(copy)
        lobby.faults += 1
    return None


def make_disk(image: Path, megabytes: int = 24) -> bool:
    """An empty ext4 file system in a file."""
    image.write_bytes(b"")
    with image.open("r+b") as file:
        file.truncate(megabytes * 2**20)
    try:
        return subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def four_terminals(house: House, stable: Stable, folder: Path, rng: random.Random, faults: int) -> Tally:
    """Four terminals overtake each other through a bad network, and the centre is killed once among them."""
    lobbies = [Lobby(folder / f"four-{number}", house).enrol() for number in range(4)]
    with bad_network(int(house.port), rng, faults) as proxy:
        pids = []
        for lobby in lobbies:
            lobby.through(f"http://127.0.0.1:{proxy.port}")
            pids.append(stable.start(lobby, "--pace", 0.01))
        wait_for(lambda: proxy.done.total() >= faults // 2, "half of it", 60)
        house.kill()
        house.start()
        wait_for(lambda: proxy.done.total() >= faults, "the weather turns", 60)
        for pid in pids:
            kill(pid)
        for lobby in lobbies:
            lobby.drain()
    lobbies[0].faults = proxy.done.total() + 1
    return look(*lobbies)


def poisoned_record(house: House, folder: Path) -> Tally:
    """One record that the centre can never take, in the middle of many: it alone is set aside, the others arrive.

    Its form's name holds what no database keeps, as a program with a bug might write it; custody refuses the batch.
    """
    lobby = Lobby(folder / "poisoned", house).enrol()
    lobby.run("--offline", "--count", 40)
    poison(lobby)
    lobby.run("--offline", "--count", 40)
    lobby.drain()
    lobby.faults = 1
    with lobby.store() as store:
        assert store.status().parked == 1
    tally = look(lobby)
    assert [what.split()[0] for what in tally.broken] == ["gap"]  # where the poisoned one would stand, and only there
    return replace(tally, broken=())


def poison(lobby: Lobby) -> None:
    """A record whose form's name no database keeps: sound in itself, canonical, linked, and never to be taken."""
    with lobby.store() as store:
        now = local_now()
        body = {"id": str(records.new_id(now)), "time": records.wire_time(now)}
        store.record(Entry("visit.abandoned", body, form="bad\0form", form_version="1"))
