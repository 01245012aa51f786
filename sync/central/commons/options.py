"""What the commands of the commons have in common."""

import argparse
from datetime import date
from typing import Any

from django.utils import timezone

from sync.central.commons import worker


def day(text: str) -> date:
    """A day as YYYY-MM-DD, for argparse."""
    return date.fromisoformat(text)


def subcommands(parser: argparse.ArgumentParser) -> Any:
    """The words after the command; none of them is wrong usage."""
    return parser.add_subparsers(dest="do", required=True, metavar="WHAT")


def words(parser: argparse.ArgumentParser, name: str, meaning: str, *, required: bool = False) -> None:
    """--NAME in Chinese and --NAME-en."""
    parser.add_argument(f"--{name}", required=required, metavar="中文", help=f"{meaning}, in Chinese")
    parser.add_argument(f"--{name}-en", metavar="ENGLISH", help="the same in English")


def venue(parser: argparse.ArgumentParser) -> None:
    """--venue, needed where there are several."""
    parser.add_argument("--venue", metavar="ID", help="the venue; may be left out where there is one")


def tell() -> None:
    """Terminals hear with their next pull, whether or not a server is running."""
    worker.turn(timezone.now())
