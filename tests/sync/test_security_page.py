"""sync/SECURITY.md names the test of every promise: a promise whose test has gone is none."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_test_that_the_security_page_names_is_there():
    text = (ROOT / "sync" / "SECURITY.md").read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and ".py`" in line]
    missing = []
    for row in rows:
        folder = ""
        for name in re.findall(r"`([a-z0-9_/]+\.py)`", row.rsplit("|", 2)[1]):
            folder = name.rpartition("/")[0] or folder  # a name without a folder is in the one before it
            if not (ROOT / "tests" / folder / name.rpartition("/")[2]).is_file():
                missing.append(name)

    assert len(rows) > 15
    assert missing == []
