"""Chains and batches for tests: real records, real keys."""

from dataclasses import dataclass
from datetime import UTC, datetime

from nacl.signing import SigningKey

from kiosk import records
from sync import batch

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Chain:
    """Some records of one epoch, and the batch that carries them."""

    source: str
    epoch: str
    records: list[records.Record]
    header: bytes
    link: bytes
    key: SigningKey

    @property
    def lines(self) -> list[bytes]:
        return [record.line for record in self.records]

    @property
    def unpacked(self) -> bytes:
        return batch.write(self.header, self.lines, self.link, self.key)

    @property
    def packed(self) -> bytes:
        return batch.pack(self.unpacked)


def make_chain(count: int = 3, words: str = "想学书法", key: SigningKey | None = None) -> Chain:
    source, epoch, link, made = records.new_source(), records.new_epoch(), records.NO_LINK, []
    for seq in range(1, count + 1):
        visit = str(records.new_id(NOW))
        record = records.build(
            source=source,
            epoch=epoch,
            seq=seq,
            type_="feedback.submitted",
            day="2026-11-24",
            form="quick-rating",
            form_version="2026112401",
            grade=5,
            body={"answers": {"grade": "5", "words": words}, "id": visit, "subject": visit},
        )
        made.append(record)
        link = records.next_link(link, record.head)
    header = batch.make_header(
        batch=str(records.new_id(NOW)),
        source=source,
        epoch=epoch,
        first=1,
        last=count,
        link=records.NO_LINK,
        clock={"boot": "5f0f", "mono_ms": 12_000, "offset_ms": None, "wall": records.wire_time(NOW)},
    )
    return Chain(source, epoch, made, header, link, key or SigningKey.generate())
