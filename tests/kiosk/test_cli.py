"""The `kiosk` command as a shell sees it: help everywhere, 0, 1 or 2, and one line when something is wrong."""

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import receipts
from kiosk.__main__ import HOMES
from kiosk.cli import default_data, find, main, parser
from kiosk.schema import SCHEMA
from kiosk.store import FILE

ROOT = Path(__file__).parents[2]
CONTRACT = [
    "run",
    "tour",
    "submit",
    "status",
    "doctor",
    "pin",  # beside the contract: what a technician needs when no centre can answer
    "sync",
    "enrol",
    "export",
    "settle",
    "form",
    "backup",
    "restore",
    "rotate-keys",
]


@pytest.fixture
def kiosk(tmp_path, capsys, monkeypatch):
    """Runs a command in this process: exit code, standard output, standard error."""
    monkeypatch.setenv("KIOSK_DATA", str(tmp_path / "data"))

    def run(*words):
        try:
            code = main(HOMES, [str(word) for word in words])
        except SystemExit as leaving:
            code = leaving.code
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def answers(tmp_path):
    def write(value):
        path = tmp_path / "answers.json"
        path.write_bytes(value if isinstance(value, bytes) else json.dumps(value).encode())
        return path

    return write


def actions_below(one):
    """Every argument of a parser and of the parsers under it."""
    for action in one._actions:
        if isinstance(action, argparse._SubParsersAction):
            for part in action.choices.values():
                yield from actions_below(part)
        else:
            yield action


def test_the_commands_are_those_of_the_contract():
    assert sorted(HOMES) == sorted(CONTRACT)


@pytest.mark.parametrize("name", CONTRACT)
def test_every_command_explains_itself_in_chinese_first(kiosk, name):
    command = find(HOMES, name)
    code, out, _ = kiosk(name, "--help")

    assert code == 0
    assert "--data DIR" in out
    assert re.match(r"[\u4e00-\u9fff]", command.help)
    assert re.search(r" · [a-zA-Z]", command.help)
    for action in actions_below(parser(HOMES, [name])):
        assert action.help, f"{name} {action.dest} has no help"


def test_the_whole_help_names_every_command(kiosk):
    code, out, _ = kiosk("--help")

    assert code == 0
    assert [name for name in CONTRACT if not re.search(rf"^    {name}\b", out, re.MULTILINE)] == []


@pytest.mark.parametrize("words", [[], ["dance"], ["status", "--jsn"], ["submit"], ["backup"]])
def test_wrong_usage_is_2(kiosk, words):
    code, out, err = kiosk(*words)

    assert (code, out) == (2, "")
    assert "usage: kiosk" in err


def test_answers_from_a_file_are_recorded(kiosk, answers):
    code, out, _ = kiosk("submit", "quick-rating", "--answers", answers({"grade": "5"}), "--category", "F")

    told = json.loads(out)
    assert code == 0
    assert (told["seq"], receipts.read_code(told["code"])) == (2, told["code"].replace(" ", ""))
    assert re.fullmatch(r"[0-9a-f-]{36}", told["record_id"])
    status = json.loads(kiosk("status", "--json")[1])
    assert (status["recorded"], status["feedback"], status["unsent"], status["parked"]) == (2, 1, 2, 0)
    assert status["oldest_unsent_s"] >= 0


def test_answers_from_standard_input_are_recorded(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "submit", "quick-rating", "--data", str(tmp_path)],
        input='{"grade": "4"}', capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["seq"] == 2


@pytest.mark.parametrize(
    ("form", "value", "told"),
    [
        ("quick-rating", {"grade": "9"}, "grade"),
        ("quick-rating", {"nonsense": 1}, "nonsense"),
        ("quick-rating", {}, "grade"),
        ("quick-rating", b"{", "not JSON"),
        ("quick-rating", b"\xff\xfe", "not JSON"),
        ("quick-rating", b"[" * 100_000, "not JSON|nested"),
        ("quick-rating", [], "one object"),
        ("no-such-form", {"grade": "5"}, "no-such-form"),
        ("../../etc/passwd", {"grade": "5"}, "not on this terminal"),
    ],
)
def test_answers_that_do_not_fit_get_one_line_and_change_nothing(kiosk, answers, form, value, told):
    code, out, err = kiosk("submit", form, "--answers", answers(value))

    assert (code, out, err.count("\n")) == (1, "", 1)
    assert re.search(told, err)
    assert json.loads(kiosk("status", "--json")[1])["feedback"] == 0


def test_an_answer_is_never_repeated_in_an_error(kiosk, answers):
    _, _, err = kiosk("submit", "quick-rating", "--answers", answers({"grade": "我是张三", "words": "张三的电话"}))

    assert "张三" not in err


def test_a_missing_file_gets_one_line(kiosk, tmp_path):
    code, _, err = kiosk("submit", "quick-rating", "--answers", tmp_path / "none.json")

    assert (code, err.count("\n")) == (1, 1)


def test_a_wrong_configuration_stops_a_submission(kiosk, answers, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "kiosk.toml").write_text("idel_s = 1\n", encoding="ascii")

    code, _, err = kiosk("submit", "quick-rating", "--answers", answers({"grade": "5"}))

    assert (code, err.count("\n")) == (1, 1)
    assert "unknown: idel_s" in err


def test_a_newer_store_is_left_alone(kiosk, tmp_path):
    kiosk("status")
    path = tmp_path / "data" / FILE
    content = bytearray(path.read_bytes())
    content[60:64] = (SCHEMA + 1).to_bytes(4, "big")
    path.write_bytes(content)

    code, _, err = kiosk("status")

    assert (code, err.count("\n")) == (1, 1)
    assert path.read_bytes() == content


def test_status_for_people_says_how_many_and_how_old(kiosk):
    code, out, _ = kiosk("status")

    assert code == 0
    assert "未上传 · unsent 1" in out


def test_data_on_the_line_beats_the_environment(kiosk, tmp_path):
    kiosk("status", "--data", tmp_path / "other")

    assert (tmp_path / "other" / FILE).exists()
    assert not (tmp_path / "data").exists()


def test_without_a_word_the_system_says_where(tmp_path):
    assert default_data({"KIOSK_DATA": str(tmp_path)}) == tmp_path
    assert default_data({}).name == "xinsheng-kiosk"


def test_a_reader_that_goes_away_is_no_traceback(tmp_path):
    command = f"{sys.executable} -m kiosk doctor --data {tmp_path} | head -c 0"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=ROOT, check=False)

    assert done.stderr == ""


def test_a_command_imports_only_what_it_needs(tmp_path):
    code = (
        "import sys; from kiosk.__main__ import HOMES; from kiosk.cli import main; "
        f"main(HOMES, ['status', '--data', {str(tmp_path)!r}]); main(HOMES, ['status', '--data', {str(tmp_path)!r}]); "
        "print([name for name in ('PySide6', 'django', 'pyxform', 'requests', 'lxml', 'platformdirs') "
        "if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


def test_an_existing_store_opens_without_sqlite_utils(tmp_path):
    code = (
        "import sys; from kiosk.store import Store; from kiosk.clock import local_now; from pathlib import Path; "
        f"Store.open(Path({str(tmp_path)!r}) / 'kiosk.db', local_now).close(); print('sqlite_utils' in sys.modules)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True).stdout
        for _ in range(2)
    ]

    assert runs == ["True\n", "False\n"]
    assert os.listdir(tmp_path)


def test_answers_can_be_read_as_a_table_before_any_centre_is_known(kiosk, answers, tmp_path):
    kiosk("submit", "quick-rating", "--answers", answers({"grade": "5", "words": "灯有点暗"}))

    code, out, _ = kiosk("export", tmp_path / "out", "--csv")

    assert (code, out.strip()) == (0, str(tmp_path / "out" / "quick-rating.csv"))
    assert "灯有点暗" in (tmp_path / "out" / "quick-rating.csv").read_text("utf-8-sig")


def test_backup_and_restore_say_what_they_did(kiosk, answers, tmp_path):
    kiosk("submit", "quick-rating", "--answers", answers({"grade": "5"}))
    code, out, _ = kiosk("backup", tmp_path / "b.db")
    assert (code, str(tmp_path / "b.db") in out) == (0, True)
    kiosk("submit", "quick-rating", "--answers", answers({"grade": "4"}))

    code, out, _ = kiosk("restore", tmp_path / "b.db")

    assert code == 0
    assert "1 that the backup lacked were carried over" in out
    assert json.loads(kiosk("status", "--json")[1])["feedback"] == 2
    assert kiosk("restore", tmp_path / "none")[0] == 1
