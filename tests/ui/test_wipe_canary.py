"""A canary is typed through the real keyboard; when its visitor has gone it is nowhere the next one could meet it."""

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from searching import in_clipboard, in_files, in_memory, in_python, in_screens, in_view_models

CANARY = ("z", "q", "x", "j", "k", "w")  # as keys: the word itself must not lie about in this file
KEPT = r"^kiosk\.db"  # where what was sent lies until the centre has it


def type_canary(visit) -> None:
    visit.finger.until("keys", lambda: any(name in visit.finger.names() for name in ("key_z", "key_Z")))
    for sign in CANARY:
        names = visit.finger.names()
        visit.tap(f"key_{sign}" if f"key_{sign}" in names else f"key_{sign.upper()}")


def word() -> str:
    return "".join(CANARY)


def models_of(visit):
    return [getattr(visit.terminal.models, field.name) for field in fields(visit.terminal.models)]


def found(visit, inputs_folder: Path, *, but: str = "$^") -> dict[str, object]:
    """Every place that still holds the canary."""
    visit.finger.settle()
    wanted = word()
    screens, looked_at = in_screens(visit.terminal, wanted)
    assert looked_at > 400  # else the walk went nowhere, and proves nothing
    places = {
        "screens": screens,
        "view-models": in_view_models(models_of(visit), wanted),
        "clipboard": in_clipboard(wanted),
        "files": in_files([visit.terminal.config.data, inputs_folder], wanted, but),
        "python": in_python(wanted),
    }
    return {place: what for place, what in places.items() if what}


@pytest.fixture
def typed(lobby):
    """A visitor in English at F1's last question, with the canary on the paper."""

    def build(**config):
        visit = lobby(languages=("en", "zh-Hans"), **config)
        visit.tap("face_4", "skip")
        visit.finger.until("the paper", lambda: visit.terminal.models.question.props.kind == "lines")
        type_canary(visit)
        return visit

    return build


@pytest.fixture
def rime_folder(inputs, tmp_path_factory) -> Path:
    return tmp_path_factory.getbasetemp()


@pytest.mark.parametrize(
    "how", ["time", pytest.param("home", marks=pytest.mark.all), pytest.param("cleared", marks=pytest.mark.all)]
)
def test_nothing_is_left_of_one_who_goes(typed, rime_folder, how):
    visit = typed()
    assert {"screens", "view-models", "python"} <= found(visit, rime_folder).keys()  # the search can find
    if how == "cleared":
        visit.tap("clearText")  # 找回来 must not bring it back for the next one
    if how == "home":
        visit.tap("dockHome", "leave")
        visit.watch.skip(200)
    else:
        visit.watch.skip(91)
        visit.finger.until("the question", lambda: visit.eye.find("stay") is not None)
        visit.watch.skip(31)
    visit.finger.until("the end of the visit", lambda: not visit.terminal.conductor.visiting)
    visit.saved()

    assert found(visit, rime_folder) == {}


@pytest.mark.all
def test_how_much_lies_in_freed_memory(typed, record_property):
    """A figure for the report, not a promise: what Python and Qt have freed is not written over."""
    visit = typed()
    here = in_memory(word())
    visit.terminal.conductor.end_visit()
    visit.saved()

    record_property("typed", here)
    record_property("after the visit, freed places included", in_memory(word()))
    assert here != 0


def test_of_one_who_sent_it_only_the_record_is_left(typed, rime_folder):
    visit = typed()
    visit.tap("next")
    visit.at("thanks")
    visit.tap("finish")
    visit.saved()

    assert found(visit, rime_folder, but=KEPT) == {}


def test_the_next_one_finds_an_empty_paper(typed):
    visit = typed()
    visit.watch.skip(91)
    visit.finger.until("the question", lambda: visit.eye.find("stay") is not None)
    visit.tap("leave")
    visit.at("home")

    visit.tap("face_4", "skip")
    visit.finger.until("the paper", lambda: visit.terminal.models.question.props.kind == "lines")
    visit.finger.settle()

    assert visit.eye.find("restoreText") is None
    assert not any(word() in text.lower() for text in visit.texts())


def test_nothing_can_be_pasted_by_the_next_one(lobby):
    visit = lobby()
    visit.tap("face_4")
    QGuiApplication.clipboard().setText(word())
    assert in_clipboard(word())

    visit.terminal.conductor.end_visit()

    assert not in_clipboard(word())
