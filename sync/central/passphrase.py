"""Where a passphrase comes from: a file, the environment, or a person at the keyboard. Never the command line."""

import argparse
import sys
from collections.abc import Mapping
from getpass import getpass
from pathlib import Path
from typing import Final

from kiosk.errors import CallerError

VARIABLE: Final = "CENTRAL_PASSPHRASE"


def add_argument(parser: argparse.ArgumentParser) -> None:
    """--passphrase-file, and where else it is looked for."""
    parser.add_argument(
        "--passphrase-file", metavar="PATH", type=Path, help=f"its first line; else ${VARIABLE}, else a prompt"
    )


def passphrase(path: Path | None, environ: Mapping[str, str], *, twice: bool) -> str:
    """The passphrase. Raises CallerError when there is none, or when it was typed in two ways."""
    if path is not None:
        given = path.read_text("utf-8").split("\n", 1)[0].rstrip("\r")
    elif VARIABLE in environ:
        given = environ[VARIABLE]
    elif sys.stdin.isatty():
        given = getpass("Passphrase: ")
        if twice and getpass("Again: ") != given:
            raise CallerError("passphrase: typed in two ways")
    else:
        given = ""
    if not given:
        raise CallerError(f"passphrase: none given; --passphrase-file or {VARIABLE}")
    return given
