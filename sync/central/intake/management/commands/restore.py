"""``central restore``."""

import argparse
import os
from pathlib import Path
from typing import Any

from django.conf import settings

from sync.central.commands import Command as Central
from sync.central.intake import backup
from sync.central.locks import exclusive
from sync.central.passphrase import add_argument, passphrase


class Command(Central):
    help = "Brings a backup back into an empty folder; terminals send again what came after it."
    needs_database = False

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path, help="a file that central backup wrote")
        add_argument(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        secret = passphrase(options["passphrase_file"], os.environ, twice=False)
        with exclusive(settings.PLACES.lock, wait_s=0):
            meta = backup.put_back(options["file"], secret, settings.PLACES)
        self.stdout.write(f"centre {meta['centre']} as of {meta['time']}, {meta['records']} records")
