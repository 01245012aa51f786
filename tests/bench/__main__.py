"""`./run bench [name …]`: one JSON line a figure: {"bench", "value", "unit", "limit", "ratio"}."""

import argparse
import importlib
import json
import subprocess
import sys
from pathlib import Path

from tests.bench.figures import Figure

HELPERS = {"__init__", "__main__", "bulk", "centres", "desk_filling", "figures", "ground", "raw_hop", "staged"}
NAMES = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem not in HELPERS)


def main() -> int:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=f"one of: {', '.join(NAMES)} (all without a name)")
    names = parser.parse_args().names or NAMES
    if unknown := set(names) - set(NAMES):
        parser.error(f"no bench of this name: {', '.join(sorted(unknown))}; there are: {', '.join(NAMES)}")
    if len(names) == 1:
        return measure(names[0])
    # Each in a process of its own: librime starts once in one, and none pays for another's memory.
    return max(subprocess.call([sys.executable, "-m", "tests.bench", name]) for name in names)


def measure(name: str) -> int:
    """Print one bench's figures."""
    for figure in importlib.import_module(f"tests.bench.{name}").measure():
        print(json.dumps(row(figure)), flush=True)
    return 0


def row(figure: Figure) -> dict[str, object]:
    ratio = round(figure.value / figure.limit, 3) if figure.limit else None
    return {
        "bench": figure.bench,
        "value": round(figure.value, 4),
        "unit": figure.unit,
        "limit": None if figure.limit is None else round(figure.limit, 4),
        "ratio": ratio,
    }


if __name__ == "__main__":
    sys.exit(main())
