"""``central revoke``."""

import argparse
from typing import Any

from django.utils import timezone

from sync.central.commands import Command as Central
from sync.central.intake import terminals


class Command(Central):
    help = "Takes a terminal out of service: it gets no more updates, and what it still brings is held apart."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("terminal", metavar="TERMINAL", help="its number, source or label")
        parser.add_argument("--undo", action="store_true", help="back into service, with what was held apart")

    def handle(self, *_: Any, **options: Any) -> None:
        terminal = terminals.find(options["terminal"])
        if options["undo"]:
            released = terminals.reinstate(terminal)
            self.stdout.write(f"terminal {terminal.number} is back in service, {released} records released")
        else:
            terminals.revoke(terminal, timezone.now())
            self.stdout.write(f"terminal {terminal.number} ({terminal.source}) is out of service")
