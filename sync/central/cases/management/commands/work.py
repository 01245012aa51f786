"""``central work``."""

import argparse
import threading
from typing import Any

from django.utils import timezone

from sync.central.cases import due, worker
from sync.central.commands import Command as Central


class Command(Central):
    help = "Turns what came in into cases and tells terminals what moved."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--forever", action="store_true", help="go on until stopped, once a second")

    def handle(self, *_: Any, **options: Any) -> None:
        if options["forever"]:
            worker.run(threading.Event().wait)
        done = worker.turn(timezone.now())
        late = due.due(timezone.localdate())
        self.stdout.write(
            f"{done.records} records read, {done.parked} parked, {done.cases} cases brought up to date, "
            f"{done.announced} announcements; {late.late_first} first answers and {late.late_result} results are late"
        )
