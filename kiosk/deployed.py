"""Whether this machine is locked down as assets/deploy says: the files in place and unaltered, no way around them.

Reads and compares; mends nothing. root is where the machine's tree begins, another folder in an image or a test.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

DEPLOY: Final = Path(__file__).parents[1] / "assets" / "deploy"
UNITS: Final = ("xinsheng-display.service", "xinsheng-kiosk.service")
MASKED: Final = ("getty@tty1.service", "autovt@.service", "ctrl-alt-del.target")
WANTED_OFF: Final = ("DontVTSwitch", "DontZap")
NO_SHELL: Final = ("/usr/sbin/nologin", "/sbin/nologin", "/bin/false", "/usr/bin/false")
USER: Final = "xinsheng"

Finding = tuple[str, dict[str, Any]]  # state, what fills the braces of assets/words/doctor.toml


@dataclass(frozen=True, slots=True)
class Placed:
    """One file of the manifest: where it comes from and where it belongs."""

    source: Path
    target: Path


def manifest(root: Path, deploy: Path = DEPLOY) -> list[Placed]:
    """What `install` copies."""
    lines = (deploy / "manifest").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    return [Placed(deploy / source, root / target.lstrip("/")) for source, target, _ in rows]


def look(root: Path) -> list[tuple[str, Finding]]:
    """The checks of a lobby's machine; one line of advice on any other."""
    files = manifest(root)
    if not any(one.target.exists() for one in files):
        return [("deploy", ("warn", {}))]
    return [
        ("deploy", _files(files)),
        ("autostart", _autostart(root)),
        ("escape", _escape(root)),
        ("account", _account(root)),
    ]


def _files(files: list[Placed]) -> Finding:
    wrong = [str(one.target) for one in files if _bytes(one.target) != _bytes(one.source)]
    return ("fail" if wrong else "ok"), {"files": ", ".join(wrong), "count": len(files)}


def _autostart(root: Path) -> Finding:
    wants = root / "etc/systemd/system/multi-user.target.wants"
    missing = [unit for unit in UNITS if not (wants / unit).is_symlink()]
    return ("fail" if missing else "ok"), {"units": ", ".join(missing)}


def _escape(root: Path) -> Finding:
    """The ways out that no program can close from inside: other terminals, the server's own keys, magic keys."""
    text = (_bytes(root / "etc/X11/xinsheng.conf") or b"").decode("utf-8", "replace")
    open_ones = [name for name in WANTED_OFF if not re.search(rf'(?m)^\s*Option\s+"{name}"\s+"true"', text)]
    for unit in MASKED:
        link = root / "etc/systemd/system" / unit
        if not (link.is_symlink() and str(link.readlink()) == "/dev/null"):
            open_ones.append(unit)
    if root == Path("/") and (_bytes(Path("/proc/sys/kernel/sysrq")) or b"0").strip() != b"0":
        open_ones.append("sysrq")
    return ("fail" if open_ones else "ok"), {"ways": ", ".join(open_ones)}


def _account(root: Path) -> Finding:
    lines = (_bytes(root / "etc/passwd") or b"").decode("utf-8", "replace").splitlines()
    shell = next((line.split(":")[-1] for line in lines if line.startswith(f"{USER}:")), None)
    if shell is None:
        return "fail", {"shell": "–"}
    return ("ok" if shell in NO_SHELL else "fail"), {"shell": shell}


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
