"""A wish spoken on a phone, in a real browser: heard before it is sent, and taken without scripts too."""

import pytest
from phone_centre import launched, new_page
from playwright.sync_api import expect
from test_phone_pages import look_at

from tests.browsing import turn
from tests.central.public_phone.phone_sounds import m4a, recorded


@pytest.fixture(scope="module")
def centre(plain_centre):
    return plain_centre


@pytest.fixture(scope="module")
def browser():
    with launched() as browser:
        yield browser


def wish(page, centre):
    page.goto(f"{centre.url}/f/wish-wall")
    for word in ("家乡", "说", "同意"):
        page.get_by_label(word, exact=True).check()
        turn(page, "button.act")
    return page.locator("input[type=file]")


def sound(data, name="新录音 12.ogg"):
    return {"name": name, "mimeType": "audio/ogg", "buffer": data}


def sent(page):
    turn(page, "button.act")
    expect(page.locator(".rows")).to_contain_text("已录好一段话")
    turn(page, "button.act")
    expect(page.locator(".receipt-code")).to_be_visible()


def test_it_can_be_heard_before_it_leaves_the_phone(browser, centre):
    page = new_page(browser)
    field = wish(page, centre)
    field.set_input_files(sound(bytes(4 * 2**20)))
    expect(page.locator(".voice .problem")).to_contain_text("太大")
    field.set_input_files(sound(recorded(seconds=9)))
    expect(page.locator(".voice .problem")).to_be_hidden()
    player = page.locator(".voice audio")
    expect(player).to_be_visible()
    page.wait_for_function("document.querySelector('audio').duration > 8.9")  # the pages' own rules let it play
    sent(page)
    page.context.close()


@pytest.mark.parametrize("look", ["", pytest.param("lang=ug&look=elder-contrast", marks=pytest.mark.all)])
def test_its_page_has_no_fault_empty_refused_and_taken(browser, centre, look):
    page = new_page(browser, bypass_csp=True, viewport={"width": 320, "height": 640})
    page.goto(f"{centre.url}/f/wish-wall?{look}")
    for place in (3, 2, 0):
        page.locator(".option").nth(place).click()
        turn(page, "button.act")
    look_at(page)
    page.locator("input[type=file]").set_input_files(sound(b"<html>"))
    turn(page, "button.act")
    look_at(page)
    page.locator("input[type=file]").set_input_files(sound(recorded(seconds=9)))
    turn(page, "button.act")
    turn(page, "button[value^='goto:voice']")
    look_at(page)
    page.context.close()


def test_without_scripts_it_is_taken_and_refused_all_the_same(browser, centre):
    page = new_page(browser, java_script_enabled=False)
    field = wish(page, centre)
    for wrong, words in ((m4a(90), "超过 60 秒"), (bytes(6 * 2**20), "太大"), (b"<html>", "不是能听的录音")):
        field.set_input_files(sound(wrong))
        turn(page, "button.act")
        expect(page.locator(".voice .problem")).to_contain_text(words)
    field.set_input_files(sound(recorded(seconds=9)))
    sent(page)
    page.context.close()
