"""What building the dictionary leaves in memory, in a process of its own."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from ui.input.assemble import assemble
from ui.input.deploy import Workshop

def used() -> int:
    rollup = Path("/proc/self/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))

assets, cache = Path(sys.argv[1]), Path(sys.argv[2])
with ThreadPoolExecutor(1) as worker:
    inputs = assemble(assets, Workshop(cache, assets / "input"), list, worker)
    before = used()
    inputs.prepare()
    worker.submit(lambda: None).result()
    print((used() - before) // 1024)
    inputs.stop()
"""


def test_a_terminal_is_not_left_with_the_memory_that_building_took(tmp_path):
    root = Path(__file__).parents[2]

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, root / "assets", tmp_path],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )

    assert int(done.stdout) < 80
    assert done.stderr == ""
