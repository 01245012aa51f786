"""``central unlock-pin``."""

import argparse
from typing import Any

from kiosk.errors import CallerError
from kiosk.staff import CHALLENGE
from sync.central.commands import Command as Central
from sync.central.intake import terminals
from sync.unlock import answer


class Command(Central):
    help = "Answers the challenge that a terminal with a locked staff PIN shows; the digits stand alone at the end."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("terminal", metavar="TERMINAL", help="its number, source or label")
        parser.add_argument("challenge", metavar="DIGITS", nargs="+", help="the six digits on its screen")

    def handle(self, *_: Any, **options: Any) -> None:
        terminal = terminals.find(options["terminal"])
        challenge = "".join(options["challenge"])
        if len(challenge) != CHALLENGE or not (challenge.isascii() and challenge.isdigit()):
            raise CallerError(f"challenge: {CHALLENGE} digits expected")
        if terminal.revoked_at is not None:
            raise CallerError(f"terminal {terminal.number} is out of service")
        digits = answer(bytes(terminal.token_digest), challenge)
        self.stdout.write(f"terminal {terminal.number}: type these digits, then choose a new PIN")
        self.stdout.write(f"{digits[:4]} {digits[4:]}")
