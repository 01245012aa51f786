"""``central list``."""

import argparse
from pathlib import Path
from typing import Any

from kiosk.errors import CallerError
from sync.central.commands import Command as Central
from sync.central.commons import lists, loading, opening, options


class Command(Central):
    help = "Loads live lists (sessions, courses …) from CSV and tells terminals."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        what = options.subcommands(parser)
        for do, meaning in (("load", "load a list in place of the one before"), ("check", "say what is wrong with it")):
            one = what.add_parser(do, help=meaning)
            one.add_argument("name", metavar="NAME", help="sessions, courses, topics, or one of your own forms'")
            one.add_argument("file", metavar="FILE.csv", type=Path, help="columns name, label, label_en, category, …")
            options.venue(one)
        shown = what.add_parser("show", help="what terminals were told last")
        shown.add_argument("name", metavar="NAME", nargs="?")
        options.venue(shown)

    def handle(self, *_: Any, **given: Any) -> None:
        if given["do"] == "show":
            self._show(given["name"], opening.venue_of(given["venue"]).pk)
            return
        rows, problems = loading.read(given["name"], given["file"])
        for problem in problems:
            self.stderr.write(problem)
        if problems:
            raise CallerError(f"{given['file'].name}: {len(problems)} to mend; nothing was loaded")
        if given["do"] == "check":
            self.stdout.write(f"{given['name']}: {len(rows)} rows, nothing to mend")
            return
        changed = loading.load(given["name"], rows, opening.venue_of(given["venue"]))
        self.stdout.write(f"{given['name']}: {len(rows)} rows{'' if changed else ', the same as before'}")

    def _show(self, name: str | None, venue: str) -> None:
        for found, rows in sorted(lists.announced(venue).items()):
            if name is None:
                self.stdout.write(f"{found}: {len(rows)} rows")
            elif found == name:
                for row in rows:
                    self.stdout.write("  ".join(f"{column}={value}" for column, value in row.items()))
