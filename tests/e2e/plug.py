"""Pulls the plug: SIGKILL into a terminal whose visitor hurries, again and again, and then looks at what is left."""

import json
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kiosk import receipts, records
from kiosk.clock import local_now
from kiosk.store import FILE, Store
from tests.e2e.first_light import ROOT, environ

VISITOR = Path(__file__).with_name("hasty_visitor.py")


@dataclass(frozen=True)
class Result:
    """thanked, kills: how many. lost: codes thanked for and not there; doubled: visits that stand there twice."""

    thanked: int
    kills: int
    lost: list[str]
    doubled: list[str]
    chain_whole: bool


def pull_the_plug(data: Path, *, thanked: int, kills: int, longest_s: float, seed: int) -> Result:
    """Kill the terminal at random moments of a life until it was killed and visits were thanked for so often."""
    moments = random.Random(seed)
    codes: list[str] = []
    lives = 0
    while len(codes) < thanked or lives < kills:
        codes += one_life(data, moments.uniform(0.2, longest_s))
        lives += 1
    return look(data, codes, lives)


def one_life(data: Path, seconds: float) -> list[str]:
    """From the first thanks, or the start when none comes, so many seconds; then the plug. The codes thanked for."""
    process = subprocess.Popen(
        [sys.executable, VISITOR, str(data)],
        env=environ(),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    plug = threading.Timer(seconds, process.send_signal, [signal.SIGKILL])
    plug.start()
    rest, said = process.communicate(timeout=60)
    plug.cancel()
    assert process.returncode == -signal.SIGKILL, said
    lines = [first, *rest.splitlines(keepends=True)]
    return [json.loads(line)["thanked"] for line in lines if line.endswith("\n")]


def look(data: Path, codes: list[str], kills: int) -> Result:
    """What the store holds of them."""
    store = Store.open(data / FILE, local_now)
    salt, heads, bodies = store.salt, [], []
    batches = []
    while (batch := store.freeze()) is not None:
        batches.append(batch)
        for line in store.lines(batch):
            record, head = records.parse_line(line)
            heads.append((batch.epoch, record.head))
            bodies.append((head["type"], json.loads(record.body or b"{}")))
    status = store.status()
    store.close()
    submitted = Counter(body["lookup"] for type_, body in bodies if type_ == "feedback.submitted")
    finished = Counter(body["lookup"] for type_, body in bodies if type_ == "feedback.amended")
    keys = {receipts.lookup_key(code, salt).hex(): code for code in codes}
    lost = [code for key, code in keys.items() if not (submitted[key] and finished[key])]
    doubled = [key for key, times in (submitted + finished).items() if submitted[key] > 1 or finished[key] > 1]
    link = records.NO_LINK
    for epoch, head in heads:
        link = records.next_link(link if epoch == status.epoch else records.NO_LINK, head)
    return Result(len(codes), kills, lost, doubled, link == status.link and len({epoch for epoch, _ in heads}) == 1)
