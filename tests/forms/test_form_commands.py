import forms_kit
import pytest

from kiosk.__main__ import HOMES
from kiosk.cli import main
from kiosk.clock import local_now
from kiosk.forms.registry import Registry
from kiosk.store import FILE, Store


@pytest.fixture
def kiosk(tmp_path, capsys):
    """Runs a command and gives (exit code, lines of stdout, lines of stderr)."""

    def run(*words):
        try:
            code = main(HOMES, [str(word) for word in words])
        except SystemExit as stop:
            code = stop.code
        told = capsys.readouterr()
        return code, told.out.splitlines(), told.err.splitlines()

    return run


@pytest.fixture
def form_file(tmp_path):
    def write(version="1", row="text; q; 题", name="trial.md"):
        path = tmp_path / name
        settings = (("form_id", "version"), ("trial", version))
        path.write_text(forms_kit.markdown("type; name; label", row, settings=settings), encoding="utf-8")
        return path

    return write


def test_list_names_every_form_that_ships(kiosk, tmp_path):
    code, lines, _ = kiosk("form", "list", "--data", tmp_path / "d")
    assert code == 0
    assert any(line.startswith("* quick-rating ") and "builtin" in line for line in lines)


def test_check_says_that_a_form_can_be_used(kiosk, form_file):
    code, lines, _ = kiosk("form", "check", form_file())
    assert code == 0
    assert lines[-1] == "trial.md: 可以使用 · can be used"


def test_check_names_each_problem_in_a_line_and_fails(kiosk, form_file):
    code, lines, _ = kiosk("form", "check", form_file(row="geopoint; q; 在哪"))
    assert code == 1
    assert any(line.startswith("survey 2 type: 题型 geopoint") for line in lines)


def test_check_of_a_file_that_is_not_there_is_one_line(kiosk, tmp_path):
    assert kiosk("form", "check", tmp_path / "nope.xlsx") == (1, [], ["nope.xlsx: No such file or directory"])


def test_install_takes_a_form_into_use_beside_a_running_terminal(kiosk, form_file, tmp_path):
    data = tmp_path / "d"
    data.mkdir()
    with Store.open(data / FILE, local_now) as store:
        registry = Registry(store=store)

        code, lines, _ = kiosk("form", "install", form_file(), "--data", data)

        assert (code, lines) == (0, ["trial 1: 已启用 · in use now"])
        assert registry.latest("trial").version == "1"
        assert kiosk("form", "install", form_file("2"), "--data", data)[0] == 0
        assert registry.latest("trial").version == "2"


def test_install_refuses_what_cannot_run_and_changes_nothing(kiosk, form_file, tmp_path):
    code, lines, told = kiosk("form", "install", form_file(row="begin_repeat; r; 组"), "--data", tmp_path / "d")
    assert code == 1
    assert lines == []
    assert any("repeats do not run here" in line for line in told)
    assert not any("trial" in line for line in kiosk("form", "list", "--data", tmp_path / "d")[1])


def test_install_refuses_to_change_a_published_version(kiosk, form_file, tmp_path):
    data = ("--data", tmp_path / "d")
    assert kiosk("form", "install", form_file(), *data)[0] == 0
    assert kiosk("form", "install", form_file(), *data)[0] == 0  # the same once more does no harm
    code, _, told = kiosk("form", "install", form_file(row="text; q; 别的题"), *data)
    assert code == 1
    assert len(told) == 1
    assert "published already" in told[0]


def test_an_xform_can_be_installed_too(kiosk, folder, tmp_path):
    path = tmp_path / "trial.xml"
    path.write_bytes(forms_kit.compiled(forms_kit.markdown("type; name; label", "text; q; 题"), folder))
    assert kiosk("form", "install", path, "--data", tmp_path / "d")[0] == 0


@pytest.mark.parametrize("words", [("form",), ("form", "chekc", "x"), ("form", "check")])
def test_wrong_usage_is_two(kiosk, words):
    assert kiosk(*words)[0] == 2


@pytest.mark.parametrize("words", [("form", "--help"), ("form", "list", "--help"), ("form", "install", "--help")])
def test_help_speaks_chinese_first(kiosk, words):
    code, lines, _ = kiosk(*words)
    assert code == 0
    assert "--data" in "\n".join(lines)
    assert "表单" in "\n".join(lines)
