"""``central digest``."""

import argparse
from typing import Any

from django.utils import timezone

from sync.central.commands import Command as Central
from sync.central.desk import digest


class Command(Central):
    help = "Writes today's digest of the mechanism's health into the data folder, and prints it."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="print it for scripts")

    def handle(self, *_: Any, **options: Any) -> None:
        file = digest.write(timezone.now())
        file = file.with_suffix(".json") if options["json"] else file
        self.stdout.write(file.read_text("utf-8"), ending="")
