"""What the screens show, worked out from values: no window, no clock."""

from dataclasses import dataclass, field
from datetime import date, time

import pytest
from conftest import ROOT

from kiosk.catalogue import load_catalogue
from kiosk.sound import can_be_heard
from ui.pictograms import paint, paint_face
from ui.speech.reading import spell
from ui.viewmodels.base import text_of
from ui.viewmodels.board import derive_board
from ui.viewmodels.form import masked
from ui.viewmodels.home import derive_example, derive_forms, derive_hours, derive_tiles
from ui.viewmodels.idle import derive_idle
from ui.viewmodels.lookup import derive_steps, typed_with
from ui.viewmodels.question import pages_of, toggled


@dataclass(frozen=True)
class Case:
    state: str
    steps: tuple = ()
    first_answer_due: str | None = None
    result_due: str | None = None
    answer: dict | None = None


@dataclass(frozen=True)
class Asked:
    type: str
    name: str = "q"
    appearance: frozenset = field(default_factory=frozenset)


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue(ROOT / "assets" / "catalogue.toml")


def step(state, day="2026-11-26", department=None):
    return {"state": state, "day": day, "department": department}


CARD = {"id": "1", "need": {"zh-Hans": "加一场"}, "measure": {"zh-Hans": "加了"}, "day": "2026-02-28", "count": 8}


def test_home_has_nine_tiles_and_elders_have_six(catalogue):
    standard, others = derive_tiles(catalogue, "zh-Hans", elder=False)
    elder, more = derive_tiles(catalogue, "zh-Hans", elder=True)

    assert (len(standard), len(elder)) == (9, 6)
    assert standard[-1].code == elder[-1].code == "others"
    assert {t.code for t in (*standard, *others)} == {t.code for t in (*elder, *more)}


def test_a_tile_with_several_forms_offers_each(catalogue):
    assert [tile.code for tile in derive_forms(catalogue, catalogue.category("L").forms, "en")] == [
        "form:wish",
        "form:wish-wall",
    ]


def test_hours_are_those_of_the_day():
    opening = {"thu": (time(9), time(21)), "mon": None}

    assert derive_hours(opening, date(2026, 11, 26)) == ("9:00", "21:00", (0,))
    assert derive_hours(opening, date(2026, 11, 23)) == ("", "", (0,))


def test_the_example_is_something_done_before_something_under_way():
    doing, done = {**CARD, "state": "doing", "id": "2"}, {**CARD, "state": "done"}

    assert derive_example([doing, done], "zh-Hans").state == "done"
    assert derive_example([doing], "zh-Hans").state == "doing"
    assert derive_example([{**CARD, "state": "cannot"}], "zh-Hans") is None


def test_the_idle_question_counts_down_to_the_wipe():
    assert derive_idle(89.9, 90, 30) == (False, 31)
    assert derive_idle(90, 90, 30) == (True, 30)
    assert derive_idle(119.5, 90, 30) == (True, 1)
    assert derive_idle(500, 90, 30) == (True, 0)


@pytest.mark.parametrize(
    ("typed", "key", "then"), [("", "a", "A"), ("", "o", "0"), ("", "I", "1"), ("", "U", ""), ("0123456789", "A", None)]
)
def test_a_code_is_typed_tolerantly(typed, key, then):
    assert typed_with(typed, key) == (typed if then is None else then)


def looks(case) -> list[tuple[str, str]]:
    return [(one.state, one.look) for one in derive_steps(case, "zh-Hans", date(2026, 11, 26))]


def test_a_case_that_only_the_terminal_knows_is_received():
    assert looks(Case("kept", (step("kept"),))) == [
        ("received", "now"),
        ("dispatched", "next"),
        ("in_progress", "next"),
        ("answered", "next"),
        ("called_back", "next"),
    ]


def test_a_case_under_way_says_by_when():
    training = {"zh-Hans": "艺术培训部", "en": "Art training"}
    case = Case(
        "in_progress",
        (step("received"), step("classified"), step("dispatched", "2026-11-27", training), step("in_progress")),
        first_answer_due="2026-12-01",
    )

    shown = derive_steps(case, "en", date(2026, 11, 26))

    assert looks(case)[:3] == [("received", "done"), ("dispatched", "done"), ("in_progress", "now")]
    assert (shown[1].department, shown[2].due) == ("Art training", "2026-12-01")


def test_what_was_due_and_has_not_come_is_said():
    case = Case("received", (step("received"),), first_answer_due="2026-11-25")

    assert derive_steps(case, "en", date(2026, 11, 25))[0].late is False
    assert derive_steps(case, "en", date(2026, 11, 26))[0].late is True


def test_an_answer_stands_on_the_card():
    case = Case("answered", (step("received"), step("answered")), answer={"zh-Hans": "加了一班。"})

    current = next(one for one in derive_steps(case, "zh-Hans", date(2026, 11, 26)) if one.look == "now")

    assert (current.state, current.note, current.due) == ("answered", "加了一班。", "")


def test_what_cannot_be_done_ends_the_path():
    assert looks(Case("declined", (step("received"), step("declined"))))[-1] == ("declined", "now")


def test_the_board_counts_what_is_here_until_the_centre_has_counted():
    rows = [{**CARD, "state": "done"}, {**CARD, "state": "doing", "id": "2"}]
    own = derive_board(rows, None, tab="done", language="en", supported={}, pulled="")
    told = derive_board(
        rows,
        {"received": 412, "answered": 397, "done": 31, "doing": 12, "cannot": 9, "on_time_percent": 96.4},
        tab="doing",
        language="en",
        supported={"2": 8},
        pulled="",
    )

    assert (own.counts, own.received, own.on_time) == ((1, 1, 0), -1, -1)
    assert (told.counts, told.received, told.on_time) == ((31, 12, 9), 412, 96)
    assert [(card.count, card.supported) for card in told.cards] == [(9, True)]


def test_no_more_than_the_limit_can_be_chosen():
    assert toggled(["a"], "b", 2) == ["a", "b"]
    assert toggled(["a", "b"], "c", 2) is None
    assert toggled(["a", "b"], "a", 2) == ["b"]
    assert toggled(None, "a", 0) == ["a"]


def test_whatever_needs_a_keyboard_stands_alone():
    one, two, text, three = Asked("select_one"), Asked("range"), Asked("text"), Asked("select_one")

    assert pages_of((one, two, text, three)) == ((one, two), (text,), (three,))


def test_a_phone_number_is_masked():
    assert masked("13800138000") == "138 •••• 8000"


def test_a_text_falls_back_to_chinese():
    assert text_of({"zh-Hans": "文化馆", "en": "Centre"}, "en") == "Centre"
    assert text_of({"zh-Hans": "文化馆"}, "en") == "文化馆"
    assert text_of(None, "en") == ""


def test_a_code_is_read_sign_by_sign():
    assert spell("7K3M9 QXT4C") == ["7 , K , 3 , M , 9", "Q , X , T , 4 , C"]


def test_nothing_is_read_aloud_where_nothing_can_be_heard():
    assert not can_be_heard({}, exists=lambda _: False)


def test_a_pictogram_takes_the_colours_of_the_theme():
    svg = (ROOT / "assets" / "pictograms" / "cat-A-activities.svg").read_text("utf-8")

    painted = paint(svg, "#ffffff", "#5a5a5a")

    assert "#211D19" not in painted
    assert "#BFD5C6" not in painted
    assert painted.count("#5a5a5a") == 1
    assert paint(svg, "#ffffff", None).count("#BFD5C6") == 1


def test_a_face_on_black_has_a_ring_of_its_own():
    svg = (ROOT / "assets" / "pictograms" / "face-5.svg").read_text("utf-8")

    on_black = paint_face(svg, "#000000", "#ffffff", "#ffffff")

    assert "translate" not in on_black
    assert 'stroke="#ffffff"' in on_black
    assert "translate" in paint_face(svg, "#211d19", "#f8e3a4", "#211d19")


def test_every_pictogram_of_the_catalogue_is_there(catalogue):
    named = {c.pictogram for c in catalogue.categories} | {o.pictogram for o in catalogue.openings.values()}

    assert [name for name in named if not (ROOT / "assets" / "pictograms" / name).exists()] == []
