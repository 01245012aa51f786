"""Who a terminal is stays in files that only it reads, whole or not at all."""

import json
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from terminals import ENROLLED

from kiosk.errors import ConfigError, NotEnrolled, StoreFull
from sync import private
from sync.identity import (
    ENROLMENT,
    IDENTITY,
    load_enrolment,
    load_identity,
    need_enrolment,
    save_enrolment,
)


def test_keys_are_made_once_and_only_the_owner_reads_them(tmp_path: Path):
    first = load_identity(tmp_path)
    again = load_identity(tmp_path)

    assert bytes(first.signing) == bytes(again.signing)
    assert bytes(first.box) == bytes(again.box)
    assert bytes(first.box) != bytes(first.signing)
    assert stat.S_IMODE((tmp_path / IDENTITY).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [IDENTITY]  # no draft is left


def test_two_processes_at_the_first_start_get_the_same_keys(tmp_path: Path):
    with ThreadPoolExecutor(8) as pool:
        keys = {bytes(one.signing) for one in pool.map(load_identity, [tmp_path] * 8)}
    assert len(keys) == 1


def test_an_enrolment_comes_back_as_it_was_kept(tmp_path: Path):
    assert load_enrolment(tmp_path) is None
    for kept in (ENROLLED, replace(ENROLLED, certificate=None, public_url="https://x.example", terminal=4)):
        save_enrolment(tmp_path, kept)
        assert load_enrolment(tmp_path) == kept
    assert stat.S_IMODE((tmp_path / ENROLMENT).stat().st_mode) == 0o600


def test_no_centre_yet_is_said_in_one_line(tmp_path: Path):
    with pytest.raises(NotEnrolled, match="kiosk enrol"):
        need_enrolment(tmp_path)


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"[]", b'{"signing":"00","box":"00"}'])
def test_damaged_files_are_named_and_left_alone(tmp_path: Path, damage: bytes):
    for name, load in ((IDENTITY, load_identity), (ENROLMENT, load_enrolment)):
        (tmp_path / name).write_bytes(damage)
        with pytest.raises(ConfigError, match=name):
            load(tmp_path)
        assert (tmp_path / name).read_bytes() == damage


def test_a_key_of_another_length_is_damage(tmp_path: Path):
    save_enrolment(tmp_path, ENROLLED)
    stored = json.loads((tmp_path / ENROLMENT).read_bytes())
    (tmp_path / ENROLMENT).write_text(json.dumps(stored | {"signing_key": "00" * 31}))
    with pytest.raises(ConfigError):
        load_enrolment(tmp_path)


def test_a_folder_that_cannot_be_written_keeps_what_stood_there(tmp_path: Path):
    with pytest.raises(StoreFull):
        private.write(tmp_path / "missing" / "file", b"x")
    (tmp_path / "full").write_bytes(b"")
    with pytest.raises(StoreFull):
        private.write_once(tmp_path / "full" / "file", b"x")
