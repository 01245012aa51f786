"""Hands in a real browser: each of the staff logs in with a page of their own and works through the desk's pages."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from playwright.sync_api import Browser, Locator, Page

from tests.browsing import turn

# name: role, department, what colleagues call them
STAFF: Mapping[str, tuple[str, str, str]] = {
    "shouji": ("collector", "", "收件 林"),
    "houqin": ("handler", "logistics", "后勤 王"),
    "huodong": ("handler", "activities", "活动 周"),
    "duban": ("supervisor", "", "督办 郑"),
    "shenhe": ("moderator", "", "审核 孙"),
    "pinggu": ("evaluator", "", "评估 何"),
    "guanli": ("administrator", "", "管理 陈"),
}
HANDLERS = {"logistics": "houqin", "activities": "huodong"}
MAKE = """
import json
from sync.central.cases import departments, people
departments.ensure()
print(json.dumps({name: people.set_up(name, roles=[role], full_name=called, venue="lobby", department=department)
    for name, (role, department, called) in %r.items()}))
"""
TAG = re.compile(r"第\d{3}件")


@dataclass
class Desk:
    """One member of staff at their screen. found: where the case with a tag is."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)
    found: dict[str, str] = field(default_factory=dict)

    @classmethod
    def log_in(cls, browser: Browser, url: str, name: str, password: str) -> "Desk":
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
        context.set_default_timeout(15_000)
        desk = cls(context.new_page(), url)
        desk.page.on("console", lambda one: one.type in {"error", "warning"} and desk.complaints.append(one.text))
        desk.page.on("pageerror", lambda error: desk.complaints.append(str(error)))
        desk.page.goto(f"{url}/desk/", wait_until="commit")
        desk.page.fill("#name", name)
        desk.page.fill("#password", password)
        desk.page.click(".act")
        desk.page.wait_for_selector(".places")
        return desk

    def leave(self) -> None:
        self.page.context.close()
        assert self.complaints == []

    def open(self, path: str) -> Page:
        self.page.goto(f"{self.url}/desk/{path}", wait_until="domcontentloaded")
        return self.page

    def look_through(self, state: str) -> set[str]:
        """Reads the list of a state page by page, as one would; the tags that are on it."""
        self.open(f"cases?state={state}")
        tags: set[str] = set()
        while True:
            for words, href in self.page.eval_on_selector_all(
                "#rows .words a", "all => all.map(a => [a.textContent, a.getAttribute('href')])"
            ):
                if tag := TAG.search(words):
                    self.found[tag[0]] = href
                    tags.add(tag[0])
            more = self.page.locator("nav.turn a[href*='after=']")
            if not more.count():
                return tags
            turn(self.page, more)

    def case(self, tag: str) -> Page:
        self.page.goto(self.url + self.found[tag], wait_until="domcontentloaded")
        return self.page

    def number(self, tag: str) -> str:
        return self.case(tag).inner_text("h1")

    def does(self, tag: str, kind: str, **fields: str) -> None:
        """Opens the case and does one deed with its form. A complaint of the page fails."""
        form = self._form(tag, kind)
        for name, value in fields.items():
            self._fill(form.locator(f"[name={name}]"), value)
        self._press(form)

    def may(self, tag: str, kind: str) -> bool:
        """Whether the page offers the deed at all."""
        return self.case(tag).locator(f"aside form:has(input[name=kind][value={kind}])").count() > 0

    def asks(self, tag: str, text: str) -> None:
        """A question to the visitor."""
        self.case(tag).click(".thread summary")
        form = self.page.locator("form[action$='/ask']")
        form.locator("[name=text]").fill(text)
        self._press(form)

    def bulk(self, tags: Iterable[str], kind: str, **fields: str) -> int:
        """One deed for many, forty a page as the list shows them; for how many it was done."""
        wanted, done = {self.found[tag].rsplit("/", 1)[1] for tag in tags}, 0
        while wanted:
            self.open("cases?state=" + {"classify": "received", "dispatch": "classified"}[kind])
            shown = set(self.page.eval_on_selector_all("#rows input[name=case]", "all => all.map(one => one.value)"))
            while not shown & wanted:
                turn(self.page, "nav.turn a[href*='after=']")
                boxes = self.page.eval_on_selector_all("#rows input[name=case]", "all => all.map(one => one.value)")
                shown = set(boxes)
            for one in shown & wanted:
                self.page.check(f"#rows input[value='{one}']")
            self.page.select_option(".bulk [name=kind]", kind)
            for name, value in fields.items():
                self._fill(self.page.locator(f".bulk [name={name}]"), value)
            self._press(self.page.locator("#bulk"))
            assert not self.page.locator("table.list").count(), self.page.inner_text("main")
            done += len(shown & wanted)
            wanted -= shown
        return done

    def _form(self, tag: str, kind: str) -> Locator:
        form = self.case(tag).locator(f"aside form:has(input[name=kind][value={kind}])").first
        details = form.locator("xpath=ancestor::details[1]/summary")
        if details.count():
            details.click()
        return form

    def _fill(self, control: Locator, value: str) -> None:
        control = control.first
        if control.evaluate("one => one.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)

    def _press(self, form: Locator) -> None:
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            form.locator("button.act, button.press").last.click()
        problem = self.page.locator(".problem")
        assert not problem.count(), problem.first.inner_text()


def enters(desk: Desk, items: Iterable, day: date) -> None:
    """Slips and what was said to staff, one by one; then one meeting with all its items."""
    items = list(items)
    for item in items:
        if item.channel not in {"paper", "staff"}:
            continue
        page = desk.open("enter")
        page.select_option("[name=channel]", item.channel)
        assert page.input_value("[name=day]") == day.isoformat()  # the desk knows what day it is
        page.fill("[name=words]", item.words)
        page.select_option("[name=grade]", str(item.grade))
        desk._press(page.locator("form[action$='/enter/slip']"))
    if met := [item for item in items if item.channel == "meeting"]:
        page = desk.open("enter/meeting")
        for name, value in {"title": "读者座谈会", "host": "林老师", "people": str(len(met))}.items():
            page.fill(f"[name={name}]", value)
        page.fill("[name=items]", "\n".join(f"{item.category} {item.words}" for item in met))
        desk._press(page.locator("form[action$='/enter/meeting']"))
        assert page.locator("ol.log li").count() == len(met)
