"""``central rotate-keys``."""

import argparse
from typing import Any

from django.conf import settings
from django.utils import timezone

from sync.central import keys
from sync.central.commands import Command as Central
from sync.central.intake import handover


class Command(Central):
    help = "Draws new keys for the centre; terminals take them over by themselves. Make a backup right after."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--status", action="store_true", help="only say which terminals still believe an older key")

    def handle(self, *_: Any, **options: Any) -> None:
        if not options["status"]:
            handover.rotate(settings.PLACES, timezone.now())
            self.stdout.write("new keys; codes for enrolment that were given out fit no longer: central enrol-code")
            self.stdout.write("the last backup does not hold them: central backup FILE")
        waiting = handover.behind(keys.load(settings.PLACES))
        self.stdout.write(f"{len(waiting)} terminals still believe an older key")
        for terminal in waiting:
            self.stdout.write(f"  {terminal.number} {terminal.label or terminal.source}")
