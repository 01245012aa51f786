"""The `kiosk` command: which commands there are, and what their outcomes mean to a shell.

0 done, 1 an expected failure told in one line, 2 wrong usage. A bug keeps its traceback.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import KioskError


@dataclass(frozen=True, slots=True)
class Command:
    """One command. run gets the parsed arguments, with .data: Path among them, and returns the exit code."""

    name: str
    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(homes: Mapping[str, str], argv: Sequence[str] | None = None) -> int:
    """Run one command. homes: command name → module with COMMANDS; only the module asked for is imported."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        args = parser(homes, words).parse_args(words)
        args.data = args.data or default_data(os.environ)
        code = args.run(args)
        sys.stdout.flush()  # here, where a reader that has gone can still be told from a bug
        return code
    except KioskError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 1
    except BrokenPipeError:  # `kiosk status | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 1


def parser(homes: Mapping[str, str], words: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of the one command that words name, or of all of them when they name none."""
    top = argparse.ArgumentParser(
        prog="kiosk", description="心声亭终端 · the terminal of 心声亭, on this computer", allow_abbrev=False
    )
    under = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    named = [word for word in words if word in homes][:1]
    for name in named or homes:
        command = find(homes, name)
        sub = under.add_parser(name, help=command.help, description=command.help, allow_abbrev=False)
        sub.add_argument("--data", type=Path, metavar="DIR", help="数据目录 · folder that holds everything it keeps")
        command.add_arguments(sub)
        sub.set_defaults(run=command.run)
    return top


def find(homes: Mapping[str, str], name: str) -> Command:
    """The command of a name, from the module where it lives."""
    return next(one for one in importlib.import_module(homes[name]).COMMANDS if one.name == name)


def default_data(environ: Mapping[str, str]) -> Path:
    """$KIOSK_DATA, or where this system keeps a user's data."""
    if given := environ.get("KIOSK_DATA"):
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("xinsheng-kiosk", appauthor=False)
