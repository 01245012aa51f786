"""A disk that is full, or refuses to write: one clear line, nothing lost, and it goes on once there is room."""

import os
import resource
import signal
import subprocess
import sys
import textwrap

import pytest

from kiosk.errors import StoreFull
from kiosk.store import FILE, Store


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one megabyte; only root may make one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no right to mount here; the limit on file sizes is tried below")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_keeps_what_it_has_and_goes_on_when_there_is_room(small_disk, clock, entry):
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(300_000))
    with Store.open(small_disk / FILE, clock) as store:
        written = []

        def fill():
            while True:
                written.append(store.record(entry("满" * 1000)))

        with pytest.raises(StoreFull, match="no room left"):
            fill()
        assert store.status().feedback == len(written) > 3
        assert [body["id"] for _, body in store.entries()][1:] == [one.record_id for one in written]

        ballast.unlink()
        assert store.record(entry()).seq == len(written) + 2


def test_a_full_disk_at_the_first_start_is_one_clear_line(small_disk, clock):
    (small_disk / "ballast").write_bytes(bytes(1024 * 1024 - 3 * 4096))

    with pytest.raises(StoreFull):
        Store.open(small_disk / FILE, clock)

    (small_disk / "ballast").unlink()
    with Store.open(small_disk / FILE, clock) as store:
        assert store.status().recorded == 1


def test_settling_on_a_full_disk_changes_nothing(small_disk, clock, entry, centre):
    with Store.open(small_disk / FILE, clock) as store:
        for _ in range(10):
            store.record(entry("满" * 200))
        batch = store.freeze()
        lines = list(store.lines(batch))
        free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
        (small_disk / "ballast").write_bytes(bytes(free))

        with pytest.raises(StoreFull):
            store.settle(batch.batch_id, [(1, 11)], {}, bytes(centre.public_key))

        assert list(store.lines(batch)) == lines
        (small_disk / "ballast").unlink()
        assert store.settle(batch.batch_id, [(1, 11)], {}, bytes(centre.public_key)) == 11


def test_a_disk_that_turned_read_only_is_one_clear_line(small_disk, clock, entry):
    Store.open(small_disk / FILE, clock).close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)

    with pytest.raises(StoreFull, match="cannot be written"):
        Store.open(small_disk / FILE, clock)


def test_a_folder_nobody_may_write_is_one_clear_line(tmp_path, clock):
    place = tmp_path / "file"
    place.write_bytes(b"")  # a file where the folder should be: even root cannot write into it

    with pytest.raises(StoreFull, match="cannot be written"):
        Store.open(place / FILE, clock)


LIMITED = textwrap.dedent(
    """
    import resource, signal, sys
    from datetime import datetime
    from pathlib import Path
    from kiosk import entries, records
    from kiosk.errors import StoreFull
    from kiosk.store import Store

    now = lambda: datetime.now().astimezone()
    with Store.open(Path(sys.argv[1]), now) as store:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
        try:
            while True:
                subject = str(records.new_id(now()))
                entry = entries.supported(subject=subject, now=now(), card="c1")
                print(store.record(entry).seq, flush=True)
        except StoreFull as full:
            print(full, file=sys.stderr)
    """
)


def test_a_limit_on_file_sizes_is_met_like_a_full_disk(path, clock):
    done = subprocess.run([sys.executable, "-c", LIMITED, str(path)], capture_output=True, text=True, check=True)

    assert done.stderr.count("\n") == 1
    with Store.open(path, clock) as store:
        assert store.status().seq == int(done.stdout.split()[-1])
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    assert signal.getsignal(signal.SIGXFSZ) is not None


@pytest.mark.parametrize("fault", ["error=EIO", "error=ENOSPC"])
def test_a_flush_that_fails_is_never_thanked_for(path, clock, tmp_path, fault):
    """The kernel refuses the 12th flush and all after it."""
    writer = LIMITED.replace("resource.setrlimit", "(lambda *_: None)")
    Store.open(path, clock).close()
    inject = f"inject=fdatasync:{fault}:when=12+"
    command = [
        "strace",
        "-f",
        "-qq",
        "-o",
        str(tmp_path / "log"),
        "-e",
        inject,
        sys.executable,
        "-c",
        writer,
        str(path),
    ]
    traced = subprocess.run(command, capture_output=True, text=True, check=False)
    if "ptrace" in traced.stderr or "Operation not permitted" in traced.stderr:
        pytest.skip("strace may not trace here")

    thanked = [int(line) for line in traced.stdout.split()]
    assert 5 < len(thanked) < 20
    assert traced.stderr.count("\n") == 1
    with Store.open(path, clock) as store:
        assert store.status().seq >= thanked[-1]
