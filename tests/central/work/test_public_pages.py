"""What anybody sees on a phone: where a case stands, the board, and nothing else."""

import os
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from lobby import MONDAY, project, the_case

from kiosk.receipts import lookup_key, new_code, show
from sync.central.cases import moves
from sync.central.cases.models import Card, Failure
from sync.central.cases.moves import Deed
from sync.central.cases.roles import RULES
from sync.central.public import timeline

SECRET = "这句话只给馆里看"


@pytest.fixture
def phone():
    return Client(headers={"accept-language": "en-US,en"})  # a phone set to English is no wish for English


@pytest.fixture
def told(lobby):
    """A visitor with words and a receipt code, classified, dispatched, noted, answered."""
    code = new_code()
    subject = lobby.says(SECRET, grade=1, lookup=lookup_key(code, b"salt of a lobby!").hex(), category="F")
    case = the_case(subject)
    for deed in (
        Deed("classify", category="F4"),
        Deed("dispatch", department="logistics"),
        Deed("note", text={"zh-Hans": "这个人脾气大"}),
        Deed("answer", text={"zh-Hans": "<b>空调</b>修好了。", "en": "It works again."}),
    ):
        case = moves.act(case.id, deed, RULES, MONDAY)
    return SimpleNamespace(code=code, case=case, subject=subject)


def test_a_receipt_shows_where_its_case_stands_and_what_was_answered(told, phone):
    page = phone.post("/c", {"code": show(told.code).lower()})

    text = page.content.decode()
    assert page.status_code == 200
    for expected in (
        show(told.code),
        "答复",
        "&lt;b&gt;空调&lt;/b&gt;修好了。",
        "后勤安保部",
        "12月14日（周一）前告诉您结果",
    ):
        assert expected in text


def test_a_page_shows_nothing_but_that(told, phone):
    text = phone.post("/c", {"code": told.code}).content.decode()

    hidden = (SECRET, "脾气", told.case.number, str(told.case.id), told.subject, "18:15", "checked", "F4")
    assert [word for word in hidden if word in text] == []


def test_an_unknown_code_says_so_and_a_mistyped_one_says_that(lobby, phone):
    code = new_code()
    typo = code[:-1] + ("0" if code[-1] != "0" else "1")

    assert "还没有查到" in phone.post("/c", {"code": code}).content.decode()
    assert "再核对一遍" in phone.post("/c", {"code": typo}).content.decode()
    assert Failure.objects.count() == 1  # a slip of the finger is no guess


def test_who_guesses_is_slowed_down_and_who_finds_is_not(told, phone):
    for _ in range(7):
        assert phone.post("/c", {"code": told.code}).status_code == 200
    for _ in range(5):
        assert phone.post("/c", {"code": new_code()}).status_code == 200

    refused = phone.post("/c", {"code": told.code})

    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 60
    assert "分钟后再试" in refused.content.decode()
    assert phone.post("/c", {"code": told.code}, REMOTE_ADDR="203.0.113.5").status_code == 200


@pytest.mark.parametrize("path", ["/", "/c", "/board"])
def test_a_page_needs_no_cookie_no_redirect_and_little(lobby, phone, path):
    page = phone.get(path)

    assert page.status_code == 200
    assert not page.cookies
    assert len(page.content) < 30_000
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "no-referrer"
    assert page["Content-Language"] == "zh-Hans"
    assert 'lang="zh-Hans"' in page.content.decode()


def test_everything_a_page_brings_along_is_under_a_hundred_kilobytes(lobby, phone):
    import re

    from django.contrib.staticfiles.finders import find

    page = phone.get("/c").content
    parts = re.findall(r'(?:href|src)="/static/([^"]+)"', page.decode())

    assert len(parts) >= 3
    assert len(page) + sum(os.path.getsize(str(find(part))) for part in parts) < 100_000


def test_english_is_there_for_whoever_asks(told, phone):
    page = phone.post("/c", {"code": told.code, "lang": "en"})

    text = page.content.decode()
    assert page["Content-Language"] == "en"
    assert "It works again." in text
    assert "Building and security" in text
    assert 'href="/board?lang=en"' in text


def test_the_board_says_what_was_done_what_is_being_done_and_what_cannot_be(lobby, phone):
    for state, need in (("done", "周末加一场亲子剪纸"), ("doing", "电动车棚"), ("cannot", "老楼装电梯")):
        Card.objects.create(
            id=state,
            venue_id="donghu",
            need={"zh-Hans": need},
            measure={"zh-Hans": "如此"},
            day=date(2026, 11, 2),
            state=state,
        )
    Card.objects.create(
        id="gone",
        venue_id="donghu",
        need={"zh-Hans": "撤下的"},
        measure={},
        day=date(2026, 11, 2),
        state="done",
        removed=True,
    )

    done, cannot = (phone.get(f"/board?show={state}").content.decode() for state in ("done", "cannot"))

    assert ("亲子剪纸" in done, "电梯" in done, "撤下的" in done) == (True, False, False)
    assert "老楼装电梯" in cannot
    assert "已做到 1" in done
    assert phone.get("/board?show=x&page=99999999999999999999&lang=tlh").status_code == 200


def test_a_board_of_many_cards_turns_pages(lobby, phone):
    for n in range(15):
        Card.objects.create(
            id=f"n{n}",
            venue_id="donghu",
            need={"zh-Hans": f"愿望{n:02}。"},
            measure={"zh-Hans": "做了"},
            day=date(2026, 11, 2),
            state="done",
        )

    pages = [phone.get(f"/board?page={page}").content.decode() for page in (1, 2)]

    assert [sum(f"愿望{n:02}。" in page for n in range(15)) for page in pages] == [12, 3]


@pytest.mark.parametrize("method", ["put", "delete"])
def test_other_methods_are_refused(phone, ground, method):
    assert getattr(phone, method)("/c").status_code == 405


# -- the way, in plain words


def view(state, *steps, first=None, result=None, answer=None):
    made = [{"state": step, "day": f"2026-11-{23 + n}", "department": None} for n, step in enumerate(steps)]
    return {"state": state, "steps": made, "due": {"first_answer": first, "result": result}, "answer": answer}


def marks(lines):
    return [line.mark for line in lines]


def test_what_waits_says_by_when_and_what_comes(ground):
    lines = timeline.steps(view("received", "received", first="2026-11-26"), today=date(2026, 11, 24))

    assert marks(lines) == ["now", "todo", "todo"]
    assert (lines[0].due, lines[0].late) == ("2026-11-26", False)


def test_what_is_late_says_so():
    lines = timeline.steps(
        view("dispatched", "received", "classified", "dispatched", first="2026-11-26"), today=date(2026, 11, 27)
    )

    assert marks(lines) == ["done", "now", "todo", "todo"]  # sorting is a step of ours, not of the visitor's
    assert lines[1].late


def test_a_rating_alone_was_counted():
    lines = timeline.steps(view("archived", "received", "archived"), today=date(2026, 11, 27))

    assert [line.word for line in lines] == [timeline.WORDS["received"], timeline.COUNTED]


def test_what_was_taken_back_says_so():
    lines = timeline.steps(
        view("archived", "received", "answered", "archived"), today=date(2026, 11, 27), withdrawn=True
    )

    assert lines[-1].word == timeline.WITHDRAWN


def test_every_state_has_its_plain_word():
    from sync.central.cases.states import STATES

    assert set(timeline.WORDS) == set(STATES)


def test_a_case_that_waits_too_long_says_so_on_its_page(lobby, phone):
    code = new_code()
    long_ago = MONDAY - timedelta(days=60)
    lobby.says("很久以前", grade=1, lookup=lookup_key(code, b"salt of a lobby!").hex(), at=long_ago)
    project()

    assert "晚了" in phone.post("/c", {"code": code}).content.decode()
