"""A centre in this process: the rules of batch.md §7 in memory, behind the same seam as the real one."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

import orjson
from nacl.public import PrivateKey
from nacl.signing import SigningKey

from kiosk.errors import BatchError, UntrustedError
from kiosk.records import TYPES, canonical, wire_time
from sync import batch, receipt
from sync.link import BATCHES, HEARTBEAT, Reply, Request, Unreachable


@dataclass
class FakeCentre:
    """Takes batches of one terminal. records: seq → (body hash, body), for each epoch."""

    terminal_key: bytes
    now: datetime = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    signing: SigningKey = field(default_factory=SigningKey.generate)
    sealing: PrivateKey = field(default_factory=PrivateKey.generate)
    records: dict[str, dict[int, tuple[str, bytes]]] = field(default_factory=dict)
    receipts: dict[bytes, bytes] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    refuses: bytes | None = None  # a batch with this in it is refused for good
    heartbeats: list[dict[str, Any]] = field(default_factory=list)

    @property
    def signing_key(self) -> bytes:
        return bytes(self.signing.verify_key)

    @property
    def sealing_key(self) -> bytes:
        return bytes(self.sealing.public_key)

    def exchange(self, request: Request) -> Reply | Unreachable:
        if request.path == BATCHES:
            assert request.body is not None
            return self.take(request.body)
        if request.path == HEARTBEAT:
            assert request.body is not None
            said = orjson.loads(request.body)
            self.heartbeats.append(said)
            answer: dict[str, Any] = {"format": receipt.HEARTBEAT, "time": wire_time(self.now)}
            if "epoch" in said:
                seq = max(self.records.get(said["epoch"], {}), default=0)
                answer["head"] = {"seq": seq, "link": "00" * 32}
            return Reply(200, receipt.sign(answer, self.signing))
        return Reply(200, self.page(int(request.path.partition("after=")[2])))

    def take(self, packed: bytes) -> Reply:
        unpacked = batch.unpack(packed)
        if known := self.receipts.get(unpacked.digest):
            return Reply(200, known)
        try:
            frame = batch.read(unpacked)
            batch.verify_signature(frame, self.terminal_key)
            if self.refuses and self.refuses in unpacked.data:
                raise BatchError("record 1: poisoned")
        except (BatchError, UntrustedError) as error:
            code = "400.1" if isinstance(error, BatchError) else "403.4"
            return Reply(int(code[:3]), self.refuse(unpacked, code, str(error)))
        line = self._receipt(frame)
        self.receipts[unpacked.digest] = line
        return Reply(201, line)

    def refuse(self, unpacked: batch.Unpacked, code: str, why: str) -> bytes:
        header = orjson.loads(unpacked.data.split(b"\n")[0])
        return receipt.sign(
            self._names(header, unpacked.digest, "refusal") | {"code": code, "place": "record 1", "why": why},
            self.signing,
        )

    def page(self, after: int) -> bytes:
        rows = [row for row in self.rows if row["cursor"] > after]
        body = b"".join(canonical(row) + b"\n" for row in rows)
        end = {
            "format": receipt.UPDATES,
            "after": after,
            "cursor": rows[-1]["cursor"] if rows else after,
            "count": len(rows),
            "sha256": hashlib.sha256(body).hexdigest(),
            "more": False,
            "time": wire_time(self.now),
        }
        return body + receipt.sign(end, self.signing) + b"\n"

    def ids(self) -> list[str]:
        """The own names of every record held, each copy counted."""
        return sorted(orjson.loads(body)["id"] for chain in self.records.values() for _, body in chain.values())

    def _receipt(self, frame: batch.Frame) -> bytes:
        header = frame.header
        chain = self.records.setdefault(header["epoch"], {})
        fork = any(seq in chain and chain[seq][0] != head["body"] for seq, head in _by_seq(frame))
        gap = header["first"] > 1 and header["first"] - 1 not in chain
        for (seq, head), body, box in zip(_by_seq(frame), frame.bodies, frame.boxes, strict=True):
            chain.setdefault(seq, (head["body"], body or batch.open_box(box or b"", head, self.sealing)))
        below = header["first"] if gap else 2**53
        newest = max((seq for seq in chain if seq < below), default=0)
        return receipt.sign(
            self._names(header, frame.digest, "receipt")
            | {
                "held": [[header["first"], header["last"]]],
                "parked": [{"seq": s, "reason": "type"} for s, head in _by_seq(frame) if head["type"] not in TYPES],
                "fork": fork,
                "head": {"seq": newest, "link": "00" * 32},
                "backup_covers": None,
            },
            self.signing,
        )

    def _names(self, header: dict[str, Any], digest: bytes, kind: str) -> dict[str, Any]:
        return {name: header[name] for name in ("batch", "source", "epoch")} | {
            "format": receipt.FORMAT,
            "kind": kind,
            "centre": "test",
            "digest": digest.hex(),
            "time": wire_time(self.now),
        }


def forged(centre: FakeCentre) -> FakeCentre:
    """The same centre, signing with a key that nobody pinned."""
    return replace(centre, signing=SigningKey.generate(), records={}, receipts={})


def _by_seq(frame: batch.Frame) -> list[tuple[int, dict[str, Any]]]:
    return list(enumerate(frame.heads, frame.header["first"]))
