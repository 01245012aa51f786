"""A misspelt property of a view-model, an unknown type, an unqualified name: found before anybody taps."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from qml_types import ROOT, TOOLS, describe

QML = ROOT / "ui" / "qml"


@pytest.fixture(scope="module")
def types(tmp_path_factory) -> Path:
    return describe(tmp_path_factory.mktemp("types"))


def lint(types: Path, *files: Path) -> list[str]:
    command = [str(TOOLS / "pyside6-qmllint"), "--json", "-", "-I", str(QML), "-I", str(types), *map(str, files)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.stdout, done.stderr
    found = json.loads(done.stdout)["files"]
    return [
        f"{Path(file['filename']).name}:{warning.get('line', '?')}: {warning['message']} [{warning.get('id')}]"
        for file in found
        for warning in file["warnings"]
        if warning["type"] in ("warning", "critical")
    ]


def test_every_screen_is_clean(types):
    assert lint(types, *sorted(QML.rglob("*.qml"))) == []


def test_a_misspelt_property_is_found(types, tmp_path):
    wrong = tmp_path / "Wrong.qml"
    wrong.write_text(
        "import QtQuick\nimport Kiosk.Models\n"
        "Item { id: root; required property ShellViewModel shell; property string s: root.shell.scren }\n"
    )

    assert any("scren" in line for line in lint(types, wrong))


if __name__ == "__main__":  # pragma: no cover - by hand: python tests/ui/test_qmllint.py FOLDER
    print("\n".join(lint(describe(Path(sys.argv[1])), *sorted(QML.rglob("*.qml")))))
