"""Roll-ups equal a recount whatever was done, folded or not, and every figure that reads them equals its conditions."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest
from lobby import MONDAY, Lobby, project, visitor

from kiosk.errors import CallerError
from sync.central.cases import figures, moves, projector, tallies
from sync.central.cases.models import Case, TallyCube, TallyMove
from sync.central.cases.moves import Deed
from sync.central.cases.roles import RULES

DEEDS = (
    Deed("classify", category="C"),
    Deed("classify", category="F"),
    Deed("dispatch", department="training"),
    Deed("answer", text={"zh-Hans": "已经请人来修好了。"}),
    Deed("close", evidence="照片"),
    Deed("park", why="等明年的预算再看看", review=date(2027, 3, 1)),
    Deed("invalid", why="这里什么都没有说出来"),
    Deed("withhold", why="里面有别人的姓名和电话"),
    Deed("reopen", why="来访的人说还没有解决"),
    Deed("try", why="打了电话没有人接听到"),
)


class Days:
    """Anything that can happen to a venue's cases, thrown from a seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.lobbies = [Lobby.open("donghu"), Lobby.open("nanhu")]
        self.subjects: list[tuple[Lobby, str]] = []
        self.now = MONDAY - timedelta(days=200)

    def go(self, steps: int) -> None:
        for _ in range(steps):
            self.now += timedelta(hours=self.dice.randrange(1, 70))
            self.dice.choice((self.says, self.says, self.says, self.changes, self.acts, self.acts, self.folds))()
        project()

    def says(self) -> None:
        dice, lobby, subject = self.dice, self.dice.choice(self.lobbies), visitor(self.now)
        parts = {"grade": dice.choice((None, 1, 2, 3, 4, 5)), "category": dice.choice((None, "A", "C", "F"))}
        parts |= {"channel": dice.choice(("kiosk", "phone", "paper")), "level": dice.choice(("V0", "V2"))}
        parts |= {"sealed": dice.choice((None, "AAAA")), "flags": dice.choice(((), (), ("training",), ("assisted",)))}
        answers = {"grade": str(parts["grade"])} if parts["grade"] else {}
        answers |= {"words": "老师讲得太快"} if dice.random() < 0.7 else {}
        lobby.says(subject=subject, answers=answers, at=self.now, **parts)
        self.subjects.append((lobby, subject))

    def changes(self) -> None:
        if self.subjects:
            lobby, subject = self.dice.choice(self.subjects)
            kind = self.dice.choice(("feedback.amended", "feedback.withdrawn"))
            more = {"answers": {"grade": "1", "words": "改一下"}, "grade": 1} if kind == "feedback.amended" else {}
            more |= {"reason": None, "channel": "kiosk", "level": "V0"} if kind == "feedback.withdrawn" else {}
            lobby.writes(kind, subject, at=self.now, **more)

    def acts(self) -> None:
        project()
        cases = list(Case.objects.order_by("id"))
        for _ in range(6):
            if cases:
                try:
                    moves.act(self.dice.choice(cases).id, self.dice.choice(DEEDS), RULES, self.now)
                except CallerError:
                    continue

    def folds(self) -> None:
        project()
        tallies.fold(pause=lambda: None)


@pytest.mark.parametrize("seed", [1, 2])
def test_roll_ups_equal_a_recount_after_anything(lobby, seed):
    days = Days(seed)
    days.go(60)
    kept = tallies.facts()

    assert len(Case.objects.values_list("state").distinct()) > 3
    tallies.recount()
    assert tallies.facts() == kept
    assert not TallyMove.objects.exists()
    assert not TallyCube.objects.filter(counted=0, asked=0, rated=0).exists()
    projector.rebuild(pause=lambda: None)
    assert tallies.facts() == kept
    tallies.fold(pause=lambda: None)
    assert tallies.facts() == kept


def test_what_is_read_from_roll_ups_equals_its_conditions(lobby):
    days = Days(3)
    days.go(80)
    for first, last in ((date(2026, 5, 1), date(2026, 12, 31)), (date(2026, 6, 3), date(2026, 6, 3)), _week()):
        found = figures.figures("donghu", first, last)
        cases = figures.of("donghu", first, last)
        assert found["counts"] == {name: cases.filter(q).count() for name, q in figures.counts(last).items()}
        for name, rate in figures.rates(last).items():
            assert found["rates"][name]["of"] == cases.filter(rate.of).count(), name
            assert found["rates"][name]["count"] == cases.filter(rate.of & rate.count).count(), name
        counted = list(cases.filter(counted=True, practice=False, withdrawn=False))
        for row in tallies.DIMENSIONS:
            for column in tallies.DIMENSIONS:
                cells = tallies.cross(["donghu"], first, last, (row, column), "counted")
                assert cells == Counter((_said(one, row), _said(one, column)) for one in counted), (row, column)


def _said(case: Case, name: str) -> str:
    return case.category[:1] if name == "category" else str(getattr(case, name) or "")


def _week() -> tuple[date, date]:
    return date(2026, 8, 3), date(2026, 8, 9)


@pytest.mark.parametrize(("first", "last"), [("2024-01-01", "2026-12-31"), ("2026-11-24", "2026-11-24")])
def test_a_period_falls_into_stretches_that_meet(first, last):
    first, last = date.fromisoformat(first), date.fromisoformat(last)
    days = []
    for grain, begun, ended in tallies.spans(first, last):
        start = begun
        while start <= ended:
            assert tallies.begin(start, grain) == start
            days += [start + timedelta(days=place) for place in range(grain)]
            start += timedelta(days=grain)

    assert days == [first + timedelta(days=place) for place in range((last - first).days + 1)]


def test_a_centre_from_before_is_counted_when_it_is_brought_up_to_date(lobby):
    Days(4).go(30)
    kept = tallies.facts()
    tallies.clear()

    tallies.ensure()

    assert tallies.facts() == kept
