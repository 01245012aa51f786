"""``central staff``, ``work`` and ``rebuild`` as a person types them."""

import re

import pytest
from central_process import Centre


def test_a_log_in_is_made_and_its_password_shown_once(empty):
    said = empty.done("staff", "hejing", "--role", "collector", "--role", "supervisor", "--full-name", "何静")

    password = said.splitlines()[-1]
    assert re.fullmatch(r"([a-z0-9]{4}-){3}[a-z0-9]{4}", password)
    kept = empty.sql("select password from auth_user where username = ?", "hejing")[0][0]
    assert password not in kept
    assert empty.sql("select count(*) from auth_user_groups")[0][0] == 2
    assert empty.done("staff", "hejing", "--role", "collector").splitlines()[-1] != password
    assert empty.sql("select count(*) from auth_user_groups")[0][0] == 1


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("staff", "a b", "--role", "collector"), 1, "central: name: letters, digits"),
        (("staff", "a", "--role", "collector", "--venue", "x"), 1, "central: venue: there is no x"),
        (("staff", "a", "--role", "collector", "--department", "x"), 1, "central: department: there is no x"),
        (("staff", "a", "--role", "king"), 2, "usage:"),
        (("staff", "a"), 2, "usage:"),
    ],
)
def test_what_does_not_exist_is_one_line_and_makes_nothing(empty, arguments, code, told):
    done = empty.run(*arguments)

    assert done.returncode == code
    assert done.stderr.startswith(told)
    assert empty.sql("select count(*) from auth_user")[0][0] == 0


def test_work_says_what_it_did(empty):
    empty.done("enrol-code", "lobby")

    assert "0 records read, 0 parked, 0 cases brought up to date" in empty.done("work")
    assert empty.sql("select count(*) from cases_department")[0][0] >= 10
    assert empty.done("rebuild").startswith("0 cases rebuilt, the same as before")


@pytest.mark.parametrize("command", ["work", "rebuild", "staff", "demo"])
def test_every_command_has_its_help(tmp_path, command):
    said = Centre.usual(tmp_path).done(command, "--help")

    assert "--data DIR" in said
    assert len(said.splitlines()) > 4
