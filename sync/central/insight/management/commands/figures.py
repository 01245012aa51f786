"""``central figures``."""

import argparse
from typing import Any

from django.core.management.base import CommandError

from sync.central.commands import Command as Central
from sync.central.insight import hearing


class Command(Central):
    help = "Sums up what was ticked since the last time; --recount proves the sums against every record."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--recount", action="store_true", help="read everything again and name what differs")

    def handle(self, *_: Any, **options: Any) -> None:
        done = hearing.work(10**9)
        self.stdout.write(f"{done} records looked at")
        if options["recount"]:
            if wrong := hearing.wrong():
                raise CommandError("\n".join(wrong), returncode=1)
            self.stdout.write("The sums are those of a recount.")
