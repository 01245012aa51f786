"""The doctor looks, says what is, and what to do; it mends nothing and wakes no Qt."""

import json
import subprocess
import sys
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from kiosk import doctor, runlock, selftest
from kiosk.doctor import examine, is_well, qt_state
from kiosk.errors import AnswersError
from kiosk.schema import SCHEMA
from kiosk.store import Store

ROOT = Path(__file__).parents[2]
STORE = ("store", "rescued", "parked", "unsent")
DEPLOYED = ("deploy", "autostart", "escape", "account")


@pytest.fixture
def states(path, clock):
    """The state of each check."""
    return lambda environ=None: {check.name: check.state for check in examine(path.parent, environ or {}, clock())}


def test_a_new_terminal_is_well_and_told_what_is_left_to_do(path, clock, store):
    checks = examine(path.parent, {}, clock())
    by_name = {check.name: check for check in checks}

    assert by_name["store"].state == by_name["clock"].state == by_name["folder"].state == "ok"
    assert by_name["enrolment"].state == by_name["diagonal"].state == "warn"
    assert "diagonal_inch" in by_name["diagonal"].remedy_zh
    assert len(by_name) == len(checks) == 22


def test_each_check_is_one_line_in_both_languages(path, clock, store):
    for check in examine(path.parent, {}, clock()):
        assert check.zh
        assert check.en
        assert bool(check.remedy_zh) == bool(check.remedy_en) == (check.state != "ok")
        assert "\n" not in check.line
        assert "{" not in check.line


def test_every_failure_has_its_words():
    words = tomllib.loads((ROOT / "assets" / "words" / "doctor.toml").read_text("utf-8"))

    for name, outcomes in words.items():
        for state, said in outcomes.items():
            needed = {"zh", "en"} if state == "ok" else {"zh", "en", "fix_zh", "fix_en"}
            assert said.keys() == needed, f"{name}.{state}"
    assert {*doctor._MACHINE, *doctor._PLACE, *STORE, *DEPLOYED, "grades"} == words.keys()


@pytest.mark.parametrize(
    ("python", "qt", "state"),
    [
        ((3, 11), "6.12.0", "fail"), ((3, 10), "6.12.1", "fail"), ((3, 12), "6.12.0", "ok"), ((3, 11), "6.11.3", "ok"),
    ],
)  # fmt: skip
def test_the_trap_of_qt_6_12_is_known(python, qt, state):
    assert qt_state(python, qt) == state


def test_a_clock_in_1970_fails(path, clock, store, states):
    clock.now = datetime(1970, 1, 1, tzinfo=UTC)

    assert states()["clock"] == "fail"
    assert not is_well(examine(path.parent, {}, clock()))


def test_a_damaged_store_fails_and_is_left_for_the_next_start(path, clock, entry, states):
    with Store.open(path, clock) as store:
        for _ in range(50):
            store.record(entry())
    content = bytearray(path.read_bytes())
    content[4096 * 8 : 4096 * 9] = b"\xff" * 4096
    path.write_bytes(content)

    assert states()["store"] == "fail"
    assert path.read_bytes() == content

    Store.open(path, clock).close()
    assert states()["store"] == "ok"
    assert states()["rescued"] == "warn"


@pytest.mark.parametrize("content", [b"", b"rubbish" * 999])
def test_rubbish_instead_of_a_store_fails(path, content, states):
    path.parent.mkdir()
    path.write_bytes(content)

    assert states()["store"] == "fail"


def test_a_newer_store_fails_and_is_named(path, clock, store, states):
    store.close()
    content = bytearray(path.read_bytes())
    content[60:64] = (SCHEMA + 1).to_bytes(4, "big")
    path.write_bytes(content)

    (check,) = (check for check in examine(path.parent, {}, clock()) if check.name == "store")
    assert check.state == "fail"
    assert "newer version" in check.en


def test_what_waits_too_long_or_cannot_be_sent_is_told(store, entry, clock, states):
    assert (states()["unsent"], states()["parked"]) == ("ok", "ok")

    clock.forward(days=2)
    store.park(store.status().epoch, 1, "refused")
    store.record(entry())

    assert (states()["unsent"], states()["parked"]) == ("ok", "warn")
    clock.forward(days=2)
    assert states()["unsent"] == "warn"


def test_a_spoken_message_that_was_damaged_is_told(path, clock, store):
    folder = path.parent / "voices"
    folder.mkdir()
    (folder / f"{'0' * 64}.xsv").write_bytes(b"half of it")
    (folder / f"{'1' * 64}.refused").write_bytes(b"half of it")

    (check,) = (check for check in examine(path.parent, {}, clock()) if check.name == "voices")

    assert check.state == "warn"
    assert "1 spoken messages were damaged and set aside; 1 wait" in check.en


def test_whether_the_terminal_runs(path, store, states):
    assert states()["running"] == "warn"
    with runlock.take(path.parent, "run"):
        assert states()["running"] == "ok"


def test_a_wrong_configuration_fails(path, store, states):
    assert states({"KIOSK_DIAGONAL_INCH": "27"})["diagonal"] == "ok"
    assert states({"KIOSK_NONSENSE": "1"})["config"] == "fail"


def test_without_its_model_or_what_runs_it_there_is_no_writing_by_hand(states, monkeypatch, tmp_path, store):
    assert states()["handwriting"] == "ok"

    real = doctor.find_spec
    monkeypatch.setattr(doctor, "find_spec", lambda name: None if name == "onnxruntime" else real(name))
    assert states()["handwriting"] == "warn"

    monkeypatch.undo()
    monkeypatch.setattr(doctor, "PEN_MODEL", Path("models", "another.onnx"))
    assert states()["handwriting"] == "warn"


def test_without_the_dictionaries_of_the_keyboard_doctor_says_so(states, monkeypatch, tmp_path, store):
    monkeypatch.setattr(doctor, "RIME_DATA", tmp_path)

    assert states()["pinyin"] == "warn"


def test_a_full_disk_and_a_folder_that_cannot_be_written_fail(tmp_path, clock, monkeypatch):
    usage = doctor.shutil.disk_usage(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    place = tmp_path / "file" / "data"

    assert {c.name: c.state for c in examine(place, {}, clock())}["folder"] == "fail"
    for free, state in ((2 * doctor.LOW, "ok"), (doctor.LOW - 1, "warn"), (doctor.VERY_LOW - 1, "fail")):
        monkeypatch.setattr(doctor.shutil, "disk_usage", lambda _, free=free: usage._replace(free=free))
        assert {c.name: c.state for c in examine(tmp_path, {}, clock())}["disk"] == state


def test_as_json_and_without_qt(tmp_path, clock):
    code = (
        "import sys; from kiosk.__main__ import HOMES; from kiosk.cli import main; "
        f"code = main(HOMES, ['doctor', '--json', '--data', {str(tmp_path)!r}]); "
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'django', 'lxml'))]; sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)

    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0 if told["ok"] else 1, "")
    assert {"name", "state", "zh", "en", "remedy_zh", "remedy_en"} == told["checks"][0].keys()
    assert clock() - timedelta(days=1) < clock()


@pytest.mark.parametrize(("refuse", "settled", "state"), [("", True, "ok"), ("", False, "warn"), ("1", True, "fail")])
def test_the_five_grades_are_looked_at(states, path, clock, refuse, settled, state):  # noqa: PLR0917
    def fill(grade):
        if grade == refuse:
            raise AnswersError("answers: grade: a choice that is not offered")
        return "quick-rating", "1", {"grade": grade}

    with Store.open(path, clock) as store:
        selftest.run(store, fill, clock())
        batch = store.freeze()
        if settled:
            store.settle(batch.batch_id, [(batch.first, batch.last)], {}, bytes(PrivateKey.generate().public_key))

    assert states()["grades"] == state
