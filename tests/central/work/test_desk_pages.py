"""The desk: who gets in, what each role sees and does, and what stays hidden."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lobby import MONDAY, Lobby, project, the_case, visitor

from sync.central.cases import moves, people
from sync.central.cases.models import AccessLog, Case, CaseEvent, Staff
from sync.central.cases.moves import Deed
from sync.central.cases.roles import RULES
from sync.central.desk import ink, listing
from sync.central.intake.models import Kept, Record, Terminal

INK = {"ink": [[10, 10, 50, 60, 90, 10]], "w": 400, "h": 300}


@pytest.fixture
def case(lobby):
    return the_case(lobby.says("空调太冷，<script>alert(1)</script>", grade=1, category="F"))


def text(response) -> str:
    return unescape(response.content.decode())


def do(client, case, kind, **fields):
    return client.post(f"/desk/cases/{case.id}/do", {"kind": kind, "seen": case.events, **fields})


# -- the door


@pytest.mark.parametrize("path", ["/desk/", "/desk/cases", "/desk/cases/11111111-1111-1111-1111-111111111111"])
def test_who_is_not_logged_in_is_sent_to_the_door_and_back(ground, path):
    client = Client()
    people.set_up("he", roles=["collector"], password="rice-paper-and-ink")

    sent = client.get(path)

    assert (sent.status_code, sent["Location"]) == (302, f"/desk/log-in?next={path}")
    back = client.post("/desk/log-in", {"name": "he", "password": "rice-paper-and-ink", "next": path})
    assert back["Location"] == path


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/desk/", "//evil.example/desk/", "/static/x", "javascript:1"]
)
def test_the_door_leads_nowhere_else(ground, elsewhere):
    people.set_up("he", roles=["collector"], password="rice-paper-and-ink")

    back = Client().post("/desk/log-in", {"name": "he", "password": "rice-paper-and-ink", "next": elsewhere})

    assert back["Location"] == "/desk/"


def test_who_guesses_a_password_is_slowed_down_by_name_and_by_address(ground):
    people.set_up("he", roles=["collector"], password="rice-paper-and-ink")
    for n in range(5):
        wrong = Client().post("/desk/log-in", {"name": "he", "password": "x"}, REMOTE_ADDR=f"203.0.113.{n}")
        assert wrong.status_code == 401

    right = {"name": "he", "password": "rice-paper-and-ink"}
    assert Client().post("/desk/log-in", right, REMOTE_ADDR="203.0.113.99").status_code == 429
    for _ in range(5):
        Client().post("/desk/log-in", {"name": "others", "password": "x"}, REMOTE_ADDR="198.51.100.1")
    assert Client().post("/desk/log-in", {"name": "x", "password": "x"}, REMOTE_ADDR="198.51.100.1").status_code == 429


def test_a_page_speaks_chinese_until_somebody_asks_for_english(browser_of):
    client = browser_of("collector")
    assert "工作台" in text(client.get("/desk/", headers={"accept-language": "en"}))

    client.post("/desk/language", {"language": "en", "next": "/desk/cases"})

    assert "Staff desk" in text(client.get("/desk/"))


def test_forms_want_their_token(browser_of, case):
    client = Client(enforce_csrf_checks=True)
    client.cookies = browser_of("supervisor").cookies

    assert do(client, case, "classify", category="F4").status_code == 403


def test_out_is_out(browser_of):
    client = browser_of("collector")

    client.post("/desk/log-out")

    assert client.get("/desk/").status_code == 302


# -- the first page


def test_the_first_page_says_what_waits_and_whether_all_is_well(browser_of, lobby):
    lobby.says("很久以前", at=MONDAY - timedelta(days=60))
    lobby.writes("feedback.submitted", "nobody")
    project()
    now = timezone.now()
    for label, seen, unsent in (("大厅", now, 0), ("分馆", now - timedelta(days=3), 41)):
        Terminal.objects.create(
            source=f"terminal/{label}",
            venue_id="donghu",
            label=label,
            token_digest=label.encode(),
            signing_key=b"s",
            box_key=b"b",
            enrolled_at=now,
            last_seen=seen,
            heartbeat={"unsent": unsent, "oldest_s": 7300},
        )
    Kept.objects.create(name="last_backup", value={"time": (now - timedelta(days=9)).isoformat(), "file": "x"})

    page = text(browser_of("supervisor").get("/desk/"))

    for expected in ("首次答复 1", "41 条未传，最早 2 小时前", "1 条记录读不懂", "上次备份在", "很久以前"):
        assert expected in page
    assert page.index("分馆") < page.index("大厅")  # who is not well comes first


def test_an_evaluator_sees_figures_and_no_case(browser_of, case):
    client = browser_of("evaluator")

    page = text(client.get("/desk/"))

    assert "只看统计" in page
    assert "空调" not in page
    assert "空调" not in text(client.get("/desk/cases?state=all"))
    assert client.get(f"/desk/cases/{case.id}").status_code == 404


# -- the list


def test_every_case_stands_on_exactly_one_page(browser_of, lobby):
    for n in range(listing.PAGE + 7):
        lobby.says(f"第{n:03}条", at=MONDAY - timedelta(days=n % 3), grade=2)
    project()
    client = browser_of("collector")

    for order in ("due", "new"):
        seen, query = [], f"order={order}"
        for _ in range(2):
            rows = client.get(f"/desk/cases?{query}").context
            seen += [row.id for row in rows["rows"]]
            query = rows["next"]
        assert (len(seen), len(set(seen)), query) == (listing.PAGE + 7, listing.PAGE + 7, "")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"坏空调", "名额", "戏好"}),
        ("category=F", {"坏空调"}),
        ("category=CB", {"名额"}),
        ("grade=5", {"戏好"}),
        ("channel=phone", {"戏好"}),
        ("text=空调", {"坏空调"}),
        ("state=dispatched", {"坏空调"}),
        ("department=logistics", {"坏空调"}),
        ("late=1", {"名额"}),
        ("state=rest", {""}),
        ("state=all&grade=4", {""}),
        ("state=nonsense&grade=9&channel=pigeon&after=x~y&order=z&text=%00", {"坏空调", "名额", "戏好"}),
    ],
)
def test_filters_find_what_they_say(browser_of, lobby, query, found):
    now = timezone.now()
    broken = the_case(lobby.says("坏空调", at=now, category="F"))
    moves.act(broken.id, Deed("classify", category="F4"), RULES, now)
    moves.act(broken.id, Deed("dispatch", department="logistics"), RULES, now)
    lobby.says("名额", at=now - timedelta(days=40), answers={"reasons": ["202"], "words": "名额"})
    lobby.says("戏好", at=now, grade=5, channel="phone")
    lobby.says(grade=4, at=now)
    project()

    rows = browser_of("collector").get(f"/desk/cases?{query}").context["rows"]

    assert {row.words for row in rows} == found


def test_a_list_costs_as_many_queries_for_many_as_for_few(browser_of, lobby):
    client, counts = browser_of("collector"), []
    for _ in range(2):
        for n in range(9):
            lobby.says(f"第 {n} 条")
        project()
        with CaptureQueriesContext(connection) as queries:
            client.get("/desk/cases")
        counts.append(len(queries))

    assert counts[0] == counts[1] < 12


def test_htmx_gets_the_rows_alone(browser_of, case):
    page = text(browser_of("collector").get("/desk/cases", headers={"HX-Request": "true"}))

    assert page.startswith("<table")
    assert case.number in page


# -- one case


def test_answers_stand_beside_their_questions_in_both_languages(browser_of, lobby):
    answers = {"where": "toilet", "problems": ["dirty", "supplies"], "words": "没有纸", "drawing": INK, "odd": "x y"}
    case = the_case(lobby.says(answers=answers, form="facility", form_version="1999010101"))

    page = text(browser_of("supervisor").get(f"/desk/cases/{case.id}"))

    for expected in ("在什么地方？", "Where is it?"[:5], "卫生间", "没有纸", '<svg class="ink"', "odd", "另一个版本"):
        assert expected in page


def test_what_visitors_write_is_text_and_nothing_else(browser_of, case):
    page = browser_of("supervisor").get(f"/desk/cases/{case.id}").content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_both_versions_of_a_visit_are_shown(browser_of, lobby):
    subject = lobby.says("在终端上写的")
    lobby.writes(
        "feedback.amended", subject, at=MONDAY + timedelta(minutes=3), answers={"grade": "1", "words": "改成这样"}
    )

    page = text(browser_of("supervisor").get(f"/desk/cases/{the_case(subject).id}"))

    assert page.index("改成这样") < page.index("被替换的 1 个版本") < page.index("在终端上写的")


@pytest.mark.parametrize("role", ["collector", "moderator", "administrator"])
def test_nobody_sees_the_minute_of_a_visit_by_looking(browser_of, case, role):
    client = browser_of(role)

    page = text(client.get(f"/desk/cases/{case.id}"))

    assert "下午" in page
    assert "18:15" not in page
    assert str(case.subject) not in page
    assert client.post(f"/desk/cases/{case.id}/time", {"why": "想知道"}).status_code == 403
    assert not AccessLog.objects.exists()


def test_a_supervisor_sees_the_minute_with_a_reason_that_is_written_down(browser_of, case):
    client = browser_of("supervisor")
    assert "18:15" not in text(client.get(f"/desk/cases/{case.id}"))
    assert client.post(f"/desk/cases/{case.id}/time", {"why": " "}).status_code == 422

    shown = client.post(f"/desk/cases/{case.id}/time", {"why": "核对监控时段"})

    assert "2026-11-23 18:15" in text(shown)
    look = AccessLog.objects.get()
    assert (look.case_id, look.what, look.why, look.who.username) == (case.id, "time", "核对监控时段", "supervisor-all")
    assert "核对监控时段" in text(client.get(f"/desk/cases/{case.id}"))


def test_staff_take_a_case_from_received_to_closed(browser_of, case):
    client = browser_of("supervisor")
    steps = [
        ("classify", {"category": "F4"}),
        ("dispatch", {"department": "logistics", "complex": "1"}),
        ("answer", {"text": "空调已经修好，温度定在 26 度。", "text_en": "Mended."}),
        ("close", {"evidence": "现场照片已存"}),
    ]
    for kind, fields in steps:
        done = do(client, case, kind, **fields)
        assert (done.status_code, done["Location"]) == (302, f"/desk/cases/{case.id}")
        case.refresh_from_db()

    assert (case.state, case.category, case.department, case.complex) == ("closed", "F4", "logistics", True)
    page = text(client.get(f"/desk/cases/{case.id}"))
    for expected in ("空调已经修好", "现场照片已存", "Full supervisor-all", "办理经过"):
        assert expected in page


def test_what_was_left_out_is_asked_for_and_what_was_written_stays(browser_of, case):
    client = browser_of("supervisor")
    do(client, case, "classify", category="F4")
    case.refresh_from_db()

    again = do(client, case, "decline", text="墙不能打", review="2027-03-01")

    assert again.status_code == 422
    assert "至少十个字" in text(again)
    assert "墙不能打" in text(again)
    assert CaseEvent.objects.count() == 1


def test_who_comes_second_is_told_to_look_again(browser_of, case):
    first, second = browser_of("supervisor"), browser_of("collector")
    do(first, case, "classify", category="F4")

    late = do(second, case, "classify", category="G1")  # still sees what was there before

    assert late.status_code == 409
    assert "再看一遍" in text(late)
    case.refresh_from_db()
    assert case.category == "F4"


def test_a_department_sees_its_own_cases_and_no_others(browser_of, case):
    own, other = browser_of("handler", department="logistics"), browser_of("handler", department="training")
    moves.act(case.id, Deed("classify", category="F4"), RULES, MONDAY)
    case = moves.act(case.id, Deed("dispatch", department="logistics"), RULES, MONDAY)

    assert other.get(f"/desk/cases/{case.id}").status_code == 404
    assert do(other, case, "answer", text="不是我的也来答复一下").status_code == 404
    assert case.number in text(own.get("/desk/cases"))
    assert do(own, case, "answer", text="空调修好了，请再来。").status_code == 302
    offered = text(own.get(f"/desk/cases/{case.id}"))
    assert 'name="kind" value="close"' in offered
    assert 'name="kind" value="dispatch"' not in offered


def test_a_role_cannot_do_by_hand_what_its_page_does_not_offer(browser_of, case):
    refused = do(browser_of("moderator"), case, "classify", category="F4")

    assert refused.status_code == 403
    assert CaseEvent.objects.count() == 0


def test_a_log_in_of_one_venue_sees_that_venue(browser_of, lobby):
    other = the_case(Lobby.open("xihu").says("别的馆"))
    client = browser_of("supervisor", name="here")
    Staff.objects.update(venue="donghu")

    assert client.get(f"/desk/cases/{other.id}").status_code == 404
    assert "别的馆" not in text(client.get("/desk/cases?state=all"))


def test_a_case_whose_bodies_were_erased_is_gone_and_not_a_crash(browser_of, case):
    Record.objects.update(body=None)

    assert browser_of("supervisor").get(f"/desk/cases/{case.id}").status_code == 404


@pytest.mark.parametrize(
    "value",
    [
        *(None, 3, {}, {"ink": 3, "w": 1, "h": 1}, {"ink": [["<"]], "w": 1, "h": 1}, {"ink": [[1]], "w": "1", "h": 1}),
        *({"ink": [[1, 2, 10**9, 4]], "w": 1, "h": 1}, {"ink": [[1, 2, 3]], "w": 1, "h": 1}),
    ],
)
def test_what_is_no_drawing_is_not_drawn(value):
    assert ink.svg(value) is None


def test_a_drawing_is_lines_of_whole_numbers():
    assert '<path d="M10 10Q50 60 70 35L90 10"/>' in ink.svg(INK)
    assert "<path" not in ink.svg({"ink": [[]], "w": 1, "h": 1})
    assert 'd="M1 2h1"' in ink.svg({"ink": [[1, 2]], "w": 9, "h": 9})


def test_every_code_has_its_word():
    from sync.central.cases import roles, states
    from sync.central.desk import words

    assert set(words.STATES) == set(states.STATES)
    assert set(words.DEEDS) == set(moves.KINDS)
    assert set(words.ROLES) == set(roles.ROLES)
    assert {need for kind in moves.KINDS.values() for need in kind.needs} <= set(words.PROBLEMS)


def test_cases_are_counted_once_however_often_a_visit_finished(lobby):
    subject = visitor()
    for n in range(3):
        lobby.says(f"第 {n} 遍", subject=subject)
    project()

    assert Case.objects.count() == 1
