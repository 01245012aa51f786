"""``central audit``."""

import argparse
from typing import Any

from django.conf import settings

from kiosk.errors import UntrustedError
from sync.central import keys
from sync.central.commands import Command as Central
from sync.central.intake.audit import audit


class Command(Central):
    help = "Checks every record, link and signature that the centre holds; fails when something was altered."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="one line of JSON, for scripts")

    def handle(self, *_: Any, **options: Any) -> None:
        report = audit(keys.load(settings.PLACES))
        self.stdout.write(report.as_json() if options["json"] else "\n".join(report.as_lines()))
        if report.altered:
            raise UntrustedError(f"{report.altered} places are not what was received")
