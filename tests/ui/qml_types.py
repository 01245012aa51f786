"""Type descriptions of Kiosk.Models for qmllint, which cannot see Python: made from the sources, as an editor would."""

import json
import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[2]
QT = Path(PySide6.__file__).parent / "Qt"
TOOLS = Path(sys.executable).parent
FOREIGN = ("core", "gui", "qml", "quick")
CPP = {"list": "QVariantList", "dict": "QVariantMap", "float": "double", "object": "QVariant"}


def describe(folder: Path) -> Path:
    """Write the module Kiosk.Models as qmldir and qmltypes under a folder, and return that folder."""
    module = folder / "Kiosk" / "Models"
    module.mkdir(parents=True)
    sources = sorted((ROOT / "ui" / "viewmodels").glob("*.py"))
    dumped = folder / "models.json"
    _run(TOOLS / "pyside6-metaobjectdump", "-o", dumped, *sources)
    dumped.write_text(json.dumps(_only_view_models(json.loads(dumped.read_text("utf-8")))), "utf-8")
    _run(
        QT / "libexec" / "qmltyperegistrar",
        *("--generate-qmltypes", module / "models.qmltypes"),
        *("--import-name", "Kiosk.Models", "--major-version", "1", "--minor-version", "0"),
        *("--foreign-types", ",".join(str(QT / "metatypes" / f"qt6{name}_metatypes.json") for name in FOREIGN)),
        *("-o", folder / "unused.cpp"),
        dumped,
    )
    (module / "qmldir").write_text("module Kiosk.Models\ntypeinfo models.qmltypes\nimport QtQuick\n", "utf-8")
    return folder


def _only_view_models(units: list[dict]) -> list[dict]:
    """What is registered, its types by their C++ names."""
    for unit in units:
        unit["classes"] = [one for one in unit["classes"] if one.get("classInfos")]
        for one in unit["classes"]:
            one["object"] = True  # the dump takes a class without properties of its own for none
            for part in one.get("properties", []):
                part["type"] = CPP.get(part["type"], part["type"])
                part["constant"] = "notify" not in part  # the dump leaves `constant=True` out
            for part in [*one.get("slots", []), *one.get("signals", [])]:
                part["returnType"] = CPP.get(part["returnType"], part["returnType"])
                for argument in part.get("arguments", []):
                    argument["type"] = CPP.get(argument["type"], argument["type"])
    return [unit for unit in units if unit["classes"]]


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True)
