"""What makes a machine a terminal: `install` puts it there, systemd reads it, and the doctor sees every change."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.deployed import DEPLOY, UNITS, manifest
from kiosk.doctor import examine

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
PASSWD = "root:x:0:0::/root:/bin/bash\nxinsheng:x:999:999::/var/lib/xinsheng:/usr/sbin/nologin\n"
NAMES = {"deploy", "autostart", "escape", "account"}


@pytest.fixture
def machine(tmp_path) -> Path:
    """A tree with everything installed."""
    root = tmp_path / "root"
    (root / "etc").mkdir(parents=True)
    (root / "etc/passwd").write_text(PASSWD)
    subprocess.run([DEPLOY / "install", "--root", root], check=True, capture_output=True)
    return root


def states(machine: Path, tmp_path: Path) -> dict[str, str]:
    return {one.name: one.state for one in examine(tmp_path / "data", {}, NOW, machine) if one.name in NAMES}


def test_what_is_installed_is_well(machine, tmp_path):
    assert states(machine, tmp_path) == dict.fromkeys(NAMES, "ok")


def test_installing_twice_changes_nothing(machine, tmp_path):
    subprocess.run([DEPLOY / "install", "--root", machine], check=True, capture_output=True)

    assert states(machine, tmp_path) == dict.fromkeys(NAMES, "ok")


def test_another_machine_is_only_advised(tmp_path):
    assert states(tmp_path / "empty", tmp_path) == {"deploy": "warn"}


@pytest.mark.parametrize("place", [one.target for one in manifest(Path("/"))], ids=lambda place: place.name)
def test_each_file_that_is_altered_or_gone_is_seen(machine, tmp_path, place):
    target = machine / str(place).lstrip("/")
    target.write_text(target.read_text() + "\n# altered\n")
    assert states(machine, tmp_path)["deploy"] == "fail"

    target.unlink()
    assert states(machine, tmp_path)["deploy"] == "fail"


def test_each_way_out_is_seen(machine, tmp_path):
    xorg = machine / "etc/X11/xinsheng.conf"
    told = xorg.read_text()
    for option in ("DontVTSwitch", "DontZap"):
        xorg.write_text(told.replace(f'"{option}" "true"', f'"{option}" "false"'))
        assert states(machine, tmp_path)["escape"] == "fail"
    xorg.write_text(told)
    (machine / "etc/systemd/system/getty@tty1.service").unlink()
    assert states(machine, tmp_path)["escape"] == "fail"


def test_a_unit_that_does_not_start_and_a_user_with_a_shell_are_seen(machine, tmp_path):
    (machine / "etc/systemd/system/multi-user.target.wants/xinsheng-kiosk.service").unlink()
    (machine / "etc/passwd").write_text(PASSWD.replace("/usr/sbin/nologin", "/bin/bash"))

    found = states(machine, tmp_path)
    assert found["autostart"] == found["account"] == "fail"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
@pytest.mark.parametrize("unit", [*UNITS, "xinsheng-stick@sdb1.service"])
def test_systemd_reads_the_units(unit, tmp_path):
    """Programs of the terminal itself are not on a machine that runs tests; nothing else may be said."""
    for path in DEPLOY.glob("*.service"):
        shutil.copy(path, tmp_path / path.name.replace("@", "@sdb1" if "@" in unit and "@" in path.name else "@"))

    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", tmp_path / unit], capture_output=True, text=True, check=False
    )

    ours = re.compile(r"Command \S+ is not executable|Failed to (create|connect)|Read-only file system")
    said = [line for line in done.stderr.splitlines() if "xinsheng" in line and not ours.search(line)]
    assert said == []


def test_the_watchdog_leaves_time_for_a_restart():
    """Three seconds to notice, a tenth to start again, and the start itself (tests/ui/test_watchdog.py): under five."""
    unit = (DEPLOY / "xinsheng-kiosk.service").read_text()

    assert "WatchdogSec=3\n" in unit
    assert "RestartSec=100ms" in unit
    assert "Restart=on-failure" in unit  # staff's own closing ends with 0, and stays
    assert "LimitCORE=0" in unit
