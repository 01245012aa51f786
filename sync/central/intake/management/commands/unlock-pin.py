"""``central unlock-pin``."""

import argparse
from typing import Any

from django.conf import settings

from kiosk.errors import CallerError
from kiosk.staff import CHALLENGE
from sync.central import keys
from sync.central.commands import Command as Central
from sync.central.intake import terminals
from sync.central.intake.models import Terminal
from sync.receipt import key_id
from sync.unlock import CHALLENGE_OF_BEFORE, answer, answer_of_before


class Command(Central):
    help = "Answers the challenge that a terminal with a locked staff PIN shows; the digits stand alone at the end."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("terminal", metavar="TERMINAL", help="its number, source or label")
        parser.add_argument("challenge", metavar="DIGITS", nargs="+", help="the seven digits on its screen")

    def handle(self, *_: Any, **options: Any) -> None:
        terminal = terminals.find(options["terminal"])
        challenge = "".join(options["challenge"])
        digital = challenge.isascii() and challenge.isdigit()
        if not digital or len(challenge) not in {CHALLENGE, CHALLENGE_OF_BEFORE}:
            raise CallerError(f"challenge: {CHALLENGE} digits expected")
        if terminal.revoked_at is not None:
            raise CallerError(f"terminal {terminal.number} is out of service")
        first, *others = _answers(terminal, challenge)
        for other in others:  # it may have heard of the new keys, or not yet
            self.stdout.write(f"if the digits below are refused, the keys have changed meanwhile: {other}")
        self.stdout.write(f"terminal {terminal.number}: type these digits, then choose a new PIN")
        self.stdout.write(first)


def _answers(terminal: Terminal, challenge: str) -> list[str]:
    """The likeliest first: by the keys that the terminal was last heard to believe, then by all others of ours."""
    if len(challenge) == CHALLENGE_OF_BEFORE:
        return [_spaced(answer_of_before(bytes(terminal.token_digest), challenge))]
    ours = keys.load(settings.PLACES)
    held = sorted((ours, *ours.old), key=lambda one: key_id(bytes(one.signing.verify_key)) != (terminal.pinned or ""))
    return [_spaced(answer(bytes(one.sealing), bytes(terminal.box_key), challenge)) for one in held]


def _spaced(digits: str) -> str:
    return f"{digits[:4]} {digits[4:]}"
