"""The form pages in a real browser: no accessibility fault, no sideways scrolling, in every language and look."""

import json
import time
from pathlib import Path

import pytest
import requests
from phone_centre import launched, new_page
from playwright.sync_api import expect

from tests.browsing import turn

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LANGUAGES, LOOKS = ("zh-Hans", "zh-Hant", "en", "ug"), ("", "elder", "contrast", "elder-contrast")
FORMS = ("quick-rating", "event", "course", "wish", "facility", "service", "expert", "annual", "heritage")
FORMS += ("access-check", "wish-wall")
PAIRS = [(form, LANGUAGES[n % 4], LOOKS[(n + n // 4) % 4]) for n, form in enumerate(FORMS)]
ALL = [(form, language, look) for form in FORMS for language in LANGUAGES for look in LOOKS]
SHORT = [pytest.param(*one, marks=[] if one in PAIRS[:8:2] else pytest.mark.all) for one in ALL]
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 25_000}  # bytes a second
FIRST_PAGE_MAX = 100_000  # bytes, all included


@pytest.fixture(scope="module")
def centre(plain_centre):
    return plain_centre


@pytest.fixture(scope="module")
def browser():
    with launched() as browser:
        yield browser


@pytest.fixture
def page(browser):
    page = new_page(browser, bypass_csp=True)  # axe comes from the test, the pages have nothing inline
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.context.close()
    assert complaints == []


def faults(page) -> list[str]:
    """What axe finds, one line each."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
    return [f"{one['id']}: {json.dumps([node['target'] for node in one['nodes']][:3])}" for one in found]


def overflows(page) -> int:
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def look_at(page) -> None:
    assert faults(page) == []
    assert overflows(page) <= 0


def act(page) -> None:
    turn(page, "button.act")


@pytest.mark.parametrize(("form", "language", "look"), SHORT)
def test_a_form_has_no_fault_page_by_page_and_as_a_whole(page, centre, form, language, look):
    page.goto(f"{centre.url}/f/{form}?lang={language}&look={look}")
    look_at(page)
    turn(page, "button[value=whole]")
    look_at(page)
    act(page)  # with what is missing said, or at the review
    look_at(page)


def test_a_fault_would_be_seen(page, centre):
    page.goto(f"{centre.url}/f/quick-rating")
    page.evaluate("document.querySelectorAll('.option span').forEach(word => word.remove())")
    assert any(fault.startswith("label") for fault in faults(page))


OFTEN = ("/f", "/f?lang=ug&look=contrast", "/h", "/v/nowhere", "/", "/c?lang=ug", "/board")
EVERY = ("/", "/f", "/h", "/c", "/board", "/board/how", "/vote", "/join", "/wall")
AROUND = (
    *OFTEN,
    "/h?lang=en&look=elder",
    "/board/how",
    "/vote",
    "/join",
    "/wall",
    "/?lang=en",
    "/c",
    "/c?lang=en",
    "/board?lang=en",
    *(f"{page}?lang={tag}&look={look}" for page in EVERY for tag in LANGUAGES for look in LOOKS),
)


@pytest.mark.parametrize("address", [pytest.param(a, marks=[] if a in OFTEN else pytest.mark.all) for a in AROUND])
def test_what_lies_around_the_forms_has_no_fault(page, centre, address):
    page.goto(centre.url + address)
    look_at(page)


def test_the_notice_the_review_and_the_receipt_have_no_fault(page, centre):
    page.goto(f"{centre.url}/f/quick-rating?look=elder")
    page.get_by_label("不满意", exact=True).check()
    act(page), act(page), act(page)
    page.get_by_label("留手机号").check()
    act(page)
    page.get_by_label("年满 14 周岁", exact=True).check()
    act(page)
    look_at(page)
    page.locator("#number").fill("12")
    turn(page, "button[value=with]")
    look_at(page)
    page.locator("#number").fill("138 0013 8000")
    turn(page, "button[value=with]")
    look_at(page)
    act(page)
    look_at(page)
    expect(page.locator(".receipt-code")).to_be_visible()


def test_a_megabyte_of_digits_gets_a_friendly_page(page, centre):
    page.goto(f"{centre.url}/h#{'7' * 400}")
    expect(page.locator("h1")).to_contain_text("读不出来")
    look_at(page)


@pytest.mark.parametrize("size", [2**20, 5 * 2**20])
@pytest.mark.parametrize("where", ["h", "f/step", "c", "board", "vote"])
def test_a_megabyte_of_rubbish_is_no_fault_of_the_server(centre, where, size):
    with requests.Session() as session:
        session.trust_env = False
        names = ("digits", "short", "state", "code", "visit", "card", "topic", "who")
        answer = session.post(
            f"{centre.url}/{where}", data=dict.fromkeys(names, "7" * (size // len(names))), timeout=30
        )
    assert answer.status_code < 500


# -- small screens, large type, no scripts, slow networks


@pytest.mark.parametrize("form", ["quick-rating", pytest.param("annual", marks=pytest.mark.all), "event"])
@pytest.mark.parametrize("language", ["zh-Hans", "en", "ug"])
def test_320_pixels_at_wechats_largest_type(browser, centre, form, language):
    page = new_page(browser, viewport={"width": 320, "height": 600})
    page.goto(f"{centre.url}/f/{form}?lang={language}&look=elder")
    turn(page, "button[value=whole]")
    page.evaluate("document.documentElement.style.fontSize = `${16 * 23.8 / 17 * 1.25}px`")
    assert overflows(page) <= 0
    cut = page.evaluate(
        "[...document.querySelectorAll('button, label, h1, legend, p')].filter(e => e.scrollWidth > e.clientWidth + 1"
        " && getComputedStyle(e).display !== 'inline' && !e.classList.contains('default')).map(e => e.textContent)"
    )
    assert cut == []
    page.context.close()


def test_200_percent_zoom_is_the_same_page_at_half_the_width(browser, centre):
    page = new_page(browser, viewport={"width": 195, "height": 400}, device_scale_factor=2)
    page.goto(f"{centre.url}/f/quick-rating")
    assert overflows(page) <= 0
    page.context.close()


def test_right_to_left_begins_at_the_right(browser, centre):
    page = new_page(browser)
    page.goto(f"{centre.url}/f/quick-rating?lang=ug")
    radio, word = (page.locator(f".option >> nth=0 >> {what}").bounding_box() for what in ("input", "span"))
    assert radio["x"] > word["x"] + word["width"]
    page.context.close()


def test_without_scripts_everything_but_the_code_works(browser, centre):
    page = new_page(browser, java_script_enabled=False)
    page.goto(f"{centre.url}/h#{'7' * 300}")
    assert "短码" in page.locator("noscript").inner_text()
    assert page.locator("#short").is_visible()
    page.goto(f"{centre.url}/f/quick-rating")
    page.get_by_label("非常满意").check()
    act(page), act(page), act(page)
    expect(page.locator(".receipt-code")).to_be_visible()
    page.context.close()


def test_without_scripts_nobody_waits_for_a_ground_to_draw_on(browser, centre):
    page = new_page(browser, java_script_enabled=False)
    page.goto(f"{centre.url}/f/facility")
    turn(page, "button[value=whole]")
    assert "可以跳过" in page.locator(".draw noscript").inner_text()
    page.goto(f"{centre.url}/f/wish-wall")
    for word in ("家乡", "画"):
        page.get_by_label(word, exact=True).check()
        act(page)
    assert "换一种方式" in page.locator(".draw noscript").inner_text()  # here the drawing is what was chosen
    turn(page, "button[value=back]")
    page.get_by_label("写", exact=True).check()
    act(page)
    expect(page.locator("textarea")).to_be_visible()
    page.context.close()


def test_the_first_page_is_light_and_asks_nobody_else(browser, centre):
    page, sizes = new_page(browser), []
    page.on("response", lambda response: sizes.append((response.url, len(response.body()))))
    page.goto(f"{centre.url}/f/quick-rating", wait_until="networkidle")
    assert {url.split("/")[2] for url, _ in sizes} == {centre.url.split("/")[2]}
    assert sum(size for _, size in sizes) <= FIRST_PAGE_MAX
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.context.close()


def test_on_a_slow_network_and_a_slow_phone_it_can_be_used_within_seconds(browser, centre):
    page = new_page(browser)
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", SLOW_3G)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    began = time.monotonic()
    page.goto(f"{centre.url}/f/quick-rating", wait_until="domcontentloaded")
    page.get_by_label("非常满意").check()
    assert time.monotonic() - began < 10
    act(page)
    expect(page.locator("legend")).to_contain_text("主要是因为什么")
    page.context.close()


def test_a_drawing_goes_into_the_record(browser, centre):
    page = new_page(browser)
    page.goto(f"{centre.url}/f/facility")
    page.get_by_label("大厅").check()
    act(page)
    page.get_by_label("损坏").check()
    act(page)
    while not page.locator("canvas").count():
        turn(page, "button[value=skip]")
    box = page.locator("canvas").bounding_box()
    page.mouse.move(box["x"] + 30, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 60, steps=5)
    page.mouse.up()
    act(page)
    while page.locator("button[value=skip]").count():
        turn(page, "button[value=skip]")
    if not page.locator(".rows").count():
        act(page)
    assert "已画好一幅画" in page.locator(".rows").inner_text()
    page.context.close()
