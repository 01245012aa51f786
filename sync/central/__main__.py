"""The ``central`` command: Django's own management, with one data folder and our exit codes (0, 1, 2)."""

import argparse
import os
import sys

from sync.central import places


def main(argv: list[str]) -> int:
    """Runs one command. 0 done, 1 expected failure with one clear line, 2 wrong usage."""
    rest = _take_data(argv)
    places.prepare(places.find(os.environ))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sync.central.settings")
    from sync.central.commands import run

    return run(rest)


def _take_data(argv: list[str]) -> list[str]:
    """Puts ``--data`` where settings look for it, and gives back the other arguments."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--data")
    known, rest = parser.parse_known_args(argv)
    if known.data:
        os.environ[places.VARIABLE] = known.data
    return rest


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
