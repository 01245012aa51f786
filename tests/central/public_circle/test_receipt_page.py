"""Under a receipt code on a phone: the thread, taking back, rating, and the right to one's own data."""

import json
import re

import pytest
from circle_kit import answered, receipt
from lobby import MONDAY, project

from kiosk.receipts import new_code
from sync.central.cases import projector, threads
from sync.central.cases.models import AnswerRating, Case, DataRequest, Message
from sync.central.cases.roles import RULES
from sync.central.intake.models import Record

WORDS = "是二楼 203，靠窗那边"


@pytest.fixture
def given(lobby):
    return answered(lobby)


def page(phone, given, **fields) -> str:
    found = phone.post("/c", {"code": given.code, **fields})
    assert found.status_code == 200
    assert not found.cookies
    return found.content.decode()


def name_in(text: str) -> str:
    return re.search(r'name="name" value="([0-9a-f-]{36})"', text)[1]


def types() -> list[tuple[str, str | None]]:
    rows = Record.objects.filter(source__startswith="centre/").order_by("seq").values_list("type", "form")
    return [row for row in rows if row[0] != "chain.started"]


def test_a_question_of_staff_is_there_at_once_and_so_is_the_reply(phone, given):
    threads.ask(given.case.id, {"zh-Hans": "是哪一间教室？"}, RULES, MONDAY)
    text = page(phone, given)
    assert "工作人员想问您" in text
    assert "是哪一间教室？" in text

    after = page(phone, given, act="reply", words=WORDS, name=name_in(text))

    assert "收到您的回复" in after
    assert WORDS in after
    assert "工作人员想问您" not in after
    assert types() == [("feedback.amended", "follow-up")]
    assert [turn.sender for turn in threads.thread(given.case.id)] == ["staff", "visitor"]


def test_sending_the_same_page_twice_says_it_once(phone, given):
    name = name_in(page(phone, given))

    for _ in range(2):
        page(phone, given, act="reply", words=WORDS, name=name)

    assert Message.objects.count() == 1
    assert len(types()) == 1


def test_the_answer_is_rated_and_the_last_word_counts(phone, given):
    grade = given.case.grade
    page(phone, given, act="rate", solved="no", grade="1", words="还是冷", name=name_in(page(phone, given)))
    after = page(phone, given, act="rate", solved="yes", grade="", words="", name=name_in(page(phone, given)))

    assert "您评价过这次答复" in after
    assert list(AnswerRating.objects.order_by("record_id").values_list("solved", "grade")) == [("no", 1), ("yes", None)]
    assert Case.objects.get().grade == grade  # what was said of the visit itself stands


def test_taking_back_takes_everything_that_can_be_done_with_it(phone, given):
    after = page(phone, given, act="withdraw")

    assert "已经撤回" in after
    assert "空调修好了" not in after
    assert Case.objects.get().withdrawn
    assert types() == [("feedback.withdrawn", None)]
    page(phone, given, act="withdraw")
    assert len(types()) == 1
    assert "已经不能这样做" in page(phone, given, act="reply", words=WORDS)
    assert "收到您的请求" in page(phone, given, act="data", request="delete")  # a right that does not end


def test_a_copy_is_asked_for_once_and_read_when_staff_have_released_it(phone, given):
    text = page(phone, given, act="data", request="copy", name=name_in(page(phone, given)))
    page(phone, given, act="data", request="copy")
    assert re.search("12月1[45]日（周[一二]）前办好|前办好", text)
    assert DataRequest.objects.count() == 1
    assert "二楼空调太冷" not in page(phone, given, act="copy")  # not yet

    DataRequest.objects.update(done_at=MONDAY, refused=True, note="请当面来办，带上回执")
    assert "二楼空调太冷" not in page(phone, given, act="copy")
    assert "不能办" in page(phone, given)

    DataRequest.objects.update(done_at=MONDAY, refused=False)

    assert "二楼空调太冷" in page(phone, given, act="copy")
    plain = json.loads(page(phone, given, act="copy-json"))
    assert plain["format"] == "xinsheng-copy/1"
    first, asked = plain["records"]
    assert first["answers"]["words"] == "二楼空调太冷"
    assert asked["answers"] == {"deed": "data", "request": "copy"}
    assert given.subject not in json.dumps(plain)


def test_what_is_left_out_or_far_too_long_is_said_and_nothing_is_kept(phone, given):
    assert "还有一项没填" in page(phone, given, act="reply", words="  ")
    assert "还有一项没填" in page(phone, given, act="rate", solved="perhaps")
    assert "还有一项没填" in page(phone, given, act="data", request="correct", words="")
    assert "1000 字以内" in page(phone, given, act="reply", words="字" * 1001)

    assert types() == []


def test_a_found_receipt_fills_no_disk(phone, given):
    for number in range(20):
        page(phone, given, act="reply", words=f"第 {number} 句")

    assert "请明天再来" in page(phone, given, act="reply", words="再一句")
    assert Message.objects.count() == 20


def test_nobody_acts_without_the_code(phone, given):
    found = phone.post("/c", {"code": new_code(), "act": "withdraw"})

    assert "还没有查到" in found.content.decode()
    assert not Case.objects.get().withdrawn


def test_what_was_done_on_the_phone_survives_a_rebuild(phone, given):
    page(phone, given, act="rate", solved="partly", grade="3", words="好一些")
    page(phone, given, act="data", request="correct", words="应是 203")
    before = projector.fingerprint()

    projector.rebuild(pause=lambda: None)

    assert projector.fingerprint() == before
    assert (Message.objects.count(), DataRequest.objects.count()) == (1, 1)


def test_a_case_nobody_answered_yet_offers_no_rating(phone, lobby):
    given = receipt(lobby)
    project()

    text = page(phone, given)

    assert 'name="solved"' not in text
    assert 'value="withdraw"' in text
