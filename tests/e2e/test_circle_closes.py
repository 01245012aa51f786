"""The circle closes: an answer given at the desk is on the phone at once and on an online terminal within a minute.

A real centre, a real terminal with its window and courier, each a process; desk and phone are Debian's Chromium.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.central.central_process import Centre
from tests.central.week.week_staff import Desk
from tests.e2e.first_light import ROOT, done, environ

VISITOR = Path(__file__).with_name("waiting_visitor.py")
WITHIN_S = 60.0
STAFF = """
from sync.central.cases import departments, people
departments.ensure()
print(people.set_up("duban", roles=["supervisor"], full_name="郑", venue="lobby"))
"""


class Phone:
    """A receipt's page in a browser: what stands under its code now."""

    def __init__(self, browser: Browser, centre: Centre, code: str) -> None:
        self._page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
        self._address = f"{centre.url}/c#{code}"

    def shows(self, words: str) -> bool:
        self._page.goto("about:blank")
        self._page.goto(self._address)
        self._page.wait_for_selector(".receipt, .problem")
        return words in self._page.inner_text("main")


def until(what: str, seen, within_s: float = 30.0) -> float:
    """Seconds until it was seen."""
    began = time.monotonic()
    while not seen():
        assert time.monotonic() - began < within_s, what
        time.sleep(0.2)
    return time.monotonic() - began


@pytest.mark.all
@pytest.mark.timeout(240)
def test_an_answer_a_question_and_a_reply_go_round(centre, tmp_path, browser):
    """Staff answer by clicks at the desk, the visitor looks by phone and stands before the screen."""
    data = tmp_path / "kiosk"
    done(data, "enrol", centre.url, centre.code())
    password = centre.python(STAFF).split()[-1]
    with (
        subprocess.Popen(
            [sys.executable, VISITOR, str(data)],
            env=environ(),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as visitor,
    ):
        assert visitor.stdout is not None
        assert visitor.stdin is not None
        said = iter(visitor.stdout.readline, "")
        code = json.loads(next(said))["code"]
        assert json.loads(next(said)) == {"found": True}
        phone, desk = Phone(browser, centre, code), Desk.log_in(browser, centre.url, "duban", password)
        until("the case at the centre", lambda: phone.shows("收到了"))
        desk.open("cases")
        desk.found["it"] = desk.page.locator("#rows .words a").first.get_attribute("href")
        desk.does("it", "classify", category="F4")
        desk.does("it", "dispatch", department="logistics")

        desk.does("it", "answer", text="空调修好了。")
        began = time.monotonic()
        assert phone.shows("空调修好了。")
        assert json.loads(next(said)) == {"answer": True}
        assert time.monotonic() - began < WITHIN_S

        desk.asks("it", "是哪一间教室？")
        began = time.monotonic()
        assert phone.shows("是哪一间教室？")
        assert json.loads(next(said)) == {"question": True}
        assert time.monotonic() - began < WITHIN_S

        assert json.loads(next(said)) == {"replied": True}
        until("the reply under its code", lambda: phone.shows("是 203"))
        assert "是 203" in desk.case("it").inner_text("main")
        desk.leave()
        visitor.stdin.write("\n")
        visitor.stdin.flush()
        assert visitor.wait(30) == 0


PLUS_ONE = """
import os, sys
from pathlib import Path
from kiosk.config import load_config
from ui.backroom import Backroom
from kiosk.clock import local_now
data = Path(sys.argv[1])
room = Backroom(load_config(data, os.environ), Path("assets"), local_now)
room.begin()
for _ in range(2):
    room.support("opera")
room.forget()
room.begin()
room.support("opera")
room.close()
"""


def test_plus_ones_made_offline_are_counted_once_by_whatever_road_they_come(centre, tmp_path):
    data, stick = tmp_path / "kiosk", tmp_path / "stick"
    done(data, "enrol", centre.url, centre.code())
    centre.done("card", "put", "opera", "--need", "多开戏曲班", "--measure", "正在排课")
    plus = [sys.executable, "-c", PLUS_ONE, str(data)]
    subprocess.run(plus, env=environ(), cwd=ROOT, check=True, timeout=60)

    done(data, "export", stick)
    centre.done("ingest", *sorted(stick.glob("*.xsb")))
    done(data, "sync", "--once")
    centre.done("work")

    assert "opera  doing" in (listed := centre.done("card", "list"))
    assert listed.split()[3] == "2"
