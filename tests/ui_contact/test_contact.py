"""A phone number: never before the notice, never without a yes, and for nobody's eyes but the centre's."""

import base64
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from kiosk.notice import FILE, load_notice
from kiosk.privacy import open_contact

NOTICE = load_notice(Path(__file__).parents[2] / "assets" / FILE)
NUMBER = "13800138000"
BY = pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])


def rate_and_ask_for_a_call(here) -> None:
    """One bad grade, a reason, a phrase, and the wish to be called back."""
    here.tap("face_1", "choice_101", "next")
    here.sees("lines")
    here.tap(here.phrase(), "next", "choice_phone", "choice_yes")
    here.sees("notice")


def report_a_defect_and_ask_for_a_call(here) -> None:
    """A longer form, with no more answers than it must have."""
    here.tap("tile_F")
    wanted = {"reply": "choice_phone", "age14": "choice_yes", "problems": "choice_dirty"}
    while (props := here.terminal.models.question.props).kind != "notice":
        part = props.parts[0] if props.parts else None
        if part is not None and part.name not in wanted and props.skippable:
            here.tap("skip")
        elif part is not None:
            here.tap(wanted.get(part.name) or f"choice_{part.choices[0]['name']}")
            if here.terminal.models.question.props.kind == props.kind and here.finger.find("next").enabled:
                here.tap("next")


def type_number(here, number: str = NUMBER) -> None:
    here.sees("phone")
    here.tap(*(f"digit_{digit}" for digit in number))


@BY
def test_the_number_comes_after_the_notice_and_only_the_centre_can_read_it(visit, centre_key: PrivateKey, size):
    here = visit(size=size)
    rate_and_ask_for_a_call(here)
    read = here.texts()
    assert all(line in read for line in NOTICE.lines("zh-Hans", "北城文化馆"))

    here.tap("notice_agree")
    type_number(here)
    here.tap("next")
    here.at("review")
    assert "138 •••• 8000" in here.texts()
    here.tap("send")

    here.at("thanks")
    head, body = here.records()[-1]
    assert (head["form"], head["grade"], body["answers"]["reply"]) == ("quick-rating", 1, "phone")
    assert body["consents"] == [{"given": True, "kind": "contact", "notice": NOTICE.version}]
    assert open_contact(bytes(centre_key), body["subject"], base64.b64decode(body["sealed"])) == {"phone": NUMBER}
    assert NUMBER.encode() not in b"".join(p.read_bytes() for p in here.terminal.config.data.glob("kiosk.db*"))


@BY
def test_yes_and_no_are_two_equal_buttons_and_nothing_else_leads_on(visit, size):
    here = visit(size=size)
    rate_and_ask_for_a_call(here)

    agree, disagree = here.stands("notice_agree"), here.stands("notice_disagree")

    assert (agree.width, agree.height, agree.y) == (disagree.width, disagree.height, disagree.y)
    assert agree.enabled
    assert disagree.enabled
    assert not {"next", "skip"} & set(here.eye.names())
    said = NOTICE.said("zh-Hans")
    assert {said.agree, said.disagree} <= set(here.texts().split("\n"))


def test_whoever_says_no_is_thanked_and_not_asked_again(visit):
    here = visit()
    rate_and_ask_for_a_call(here)

    here.tap("notice_disagree")

    here.at("thanks")
    _, body = here.records()[-1]
    assert body["answers"]["reasons"] == ["101"]
    assert not {"reply", "ask_contact"} & {name for name, value in body["answers"].items() if value}
    assert (body["sealed"], body["consents"]) == (
        None,
        [{"given": False, "kind": "contact", "notice": NOTICE.version}],
    )


def test_a_no_holds_for_every_other_form_of_the_visit(visit):
    here = visit()
    report_a_defect_and_ask_for_a_call(here)
    here.tap("notice_disagree")
    here.at("review")
    here.tap("dockHome", "leave")
    here.at("home")

    here.tap("face_1", "choice_101", "next", "next")

    here.at("thanks")
    assert "reply" not in here.records()[-1][1]["answers"]


def test_whoever_thinks_better_of_it_goes_on_without_a_number(visit):
    here = visit()
    rate_and_ask_for_a_call(here)
    here.tap("notice_agree")
    here.sees("phone")

    here.tap("skip")

    here.at("thanks")
    assert here.records()[-1][1]["consents"] == [{"given": False, "kind": "contact", "notice": NOTICE.version}]


def test_the_next_visitor_is_asked_anew(visit):
    here = visit()
    rate_and_ask_for_a_call(here)
    here.tap("notice_disagree")
    here.at("thanks")
    here.tap("finish")
    here.at("home")

    rate_and_ask_for_a_call(here)

    assert here.stands("notice_agree").enabled


def test_the_way_back_leads_through_the_notice(visit):
    here = visit()
    rate_and_ask_for_a_call(here)
    here.tap("notice_agree")
    type_number(here)

    here.tap("dockBack")
    here.sees("notice")
    here.tap("dockBack")
    here.sees("list")
    here.tap("choice_yes")
    here.sees("notice")

    here.tap("notice_disagree")
    here.at("thanks")
    assert here.records()[-1][1]["sealed"] is None


def test_digits_are_seen_for_a_second_and_shown_in_groups_when_asked(visit):
    here = visit()
    rate_and_ask_for_a_call(here)
    here.tap("notice_agree")
    type_number(here)
    assert here.stands("number").text == "••• •••• •••0"

    here.finger.until("dots", lambda: here.stands("number").text == "••• •••• ••••")
    here.tap("showNumber")

    assert here.stands("number").text == "138 0013 8000"


def test_a_number_too_short_to_call_is_waited_for(visit):
    here = visit()
    rate_and_ask_for_a_call(here)
    here.tap("notice_agree")

    type_number(here, "138001")
    assert not here.stands("next").enabled

    here.tap("digit_3")
    here.finger.until("enough", lambda: here.stands("next").enabled)


@pytest.mark.parametrize("told", [{"enrolled": False}, {"phone_ask": False}])
def test_no_number_is_asked_for_where_nobody_could_call(visit, told):
    here = visit(**told)
    here.tap("face_1", "choice_101", "next")
    here.sees("lines")
    here.tap(here.phrase())

    here.tap("next")

    here.at("thanks")
    assert here.records()[-1][1]["consents"] == []
