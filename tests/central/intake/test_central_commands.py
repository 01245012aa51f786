"""Every command: its help, its folder, its exit codes."""

import pytest
from central_process import Centre

OURS = ["audit", "backup", "enrol-code", "ingest", "migrate", "restore", "revoke", "serve", "unlock-pin"]


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    return Centre.prepared(tmp_path_factory.mktemp("central") / "data")


def test_the_overview_names_every_command_with_a_line_of_help(alone):
    listed = {line.split()[0]: line.split(maxsplit=1)[1] for line in alone.done("--help").splitlines()[2:]}

    assert listed.keys() >= set(OURS)
    assert all(len(help_) > 20 for help_ in listed.values())


@pytest.mark.parametrize("command", [*OURS, "createsuperuser"])
def test_every_help_tells_of_the_data_folder(alone, command):
    assert "--data DIR" in alone.done(command, "--help")


@pytest.mark.parametrize("arguments", [[], ["bogus"], ["audit", "--bogus"], ["ingest"], ["serve", "--port", "x"]])
def test_wrong_usage_is_2(alone, arguments):
    assert alone.run(*arguments).returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["revoke", "nobody"],
        ["ingest", "/no/such/file.xsb"],
        ["restore", "/no/such/file"],
        ["backup", "/tmp/x", "--passphrase-file", "/no/such/file"],
        ["enrol-code", ""],
        ["serve", "--host", "192.0.2.1"],
    ],
)
def test_expected_failures_are_1_and_say_why_in_one_line(alone, arguments):
    failed = alone.run(*arguments, CENTRAL_PASSPHRASE="a long passphrase")

    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    assert failed.stderr.splitlines()[-1].startswith("central: ")


def test_a_folder_can_be_named_anywhere_on_the_line(tmp_path):
    alone = Centre(tmp_path / "data", None)
    alone.done("--data", tmp_path / "a", "enrol-code", "lobby")
    alone.done("enrol-code", "lobby", "--data", tmp_path / "a")

    assert (tmp_path / "a" / "central.db").exists()


def test_a_database_address_that_is_none_is_one_clear_line(alone):
    failed = alone.run("audit", DATABASE_URL="mysql://x")

    assert failed.returncode == 1
    assert failed.stderr == "central: DATABASE_URL: only postgresql:// is understood\n"


def test_a_database_that_does_not_answer_is_one_clear_line(alone):
    failed = alone.run("audit", DATABASE_URL="postgresql://nobody@/x?host=/nowhere")

    assert failed.returncode == 1
    assert failed.stderr.count("\n") == 1


def test_junk_among_good_files_fails_alone(fresh_centre, tmp_path):
    from central_terminal import Device

    with fresh_centre.serving():
        device = Device(fresh_centre)
    device.record(2)
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "a.xsb").write_bytes(b"holiday photo")
    (stick / "b.xsb").write_bytes(device.packed(1, 2)[:-3] + b"xyz")
    (stick / "c.xsb").write_bytes(device.packed(1, 2))

    ended = fresh_centre.run("ingest", stick)

    assert ended.returncode == 1
    assert [line.split(": ")[0].rsplit("/", 1)[1] for line in ended.stderr.splitlines()[:-1]] == ["a.xsb", "b.xsb"]
    assert "c.xsb: 2 new records" in ended.stdout
    assert sorted(path.name for path in stick.glob("*.json")) == ["b.receipt.json", "c.receipt.json"]
    assert fresh_centre.audit()["records"] == 2


def test_audit_counts_what_scripts_rely_on(fresh_centre):
    assert {"records", "terminals", "gaps", "forks", "altered"} <= fresh_centre.audit().keys()


def test_one_file_that_is_no_batch_is_one_clear_line_and_an_empty_folder_says_so(fresh_centre, tmp_path):
    (tmp_path / "letter.txt").write_text("not a batch")
    (tmp_path / "empty").mkdir()

    one = fresh_centre.run("ingest", tmp_path / "letter.txt")
    none = fresh_centre.run("ingest", tmp_path / "empty")

    assert (one.returncode, none.returncode) == (1, 1)
    assert one.stderr.count("\n") == none.stderr.count("\n") == 1
    assert "letter.txt: no batch file of a terminal (.xsb), or a damaged one" in one.stderr
    assert "empty: no batch file (.xsb) lies in this folder" in none.stderr
