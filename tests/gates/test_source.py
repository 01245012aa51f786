"""Lint, format and types, as steps of the suite: a change that fails them does not land."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


def run(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_lint():
    run(str(BIN / "ruff"), "check", "--quiet", ".")


def test_format():
    run(str(BIN / "ruff"), "format", "--quiet", "--check", ".")


def test_types():
    run(str(BIN / "basedpyright"), "--level", "error")


def test_files_stay_small():
    """Four hundred lines are a question, five hundred an answer: two ideas in one room."""
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked()
        if path.suffix in {".py", ".qml", ".js", ".css"}
        and "migrations" not in path.parts
        and ".min." not in path.name
        and (lines := path.read_text("utf-8").count("\n")) > 500
    }

    assert long == {}


def test_no_address_of_a_mirror_and_no_path_of_one_machine():
    told = re.compile(r"(://[^\s/]+/simple\b|://registry\.|(?<![\w.)\]])/(?:work|root)/[a-z.])")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked()
        if path.suffix in {".py", ".qml", ".md", ".toml", ".lock", ".cfg", ".yml", ".sh", ""}
        and path.stat().st_size < 2_000_000
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if told.search(line) and "told = re.compile" not in line
    ]

    assert found == []


def test_no_top_level_folder_but_the_house():
    tops = {path.relative_to(ROOT).parts[0] for path in tracked()}

    assert {top for top in tops if "." not in top} <= {"kiosk", "ui", "sync", "assets", "tests", "run", "LICENSE"}
