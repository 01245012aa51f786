"""batch.md is normative: its example is read by our reader and by the one it prints for third parties."""

import re
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from kiosk.errors import UntrustedError
from sync import batch, receipt

TEXT = (Path(batch.__file__).parent / "batch.md").read_text("utf-8")


def block(kind: str) -> str:
    found = re.search(rf"^```{kind}\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    assert found, f"batch.md has no block of {kind}"
    return found.group(1)


def named(what: str) -> bytes:
    found = re.search(rf"^- {what} `([0-9a-f]+)`", TEXT, re.MULTILINE)
    assert found, f"batch.md names no {what}"
    return bytes.fromhex(found.group(1))


UNPACKED = block("batch").encode()


def test_the_example_is_a_batch():
    frame = batch.read_frame(batch.pack(UNPACKED))

    batch.verify_signature(frame, named("terminal's public key"))
    assert frame.digest == named("digest")
    assert frame.bodies[2] is None
    assert batch.open_box(frame.boxes[2] or b"", frame.heads[2], PrivateKey(named("centre's private sealing key")))


def test_the_example_is_not_signed_by_just_anybody():
    frame = batch.read_frame(batch.pack(UNPACKED))
    with pytest.raises(UntrustedError):
        batch.verify_signature(frame, named("centre's public key"))


def test_the_example_answers_are_signed():
    for kind in ("receipt", "refusal"):
        document = receipt.read(block(kind).encode(), named("centre's public key"))
        assert (document["kind"], document["digest"]) == (kind, named("digest").hex())


def test_the_reader_for_third_parties_reads_the_example():
    given = {
        "packed": batch.pack(UNPACKED),
        "terminal_key": named("terminal's public key"),
        "sealing_key": named("centre's private sealing key"),
    }
    exec(compile(block("python"), "batch.md", "exec"), given)

    assert [body.get("reason") for body in given["bodies"]] == ["created", None, None]


@pytest.mark.parametrize(
    ("limit", "value"),
    [
        ("records in a batch", batch.RECORDS_MAX),
        ("unpacked bytes, everything together", batch.UNPACKED_MAX),
        ("packed bytes", batch.PACKED_MAX),
        ("a record line with a body", batch.LINE_MAX),
        ("a record line with a box", batch.BOX_LINE_MAX),
    ],
)
def test_the_limits_are_those_of_the_code(limit: str, value: int):
    assert re.search(rf"^\| {limit} \| {value:,}\b", TEXT, re.MULTILINE)
