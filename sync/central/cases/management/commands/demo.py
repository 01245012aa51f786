"""``central demo``."""

import argparse
import time
from typing import Any

from django.conf import settings
from django.utils import timezone

from sync.central.cases.demo import half_year
from sync.central.commands import Command as Central
from sync.central.keys import load

SHOWN = 12  # receipt codes


class Command(Central):
    help = "Fills an empty centre with a made-up half-year: visits, cases, answers, a board, log-ins."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--seed", type=int, default=1, help="the same number, the same half-year")
        parser.add_argument("--items", type=int, default=5000, help="how many visits")
        parser.add_argument("--force", action="store_true", help="even if the centre already holds records")

    def handle(self, *_: Any, **options: Any) -> None:
        half_year.refuse_if_used(force=options["force"])
        began = time.monotonic()

        def say(line: str) -> None:
            self.stderr.write(f"{time.monotonic() - began:5.1f} s  {line}")

        made = half_year.make(max(1, options["items"]), options["seed"], timezone.now(), load(settings.PLACES), say)
        self.stdout.write(f"{made.visits} visits, {made.records} records, {made.cases} cases, {made.late} of them late")
        self.stdout.write("\nReceipt codes to look up:")
        for code, state in made.codes[:SHOWN]:
            self.stdout.write(f"  {code}  {state}")
        for code in made.cards:
            self.stdout.write(f"\nA points card, for the counter of thanks:\n  {code}")
        self.stdout.write("\nLog-ins for the desk, passwords shown this once:")
        for name, password, who in made.staff:
            self.stdout.write(f"  {name:<10} {password}  {who}")
