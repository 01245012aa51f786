"""``central package``."""

import argparse
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.utils import timezone

from sync.central import keys
from sync.central.commands import Command as Central
from sync.central.insight import package
from sync.central.intake.models import Venue

HALF_YEAR = timedelta(days=183)


class Command(Central):
    help = "Writes the package for an outside evaluator: heads, links, scrubbed bodies, a sample, a check of its own."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="an empty folder, or a new one")
        parser.add_argument("--seed", required=True, help="published beforehand, so that nobody can choose the sample")
        parser.add_argument("--venue", help="one venue alone")
        parser.add_argument("--first", type=date.fromisoformat, help="YYYY-MM-DD; half a year ago without it")
        parser.add_argument("--last", type=date.fromisoformat, help="YYYY-MM-DD; today without it")
        parser.add_argument("--sample", type=int, default=200, help="how many records are drawn (200)")

    def handle(self, *_: Any, **options: Any) -> None:
        folder, venue, today = options["out"], options["venue"], timezone.localdate()
        last = options["last"] or today
        first = options["first"] or last - HALF_YEAR
        if first > last or options["sample"] < 1:
            raise CommandError("package: --first must not lie after --last; --sample is 1 or more", returncode=2)
        if venue and not Venue.objects.filter(pk=venue).exists():
            raise CommandError(f"package: no venue {venue}", returncode=2)
        if folder.exists() and any(folder.iterdir()):
            raise CommandError(f"{folder}: is not empty", returncode=2)
        wish = package.Wish(first, last, options["seed"], options["sample"], venue)
        made = package.make(folder, wish, keys.load(settings.PLACES), today)
        self.stdout.write(
            f"{made.heads} heads ({made.withheld} withheld), {made.bodies} bodies, {made.sample} drawn: {folder}"
        )
        smallest = "nobody" if made.apart.smallest is None else made.apart.smallest
        self.stdout.write(f"k-anonymity {package.K}: {made.apart.said} rows of persons, the fewest alike: {smallest}")
