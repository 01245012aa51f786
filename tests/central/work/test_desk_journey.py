"""A real browser: staff log in and answer, the visitor sees it by code, on the smallest screen too."""

import os
import shutil
import tempfile

import pytest
from central_terminal import NOW, Device

from kiosk import records
from kiosk.receipts import lookup_key, new_code
from tests.browsing import turn

WORDS = "二楼卫生间没有扶手，老人起身要人扶。"


@pytest.fixture(scope="module")
def chromium():
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed, and CI=true promises it")
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as home:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"], env={**os.environ, "HOME": home}
        )
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """A page that fails the test when its console or a script complains."""
    complaints: list[str] = []
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def said(centre):
    """A visitor's words, in custody of a serving centre: their receipt code."""
    device, code = Device(centre), new_code()
    salt = bytes.fromhex(device.welcome["venue"]["salt"])
    visit = str(records.new_id(NOW))
    body = {"answers": {"grade": "1", "reasons": ["108"], "words": WORDS}, "category": "F", "channel": "kiosk"}
    body |= {"consents": [], "duration_ms": 9000, "id": visit, "language": "zh-Hans", "level": "V0", "sealed": None}
    body |= {"lookup": lookup_key(code, salt).hex(), "subject": visit, "time": records.wire_time(NOW)}
    device.record(body=body, grade=1)
    assert device.deliver(device.packed(1, 1))["kind"] == "receipt"
    centre.done("work")  # the server's own worker would, within a second
    return code


def test_staff_answer_and_the_visitor_sees_it(centre, said, page):
    password = centre.done("staff", "duban", "--role", "supervisor", "--full-name", "郑敏").splitlines()[-1]
    page.goto(f"{centre.url}/desk/")
    page.fill("#name", "duban")
    page.fill("#password", password)
    turn(page, ".act")
    page.wait_for_selector(".tiles")

    page.goto(f"{centre.url}/desk/cases")
    page.fill("#text", "扶手")  # htmx fetches the rows while one types
    page.wait_for_url("**text=**")
    page.click(f".list .words a:has-text('{WORDS[:6]}') >> nth=0")
    page.wait_for_selector(".text")
    assert page.inner_text(".text") == WORDS
    page.click(".main-deed .act")
    page.wait_for_selector(".main-deed select[name=department]")
    page.select_option(".main-deed select[name=department]", "logistics")
    page.click(".main-deed .act")
    page.fill(".main-deed textarea[name=text]", "三间都装了扶手和呼叫铃。")
    page.click(".main-deed .act")
    page.wait_for_selector(".thread .public")

    page.click("#time summary")
    page.fill("#time input[name=why]", "核对监控时段")
    page.click("#time .press")
    page.wait_for_selector("#time .times")
    assert "2026-11-24 17:30" in page.inner_text("#time .times")

    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{centre.url}/c#{said}")  # as the receipt's QR opens it
    page.wait_for_selector(".way")
    assert page.inner_text(".answer p >> nth=0") == "三间都装了扶手和呼叫铃。"
    assert WORDS not in page.content()
    assert page.url == f"{centre.url}/c"  # the code is in nobody's history


def test_without_scripts_one_types_the_code(centre, said, chromium):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()

    page.goto(f"{centre.url}/c#{said}")
    page.fill("#code", said[:5].lower() + " " + said[5:].lower())
    turn(page, ".act")

    assert page.locator(".way li").count() >= 1
    context.close()


@pytest.fixture
def card(centre, said):
    """Something on the board, in words that do not break easily."""
    centre.python(
        "from sync.central.cases.models import Card\n"
        "Card.objects.get_or_create(id='lift', venue_id='lobby', state='done', day='2026-09-30', department='office',"
        " need={'zh-Hans': '装扶手', 'en': 'Wheelchair-accessible refurbishment'},"
        " measure={'zh-Hans': '装了', 'en': 'Administratively straightforward.'})"
    )


@pytest.mark.parametrize("path", ["/", "/c", "/board", "/?lang=en", "/board?lang=en"])
def test_the_smallest_screen_with_the_largest_type_needs_no_scrolling_sideways(centre, card, page, path):
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(centre.url + path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")

    assert widths[0] <= widths[1]


def test_a_case_page_fits_the_smallest_screen_too(centre, said, page):
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(f"{centre.url}/c#{said}")
    page.wait_for_selector(".way")
    page.evaluate("document.documentElement.style.fontSize = '160%'")

    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
