"""The whole way: half a form on the screen, its code scanned from the window's pixels, finished in a real browser."""

import json
import time

import pytest
from phone_centre import chromium, cut_off, join, new_page, serving, sync
from phone_pixels import decoded, pixels

from kiosk.clock import local_now
from tests.browsing import turn


@pytest.fixture
def centre(tmp_path):
    with serving(tmp_path / "centre") as centre:
        yield centre


def cases(centre, count: int) -> list[tuple]:
    """The centre's cases, once its projector has caught up."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        waiting = centre.sql("select count(*) from intake_record where state = 'new'")[0][0]
        found = centre.sql("select channel, level, grade, words, records from cases_case")
        if not waiting and len(found) >= count:
            return found
    raise AssertionError("the projector did not catch up")


def test_a_visitor_goes_home_with_half_a_form_and_it_is_one_case(terminal, centre, tmp_path):
    data = tmp_path / "terminal"
    enrolment = join(centre, data, local_now)
    cut_off(data, enrolment)
    lobby = terminal(data=data)
    lobby.tap("face_2")
    lobby.finger.until("question", lambda: lobby.screen == "question")
    lobby.tap("choice_204", "choice_207")
    lobby.code()
    lobby.finger.settle()
    address = decoded(pixels(lobby.terminal.window))

    with chromium(centre) as browser:
        page = new_page(browser)
        elsewhere, complaints = [], []
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("request", lambda request: elsewhere.append(request.url))
        page.goto(address)
        page.get_by_label("还想说点什么？").fill("楼梯的灯坏了，老人下楼害怕")
        turn(page, page.get_by_role("button", name="下一题"))
        page.get_by_text("不用回复").click()
        turn(page, page.get_by_role("button", name="检查一遍"))
        rows = page.locator(".rows").inner_text()
        assert "设施老旧损坏" in rows.replace("\u200b", "")
        assert "楼梯的灯坏了" in rows
        turn(page, page.get_by_role("button", name="提交", exact=True))
        assert page.locator(".receipt-code").is_visible()
        assert complaints == []  # nothing that the page's own policy had to stop, either
        assert page.context.cookies() == []
        assert {url.split("/")[2] for url in elsewhere} == {"xst.example.org.cn"}

    lobby.tap("handoffDone")
    lobby.finger.until("home", lambda: lobby.screen == "home")
    lobby.saved()
    sync(data, enrolment, local_now)
    ((channel, level, grade, words, records),) = cases(centre, 1)
    assert (channel, level, grade) == ("phone", "V1", 2)
    assert words == "楼梯的灯坏了，老人下楼害怕"
    assert records == 3  # the face that counted at once, the code that was shown, the phone
    (handed,) = centre.sql("select body from intake_record where type = 'visit.handed_off'")
    assert json.loads(bytes(handed[0]))["form"] == "quick-rating"
