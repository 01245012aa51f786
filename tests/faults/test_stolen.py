"""A terminal is carried out of the door. With everything on its disk, nobody learns who said what."""

import base64
import gzip
import json
import os

import orjson
import pytest
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from kiosk import entries, privacy, receipts, records
from kiosk.clock import local_now
from kiosk.entries import Consent
from kiosk.errors import UntrustedError
from sync import carrier
from sync.identity import load_enrolment, load_identity
from tests.faults.kit import Lobby

PHONE, WORDS = "13800138000", "这句话谁也不该读到"


def visitor(lobby: Lobby, code: str):
    """Somebody who leaves a number, and a receipt code in their hand."""
    enrolment = load_enrolment(lobby.data)
    assert enrolment is not None
    now = local_now()
    subject = str(records.new_id(now))
    with lobby.store() as store:
        entry = entries.submitted(
            subject=subject,
            now=now,
            form="quick-rating",
            form_version="2026112401",
            answers={"grade": "1", "words": WORDS},
            language="zh-Hans",
            duration_ms=9000,
            consents=[Consent("contact", True, "1")],
            lookup=receipts.lookup_key(code, store.salt),
            sealed=privacy.seal_contact(enrolment.sealing_key, subject, {"phone": PHONE}),
        )
        store.record(entry)
    return subject


def everything(folder) -> dict[str, bytes]:
    """Every byte that a thief has, by file."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def stolen(house, tmp_path):
    """Settled by the centre; then somebody else spoke, whose words are not sent yet."""
    lobby = Lobby(tmp_path / "stolen", house).enrol()
    code = receipts.new_code()
    visitor(lobby, code)
    lobby.drain()
    second = receipts.new_code()
    subject = visitor(lobby, second)
    return lobby, code, second, subject


def test_nobody_reads_a_number_settled_or_not(stolen):
    lobby, *_ = stolen
    digits = [PHONE.encode(), PHONE.encode("utf-16-le"), PHONE[::-1].encode()]

    assert not [name for name, content in everything(lobby.data).items() if any(one in content for one in digits)]


def test_nobody_opens_what_is_sealed_with_all_the_keys_that_lie_there(stolen):
    """The terminal's own keys, its salt, its token: none of them opens a sealed contact or a settled body."""
    lobby, _, _, subject = stolen
    identity, enrolment = load_identity(lobby.data), load_enrolment(lobby.data)
    assert enrolment is not None
    keys = [bytes(identity.box), bytes(identity.signing), enrolment.sealing_key, enrolment.box_key, bytes(32)]
    with lobby.store() as store, store.reading() as db:
        boxes = [box for (box,) in db.execute("select box from records where box is not null")]
        bodies = [orjson.loads(body) for (body,) in db.execute("select body from records where body is not null")]
    sealed = next(body["sealed"] for body in bodies if body.get("subject") == subject)

    assert boxes
    for key in keys:
        with pytest.raises(UntrustedError):
            privacy.open_contact(key, subject, base64.b64decode(sealed))
        for box in boxes:
            with pytest.raises(CryptoError):
                SealedBox(PrivateKey(key)).decrypt(box)


def test_nothing_settled_is_readable(house, tmp_path):
    lobby = Lobby(tmp_path / "settled", house).enrol()
    visitor(lobby, receipts.new_code())
    lobby.drain()

    found = everything(lobby.data)

    for canary in (WORDS.encode(), WORDS.encode("utf-16-le"), json.dumps(WORDS).encode(), b'"answers"'):
        assert not [name for name, content in found.items() if canary in content]


def test_nobody_finds_a_receipt_code(stolen):
    """Only keys of Argon2id lie there: 19 MiB and two passes for each of 2^45 codes, under the venue's salt."""
    lobby, first, second, _ = stolen
    found = everything(lobby.data)

    for code in (first, second):
        for shape in (code, receipts.show(code), code.lower()):
            assert not [name for name, content in found.items() if shape.encode() in content]
    with lobby.store() as store, store.reading() as db:
        keys = {bytes(key) for (key,) in db.execute("select lookup from cases")}
        assert {receipts.lookup_key(code, store.salt) for code in (first, second)} <= keys
    assert receipts._OPS * receipts._MEMORY >= 2 * 19 * 2**20
    assert 32 ** (receipts.LENGTH - 1) == 2**45


def test_a_stick_on_the_street_tells_nobody_a_number(stolen, tmp_path):
    lobby, *_ = stolen
    stick = tmp_path / "stick"
    with lobby.store() as store:
        written = list(carrier.export(store, load_identity(lobby.data), stick))

    assert sum(one.count for one in written) == 1
    unpacked = [gzip.decompress(one.path.read_bytes()) for one in written]
    assert not [content for content in unpacked if PHONE.encode() in content]


def test_a_stolen_terminal_that_was_reported_learns_nothing_more_and_spoils_nothing(stolen):
    lobby, *_ = stolen
    lobby.house.centre.done("revoke", lobby.source)

    lobby.drain()

    states = lobby.house.centre.sql("select state from intake_record where source = ? order by seq", lobby.source)
    assert states[-1] == ("held",)  # kept apart until somebody decides
    said = lobby.house.centre.sql("select revoked_at from intake_terminal where source = ?", lobby.source)
    assert said[0][0] is not None
    assert os.path.exists(lobby.data)
