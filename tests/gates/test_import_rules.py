"""One arrow: ui → sync → kiosk; inside the centre desk, public → cases → intake. Read from the sources' own imports."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STDLIB = sys.stdlib_module_names
GROUND = " ".join(  # what every part of the centre stands on
    f"sync.central.{name}"
    for name in (
        "append_only",
        "commands",
        "databases",
        "keys",
        "locks",
        "passphrase",
        "places",
        "ready",
        "sealed",
        "wsgi",
    )
)
ANALYSIS = "numpy scipy sklearn rjieba xlsxwriter docx"
MAY_IMPORT = {  # the most exact place first; names are prefixes of modules
    "kiosk/__main__.py": "kiosk sync ui",
    "ui/app.py": "kiosk sync ui PySide6 shiboken6",
    "sync/central/__main__.py": "kiosk sync django granian",
    "kiosk/forms": "kiosk.forms kiosk.errors kiosk.catalogue kiosk.cli kiosk.config kiosk.store lxml pyxform openpyxl",
    "kiosk": "kiosk sqlite_utils orjson nacl platformdirs chinese_calendar",
    "sync/central/intake": f"sync.central.intake {GROUND}",
    "sync/central/cases": f"sync.central.cases sync.central.intake {GROUND} rjieba",
    "sync/central/commons": f"sync.central.commons sync.central.cases sync.central.intake {GROUND}",
    "sync/central/desk": "pyotp xlsxwriter openpyxl docx sync.central.desk sync.central.insight "
    "sync.central.rewards sync.central.commons "
    "sync.central.cases sync.central.intake django_htmx " + GROUND,
    "sync/central/public": "sync.central.public sync.central.rewards sync.central.insight sync.central.commons "
    f"sync.central.cases sync.central.intake reportlab qrcode {GROUND}",
    "sync/central/insight": f"sync.central.insight sync.central.cases sync.central.intake {GROUND} {ANALYSIS}",
    "sync/central/rewards": f"sync.central.rewards sync.central.cases sync.central.intake {GROUND} reportlab qrcode",
    "sync/central": "sync.central",
    "sync": "sync kiosk requests urllib3 nacl orjson cbor2",
    "ui/speech/player.py": "sounddevice soundfile",
    "ui/input": "ui.input kiosk PySide6 numpy onnxruntime sounddevice soundfile",
    "ui": "ui kiosk sync PySide6 shiboken6 qrcode",
}
CENTRAL_TOO = (
    "sync.batch sync.codes sync.enrolfile sync.unlock sync.fields sync.receipt sync.handoff sync.identity "
    "kiosk.records kiosk.receipts kiosk.forms kiosk.catalogue kiosk.errors kiosk.privacy kiosk.staff "
    "kiosk.workdays kiosk.cells kiosk.config kiosk.entries kiosk.notice kiosk.voices sync.voices "
    "django ninja pydantic orjson nacl cryptography psycopg granian whitenoise platformdirs"
)
NOT_FOR_SYNC = "sync.central"  # the terminal's half never reaches into the centre


def rule_for(path: str) -> tuple[str, list[str]]:
    place = next(place for place in MAY_IMPORT if path == place or path.startswith(place + "/"))
    allowed = MAY_IMPORT[place].split()
    return place, allowed + (CENTRAL_TOO.split() if path.startswith("sync/central/") else [])


def imports_of(source: str, package: str) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = package.split(".")
                base = ".".join([*parts[: len(parts) - node.level + 1], *([base] if base else [])])
            names |= {
                f"{base}.{alias.name}" if base in {"kiosk", "sync", "sync.central", "ui"} else base
                for alias in node.names
            }
    return names


def forbidden(path: str, source: str) -> list[str]:
    _, allowed = rule_for(path)
    package = path.rsplit("/", 1)[0].replace("/", ".")
    found = []
    for name in imports_of(source, package):
        if name.split(".")[0] in STDLIB or name.split(".")[0] == "_typeshed":
            continue
        into_centre = name.startswith(NOT_FOR_SYNC) and not path.startswith("sync/central")
        if into_centre or not any(name == prefix or name.startswith(prefix + ".") for prefix in allowed):
            found.append(f"{path} imports {name}")
    return found


def sources() -> list[str]:
    return [
        str(path.relative_to(ROOT)) for top in ("kiosk", "sync", "ui") for path in sorted((ROOT / top).rglob("*.py"))
    ]


def test_imports_point_one_way():
    broken = [line for path in sources() for line in forbidden(path, (ROOT / path).read_text("utf-8"))]

    assert broken == []


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("kiosk/store.py", "import sync.batch"),
        ("kiosk/store.py", "from PySide6 import QtCore"),
        ("kiosk/forms/xform.py", "from kiosk import store as s, receipts"),
        ("sync/courier.py", "from ui import app"),
        ("sync/courier.py", "from sync.central.intake import custody"),
        ("sync/central/intake/api.py", "from sync.central.cases import models"),
        ("sync/central/cases/models.py", "from ..desk import views"),
        ("ui/jobs.py", "import django"),
    ],
)
def test_an_arrow_the_wrong_way_is_seen(path, source):
    assert forbidden(path, source)
