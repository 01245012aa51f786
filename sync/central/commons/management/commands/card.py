"""``central card``."""

import argparse
from pathlib import Path
from typing import Any

from django.utils import timezone

from sync.central.cases import departments, publish
from sync.central.cases.models import Card
from sync.central.cases.outward import card_counts
from sync.central.commands import Command as Central
from sync.central.commons import board, opening, options


class Command(Central):
    help = "Puts cards on the board 您提议·我们做到 and links the cases they came from."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        what = options.subcommands(parser)
        one = what.add_parser("put", help="put a card up, or change one: what is not given stays")
        one.add_argument("name", metavar="NAME", help="small letters, digits and hyphens")
        options.words(one, "need", "what was asked for")
        options.words(one, "measure", "what was done, or why not")
        options.words(one, "said", "what people say of it")
        one.add_argument("--state", choices=board.STATES, help="done, doing (default) or cannot")
        one.add_argument("--day", type=options.day, metavar="YYYY-MM-DD", help="when (default: today)")
        one.add_argument("--department", metavar="CODE", help="who did it")
        one.add_argument(
            "--case", action="append", default=[], metavar="NUMBER", help="a case that it came from; may be repeated"
        )
        options.venue(one)
        many = what.add_parser("load", help="put up every card of a TOML file, or none")
        many.add_argument("file", metavar="FILE.toml", type=Path)
        options.venue(many)
        down = what.add_parser("remove", help="take a card down")
        down.add_argument("name", metavar="NAME")
        what.add_parser("list", help="every card with its count")

    def handle(self, *_: Any, **given: Any) -> None:
        today = timezone.localdate()
        departments.ensure()
        if given["do"] == "put":
            card = board.put(given["name"], _parts(given), opening.venue_of(given["venue"]), today)
            self.stdout.write(f"{card.id}: {card.state}, {card_counts([card])[card.id]} want it")
        elif given["do"] == "load":
            cards = board.load(given["file"], given["venue"], today)
            self.stdout.write(f"{len(cards)} cards put up")
        elif given["do"] == "remove":
            self.stdout.write(f"{board.remove(given['name']).id}: taken down")
        else:
            self._list()
        publish.figures(today)

    def _list(self) -> None:
        cards = list(Card.objects.filter(removed=False).order_by("state", "-day", "id"))
        counts = card_counts(cards)
        for card in cards:
            self.stdout.write(f"{card.id}  {card.state}  {card.day}  {counts[card.id]}  {card.need['zh-Hans']}")


def _parts(given: dict[str, Any]) -> dict[str, Any]:
    words = {part: opening.both(given[part], given[f"{part}_en"]) for part in board.LONGEST}
    return words | {name: given[name] for name in ("state", "day", "department")} | {"cases": given["case"]}
