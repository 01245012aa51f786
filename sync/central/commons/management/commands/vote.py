"""``central vote``."""

import argparse
from typing import Any

from django.utils import timezone

from sync.central.cases import ballots
from sync.central.commands import Command as Central
from sync.central.commons import opening, options
from sync.central.commons.models import Poll


class Command(Central):
    help = "Opens, closes and counts a vote of the week."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        what = options.subcommands(parser)
        new = what.add_parser("open", help="open a vote from today on")
        new.add_argument("name", metavar="NAME", help="small letters, digits and hyphens, e.g. w48")
        options.words(new, "question", "what is asked", required=True)
        new.add_argument(
            "--option",
            action="append",
            default=[],
            metavar="中文|ENGLISH",
            help="one of 2 to 8 answers; may be repeated",
        )
        new.add_argument("--until", type=options.day, metavar="YYYY-MM-DD", help="its last day (default: a week)")
        new.add_argument("--open-count", action="store_true", help="show the count before one has voted")
        options.venue(new)
        end = what.add_parser("close", help="end a vote, or say what came of it")
        end.add_argument("name", metavar="NAME")
        options.words(end, "outcome", "what came of it")
        what.add_parser("list", help="every vote with its count")

    def handle(self, *_: Any, **given: Any) -> None:
        today = timezone.localdate()
        if given["do"] == "open":
            question = opening.both(given["question"], given["question_en"])
            venue = opening.venue_of(given["venue"])
            poll = opening.open_poll(
                given["name"], question, given["option"], venue=venue, today=today, until=given["until"]
            )
            Poll.objects.filter(pk=poll.pk).update(blind=not given["open_count"])
            self.stdout.write(f"{poll.id}: open until {poll.until}, {len(poll.options)} options")
        elif given["do"] == "close":
            outcome = opening.both(given["outcome"], given["outcome_en"])
            poll = opening.close(Poll, given["name"], outcome, today)
            self.stdout.write(f"{poll.id}: over since {poll.closed or poll.until}")
        else:
            self._list()
        options.tell()

    def _list(self) -> None:
        for poll in Poll.objects.order_by("-opened", "id"):
            counts = ballots.counts(poll.venue_id, ballots.VOTE, [poll.id])[poll.id]
            self.stdout.write(f"{poll.id}  {poll.opened} – {poll.closed or poll.until}  {poll.question['zh-Hans']}")
            for option in poll.options:
                self.stdout.write(f"  {counts[option['name']]:>5}  {option['label']['zh-Hans']}")
