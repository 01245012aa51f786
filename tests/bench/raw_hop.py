"""The limit of sync: batches of 500 rows over one ASGI hop into SQLite, durable at both ends, and nothing else.

No signature, no chain, no receipt, no parsing: what is left is what two processes and two disks cost.
"""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import requests

PORT_LINE = "raw hop at "


async def app(scope, receive, send):
    """Keep the body's lines, one row each, in one durable transaction."""
    if scope["type"] == "lifespan":
        while True:
            message = await receive()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return
    body, more = b"", True
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
    store = _store(Path(os.environ["RAW_HOP"]))
    with store:
        store.executemany("insert into t (line) values (?)", [(line,) for line in body.splitlines()])
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"ok"})


_open: dict[Path, sqlite3.Connection] = {}


def _store(path: Path) -> sqlite3.Connection:
    if path not in _open:
        _open[path] = durable(path)
    return _open[path]


def durable(path: Path) -> sqlite3.Connection:
    store = sqlite3.connect(path, check_same_thread=False)
    store.execute("pragma journal_mode = wal")
    store.execute("pragma synchronous = full")
    store.execute("create table if not exists t (id integer primary key, line blob, sent integer default 0)")
    return store


@contextmanager
def serving(folder: Path, port: int) -> Iterator[str]:
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", "1", "--no-log", "tests.bench.raw_hop:app"]
    server = subprocess.Popen(command, env={**os.environ, "RAW_HOP": str(folder / "far.db")})
    url = f"http://127.0.0.1:{port}/"
    try:
        _until_there(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(20)


def _until_there(url: str, server: subprocess.Popen) -> None:
    while True:
        try:
            requests.post(url, data=b"", timeout=2)
        except requests.ConnectionError:
            if server.poll() is not None:
                raise RuntimeError("the raw hop did not start") from None
            time.sleep(0.05)
        else:
            return


def send(lines: Sequence[bytes], folder: Path, url: str) -> float:
    """Seconds for all lines, 500 at a time: read from one file, sent, kept in the other, and marked as sent."""
    near = durable(folder / "near.db")
    with near:
        near.executemany("insert into t (line) values (?)", [(line,) for line in lines])
    session = requests.Session()
    begun = time.perf_counter()
    while rows := near.execute("select id, line from t where sent = 0 order by id limit 500").fetchall():
        session.post(url, data=b"\n".join(line for _, line in rows), timeout=60).raise_for_status()
        with near:
            near.execute("update t set sent = 1 where id between ? and ?", (rows[0][0], rows[-1][0]))
    took = time.perf_counter() - begun
    near.close()
    return took
