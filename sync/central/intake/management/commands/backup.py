"""``central backup``."""

import argparse
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from sync.central import keys
from sync.central.commands import Command as Central
from sync.central.intake import backup, sheet
from sync.central.passphrase import add_argument, passphrase


class Command(Central):
    help = "Writes everything the centre keeps, keys included, into one file under a passphrase."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="where to; a file that is there is replaced")
        parser.add_argument(
            "--sheet",
            metavar="HTML",
            type=Path,
            help="also write the recovery sheet, to be printed; without passphrase",
        )
        add_argument(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        identity, now = keys.load(settings.PLACES), timezone.now()
        secret = passphrase(options["passphrase_file"], os.environ, twice=True)
        made = backup.make(options["file"], secret, settings.PLACES, now=now, keys=identity)
        self.stdout.write(f"{made.records} records, {made.size} bytes, read again and found whole")
        if options["sheet"]:
            sheet.write(options["sheet"], options["file"], made.records, identity, now)
            self.stdout.write(f"{options['sheet']}: print it, write the passphrase on it by pen, keep it elsewhere")
        self.stdout.write(f"centre {identity.centre}, {timezone.localtime(now):%Y-%m-%d %H:%M}")
        self.stdout.write(f"to restore: central restore {options['file'].name} --data DIR, and the passphrase;")
        self.stdout.write("without the passphrase nobody can, so keep it on paper in another place")
