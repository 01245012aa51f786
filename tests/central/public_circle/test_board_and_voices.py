"""The board, +1, how it is counted, votes and courses on a phone."""

import re
from datetime import date, timedelta

import pytest
from circle_kit import answered, receipt, sequel
from django.test import Client
from django.utils import timezone
from lobby import project, visitor

from sync.central.cases.models import Card, CardCase, Case, Support
from sync.central.cases.outward import card_counts
from sync.central.commons import lists, opening
from sync.central.intake.models import Record, Venue


@pytest.fixture
def card(lobby):
    need, measure = {"zh-Hans": "多开戏曲班"}, {"zh-Hans": "增设周三班"}
    return Card.objects.create(
        id="opera", venue_id=lobby.venue, need=need, measure=measure, day=date(2026, 11, 20), state="doing"
    )


@pytest.fixture
def poll(lobby):
    today, venue = timezone.localdate(), Venue.objects.get()
    question = {"zh-Hans": "周末想看什么？"}
    return opening.open_poll("w48", question, ["越剧", "电影"], venue=venue, today=today, until=None)


def visit_in(text: str) -> str:
    return re.search(r'name="visit" value="([^"]+)"', text)[1]


def read(phone: Client, address: str, fields: dict | None = None) -> str:
    found = phone.get(address) if fields is None else phone.post(address, fields)
    assert found.status_code == 200
    assert not found.cookies
    return found.content.decode()


def count(card) -> int:
    return card_counts([card])[card.id]


def test_a_card_counts_each_visit_once_however_it_said_so(lobby, card):
    both, wrote, gone = (receipt(lobby) for _ in range(3))
    pressed = visitor()
    CardCase.objects.bulk_create([CardCase(card=card, case_id=one.case.id) for one in (both, wrote, gone)])
    for subject in (both.subject, pressed, pressed):
        lobby.writes("feedback.supported", subject, card=card.id)
    lobby.writes("feedback.withdrawn", gone.subject, channel="kiosk", level="V0", reason=None)
    project()

    assert count(card) == 3


def test_a_phone_adds_its_voice_once_a_visit(phone, card):
    visit = visit_in(read(phone, "/board?show=doing"))

    for _ in range(2):
        text = read(phone, "/board", {"card": card.id, "visit": visit, "show": "doing"})

    assert "已算上您" in text
    assert count(card) == 1
    assert Record.objects.filter(type="feedback.supported").count() == 1
    other = visit_in(read(phone, "/board?show=doing"))
    read(phone, "/board", {"card": card.id, "visit": other, "show": "doing"})
    assert count(card) == 2


def test_a_visit_that_this_centre_did_not_sign_has_no_voice(phone, card):
    read(phone, "/board", {"card": "nothing-of-ours", "visit": visit_in(read(phone, "/board?show=doing"))})
    assert not Support.objects.exists()

    read(phone, "/board", {"card": card.id, "visit": "0192f3a0-0000-7000-8000-000000000000:x:y"})

    assert Support.objects.count() == 1  # its own name, freshly signed: one visit like any other
    assert str(Support.objects.get().subject) != "0192f3a0-0000-7000-8000-000000000000"


def test_one_address_cannot_drown_the_rest(phone, card):
    for _ in range(12):
        read(phone, "/board", {"card": card.id, "show": "doing"})

    assert "来了太多次" in read(phone, "/board", {"card": card.id, "show": "doing"})
    assert count(card) == 12


def test_the_board_says_what_people_say_of_it(lobby, phone, card):
    yes, no = answered(lobby), answered(lobby)
    CardCase.objects.bulk_create([CardCase(card=card, case_id=one.case.id) for one in (yes, no)])
    sequel(lobby, yes.key, deed="rate", solved="yes")
    sequel(lobby, no.key, deed="rate", solved="no")
    project()

    assert "2 人评过，1 人说解决了" in read(phone, "/board?show=doing")


def test_a_receipt_leads_to_its_card(lobby, phone, card):
    given = receipt(lobby)
    CardCase.objects.create(card=card, case_id=given.case.id)

    assert '<a href="/board?show=doing#card-opera">多开戏曲班</a>' in read(phone, "/c", {"code": given.code})


def test_every_figure_leads_to_how_it_is_counted(lobby, phone):
    receipt(lobby)
    project()
    assert 'href="/board/how"' in read(phone, "/board")

    text = read(phone, "/board/how")

    assert re.search(r"<dt>已收到<b>1</b>", text)
    assert "不足 30 件不公布百分比" in text
    assert "How we count" in read(phone, "/board/how?lang=en")


def test_results_are_hidden_until_one_has_voted(phone, poll):
    before = read(phone, "/vote")
    assert "投票以后能看到结果" in before
    assert "progress" not in before

    after = read(phone, "/vote", {"topic": "w48", "choice": "w48-2", "visit": visit_in(before)})

    assert "您选的" in after
    assert "共 1 票" in after
    again = read(phone, "/vote", {"topic": "w48", "choice": "w48-1", "visit": visit_in(before)})
    assert "共 1 票" in again  # changed their mind: still one


def test_only_what_is_on_offer_can_be_chosen(phone, poll):
    for choice in ("w48-9", "", "w47-1"):
        assert "请选一项" in read(phone, "/vote", {"topic": "w48", "choice": choice})
    assert "已经结束" in read(phone, "/vote", {"topic": "w47", "choice": "w47-1"})
    assert not Case.objects.exists()


def test_a_course_is_joined_once_and_says_when_it_is_enough(lobby, phone):
    today, venue = timezone.localdate(), Venue.objects.get()
    opening.open_course("guzheng", {"zh-Hans": "古筝入门"}, {}, venue=venue, today=today, until=None, threshold=2)
    visit = visit_in(read(phone, "/join"))

    for _ in range(2):
        text = read(phone, "/join", {"topic": "guzheng", "visit": visit, "times": ["we_am", "we_pm"]})
    assert "<b>1</b> / 2" in text
    assert "已算上您" in text

    assert "人数够了" in read(phone, "/join", {"topic": "guzheng"})
    assert lists.signups(venue.id, today + timedelta(days=31))[0]["state"] == "over"


def test_the_pages_of_what_is_not_there_say_so(lobby, phone):
    assert "现在没有投票" in read(phone, "/vote")
    assert "现在没有可以报的课" in read(phone, "/join")
    assert "许愿墙" in read(phone, "/wall")
    assert "/vote" not in read(phone, "/")
