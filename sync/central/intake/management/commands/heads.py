"""``central heads``."""

import argparse
from typing import Any

from django.conf import settings
from django.utils import timezone

from sync.central import keys
from sync.central.commands import Command as Central
from sync.central.intake import heads


class Command(Central):
    help = "Prints the signed weekly documents of how far every chain goes: keep them where the centre cannot."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--now", action="store_true", help="of this moment too; that one is not kept")

    def handle(self, *_: Any, **options: Any) -> None:
        identity = keys.load(settings.PLACES)
        lines = heads.published()
        if options["now"]:
            lines.append(heads.document(identity, "now", timezone.now()))
        for line in lines:
            self.stdout.write(line.decode())
