"""A working week at the desk, in a real browser, across a holiday: everybody's work, and what figures come of it."""

import json
import os
import select
import shutil
import time
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
import week_plan
import week_recount
from central_process import ROOT, Centre
from central_terminal import Device
from week_arrivals import Arrivals
from week_plan import BACK, END, HOLIDAY, HOLIDAYS, MONDAY, Plan
from week_staff import HANDLERS, MAKE, STAFF, Desk, enters

FAKETIME = next(iter(Path("/usr/lib").glob("*/faketime/libfaketime.so.1")), None)
CHINA = timezone(timedelta(hours=8))
ANSWER = "已经换了新灯管，周一起每天早上检查一遍。"

pytestmark = pytest.mark.skipif(FAKETIME is None, reason="faketime is not installed: apt-get install faketime")


@dataclass
class Clock:
    """What the centre's processes believe the time to be. Moving it reaches a server that reads the file each time."""

    file: Path
    ahead: float = 0.0

    @property
    def environ(self) -> dict[str, str]:
        return {
            "LD_PRELOAD": str(FAKETIME),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }

    @property
    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time() + self.ahead, CHINA)

    def set(self, day: date) -> None:
        """Nine in the morning of that day, in China."""
        self.ahead = round(datetime(day.year, day.month, day.day, 9, tzinfo=CHINA).timestamp() - time.time())
        self.file.write_text(f"{self.ahead:+d}\n", "ascii")


# Python sleeps until a moment of the monotonic clock, which faketime turns into nonsense; a span it leaves alone.
SLEEPER = "import select\nimport time\n\ntime.sleep = lambda seconds: select.select([], [], [], seconds)[3:]\n"


@dataclass
class House:
    """Everybody and everything of the week."""

    centre: Centre
    clock: Clock
    browser: object
    arrivals: Arrivals
    passwords: dict[str, str]
    at_desk: dict[str, Desk] = field(default_factory=dict)

    def staff(self, name: str) -> Desk:
        """Somebody at their desk, logged in since this morning."""
        if name not in self.at_desk:
            self.at_desk[name] = Desk.log_in(self.browser, self.centre.url, name, self.passwords[name])
        return self.at_desk[name]

    def wait_for(self, day: date) -> None:
        """Until the server has looked at its clock again, within a second."""
        http = self.arrivals.device.http
        while parsedate_to_datetime(http.get(f"{self.centre.url}/api/v1/centre").headers["Date"]).date() != day:
            select.select([], [], [], 0.05)

    def evening(self) -> None:
        while self.at_desk:
            self.at_desk.popitem()[1].leave()


@pytest.fixture
def house(tmp_path):
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed, and CI=true promises it")
        pytest.skip("Chromium is not installed: apt-get install chromium")
    clock, centre = Clock(tmp_path / "clock"), Centre.usual(tmp_path / "data")
    clock.set(MONDAY)
    (tmp_path / "sitecustomize.py").write_text(SLEEPER, "utf-8")
    centre.environ |= clock.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    centre.code("lobby")
    passwords = json.loads(centre.python(MAKE % (dict(STAFF),)))
    with centre.serving(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield House(centre, clock, browser, Arrivals(Device(centre)), passwords)
        browser.close()


@pytest.mark.all
@pytest.mark.timeout(600)  # more than two minutes on a machine that is busy otherwise
def test_a_short_week_ends_with_everything_answered_and_published(house):
    work_through(house, week_plan.short())


@pytest.mark.all
@pytest.mark.timeout(3000)
def test_a_fortnight_of_three_hundred_items_ends_the_same_way(house):
    work_through(house, week_plan.long())


def work_through(house: House, plan: Plan) -> None:
    for day in plan.days:
        house.clock.set(day)
        house.wait_for(day)
        house.arrivals.come(plan.on("arrives", day), house.clock.now)
        enter_by_hand(house, plan, day)
        house.centre.done("work")
        if day != HOLIDAY:
            one_day(house, plan, day)
        house.evening()
    nothing_is_forgotten(house, plan)
    the_figures_are_right(house)
    both_weeks_are_published(house)


def enter_by_hand(house: House, plan: Plan, day: date) -> None:
    typed = [one for one in plan.on("arrives", day) if one.channel in {"paper", "staff", "meeting"}]
    if typed:
        enters(house.staff("shouji"), typed, day)


def one_day(house: House, plan: Plan, day: date) -> None:
    """In the order of a day: sent back, sorted, done, closed, called."""
    back = [one for one in plan.on("act", day, "return") if one.sort != day]  # the others are sorted first
    for department, name in HANDLERS.items():
        if wrong := [one for one in back if one.department != department]:
            send_back(house.staff(name), wrong)
    sort(house, plan, day)
    for department, name in HANDLERS.items():
        mine = [one for one in plan.on("act", day) if one.department == department]
        if mine and day != END:
            handle(house, house.staff(name), mine)
    if declined := list(plan.on("act", day, "decline")):
        decline(house.staff("duban"), declined)
    for department, name in HANDLERS.items():
        close(house, name, [one for one in plan.on("close", day) if one.department == department and day != END])
    call_back(house, plan, day)


def sort(house: House, plan: Plan, day: date) -> None:
    """Everything that nobody has sorted yet, and what came back."""
    hide(house, list(plan.on("sort", day, "withhold")))
    waiting = [one for one in plan.on("sort", day) if one.road not in {"withhold", "rating"}]
    back = list(plan.on("act", day, "return"))
    if waiting:
        hand_out(house.staff("shouji"), plan, waiting)
    for department, name in HANDLERS.items():
        if wrong := [one for one in back if one.sort == day and one.department != department]:
            send_back(house.staff(name), wrong)
    if back:
        assert house.staff("shouji").look_through("returned") == {one.tag for one in back}
    for one in back:
        house.staff("shouji").does(one.tag, "dispatch", department=one.department)


def hide(house: House, hidden: list[week_plan.Item]) -> None:
    """What must not be seen by everybody, by whoever looks after that."""
    if hidden:
        house.staff("shenhe").look_through("received")
    for one in hidden:
        house.staff("shenhe").does(one.tag, "withhold", why="里面写了别人的名字，要先核实再说。")


def hand_out(desk: Desk, plan: Plan, waiting: list[week_plan.Item]) -> None:
    """The inbox down to nothing: each is classified, and goes to a department, into another one, or nowhere."""
    assert desk.look_through("received") == {one.tag for one in waiting}
    roads = {road: [one for one in waiting if one.road == road] for road in ("invalid", "merge")}
    for one in roads["invalid"]:
        desk.does(one.tag, "invalid", why="小朋友随手点的，没有说什么事。")
    good = [one for one in waiting if one.road != "invalid"]
    for category in week_plan.WORK:
        tags = [one.tag for one in good if one.category == category]
        assert desk.bulk(tags, "classify", category=category) == len(tags)
    for one in roads["merge"]:
        desk.does(one.tag, "merge", into=desk.number(plan.into(one).tag), why="和同一天的另一件说的是一件事。")
    for department in HANDLERS:
        tags = [one.tag for one in good if one.road != "merge" and first_department(one) == department]
        assert desk.bulk(tags, "dispatch", department=department) == len(tags)


def first_department(item: week_plan.Item) -> str:
    """Where it is sent first: what will come back goes to the wrong one."""
    return next(name for name in HANDLERS if (name == item.department) != (item.road == "return"))


def send_back(desk: Desk, wrong: list[week_plan.Item]) -> None:
    desk.look_through("dispatched")
    for one in wrong:
        desk.does(one.tag, "return", why="这件不归我们部门管，请转给另一个部门。")


def handle(house: House, desk: Desk, mine: list[week_plan.Item]) -> None:
    """What a department does with what it got: it works on it, asks, promises another day, parks, answers."""
    seen = desk.look_through("open")
    theirs = [one for one in mine if one.road not in {"rating", "merge", "withhold", "invalid"}]
    assert {one.tag for one in theirs} <= seen
    for one in theirs:
        if one.road == "decline":
            continue
        if one.road == "park":
            desk.does(one.tag, "park", text="要等明年的经费下来，到时候再看一次。")
            continue
        if one.road not in {"answer", "quick"} or one.n % 3 == 0:
            desk.does(one.tag, "start")
        if one.road == "ask":
            desk.asks(one.tag, "请问是哪一间教室？")
            visitor = house.browser.new_page(viewport={"width": 390, "height": 844})
            house.arrivals.replies(visitor, one.tag, "东边第二间。")
            visitor.close()
            assert "东边第二间" in desk.case(one.tag).inner_text(".thread")
        if one.road == "extend":
            desk.does(one.tag, "extend", text="配件要从厂里发货，请多等几天。")
        desk.does(one.tag, "answer", text=ANSWER)


def decline(desk: Desk, declined: list[week_plan.Item]) -> None:
    desk.look_through("open")
    for one in declined:
        assert not desk.may(one.tag, "purge")
        desk.does(one.tag, "decline", text="消防规定不允许在走廊里加座位，很抱歉做不到。")


def close(house: House, name: str, done: list[week_plan.Item]) -> None:
    closing = [one for one in done if one.road in {"answer", "quick", "return", "ask", "call"}]
    if not closing:
        return
    desk = house.staff(name)
    desk.look_through("answered")
    for one in closing:
        desk.does(one.tag, "close", evidence="维修单和照片在值班本第 12 页。")
        if one.road == "call":
            desk.does(one.tag, "try", why="打了一次，没有人接。")


def call_back(house: House, plan: Plan, day: date) -> None:
    """On another day than the first try: this time somebody answers."""
    owed = [one for one in plan.items if one.road == "call" and day > one.close and day in {BACK, plan.days[-1]}]
    for one in owed:
        desk = house.staff(HANDLERS[one.department])
        if one.tag in desk.look_through("closed") and desk.may(one.tag, "call_back"):
            desk.does(one.tag, "try", why="又打了一次，接通了。")
            desk.does(one.tag, "call_back", why="对方说灯修好了，没有别的事。")


def nothing_is_forgotten(house: House, plan: Plan) -> None:
    """Every item is answered, at rest for a reason, a mere rating, or waits and is not late."""
    rows = house.centre.sql("select title, state, answered_day, next_due, asks, words from cases_case")
    assert len(rows) == len(plan.items)
    ends = {one.tag: one for one in plan.items if one.words}
    for title, state, answered, next_due, asks, words in rows:
        if not words:
            assert (state, asks) == ("archived", 0)
            continue
        item = ends[title[:5]]
        assert state == ENDS[item.road], (item, state)
        assert answered or (item.road == "wait" and str(next_due) >= END.isoformat()), item
    first, last = (str(day) for day in HOLIDAYS)
    assert house.centre.sql(f"select count(*) from cases_case where first_due between '{first}' and '{last}'") == [(0,)]
    assert house.centre.sql(
        f"select count(*) from cases_caseevent where day between '{first}' and '{last}' and who_id is not null"
    ) == [(0,)]


ENDS = {
    **dict.fromkeys(("answer", "quick", "return", "ask"), "closed"),
    "call": "called_back",
    "park": "parked",
    "decline": "declined",
    "extend": "answered",
    "merge": "merged",
    "withhold": "withheld",
    "invalid": "invalid",
    "wait": "dispatched",
}


def the_figures_are_right(house: House) -> None:
    """What the results' page shows is what records and events come to; a figure opens onto as many cases."""
    items, desk = week_recount.read(house.centre), house.staff("duban")
    for monday in (MONDAY, MONDAY + timedelta(days=7)):
        page = desk.open(f"results?kind=week&day={monday}")
        shown = page.eval_on_selector_all(
            "a[href*='/results/behind/']",
            "all => all.map(a => [a.pathname.split('/').pop(), a.textContent.trim()])",
        )
        wanted = week_recount.recount(items, monday)
        figures = {name: int(value) for name, value in shown}
        assert {name: figures.get(name) for name in wanted} == wanted
    page = desk.open(f"results?kind=week&day={MONDAY}")
    page.click("a[href*='/behind/answered?']")
    page.wait_for_selector("table.list")
    assert page.locator("tr[data-row], table.list tbody tr").count() == min(
        200, week_recount.recount(items, MONDAY)["answered"]
    )


def both_weeks_are_published(house: House) -> None:
    """Drafted by one, let out by another, looked at by whoever evaluates, read by everybody."""
    supervisor, administrator, evaluator = (house.staff(name) for name in ("duban", "guanli", "pinggu"))
    for monday in (MONDAY, MONDAY + timedelta(days=7)):
        page = supervisor.open(f"results?kind=week&day={monday}")
        page.fill("[name=text]", "这一周我们修好了教室的灯，也改了活动通知的办法。")
        supervisor._press(page.locator("form[action$='/results/draft']"))
        place = page.url
        page.click("main form .press")  # one's own draft stays in
        page.wait_for_selector(".problem")
        evaluator.page.goto(place)
        assert not evaluator.page.locator("main form .press").count()
        administrator.page.goto(place)
        administrator._press(administrator.page.locator("main form:has(.press)"))
    house.at_desk["duban"].complaints.clear()  # the browser remarks on the two refusals
    house.evening()
    visitor = house.browser.new_page(viewport={"width": 390, "height": 844})
    visitor.goto(f"{house.centre.url}/results")
    assert visitor.locator(".published li a").count() == 2
    visitor.click(".published li a >> nth=1")
    visitor.wait_for_selector("main.article table")
    received = house.centre.sql("select figures from cases_report where first = '2026-09-28'")[0][0]
    assert str(json.loads(received)["counts"]["received"]) in visitor.inner_text("main")
    visitor.close()
