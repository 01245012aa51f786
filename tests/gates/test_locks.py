"""The locks say exactly what pyproject.toml asks for, with hashes and without one address."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UV = Path(sys.executable).parent / "uv"
LOCKS = {
    "requirements.lock": [],
    "requirements-central.lock": ["--extra", "central", "-c", "requirements.lock"],
    "requirements-dev.lock": ["--extra", "central", "--group", "dev", "-c", "requirements-central.lock"],
}
COMPILE = [UV, "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-header", "--no-annotate"]
COMPILE += ["--no-emit-index-url", "--python-version", "3.11", "pyproject.toml"]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name):
    text = (ROOT / name).read_text()

    assert "://" not in text
    assert "--hash=sha256:" in text


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_is_what_pyproject_asks_for(name, tmp_path):
    again = tmp_path / name
    again.write_text((ROOT / name).read_text())  # what is pinned stays pinned: only a changed wish changes it

    done = subprocess.run([*COMPILE, *LOCKS[name], "-o", again], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert again.read_text() == (ROOT / name).read_text()


def test_every_lock_pins_the_same_versions():
    def pins(name: str) -> set[str]:
        return {line.split(" ")[0] for line in (ROOT / name).read_text().splitlines() if "==" in line}

    assert pins("requirements.lock") <= pins("requirements-central.lock") <= pins("requirements-dev.lock")
