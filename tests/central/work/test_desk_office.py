"""What the desk's office does: erasure, results, settings, exchange, people, tasks, later looks."""

import csv
import io
import json
import zipfile
from datetime import date, timedelta

import pyotp
import pytest
from desk_hands import CLASSIFIED, CLOSED, TODAY, acted, sealed_case, somebody
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.utils import timezone
from lobby import MONDAY, project, the_case

from kiosk.errors import ConfigError
from sync.central.cases import config, figures, later, moves, people, reporting, retention, search
from sync.central.cases.derive import CHINA
from sync.central.cases.models import (
    AccessLog,
    AnswerRating,
    Case,
    CaseEvent,
    DataRequest,
    LaterLook,
    Report,
    Setting,
    Tombstone,
)
from sync.central.cases.moves import Deed
from sync.central.cases.roles import RULES, Hand, hand
from sync.central.desk import course, jobs
from sync.central.desk.models import Certificate, Factor, Job, SavedView, Task, TaskRun
from sync.central.intake.models import Record
from sync.central.keys import load

# -- erasure


def test_what_was_kept_long_enough_goes_and_the_rating_stays(lobby):
    from django.conf import settings

    from sync.central.cases.office import office

    case = acted(sealed_case(lobby, grade=1, category="F"), *CLOSED)
    much_later = MONDAY + timedelta(days=200)
    rules = office(settings.PLACES)
    assert not list(retention.overdue((MONDAY + timedelta(days=20)).date(), rules))

    due = list(retention.overdue(much_later.date(), rules))
    for one, keep in due:
        retention.strip(one, keep, "retention", somebody("guanli", "administrator"), much_later, load(settings.PLACES))

    after = Case.objects.get(id=case.id)
    assert (after.grade, after.state, after.rated, after.received_day) == (1, "closed", True, case.received_day)
    assert (after.contact, after.first_due, after.day) == (False, case.first_due, case.day)
    assert Tombstone.objects.count() == 1
    assert not Record.objects.filter(body__isnull=False, body__contains=b"AAAA").exists()


def test_erasure_by_right_leaves_the_grade_and_a_stone(lobby, browser_of):
    case = acted(the_case(lobby.says("我叫王小明，电话13800001234", grade=1)), *CLOSED)
    asked = DataRequest.objects.create(
        id=__import__("uuid").uuid4(), venue_id="donghu", case_id=case.id, kind="delete", at=MONDAY, due=TODAY
    )

    browser_of("supervisor").post(f"/desk/office/rights/{asked.id}", {"note": "已按您的要求删除"})

    after = Case.objects.get(id=case.id)
    assert (after.words, after.grade, after.rated) == ("", 1, True)
    assert DataRequest.objects.get().done_at is not None
    assert (Tombstone.objects.count(), AccessLog.objects.get().what) == (1, "erase")
    search.index()
    assert not Case.objects.filter(search.containing("王小明")).exists()


def test_who_withheld_something_does_not_purge_it(lobby, browser_of):

    case = the_case(lobby.says("辱骂他人的话", grade=1))
    first, second = browser_of("administrator", name="guan"), browser_of("administrator", name="li")
    purge = f"/desk/cases/{case.id}/purge"
    assert first.post(purge, {"why": "还没有别人先隐藏这一件"}).status_code == 403
    acted(case, Deed("withhold", why="里面都是辱骂他人的话语"), by=hand(User.objects.get(username="guan")))

    assert first.post(purge, {"why": "自己隐藏的又自己来删除"}).status_code == 403
    assert second.post(purge, {"why": "短"}).status_code == 422
    assert second.post(purge, {"why": "确认是辱骂，按规定删除文字"}).status_code == 302

    stone = Tombstone.objects.get()
    assert (stone.asked.username, stone.who.username) == ("guan", "li")
    assert (Case.objects.get().words, Case.objects.get().grade) == ("", 1)


def test_a_copy_holds_everything_that_is_kept(lobby, browser_of):
    case = acted(the_case(lobby.says("请给我一份", grade=2)), *CLOSED)
    asked = DataRequest.objects.create(
        id=__import__("uuid").uuid4(), venue_id="donghu", case_id=case.id, kind="copy", at=MONDAY, due=TODAY
    )

    said = browser_of("supervisor").post(f"/desk/office/rights/{asked.id}", {"note": ""})

    kept = json.loads(said.content)
    assert kept["said"][0]["answers"]["words"] == "请给我一份"
    assert kept["answers_of_ours"][0]["text"]["zh-Hans"] == "已经请人来修好了。"


# -- results


def fill(lobby):
    for n in range(40):
        grade = 1 + n % 5
        lobby.says(
            "话" if n % 2 else "", grade=grade, category="ABCF"[n % 4], channel="phone" if n % 7 == 0 else "kiosk"
        )
    lobby.says("纸条", grade=1, channel="paper")
    lobby.says("陪着填的", grade=1, flags=("assisted",))
    lobby.says("练习", grade=1, flags=("training",))
    project()
    for case in Case.objects.filter(asks=True, practice=False).order_by("id")[:15]:
        acted(case, *CLASSIFIED, CLOSED[2])


def test_figures_equal_an_independent_recount(lobby):
    fill(lobby)
    first, last = figures.period("week", date(2026, 11, 23))

    found = figures.figures("donghu", first, last)

    def count(condition):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM cases_case WHERE venue_id = 'donghu' AND received_day BETWEEN %s AND %s AND "
                + condition,
                [first, last],
            )
            return cursor.fetchone()[0]

    own = "channel NOT IN ('paper', 'meeting', 'staff') AND CAST(flags AS text) NOT LIKE '%%assisted%%' "
    own += "AND CAST(flags AS text) NOT LIKE '%%training%%' AND grade IS NOT NULL"
    assert found["counts"]["ratings"] == count(own) == 40
    assert found["counts"]["bad"] == count(f"{own} AND grade <= 2") == 16
    assert found["rates"]["satisfaction"] == {"count": 24, "of": 40, "percent": 60.0}
    assert found["counts"]["answered"] == count("answered_day IS NOT NULL") == 15
    assert dict(found["grades"]) == {grade: count(f"{own} AND grade = {grade}") for grade in range(1, 6)}
    assert found["counts"]["received"] == count("CAST(flags AS text) NOT LIKE '%%training%%'") == 42


def test_every_figure_opens_the_cases_behind_it(lobby, browser_of):
    fill(lobby)
    first, last = figures.period("week", date(2026, 11, 23))
    found = figures.figures("donghu", first, last)

    for name, value in found["counts"].items():
        assert figures.behind("donghu", first, last, name).count() == value
    for name, rate in found["rates"].items():
        assert figures.behind("donghu", first, last, name).count() == rate["count"]
        assert figures.behind("donghu", first, last, f"{name}-of").count() == rate["of"]
    for table in ("grades", "channels", "categories", "levels"):
        for cell, value in found[table]:
            assert figures.behind("donghu", first, last, f"{table}-{cell}").count() == value
    page = browser_of("supervisor").get(f"/desk/results/behind/bad?kind=week&day={first}")
    assert page.context["count"] == found["counts"]["bad"]


def test_a_figure_opens_though_a_colleague_owns_what_is_behind_it(lobby, browser_of):
    case = the_case(lobby.says("灯一直闪", grade=2, category="F", day="2026-11-23"))
    case = acted(case, *CLASSIFIED)
    owner = somebody("houqin", "handler", department="logistics")
    acted(case, Deed("assign", owner=owner.user))

    page = browser_of("supervisor").get("/desk/results/behind/received?kind=week&day=2026-11-23")

    assert page.status_code == 200
    assert case.number in page.content.decode()
    assert "houqin" in page.content.decode()


def test_nothing_small_is_published_nor_can_be_worked_out():
    assert figures.suppressed([["a", 50], ["b", 9], ["c", 20], ["d", 0]]) == [
        ["a", 50],
        ["b", None],
        ["c", None],
        ["d", 0],
    ]
    assert figures.suppressed([["a", 5], ["b", 9], ["c", 20]]) == [["a", None], ["b", None], ["c", 20]]
    assert figures.share(9, 29)["percent"] is None
    assert figures.share(15, 30)["percent"] == 50.0


def test_a_report_takes_two_people_and_comes_out_in_every_shape(lobby, browser_of):
    fill(lobby)
    later_on = MONDAY + timedelta(days=10)
    writer, approver = somebody("duban", "supervisor"), somebody("guanli", "administrator")
    for words, why in (({"zh-Hans": "请联系13800001234"}, "personal"), ({}, "early")):
        with pytest.raises(reporting.Unready, match=why):
            reporting.draft("donghu", "week", TODAY, words, writer, later_on if why == "personal" else MONDAY)
    report = reporting.draft("donghu", "week", TODAY, {"zh-Hans": "这一周说得最多的是空调。"}, writer, later_on)
    with pytest.raises(reporting.Unready, match="second"):
        reporting.publish(report, writer, later_on)
    assert Client().get(f"/results/{report.pk}").status_code == 404

    reporting.publish(report, approver, later_on)

    page = Client().get(f"/results/{report.pk}").content.decode()
    assert "这一周说得最多的是空调。" in page
    assert "60.0%" in page
    assert "这一周" not in Client().get("/results").content.decode()
    client = browser_of("supervisor")
    assert "60.0%" in client.get(f"/desk/results/{report.pk}/wall").content.decode()
    document = client.get(f"/desk/results/{report.pk}/docx").content
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert "60.0%" in archive.read("word/document.xml").decode()
    assert [one.kind for one in reporting.owed("donghu", date(2026, 12, 1))] == ["month"]
    assert Report.objects.get().figures["counts"]["ratings"] == 40


# -- settings


def test_a_change_has_a_reason_comes_into_force_and_can_be_taken_back(lobby):
    from django.conf import settings

    by, now = somebody("guanli", "administrator"), MONDAY
    old = config.current("deadlines.toml", TODAY)
    new = old.replace("first_answer = 3", "first_answer = 2")

    for text, why in (
        (new, "短"),
        (old.replace("simple = 5", "simple = 16"), "放宽到十六天试试看"),
        ("x = ", "不是有效的文件内容"),
    ):
        with pytest.raises(ConfigError):
            config.change("deadlines.toml", text, TODAY, why, by, now)
    config.change("deadlines.toml", new, TODAY, "上级要求两天内首次答复", by, now)
    assert config.apply(TODAY) == ["deadlines.toml"]
    assert (settings.PLACES.data / "deadlines.toml").read_text("utf-8") == new
    config.change("deadlines.toml", old, TODAY + timedelta(days=1), "人手不够，先退回三天", by, now)
    assert config.apply(TODAY) == []

    assert config.apply(TODAY + timedelta(days=1)) == ["deadlines.toml"]
    assert (settings.PLACES.data / "deadlines.toml").read_bytes() == old.encode()
    assert Setting.objects.count() == 2
    (settings.PLACES.data / "deadlines.toml").unlink()


def test_a_form_is_checked_with_every_message_at_once_and_shown(lobby, browser_of):
    from pathlib import Path

    client = browser_of("administrator")
    good = Path("assets/forms/quick-rating.md").read_bytes()
    bad = good.replace(b"select_one", b"select_won").replace(b"| text ", b"| repeat ")

    def upload(content):
        file = io.BytesIO(content)
        file.name = "quick-rating.md"
        return client.post("/desk/office/forms", {"form": file})

    refused = upload(bad)
    assert refused.status_code == 422
    assert len(refused.context["problems"]) >= 1
    seen = upload(good)
    assert seen.status_code == 200
    assert seen.context["form"].id == "quick-rating"
    assert len(seen.context["screens"]) >= 2


# -- exchange


def test_an_export_is_a_job_and_comes_back_in_every_format(lobby, browser_of):
    lobby.says("=1+1 公式", grade=2, category="F")
    lobby.says("电话13800001234", grade=1)
    project()
    client = browser_of("supervisor", "collector", name="both")
    for kind in jobs.FORMATS:
        client.post("/desk/office/jobs", {"kind": "export", "format": kind})
    client.post("/desk/office/jobs", {"kind": "export", "format": "csv", "open": "1"})

    assert jobs.work(timezone.now()) == 4

    files = {
        job.file: b"".join(client.get(f"/desk/office/jobs/{job.pk}").streaming_content) for job in Job.objects.all()
    }
    names = sorted(files)
    assert [name.rsplit(".", 1)[1] for name in names] == ["csv", "xlsx", "jsonl", "csv"]
    table = list(csv.DictReader(io.StringIO(files[names[0]].decode("utf-8-sig"))))
    assert sorted(row["words"] for row in table) == ["'=1+1 公式", "电话13800001234"]
    lines = [json.loads(line) for line in files[names[2]].decode().splitlines()]
    assert {row["number"] for row in lines} == {row["number"] for row in table}
    opened = list(csv.DictReader(io.StringIO(files[names[3]].decode("utf-8-sig"))))
    assert not {row["number"] for row in opened} & {row["number"] for row in table}
    assert "13800001234" not in files[names[3]].decode()
    assert AccessLog.objects.filter(what="export").count() == 4

    before = Case.objects.count()
    for name in names[:3]:
        again = io.BytesIO(files[name])
        again.name = name
        client.post("/desk/office/jobs", {"kind": "import", "file": again})
    assert jobs.work(timezone.now()) == 3
    told = list(Job.objects.filter(kind="import").order_by("id").values_list("told", flat=True))
    assert [one.partition(";")[0] for one in told] == ["2", "0", "0"], told
    assert Case.objects.count() == before + 2
    assert not Case.objects.filter(channel="staff", rated=True).exists()


# -- people


def test_a_second_factor_opens_once_and_guessing_it_is_slow(ground):
    people.set_up("he", roles=["collector"], password="rice-paper-and-ink")
    client = Client()
    client.post("/desk/log-in", {"name": "he", "password": "rice-paper-and-ink"})
    client.post("/desk/office/factor", {})
    own = Factor.objects.get()
    assert client.post("/desk/office/factor", {"code": "000000"}).status_code == 422
    totp = pyotp.TOTP(own.secret)
    client.post("/desk/office/factor", {"code": totp.now()})
    assert Factor.objects.get().confirmed is not None
    Factor.objects.update(step=0)

    other = Client()
    sent = other.post("/desk/log-in", {"name": "he", "password": "rice-paper-and-ink"})
    assert sent["Location"].startswith("/desk/log-in/code")
    assert other.get("/desk/").status_code == 302
    code = totp.now()
    assert other.post("/desk/log-in/code", {"code": code}).status_code == 302
    assert other.get("/desk/").status_code == 200

    third = Client()
    third.post("/desk/log-in", {"name": "he", "password": "rice-paper-and-ink"})
    assert third.post("/desk/log-in/code", {"code": code}).status_code == 401
    for _ in range(4):
        third.post("/desk/log-in/code", {"code": "123123"})
    assert third.post("/desk/log-in/code", {"code": totp.now()}).status_code == 429


def test_training_writes_nothing_into_any_figure(lobby, browser_of):
    client = browser_of("collector")
    lobby.says("真的", grade=2)
    project()
    before = figures.figures("donghu", date(2026, 1, 1), date(2027, 12, 31))

    client.post("/desk/practice")

    assert Case.objects.filter(practice=True).count() == course.AT_ONCE
    listed = client.get("/desk/cases").content.decode()
    assert "真的" not in listed
    assert "训练模式" in listed
    real, made_up = Case.objects.get(practice=False), Case.objects.filter(practice=True)[0]
    assert client.get(f"/desk/cases/{real.id}").status_code == 404
    done = client.post(f"/desk/cases/{made_up.id}/do", {"kind": "classify", "category": "F4", "seen": 0})
    assert done.status_code == 302
    assert figures.figures("donghu", date(2026, 1, 1), date(2027, 12, 31)) == before
    client.post("/desk/practice")
    assert client.get(f"/desk/cases/{made_up.id}").status_code == 404


def test_a_certificate_is_earned_and_runs_out(ground, browser_of):
    client = browser_of("collector")
    right = {one.name: str(one.right) for one in course.course().questions}

    client.post("/desk/office/training", right | dict.fromkeys(list(right)[:3], "9"))
    assert not Certificate.objects.get().passed
    client.post("/desk/office/training", right)

    user = User.objects.get().pk
    held = course.valid(user, timezone.localdate())
    assert held is not None
    assert course.valid(user, held.until + timedelta(days=1)) is None


def test_a_task_is_signed_by_two_and_a_missed_one_is_seen(lobby, browser_of):
    client = browser_of("collector", name="he")
    people.set_up("shen", roles=["collector"], password="rice-paper-and-ink")
    client.get("/desk/office/tasks")
    box = Task.objects.get(kind="box")
    Task.objects.filter(pk=box.pk).update(next_due=timezone.localdate() - timedelta(days=10))
    assert "逾期" in client.get("/desk/").content.decode()

    alone = client.post("/desk/office/tasks", {"task": box.pk, "second": "he", "password": "x"})
    signed = client.post(
        "/desk/office/tasks", {"task": box.pk, "second": "shen", "password": "rice-paper-and-ink", "count": "7"}
    )

    assert (alone.status_code, signed.status_code) == (422, 302)
    run = TaskRun.objects.get()
    assert (run.who.username, run.second.username, run.count) == ("he", "shen", 7)
    assert Task.objects.get(pk=box.pk).next_due > timezone.localdate()


def test_filters_are_kept_under_a_name(browser_of):
    client = browser_of("collector")

    client.post("/desk/views", {"name": "差评", "query": "grade=1&state=all", "shared": "1"})

    assert "差评" in browser_of("moderator").get("/desk/cases").content.decode()
    client.post("/desk/views", {"forget": SavedView.objects.get().pk, "query": ""})
    assert not SavedView.objects.exists()


# -- later


def test_what_was_closed_is_looked_at_again_and_opened_when_it_does_not_hold(lobby):
    case = acted(the_case(lobby.says("空调太冷了请调高一点", grade=1, category="F")), *CLOSED)

    later.daily(MONDAY + timedelta(days=1))
    looks = LaterLook.objects.order_by("due")
    assert [one.kind for one in looks] == ["30", "90", "180"]
    supervisor = somebody("duban", "supervisor")
    with pytest.raises(moves.Incomplete):
        later.look(looks[0].pk, False, "坏了", supervisor, MONDAY + timedelta(days=31))
    later.look(looks[0].pk, False, "空调又坏了，温度降不下来", supervisor, MONDAY + timedelta(days=31))

    assert Case.objects.get(id=case.id).state == "in_progress"


def test_what_its_visitor_calls_not_solved_is_opened_again_in_time(lobby):
    soon, late = (acted(the_case(lobby.says(words, grade=1, category="F")), *CLOSED) for words in ("先说的", "后说的"))
    for number, (case, days) in enumerate(((soon, 5), (late, 40))):
        at = MONDAY + timedelta(days=days)
        AnswerRating.objects.create(record_id=900 + number, venue_id="donghu", case_id=case.id, solved="no", at=at)

    assert [later.unsolved(MONDAY + timedelta(days=41)) for _ in range(2)] == [1, 0]

    assert (Case.objects.get(id=soon.id).state, Case.objects.get(id=late.id).state) == ("in_progress", "closed")


def test_a_stick_of_a_real_screen_is_taken_once_and_its_receipts_go_home(lobby, browser_of):
    import random

    from django.conf import settings

    from sync.central.cases.demo.chain import Chain, enrolled

    play = random.Random(3)
    terminal, key = enrolled("大厅", "donghu", MONDAY, play)
    chain = Chain(terminal, key, play, load(settings.PLACES), "0f" * 8)
    chain.write("chain.started", {"reason": "created", "after": None}, MONDAY)
    part, chain.waiting = chain.waiting, []
    packed = chain._batch(part, MONDAY)
    client = browser_of("collector")

    def carried(**more):
        file = io.BytesIO(packed)
        file.name = "home-1.xsb"
        return client.post("/desk/enter/stick", {"batches": [file], **more})

    taken, again = carried(), carried()
    assert [one.new for one in taken.context["outcomes"]] == [1]
    assert [(one.new, one.failed) for one in again.context["outcomes"]] == [(0, False)]
    with zipfile.ZipFile(io.BytesIO(client.get("/desk/enter/receipts").content)) as archive:
        assert archive.namelist() == ["home-1.receipt.json"]
        assert json.loads(archive.read("home-1.receipt.json"))["signed"]["kind"] == "receipt"


def test_what_comes_up_three_times_again_is_opened_again(lobby):
    case = acted(the_case(lobby.says("剧场空调太冷了请调高一点", grade=1, category="F")), *CLOSED)
    later.daily(MONDAY + timedelta(days=1))
    for n in range(3):
        at = MONDAY + timedelta(days=10 + n)
        again = the_case(lobby.says("剧场空调还是太冷了，请调高一点", grade=2, category="F", at=at))
        acted(again, Deed("classify", category="F4"), at=at)

    assert later.daily(MONDAY + timedelta(days=14))["again"] == 1

    assert Case.objects.get(id=case.id).state == "in_progress"
    assert CaseEvent.objects.filter(case_id=case.id).order_by("-seq")[0].why.startswith("问题再次出现")
    assert isinstance(RULES, Hand)


NOON = timezone.now().astimezone(CHINA).replace(hour=15, minute=0)


def test_good_grades_right_after_staff_were_at_the_screen_are_shown_to_the_supervisor_alone(lobby, browser_of):
    for minutes, flags in ((0, ("staff",)), (7, ("staff",)), (31, ("staff", "fast")), (200, ())):
        lobby.says(grade=5, flags=flags, at=NOON - timedelta(minutes=minutes))

    page = browser_of("supervisor").get("/desk/office/patterns")

    assert [(one.kind, one.count, one.grade) for one in page.context["patterns"]] == [("staff", 3, 5)]
    assert browser_of("handler").get("/desk/office/patterns").status_code == 403
