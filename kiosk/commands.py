"""Commands that need nothing but this terminal."""

import argparse
import json
from dataclasses import asdict
from datetime import datetime

from kiosk.cli import Command
from kiosk.store import FILE, Store


def local_now() -> datetime:
    """The time here, with its offset."""
    return datetime.now().astimezone()


def _status(args: argparse.Namespace) -> int:
    with Store.open(args.data / FILE, local_now) as store:
        status = store.status()
    if args.json:
        print(json.dumps(asdict(status) | {"link": status.link.hex()}))
    else:
        print(f"未上传 · unsent: {status.unsent} ({status.oldest_unsent_s} s)")
    return 0


def _status_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="一行 JSON · one line of JSON, a promise to scripts")


COMMANDS = [
    Command("status", "还有多少意见未上传 · what is recorded and what waits to be sent", _status_arguments, _status),
]
