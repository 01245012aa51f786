"""A terminal without a screen, as a process: visitors who rate, and the courier beside them, as `kiosk run` has it.

Every rating that record() has returned for is "thanked": one line in the thanks file, written at once.
Run: python -m tests.faults.headless DATA THANKS [--count N] [--pace S] [--drain] [--words N]
"""

import argparse
import os
import select
import sys
import threading
from pathlib import Path

from kiosk import entries, records, runlock
from kiosk.clock import local_now
from kiosk.errors import KioskError
from kiosk.store import FILE, Store
from sync.terminal import Worker


def main(argv: list[str]) -> int:
    args = _arguments(argv)
    done = threading.Event()
    courier = threading.Thread(target=_send, args=(args, done), daemon=True)
    if not args.offline:
        courier.start()
    thanks = os.open(args.thanks, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    _visit(args, thanks)
    if not args.drain:
        return 0
    return 0 if done.wait(args.patience) else 1


def _visit(args: argparse.Namespace, thanks: int) -> None:
    store = _opened(args.data)
    for number in range(args.count) if args.count >= 0 else iter(int, 1):
        now = local_now()
        entry = entries.submitted(
            subject=str(records.new_id(now)),
            now=now,
            form="quick-rating",
            form_version="2026112401",
            answers={"grade": str(1 + number % 5), "words": "好" * args.words},
            language="zh-Hans",
            duration_ms=4000,
        )
        try:
            recorded = store.record(entry)
        except KioskError as fault:  # told, never thanked
            print(fault, file=sys.stderr, flush=True)
            _rest(args.sorry)
            continue
        os.write(thanks, f"{recorded.record_id}\n".encode())
        if args.pace:
            _rest(args.pace)
    store.close()


def _send(args: argparse.Namespace, done: threading.Event) -> None:
    with runlock.take(args.data, "courier", wait_s=10):
        store = _opened(args.data)
        worker = Worker(args.data, store)
        while True:
            try:
                worker.run_once(local_now())
                if args.hurry and worker.courier:
                    worker.courier.forget_wait()  # somebody presses "sync now" all the time
                if store.status().unsent == 0:
                    done.set()
            except KioskError as fault:
                print(fault, file=sys.stderr, flush=True)
            _rest(0.005 if args.hurry else worker.rest_s(local_now()))


def _opened(data: Path) -> Store:
    while True:
        try:
            return Store.open(data / FILE, local_now)
        except KioskError as fault:
            print(fault, file=sys.stderr, flush=True)
            _rest(0.05)


def _rest(seconds: float) -> None:
    """Python's own sleep asks for a moment of the monotonic clock, which faketime turns into nonsense."""
    select.select([], [], [], seconds)


def _arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("thanks", type=Path)
    parser.add_argument("--count", type=int, default=-1, help="ratings; -1 for ever")
    parser.add_argument("--pace", type=float, default=0.0)
    parser.add_argument("--sorry", type=float, default=0.02)
    parser.add_argument("--words", type=int, default=20)
    parser.add_argument("--drain", action="store_true", help="end once nothing is unsent: 0, or 1 after --patience")
    parser.add_argument("--patience", type=float, default=30)
    parser.add_argument("--offline", action="store_true")
    parser.add_argument("--no-hurry", dest="hurry", action="store_false")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
