"""What comes in during the scripted week, and what is done about each item. Data, and no browser.

The week is the one before National Day 2026: a holiday from 1 to 7 October, and a Saturday that is worked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONDAY, TUESDAY, WEDNESDAY = date(2026, 9, 28), date(2026, 9, 29), date(2026, 9, 30)
HOLIDAY, BACK, SATURDAY, END = date(2026, 10, 2), date(2026, 10, 8), date(2026, 10, 10), date(2026, 10, 12)
HOLIDAYS = (date(2026, 10, 1), date(2026, 10, 7))

SCREENS = ("kiosk", "web", "wechat")  # through the interface of devices
CHANNELS = ("kiosk", "phone", "paper", "web", "staff", "kiosk", "meeting", "wechat", "kiosk", "phone")
GRADES = (1, 2, 3, 4, 5, 5, 2)
WORK = {"F4": "logistics", "A1": "activities"}
# Everybody speaks of something else: who says what three others said has come up again, and is opened again.
PLACES = (
    "排练厅",
    "书法室",
    "二楼走廊",
    "儿童角",
    "露天舞台",
    "陶艺间",
    "地下车库",
    "报告厅",
    "琴房",
    "门口台阶",
    "茶座",
    "展厅",
    "储物柜",
)
FAULTS = (
    *(
        "灯一直闪",
        "暖气烫手",
        "窗户关不严",
        "音响有杂音",
        "地板翘起来",
        "没有扶手",
        "夜里太黑",
        "椅子缺腿",
        "投影模糊",
        "水管滴漏",
    ),
    *("钥匙找不到人拿", "门禁总失灵", "插座全没电", "墙皮往下掉", "钟停在三点", "镜子裂开", "风扇叫得厉害"),
)
AFTER = (
    "老人差点摔倒",
    "孩子吓哭过",
    "排队两小时",
    "只好提前回家",
    "问谁都不知道",
    "上周就说过",
    "下雨更麻烦",
    "唱到一半停了",
    "请早日安排",
    "愿意来帮忙",
    "麻烦贴个告示",
)
# What becomes of an item with words; most are simply answered.
ROADS = ("answer", "return", "park", "call", "ask", "decline", "extend", "merge", "withhold", "invalid", "quick")
RATING, WAITS = "rating", "wait"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that somebody said. sort, act and close: the days on which staff take these steps."""

    n: int
    arrives: date
    sort: date
    act: date
    close: date
    channel: str
    grade: int | None
    category: str
    road: str

    @property
    def tag(self) -> str:
        return f"第{self.n:03d}件"

    @property
    def words(self) -> str:
        if self.road == RATING:
            return ""
        place, fault, after = PLACES[self.n % len(PLACES)], FAULTS[self.n % len(FAULTS)], AFTER[self.n % len(AFTER)]
        return f"{self.tag}：{place}{fault}，{after}。"

    @property
    def department(self) -> str:
        return WORK[self.category]

    @property
    def contact(self) -> str:
        return "13800001234" if self.road == "call" else ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Items, the days that somebody works, and who is merged into whom."""

    items: tuple[Item, ...]
    days: tuple[date, ...]

    def on(self, stage: str, day: date, *roads: str) -> Iterator[Item]:
        """The items whose stage (arrives, sort, act, close) is that day; of these roads, or of all."""
        return (one for one in self.items if getattr(one, stage) == day and (not roads or one.road in roads))

    def into(self, item: Item) -> Item:
        """The item that says the same: an answered one that came at the same time."""
        return next(one for one in self.items if one.sort == item.sort and one.road == "answer")


def short() -> Plan:
    """Two days of work with the holiday between them."""
    waves = ((MONDAY, MONDAY, TUESDAY, TUESDAY, 15), (HOLIDAY, BACK, BACK, BACK, 6), (BACK, BACK, END, END, 3))
    return _plan(waves, (MONDAY, TUESDAY, HOLIDAY, BACK, END))


def long(count: int = 300) -> Plan:
    """Every working day of a fortnight."""
    shares = (count * 40 // 100, count * 30 // 100, count * 20 // 100)
    waves = (
        (MONDAY, MONDAY, TUESDAY, WEDNESDAY, shares[0]),
        (WEDNESDAY, WEDNESDAY, BACK, SATURDAY, shares[1]),
        (HOLIDAY, BACK, BACK, SATURDAY, shares[2]),
        (SATURDAY, SATURDAY, END, END, count - sum(shares)),
    )
    return _plan(waves, (MONDAY, TUESDAY, WEDNESDAY, HOLIDAY, BACK, SATURDAY, END))


def _plan(waves: tuple[tuple[date, date, date, date, int], ...], days: tuple[date, ...]) -> Plan:
    items: list[Item] = []
    for arrives, sort, act, close, count in waves:
        for place in range(count):
            items.append(_item(len(items) + 1, place, (arrives, sort, act, close), last=act == END))
    return Plan(tuple(items), days)


def _item(n: int, place: int, days: tuple[date, date, date, date], *, last: bool) -> Item:
    channel = CHANNELS[n % len(CHANNELS)]
    if days[0] == HOLIDAY and channel in {"paper", "staff", "meeting"}:
        channel = "kiosk"  # nobody sits at the desk
    grade, road = GRADES[n % len(GRADES)], "answer" if place % 2 else ROADS[place // 2 % len(ROADS)]
    if channel == "meeting":
        grade = None
    if last:  # not answered by the end of the script, and not late
        grade, road = (grade if grade is None else max(3, grade)), WAITS
    if road == "call":
        channel, grade = "kiosk", 1 + place // 2 % 2
    if road == "ask":
        channel = "kiosk"  # the script keeps its code
    if place % 5 == 4 and channel in {*SCREENS, "phone"} and road == "answer":
        grade, road = max(3, grade or 3), RATING
    category = ("F4", "A1")[n % 2]
    return Item(n, *days, channel, grade, category, road)
