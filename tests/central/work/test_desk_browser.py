"""A real browser at the desk: every room without a complaint of axe or the console, on a screen and on a tablet."""

import os
import shutil
from pathlib import Path

import pytest
from desk_addresses import EVERY
from django.urls import resolve

from tests.browsing import turn

AXE = Path(__file__).parents[2] / "phone" / "axe" / "axe.min.js"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
ROOMS = ("", "cases", "enter", "results", "office", "office/rota", "office/tasks")
MORE = (
    *("enter/meeting", "meetings", "office/looks", "office/moderation", "office/rights", "office/wordings"),
    *("office/training", "office/jobs", "office/patterns", "office/evidence", "office/settings", "office/people"),
    *("office/forms", "office/factor", "office/access", "office/health", "office/judging"),
    *("topics", "figures", "figures/asked", "figures/week", "figures/others", "plans", "thanks"),
)
THINGS = (  # one of what an address names, in every centre
    *("office/settings/deadlines.toml", "office/settings/catalogue.toml", "office/settings/office.toml"),
    *("office/settings/course.toml", "office/settings/forms/quick-rating.xml", "results/behind/received"),
)
# No pages of their own: what a form is sent to, files, and the other halves of a page.
NO_PAGE = {
    *("log-in", "second", "log-out", "language", "practice", "views", "bulk", "enter-slip", "stick", "receipts"),
    *("report-draft", "wordings-save", "plan-make", "thanks-do", "capacity", "figures-behind", "judging-package"),
    *("grading", "all-published"),
}


def test_every_page_that_needs_nothing_to_name_is_walked():
    pages = {name for name, way in EVERY.items() if not way.of} - NO_PAGE

    assert {resolve(f"/desk/{room}").url_name for room in (*ROOMS, *MORE)} == pages


@pytest.fixture(scope="module")
def chromium():
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed, and CI=true promises it")
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def walk(centre, chromium, rooms, width, language):
    """Whatever axe and the console say on the way through the rooms."""
    roles = ("--role", "administrator", "--role", "collector")
    password = centre.done("staff", f"guan{width}", *roles, "--full-name", "管").splitlines()[-1]
    context = chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page, said = context.new_page(), []
    page.on("console", lambda one: said.append(one.text) if one.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{centre.url}/desk/")
    page.fill("#name", f"guan{width}")
    page.fill("#password", password)
    turn(page, ".act")
    page.wait_for_selector(".places")
    if language == "en":
        turn(page, "button[name=language]")
        page.wait_for_selector("text=Log out")
    for room in rooms:
        page.goto(f"{centre.url}/desk/{room}")
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate("rules => axe.run(rules)", RULES)["violations"]
        said += [f"{room}: {one['id']} {one['nodes'][0]['html'][:80]}" for one in found]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            said.append(f"{room}: wider than {width}")
    context.close()
    return said


def test_the_desk_is_clean_on_a_tablet(centre, chromium):
    assert walk(centre, chromium, ROOMS, 820, "en") == []


@pytest.mark.all
@pytest.mark.parametrize(("width", "language"), [(1280, "zh"), (1280, "en"), (1024, "en"), (768, "zh")])
def test_every_room_is_clean(centre, chromium, width, language):
    assert walk(centre, chromium, (*ROOMS, *MORE, *THINGS), width, language) == []


def test_keys_move_through_the_list(centre, chromium):
    centre.code("keys")
    password = centre.done("staff", "keys", "--role", "supervisor", "--venue", "keys").splitlines()[-1]
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{centre.url}/desk/log-in?next=/desk/enter")
    page.fill("#name", "keys")
    page.fill("#password", password)
    turn(page, ".act")
    page.goto(f"{centre.url}/desk/enter")
    for words in ("第一张纸条说了些话", "第二张纸条也说了话"):
        page.fill("textarea[name=words]", words)
        turn(page, "form .act")
        page.wait_for_selector("ol.log")
    page.goto(f"{centre.url}/desk/cases")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("x")

    assert page.locator("tr.at").count() == 1
    assert page.locator("tr.at input[type=checkbox]").is_checked()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "text"
    context.close()


@pytest.mark.all
def test_a_setting_changes_without_scripts(centre, chromium):
    password = centre.done("staff", "plain", "--role", "administrator").splitlines()[-1]
    context = chromium.new_context(viewport={"width": 820, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{centre.url}/desk/log-in?next=/desk/office")
    page.fill("#name", "plain")
    page.fill("#password", password)
    page.click(".act")
    page.wait_for_selector(".places")
    page.goto(f"{centre.url}/desk/office/settings/wordings.toml")
    before = page.locator(".grid tbody tr").count()
    page.click("button.add")
    page.wait_for_selector('[name="wording/n1/name"]')
    page.fill('[name="wording/n1/name"]', "周一闭馆")
    page.press('[name="wording/n1/name"]', "Enter")  # looks, and changes nothing
    page.wait_for_selector(".problem a")
    page.fill('[name="wording/n1/text:zh-Hans"]', "您好，周一闭馆，周二见。")
    page.fill("[name=why]", "来访者常常问起，大家说得一样")
    page.click(".force button[value=change]")
    page.wait_for_selector("text=wordings.toml")
    page.goto(f"{centre.url}/desk/office/settings/wordings.toml")

    assert page.locator(".grid tbody tr").count() == before + 1
    assert page.locator("input[value=周一闭馆]").count() == 1
    context.close()
