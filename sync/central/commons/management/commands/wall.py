"""``central wall``."""

import argparse
from typing import Any

from django.utils import timezone

from sync.central.commands import Command as Central
from sync.central.commons import opening, options
from sync.central.commons.models import Wish


class Command(Central):
    help = "Puts wishes on the wish wall, in the centre's words, and takes them down."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        what = options.subcommands(parser)
        waits = what.add_parser("waiting", help="wishes that nobody has put up yet")
        options.venue(waits)
        put = what.add_parser("put", help="put a case's wish on the wall")
        put.add_argument("number", metavar="CASE", help="the case's number, as the desk shows it")
        options.words(put, "text", "the wish in the centre's words; left out, the visitor's own where they agreed")
        down = what.add_parser("hide", help="take a wish down")
        down.add_argument("number", metavar="CASE", help="the case's number, or the wish's id")
        what.add_parser("list", help="what hangs there")

    def handle(self, *_: Any, **given: Any) -> None:
        if given["do"] == "waiting":
            for case in opening.waiting(opening.venue_of(given["venue"])):
                agreed = "agreed" if "publish_words" in opening.consents(case) else "summary only"
                self.stdout.write(f"{case.number}  {case.received_day}  {agreed}")
        elif given["do"] == "put":
            text = opening.both(given["text"], given["text_en"])
            wish = opening.put_up(given["number"], text, today=timezone.localdate())
            self.stdout.write(f"{wish.id.hex}: on the wall")
        elif given["do"] == "hide":
            self.stdout.write(f"{opening.take_down(given['number']).id.hex}: taken down")
        else:
            for wish in Wish.objects.filter(hidden=False).order_by("-day", "id"):
                self.stdout.write(f"{wish.id.hex}  {wish.day}  {wish.text['zh-Hans']}")
        options.tell()
