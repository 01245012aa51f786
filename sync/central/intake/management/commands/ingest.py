"""``central ingest``."""

import argparse
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from kiosk.errors import CallerError
from sync.central import keys
from sync.central.commands import Command as Central
from sync.central.intake.ingest import ingest


class Command(Central):
    help = "Takes batch files from a stick and writes a receipt file for each; twice and in any order is fine."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="a batch file, or a folder of them")
        parser.add_argument("--out", metavar="DIR", type=Path, help="where receipts go; else beside each file")

    def handle(self, *_: Any, **options: Any) -> None:
        files, failed = options["files"], 0
        for outcome in ingest(files, options["out"], now=timezone.now(), keys=keys.load(settings.PLACES)):
            if outcome.failed and len(files) == 1 and outcome.path == files[0]:
                raise CallerError(f"{outcome.path}: {outcome.line}")
            failed += outcome.failed
            (self.stderr if outcome.failed else self.stdout).write(f"{outcome.path}: {outcome.line}")
        if failed:
            raise CallerError(f"{failed} of the files could not be taken; the others were")
