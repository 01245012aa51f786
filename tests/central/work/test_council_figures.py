"""Figures: summed up as they come, equal to a recount, hidden where they are small, opened down to the case."""

import random
from datetime import timedelta

import pytest
from lobby import MONDAY, project, visitor

DAYS = "first=2026-11-01&last=2026-11-30"


@pytest.fixture
def boss(browser_of):
    return browser_of("supervisor")


def event(lobby, content="4", recommend=9, **parts):
    answers = {"overall": "4", "content": content, "recommend": recommend}
    return lobby.says(answers=answers, form="event", grade=4, **parts)


def expert(lobby, identity="leader", brand="2", **parts):
    answers = {"identity": identity, "brand": brand, "problem": "场地太少", "cost": "w1", "interest": "some"}
    return lobby.says(answers=answers, form="expert", grade=None, **parts)


def summed():
    from sync.central.insight import hearing

    project()
    return hearing.work()


def span():
    from datetime import date

    from sync.central.insight.asking import Span

    return Span("donghu", date(2026, 11, 1), date(2026, 11, 30))


def test_sums_are_those_of_a_recount_whatever_happens(lobby):
    from sync.central.insight import hearing
    from sync.central.insight.models import Tally

    chance, visits = random.Random(7), []
    for _step in range(40):
        what = chance.choice(["event", "event", "wish", "amend", "withdraw", "leave", "practice"])
        at = MONDAY - timedelta(days=chance.randrange(30))
        if what == "event":
            visits.append(event(lobby, chance.choice("12345"), chance.randrange(11), at=at))
        elif what == "wish":
            lobby.says(answers={"times": ["wd_am", "we_pm"], "age_band": "a60"}, form="wish", grade=None, at=at)
        elif what == "practice":
            event(lobby, flags=("training",))
        elif what == "leave":
            left = {"id": visitor(at), "subject": visitor(at), "time": "2026-11-20T10:00:00+08:00", "duration_ms": 5000}
            lobby.keeps("visit.abandoned", left | {"form": "event", "at": "content"}, at, form="event")
        elif visits:
            subject = chance.choice(visits)
            if what == "amend":
                lobby.writes(
                    "feedback.amended", subject, answers={"overall": "1", "content": "1"}, form="event", grade=1
                )
            else:
                lobby.writes("feedback.withdrawn", subject, channel="kiosk", level="V0", reason=None)
        if chance.random() < 0.3:
            summed()
    summed()

    assert hearing.wrong() == []
    assert hearing.work() == 0
    assert Tally.objects.filter(series="left", question="content").exists()
    Tally.objects.filter(series="public", question="content").update(count=99)
    assert any("99, counted" in line for line in hearing.wrong())


def test_an_amendment_gives_back_what_the_first_answer_had_added(lobby):
    from sync.central.insight import asking

    subject = event(lobby, content="5")
    summed()
    lobby.writes("feedback.amended", subject, answers={"overall": "1", "content": "1"}, form="event", grade=1)
    summed()

    told = asking.sums(span(), question="content")
    assert told == {("public", "event", "content", "1"): 1}


def test_indicators_and_recommendation_by_hand(lobby):
    from sync.central.insight import asking

    for n in range(40):
        event(lobby, content="5" if n < 25 else "2", recommend=10 if n < 20 else 7 if n < 30 else 3)
    summed()

    (one,) = asking.indicators(span())
    assert (one.question, one.n, one.mean, one.percent) == ("content", 40, 3.88, 62.5)
    found = asking.recommended(span())
    assert (found.promote, found.passive, found.detract, found.score) == (20, 10, 10, 25.0)


def test_a_handful_gives_neither_cell_nor_mean(lobby, boss):
    from sync.central.insight import asking

    for _ in range(6):
        event(lobby, content="1")
    summed()

    (one,) = asking.indicators(span())
    assert (one.n, one.mean, one.percent) == (None, None, None)
    assert not any(one.counts)
    page = boss.get(f"/desk/figures?rows=category&columns=grade&{DAYS}").content.decode()
    assert ">6<" not in page.replace(" ", "")
    assert boss.get(f"/desk/figures?rows=category&columns=grade&{DAYS}&whole=1").context["total"] == 6


def test_ages_stay_hidden_even_from_who_may_see_small_numbers(lobby, boss):
    for band in ["a60"] * 12 + ["u14"] * 2:
        lobby.says(answers={"times": ["wd_am"], "age_band": band}, form="wish", grade=None, category="C")
    summed()

    shown = boss.get(f"/desk/figures?rows=category&columns=age_band&{DAYS}&whole=1").context
    assert list(shown["head"]) == ["u14", "a60"]
    assert [n for n, _ in shown["lines"][0]["cells"]] == [None, None]


def test_an_evaluator_may_not_ask_for_small_numbers(lobby, browser_of):
    for _ in range(3):
        event(lobby)
    summed()
    client = browser_of("evaluator")

    assert client.get(f"/desk/figures?{DAYS}&whole=1").context["total"] is None
    assert client.get(f"/desk/figures/behind?{DAYS}&grade=4").status_code == 403


def test_experts_stand_beside_the_public_and_never_among_it(lobby, boss):
    from sync.central.insight import asking

    for _ in range(31):
        expert(lobby)
        event(lobby, content="5")
    summed()

    assert {one.question for one in asking.indicators(span())} == {"content"}
    (theirs,) = asking.indicators(span(), ("leader",))
    assert (theirs.question, theirs.mean) == ("brand", 2.0)
    shown = boss.get(f"/desk/figures/others?{DAYS}")
    assert [name for name, *_ in shown.context["groups"]] == ["leader"]
    assert boss.get(f"/desk/figures?{DAYS}").context["rates"][2]["of"] == 31


def test_a_number_opens_its_cases(lobby, boss):
    for n in range(12):
        event(lobby, content="5" if n < 11 else "1")
    summed()

    rows = boss.get(f"/desk/figures/asked?{DAYS}").context["indicators"]
    link = rows[0][2][0][1]
    assert boss.get(link).context["count"] == 11
    assert boss.get(f"/desk/figures/behind?{DAYS}&grade=x").context["count"] == 0


SEATS = "room,weekday,part,seats,used\n201,1,am,30,15\n201,6,pm,30,\n202,1,am,20,20\n"


def test_seats_stand_beside_wishes(lobby, boss):
    for _ in range(12):
        lobby.says(answers={"times": ["wd_am"]}, form="wish", grade=None)
    summed()

    assert boss.post("/desk/figures/week/seats", {"venue": "donghu", "text": SEATS}).status_code == 302

    first = boss.get(f"/desk/figures/week?{DAYS}").context["table"][0][1][0][0]
    assert (first.wished, first.seats, first.used, first.filled) == (12, 50, 35, 70)
    room = boss.get(f"/desk/figures/week?{DAYS}&room=201").context["table"][0][1][0][0]
    assert (room.seats, room.filled) == (30, 50)


HOURLY = "room,weekday,part,seats,used\n201,1,9,30,15\n201,1,10:00,20,20\n201,1,19,30,\n201,2,pm,40,10\n"


def test_hours_stand_for_themselves_and_for_their_part_of_the_day(lobby, boss):
    boss.post("/desk/figures/week/seats", {"venue": "donghu", "text": HOURLY})

    told = boss.get(f"/desk/figures/week?{DAYS}").context
    (_, morning), (_, afternoon), (_, evening) = told["table"]
    assert (morning[0][0].seats, morning[0][0].filled) == (30, 70)  # 35 of 50 seats by the hour
    assert (afternoon[1][0].filled, evening[0][0].seats, evening[0][0].filled) == (25, 30, None)
    hours = dict(told["hours"])
    assert list(hours) == [f"{hour:02}:00" for hour in range(9, 20)]
    assert [hours[hour][0].filled for hour in ("09:00", "10:00", "11:00", "19:00")] == [50, 100, None, None]


def test_only_hours_that_the_file_names_are_shown(lobby, boss):
    boss.post("/desk/figures/week/seats", {"venue": "donghu", "text": SEATS})

    assert boss.get(f"/desk/figures/week?{DAYS}").context["hours"] == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n1,2", "line 1"),
        ("room,weekday,part,seats\n201,1,5,3", "line 2"),
        ("room,weekday,part,seats\n201,1,24:00,3", "line 2"),
        ("room,weekday,part,seats\n201,8,am,3", "line 2"),
        ("room,weekday,part,seats,used\n201,1,am,3,4", "line 2"),
        ("room,weekday,part,seats\n201,1,am,3\n201,1,am,4", "line 3"),
    ],
)
def test_a_wrong_file_is_named_by_its_line_and_changes_nothing(lobby, boss, text, says):
    boss.post("/desk/figures/week/seats", {"venue": "donghu", "text": SEATS})

    answer = boss.post("/desk/figures/week/seats", {"venue": "donghu", "text": text})

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert boss.get(f"/desk/figures/week?{DAYS}").context["rooms"] == ["201", "202"]


@pytest.mark.parametrize(
    "page", ["figures", "figures/asked", "figures/week", "figures/others", "office/health", "office/judging"]
)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_page_of_figures_opens(lobby, boss, page, language):
    event(lobby)
    summed()
    boss.post("/desk/language", {"language": language})

    assert boss.get(f"/desk/{page}?{DAYS}").status_code == 200


def test_the_charts_are_our_own_file_under_its_own_hash():
    import hashlib
    from pathlib import Path

    (file,) = Path("assets/vendor/echarts").glob("echarts-*.min.js")

    assert file.name.split("-")[2].split(".")[0] == hashlib.sha256(file.read_bytes()).hexdigest()[:8]
    assert b"new Function" not in file.read_bytes()
    assert b"eval(" not in file.read_bytes()
    assert file.name in Path("sync/central/desk/templates/desk/figures-base.html").read_text("utf-8")
    for license_ in ("LICENSE", "NOTICE", "LICENSE-zrender", "LICENSE-tslib"):
        assert (file.parent / license_).stat().st_size > 100


def test_small_numbers_of_experts_are_there_for_work_in_the_house_alone(lobby, boss, browser_of):
    for _ in range(3):
        expert(lobby)
    summed()

    ((_, n, ((one, _, _),), _),) = boss.get(f"/desk/figures/others?{DAYS}&whole=1").context["groups"]
    assert (n, one.n, one.mean, one.percent) == (3, 3, 2.0, None)
    ((_, n, ((one, _, _),), _),) = browser_of("evaluator").get(f"/desk/figures/others?{DAYS}&whole=1").context["groups"]
    assert (n, one.n, one.mean) == (None, None, None)
