"""A bad network between two real processes: an asyncio proxy that loses, cuts, garbles, swaps, repeats and drips.

It does `faults` bad things in a random order and then behaves, so that what was hindered can arrive.
"""

import asyncio
import random
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

KINDS = (
    "lost request",
    "lost reply",
    "cut request",
    "cut reply",
    "garbled request",
    "garbled reply",
    "swapped request",
    "swapped reply",
    "repeated request",
    "dripping reply",
    "latency",
    "partition",
)
PARTITION_S = 0.15


@dataclass
class FaultProxy:
    """Counts what it did. port is where it listens."""

    upstream: int
    rng: random.Random
    faults: int
    kinds: tuple[str, ...] = KINDS
    done: Counter[str] = field(default_factory=Counter)
    port: int = 0
    _apart_until: float = 0.0

    async def serve(self, ready: threading.Event, stop: asyncio.Event) -> None:
        server = await asyncio.start_server(self._meet, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await stop.wait()
        server.close()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if asyncio.get_running_loop().time() < self._apart_until:
            writer.transport.abort()
            return
        try:
            up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self.upstream)
        except OSError:  # the centre is down
            writer.transport.abort()
            return
        talk = Talk(self, reader, writer, up_reader, up_writer)
        await talk.run()

    def next_fault(self) -> str | None:
        """What to do to the next thing a terminal says; the rarest so far comes sooner."""
        if self.done.total() >= self.faults or self.rng.random() < 0.35:
            return None
        least = min(self.done[kind] for kind in self.kinds)
        kind = self.rng.choice([kind for kind in self.kinds if self.done[kind] == least])
        self.done[kind] += 1
        if kind == "partition":
            self._apart_until = asyncio.get_running_loop().time() + PARTITION_S
        return kind


@dataclass
class Talk:
    """One connection through the proxy."""

    proxy: FaultProxy
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    up_reader: asyncio.StreamReader
    up_writer: asyncio.StreamWriter
    fault: str | None = None
    said: bytes = b""

    async def run(self) -> None:
        both = [asyncio.create_task(self._out()), asyncio.create_task(self._back())]
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        for task in both:
            task.cancel()
        await asyncio.gather(*both, return_exceptions=True)
        for writer in (self.writer, self.up_writer):
            writer.close()

    async def _out(self) -> None:
        """What the terminal says."""
        while piece := await self.reader.read(2**16):
            self.said += piece
            self.fault = self.fault or self.proxy.next_fault()
            rng = self.proxy.rng
            match self.fault:
                case "lost request" | "partition":
                    return
                case "cut request":
                    self.up_writer.write(piece[: rng.randrange(len(piece))])
                    await self.up_writer.drain()
                    return
                case "garbled request":
                    piece, self.fault = garbled(piece, rng), "close after reply"
                case "swapped request":
                    piece, self.fault = swapped(piece, rng), "close after reply"
                case "latency":
                    await asyncio.sleep(rng.uniform(0.02, 0.2))
                    self.fault = None
                case "repeated request":
                    await self._repeat()
                    self.fault = None
            self.up_writer.write(piece)
            await self.up_writer.drain()

    async def _back(self) -> None:
        """What the centre answers."""
        while piece := await self.up_reader.read(2**16):
            rng = self.proxy.rng
            match self.fault:
                case "lost reply":
                    return
                case "cut reply":
                    self.writer.write(piece[: rng.randrange(len(piece))])
                    await self.writer.drain()
                    return
                case "garbled reply":
                    piece, self.fault = garbled(piece, rng), "close after reply"
                case "swapped reply":
                    piece, self.fault = swapped(piece, rng), "close after reply"
                case "dripping reply":
                    for byte in piece[:60]:
                        self.writer.write(bytes([byte]))
                        await asyncio.sleep(0.001)
                    piece, self.fault = piece[60:], None
            self.writer.write(piece)
            await self.writer.drain()
            if self.fault == "close after reply":
                return

    async def _repeat(self) -> None:
        """All that was said on this connection, once more on another: the network's own doubles."""
        with suppress(OSError, asyncio.TimeoutError):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.proxy.upstream)
            try:
                writer.write(self.said)
                await writer.drain()
                await asyncio.wait_for(reader.read(2**16), 0.5)
            finally:
                writer.close()


def garbled(piece: bytes, rng: random.Random) -> bytes:
    """Some bytes are other bytes."""
    changed = bytearray(piece)
    for _ in range(rng.randint(1, 8)):
        changed[rng.randrange(len(changed))] ^= rng.randrange(1, 256)
    return bytes(changed)


def swapped(piece: bytes, rng: random.Random) -> bytes:
    """Two parts of it come in the wrong order."""
    at = rng.randrange(len(piece))
    return piece[at:] + piece[:at]


@contextmanager
def bad_network(upstream: int, rng: random.Random, faults: int, kinds: tuple[str, ...] = KINDS) -> Iterator[FaultProxy]:
    """A proxy in a thread of its own, until the block ends."""
    proxy, ready = FaultProxy(upstream, rng, faults, kinds), threading.Event()
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()

    def work() -> None:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(proxy.serve(ready, stop))
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.run_until_complete(asyncio.sleep(0.01))
        loop.close()

    thread = threading.Thread(target=work)
    thread.start()
    assert ready.wait(60)
    try:
        yield proxy
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(10)
