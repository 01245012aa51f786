"""Receipt, board and commons in a real browser: whole ways through, without a fault, in every language and look."""

import json
from pathlib import Path

import pytest
from phone_centre import launched, new_page, plainly_serving

from kiosk.receipts import new_code
from tests.browsing import turn

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = ["", "lang=ug&look=contrast", "lang=en&look=elder-contrast", "lang=zh-hant&look=elder", "lang=ug&look=elder"]
LANGUAGES = ("zh-Hans", "zh-Hant", "en", "ug")
CODE = new_code()
VISIT = f"""
from django.conf import settings
from django.utils import timezone
from kiosk.receipts import lookup_key
from kiosk.records import new_id, wire_time
from sync.central.cases import departments, moves, projector, threads
from sync.central.cases.models import Case
from sync.central.cases.moves import Deed
from sync.central.cases.roles import RULES
from sync.central.intake import own
from sync.central.intake.models import Venue
from sync.central.keys import load
venue, now = Venue.objects.get(), timezone.now()
departments.ensure()
body = {{"answers": {{"grade": "2", "words": "二楼太冷"}}, "category": "F", "channel": "kiosk", "consents": [],
        "duration_ms": 9000, "id": str(new_id(now)), "language": "zh-Hans", "level": "V0", "sealed": None,
        "lookup": lookup_key("{CODE}", bytes(venue.salt)).hex(), "subject": str(new_id(now)), "time": wire_time(now)}}
own.append(own.Entry("feedback.submitted", venue.pk, body, form="quick-rating", form_version="2026112401", grade=2),
           now=now, keys=load(settings.PLACES))
projector.drain(pause=lambda: None)
case = Case.objects.get()
for deed in (Deed("classify", category="F4"), Deed("dispatch", department="logistics"),
             Deed("answer", text={{"zh-Hans": "空调修好了。"}})):
    moves.act(case.id, deed, RULES, now)
threads.ask(case.id, {{"zh-Hans": "是哪一间教室？"}}, RULES, now)
from sync.central.commons import board, opening
today = timezone.localdate()
board.put("opera", {{"need": "多开戏曲班", "measure": "增设周三班", "state": "done"}}, venue, today)
opening.open_poll("w48", {{"zh-Hans": "看什么？"}}, ["越剧|Opera", "电影|Film"], venue=venue, today=today, until=None)
opening.open_course("guzheng", {{"zh-Hans": "古筝入门"}}, {{}}, venue=venue, today=today, until=None)
"""


@pytest.fixture(scope="module")
def circle(tmp_path_factory):
    """A centre with an answered case that was asked something, a board, a vote and a course."""
    with plainly_serving(tmp_path_factory.mktemp("circle")) as centre:
        centre.python(VISIT)
        yield centre


@pytest.fixture(scope="module")
def chrome():
    with launched() as browser:
        yield browser


def phone_at(chrome, address: str, **more):
    """A phone with an address of its own, as our proxy would name it: one may raise only so many voices."""
    return new_page(chrome, extra_http_headers={"X-Forwarded-For": address}, **more)


def check(page) -> None:
    """No fault, and nothing wider than the window."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
    assert [f"{one['id']}: {json.dumps([node['target'] for node in one['nodes']][:3])}" for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def pick(page, name: str, value: str) -> None:
    page.locator(f'label:has(input[name="{name}"][value="{value}"])').click()


@pytest.mark.parametrize(
    "look", [pytest.param(one, marks=[] if n < 2 else pytest.mark.all) for n, one in enumerate(LOOKS)]
)
def test_every_page_is_clean_at_320_pixels_and_everything_can_be_done(circle, chrome, look):
    page = phone_at(chrome, f"10.0.0.{LOOKS.index(look)}", viewport={"width": 320, "height": 700}, bypass_csp=True)
    try:
        page.goto(f"{circle.url}/c?{look}#{CODE}")  # what a receipt's QR opens
        page.wait_for_selector("#thread")
        check(page)
        page.fill("#reply", "是 203")
        turn(page, "#thread button.act")
        page.wait_for_selector(".done-now")
        check(page)
        if page.query_selector("#rate summary"):
            page.click("#rate summary")
        pick(page, "solved", "partly")
        pick(page, "grade", "4")
        turn(page, "#rate button.act")
        page.locator("#rights summary").last.click()
        pick(page, "request", "copy")
        check(page)
        turn(page, "#rights form:has(input[name=request]) button")
        page.wait_for_selector(".request")
        check(page)
        for address, button in (("board", ".too"), ("vote", ".option"), ("join", "button.act")):
            page.goto(f"{circle.url}/{address}?{look}")
            check(page)
            turn(page, button)
            page.wait_for_selector(".counted, .bars, .problem")
            check(page)
            assert page.query_selector(".problem") is None
        for address in ("board/how", "wall", ""):
            page.goto(f"{circle.url}/{address}?{look}")
            check(page)
        assert page.context.cookies() == []
    finally:
        page.context.close()


def test_uyghur_begins_at_the_right_and_every_page_leads_to_every_language(circle, chrome):
    page = phone_at(chrome, "10.0.2.1")
    for address in ("", "c", "board", "vote", "join", "wall", "board/how"):
        page.goto(f"{circle.url}/{address}?lang=ug")
        assert page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ug"]
        title, window = page.locator("h1").bounding_box(), page.viewport_size
        assert title["x"] + title["width"] > window["width"] * 0.9
        named = page.locator(".looks [lang]").evaluate_all("all => all.map(one => one.lang)")
        assert sorted([*named, "ug"]) == sorted(LANGUAGES)
    turn(page, ".looks [lang=en]")
    assert page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["ltr", "en"]
    page.context.close()


def test_wechats_largest_type_and_200_percent_cut_nothing(circle, chrome):
    page = phone_at(chrome, "10.0.2.2", viewport={"width": 195, "height": 400}, device_scale_factor=2)
    for address in (f"c#{CODE}", "board", "vote", "join", "wall", "board/how", ""):
        page.goto(f"{circle.url}/{address}")
        if CODE in address:
            page.wait_for_selector("#thread")
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.set_viewport_size({"width": 320, "height": 640})
    for address in (f"c?look=elder#{CODE}", "board?lang=ug&look=elder", "vote?look=elder", "join?lang=en&look=elder"):
        page.goto(f"{circle.url}/{address}")
        if CODE in address:
            page.wait_for_selector("#thread")
        page.evaluate("document.documentElement.style.fontSize = `${16 * 23.8 / 17 * 1.25}px`")
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        cut = page.locator("button, h1, h2, .picks span, p").evaluate_all(
            "all => all.filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')"
            ".map(e => e.textContent)"
        )
        assert cut == []
    page.context.close()


def test_it_works_without_javascript(circle, chrome):
    page = phone_at(chrome, "10.0.1.1", java_script_enabled=False)
    try:
        page.goto(f"{circle.url}/c")
        page.fill("#code", CODE)
        turn(page, "button.act")
        page.fill("#reply", "没有脚本也能说")
        turn(page, "#thread button.act")
        assert "没有脚本也能说" in page.content()
        page.goto(f"{circle.url}/vote")
        turn(page, ".option")
        assert page.query_selector(".bars") is not None
    finally:
        page.context.close()


def test_one_tab_is_one_visit_however_often_the_page_is_loaded(circle, chrome):
    page = phone_at(chrome, "10.0.1.2")
    try:
        for _ in range(3):
            page.goto(f"{circle.url}/board")
            if page.query_selector(".too"):
                turn(page, ".too")
        counted = page.inner_text(".want b")
        page.goto(f"{circle.url}/board")
        assert page.inner_text(".want b") == counted
        before = int(counted)
    finally:
        page.context.close()
    other = phone_at(chrome, "10.0.1.3")
    try:
        other.goto(f"{circle.url}/board")
        other.locator(".too").first.click()
        assert int(other.inner_text(".want b")) == before + 1
    finally:
        other.context.close()
