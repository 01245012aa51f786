"""``central export``."""

import argparse
import sys
from pathlib import Path
from typing import Any

from sync.central.cases.export import export
from sync.central.commands import Command as Central


class Command(Central):
    help = "Writes cases.csv for people, and heads.jsonl for whoever checks the chains, into a folder."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="the folder, made when it is new")

    def handle(self, *_: Any, **options: Any) -> None:
        for name, count in export(options["out"], self._progress).items():
            self.stdout.write(f"{options['out'] / name}: {count} rows")

    def _progress(self, rows: int) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"\r{rows} rows", ending="")
