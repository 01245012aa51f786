"""``central enrol-code``."""

import argparse
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from kiosk.errors import CallerError
from sync.central import keys
from sync.central.commands import Command as Central
from sync.central.intake import venues
from sync.enrolfile import Slip, write_slip


class Command(Central):
    help = "Prints a one-time code that lets one terminal in; the code stands alone on the last line."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("venue", metavar="VENUE", help="id or name of the venue; one that is new is made")
        parser.add_argument("--name", help="the venue's Chinese name")
        parser.add_argument("--name-en", help="the venue's English name")
        parser.add_argument("--label", default="", help="what staff call this terminal, such as 大厅东侧")
        parser.add_argument("--hours", type=int, default=48, help="how long the code can be used (48)")
        parser.add_argument("--stick", type=Path, metavar="DIR", help="write it and --url to a stick, too")
        parser.add_argument(
            "--url", help="the address under which terminals reach the centre, such as https://HOST:8700"
        )

    def handle(self, *_: Any, **options: Any) -> None:
        if options["stick"] and not options["url"]:
            raise CallerError("--stick: --url is needed, too: a terminal must know where the centre is")
        venue = venues.find_or_open(options["venue"], options["name"], options["name_en"])
        lifetime = timedelta(hours=max(1, options["hours"]))
        now = timezone.now()
        code = venues.new_code(venue, options["label"], now, keys.load(settings.PLACES), lifetime)
        until = timezone.localtime(now + lifetime)
        self.stdout.write(f"{venue.pk}: for one terminal, until {until:%Y-%m-%d %H:%M}")
        if options["stick"]:
            slip = Slip(options["url"], code, options["label"], f"{until:%Y-%m-%d %H:%M}")
            self.stdout.write(f"written to {write_slip(options['stick'], slip)}")
        self.stdout.write(code)
