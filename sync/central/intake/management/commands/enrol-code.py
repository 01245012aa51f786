"""``central enrol-code``."""

import argparse
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from sync.central import keys
from sync.central.commands import Command as Central
from sync.central.intake import venues


class Command(Central):
    help = "Prints a one-time code that lets one terminal in; the code stands alone on the last line."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("venue", metavar="VENUE", help="id or name of the venue; one that is new is made")
        parser.add_argument("--name", help="the venue's Chinese name")
        parser.add_argument("--name-en", help="the venue's English name")
        parser.add_argument("--label", default="", help="what staff call this terminal, such as 大厅东侧")
        parser.add_argument("--hours", type=int, default=48, help="how long the code can be used (48)")

    def handle(self, *_: Any, **options: Any) -> None:
        venue = venues.find_or_open(options["venue"], options["name"], options["name_en"])
        lifetime = timedelta(hours=max(1, options["hours"]))
        now = timezone.now()
        code = venues.new_code(venue, options["label"], now, keys.load(settings.PLACES), lifetime)
        until = timezone.localtime(now + lifetime)
        self.stdout.write(f"{venue.pk}: for one terminal, until {until:%Y-%m-%d %H:%M}")
        self.stdout.write(code)
