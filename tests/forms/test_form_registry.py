import forms_kit
import pytest

from kiosk.clock import local_now
from kiosk.errors import FormError
from kiosk.forms.registry import Registry, form_row
from kiosk.forms.xform import parse_form
from kiosk.store import FILE, FormRow, Store


def xform(folder, version: str, label: str = "题") -> bytes:
    settings = (("form_id", "version"), ("trial", version))
    return forms_kit.compiled(forms_kit.markdown("type; name; label", f"text; q; {label}", settings=settings), folder)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / FILE, local_now) as store:
        yield store


@pytest.fixture
def shipped(tmp_path, folder):
    place = tmp_path / "xform"
    place.mkdir()
    (place / "trial.xml").write_bytes(xform(folder, "1"))
    return place


@pytest.fixture
def registry(shipped, store):
    return Registry(shipped, store)


@pytest.fixture
def put(store):
    return lambda xml, origin="here": store.put_form(form_row(parse_form(xml), xml, origin))


def test_what_ships_is_there(registry):
    assert registry.latest("trial").version == "1"
    assert registry.get("trial", "1").id == "trial"
    assert [(edition.form.version, edition.origin, edition.current) for edition in registry.editions()] == [
        ("1", "builtin", True)
    ]


def test_a_form_that_was_put_in_is_in_use_at_once_and_old_versions_stay(registry, put, folder):
    before = registry.latest("trial")
    put(xform(folder, "2"))

    assert registry.latest("trial").version == "2"
    assert registry.get("trial", "1") is before
    assert [(edition.form.version, edition.current) for edition in registry.editions()] == [("2", True), ("1", False)]


def test_the_one_put_in_last_counts_so_that_one_can_go_back(registry, put, folder):
    put(xform(folder, "3"))
    put(xform(folder, "2"), "centre")
    assert registry.latest("trial").version == "2"


def test_a_published_version_never_changes(registry, put, folder):
    registry.check_new(parse_form(xform(folder, "1")))
    with pytest.raises(FormError, match="trial 1: published already with other content"):
        registry.check_new(parse_form(xform(folder, "1", "另一题")))
    put(xform(folder, "2"))
    with pytest.raises(FormError, match="trial 2: published already"):
        registry.check_new(parse_form(xform(folder, "2", "另一题")))
    registry.check_new(parse_form(xform(folder, "4")))


def test_a_form_that_cannot_run_here_gives_way_to_the_one_before(registry, put, store, folder):
    put(xform(folder, "2"))
    store.put_form(FormRow("trial", "9", "0" * 64, b"<from-a-newer-version/>", "centre"))

    assert registry.latest("trial").version == "2"
    assert [edition.form.version for edition in registry.editions()] == ["2", "1"]


@pytest.mark.parametrize("name", ["nope", "../trial", "/etc/passwd", ""])
def test_a_form_that_is_not_here_is_one_line(registry, name):
    with pytest.raises(FormError, match="not on this terminal"):
        registry.latest(name)
    with pytest.raises(FormError, match="not on this terminal"):
        registry.get("trial", "7")


def test_a_form_is_parsed_once(registry):
    assert registry.latest("trial") is registry.latest("trial")
