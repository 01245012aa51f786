"""Cards and live lists are made at the centre by a command, whole or not at all."""

from datetime import date

import pytest
from circle_kit import receipt

from kiosk.errors import CallerError
from sync.central.cases import publish
from sync.central.cases.models import Card, CardCase
from sync.central.commons import board, lists, loading
from sync.central.intake.models import Venue

TODAY = date(2026, 11, 24)
NEED, MEASURE = {"zh-Hans": "多开戏曲班", "en": "More opera"}, {"zh-Hans": "增设周三班"}


@pytest.fixture
def venue(lobby):
    return Venue.objects.get()


def put(venue, **given) -> Card:
    return board.put("opera", {"need": NEED, "measure": MEASURE} | given, venue, TODAY)


def test_a_card_is_made_from_cases_and_told_to_terminals(lobby, venue):
    number = receipt(lobby).case.number

    card = put(venue, cases=[number], department="logistics")
    put(venue, cases=[number], state="done", said="老人们说好")

    assert CardCase.objects.filter(card=card).count() == 1
    publish.figures(TODAY)
    card.refresh_from_db()
    assert (card.state, card.said, card.department) == ("done", {"zh-Hans": "老人们说好"}, "logistics")
    assert board.remove("opera").removed


WRONG = (
    ({"need": {"en": "English only"}}, "need: needs Chinese"),
    ({"need": "字" * 61}, "at most 60"),
    ({"state": "perhaps"}, "state: one of"),
    ({"day": date(2026, 11, 25)}, "not in the future"),
    ({"department": "nobody"}, "not one of this venue's"),
    ({"cases": ["1123-00000"]}, "no case has this number"),
)


def test_a_card_that_would_not_do_is_refused_and_nothing_is_left_of_it(venue):
    for given, wrong in WRONG:
        with pytest.raises(CallerError, match=wrong):
            put(venue, **given)
    with pytest.raises(CallerError, match="needs what was asked"):
        board.put("opera", {"need": NEED}, venue, TODAY)
    assert not Card.objects.exists()


def test_a_file_of_cards_goes_up_whole_or_not_at_all(venue, tmp_path):
    file = tmp_path / "cards.toml"
    good = '[[cards]]\nid = "a"\nneed = "多开班"\nmeasure = "加开两个班"\nstate = "done"\nday = 2026-11-02\n'
    file.write_text(good + '[[cards]]\nid = "b"\nneed = "别的"\n', "utf-8")
    with pytest.raises(CallerError, match="b: needs what"):
        board.load(file, None, TODAY)
    assert not Card.objects.exists()

    file.write_text(good, "utf-8")
    assert [card.day for card in board.load(file, None, TODAY)] == [date(2026, 11, 2)]


SESSIONS = "name,label,label_en,category\ns1,周六越剧,Yue opera,B\ns2,书法班,,C\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_list_comes_from_what_excel_saves(venue, tmp_path, encoding):
    file = tmp_path / "场次.csv"
    file.write_bytes(SESSIONS.encode(encoding))

    rows, problems = loading.read("sessions", file)

    assert problems == []
    assert (loading.load("sessions", rows, venue), loading.load("sessions", rows, venue)) == (True, False)
    first = {"name": "s1", "label": "周六越剧", "label_en": "Yue opera", "category": "B"}
    assert lists.announced(venue.id)["sessions"][0] == first


def test_everything_wrong_in_a_list_is_named_by_line(tmp_path):
    file = tmp_path / "x.csv"
    file.write_text("name,label,category\ns 1,甲,A\ns2,,Z\ns2,丙,B\ns4,丁,B,more\n", "utf-8")

    _, problems = loading.read("sessions", file)

    assert problems == [
        "x.csv: line 2: name: letters, digits, _ . - without blanks",
        "x.csv: line 3: label: is empty",
        "x.csv: line 3: category: Z is not in the catalogue",
        "x.csv: line 4: name: s2 is there twice",
        "x.csv: line 5: more cells than columns",
    ]
    file.write_text("label,Name\n", "utf-8")
    assert "column 'name' is missing" in str(loading.read("sessions", file)[1])
    with pytest.raises(CallerError, match="own"):
        loading.read("votes", file)


def test_the_commands_say_what_they_did(empty, tmp_path):
    empty.done("enrol-code", "lobby")
    file = tmp_path / "sessions.csv"
    file.write_text(SESSIONS, "utf-8")

    assert "2 rows" in empty.done("list", "load", "sessions", file)
    assert "the same as before" in empty.done("list", "load", "sessions", file)
    assert "sessions: 2 rows" in empty.done("list", "show")
    assert "opera: doing, 0 want it" in empty.done("card", "put", "opera", "--need", "多开班", "--measure", "加开")
    file.write_text("name,label\n,甲\n", "utf-8")
    wrong = empty.run("list", "load", "sessions", file)
    assert wrong.returncode == 1
    assert "line 2: name" in wrong.stderr
