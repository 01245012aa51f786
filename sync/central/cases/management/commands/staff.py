"""``central staff``."""

import argparse
from typing import Any

from sync.central.cases import people
from sync.central.cases.roles import ROLES
from sync.central.commands import Command as Central


class Command(Central):
    help = "Makes a log-in for the desk, or gives one a new password, printed once."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("name", metavar="NAME", help="what they type to log in")
        parser.add_argument("--role", action="append", required=True, choices=sorted(ROLES), help="may be repeated")
        parser.add_argument("--full-name", default="", help="what colleagues see")
        parser.add_argument("--venue", help="the venue whose cases they see; without it every venue's")
        parser.add_argument("--department", default="", help="the department whose cases a handler sees")

    def handle(self, *_: Any, **options: Any) -> None:
        password = people.set_up(
            options["name"],
            roles=options["role"],
            full_name=options["full_name"],
            venue=options["venue"],
            department=options["department"],
        )
        self.stdout.write(f"{options['name']}: {', '.join(options['role'])}. The password, shown this once:")
        self.stdout.write(password)
