"""What the desk's rooms do: search, merge, entry, results, settings, exchange, evidence, erasure, people, tasks."""

import csv
import io
import json
import zipfile
from datetime import date, timedelta

import pyotp
import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.utils import timezone
from lobby import MONDAY, Lobby, project, the_case

from kiosk.errors import ConfigError
from kiosk.privacy import seal_contact
from sync.central.cases import config, duty, excerpts, figures, later, moves, people, reporting, retention, search
from sync.central.cases.models import (
    Absence,
    AccessLog,
    AnswerRating,
    Case,
    CaseEvent,
    DataRequest,
    Duty,
    Excerpt,
    LaterLook,
    Meeting,
    Report,
    Setting,
    Slip,
    Tombstone,
)
from sync.central.cases.moves import Deed
from sync.central.cases.roles import RULES, Hand, hand
from sync.central.desk import bulk, course, jobs
from sync.central.desk.models import Certificate, Evidence, Factor, Job, SavedView, Task, TaskRun
from sync.central.intake.models import Record
from sync.central.keys import load

TODAY = date(2026, 11, 24)


def somebody(name, *roles, department=""):
    people.set_up(name, roles=roles, department=department)
    return hand(User.objects.get(username=name))


def acted(case, *deeds, by=RULES, at=MONDAY):
    for deed in deeds:
        case = moves.act(case.id, deed, by, at)
    return case


CLASSIFIED = (Deed("classify", category="F4"), Deed("dispatch", department="logistics"))
CLOSED = (*CLASSIFIED, Deed("answer", text={"zh-Hans": "已经请人来修好了。"}), Deed("close", evidence="维修单 12 号"))


# -- search

SAID = ("空调太冷，老人坐不住", "希望开二胡班", "WiFi 连不上", "ｗｉｆｉ太慢", "空 调", "100% 满意_真的", "冷空气来了")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("的", {5}),
        ("空调", {0}),
        ("空调太冷", {0}),
        ("调空", set()),
        ("wifi", {2, 3}),
        ("冷", {0, 6}),
        ("太冷 老人", {0}),
        ("二胡", {1}),
        ("100%", {5}),
        ("满意_", {5}),
        ("%", {5}),
        ("没有的话", set()),
    ],
)
def test_what_contains_the_text_is_found_before_and_after_it_is_indexed(lobby, wanted, found):
    subjects = [lobby.says(words, grade=2) for words in SAID]
    project()
    cases = {Case.objects.get(subject=subject).id: place for place, subject in enumerate(subjects)}

    def hits():
        return {cases[one] for one in Case.objects.filter(search.containing(wanted)).values_list("id", flat=True)}

    if wanted != "wifi":  # full-width letters are folded by the index alone
        assert hits() == found
    assert search.index() == len(SAID)
    assert hits() == found


def test_words_that_changed_or_went_are_found_no_more(lobby):
    subject = lobby.says("旧的说法", grade=2)
    project()
    search.index()
    lobby.writes("feedback.amended", subject, answers={"words": "新的说法"}, grade=2, at=MONDAY + timedelta(minutes=5))
    project()
    search.index()

    assert not Case.objects.filter(search.containing("旧的")).exists()
    assert Case.objects.filter(search.containing("新的")).exists()


# -- merging


def test_a_merge_is_reversible_and_its_visitor_reads_the_same_answer(lobby, browser_of):
    one = acted(the_case(lobby.says("空调太冷了请调高一点", grade=2, category="F", lookup="0a" * 16)), *CLASSIFIED)
    other = the_case(lobby.says("剧场空调太冷了，请调高一点吧", grade=2, category="F", lookup="0b" * 16))
    before = {name: getattr(other, name) for name in ("words", "grade", "category", "records", "subject")}
    client = browser_of("supervisor")
    assert one.number in client.get(f"/desk/cases/{other.id}").content.decode()

    reason = "与另一件内容相同，合并办理"
    client.post(f"/desk/cases/{other.id}/do", {"kind": "merge", "into": one.number, "why": reason, "seen": 0})
    other.refresh_from_db()
    assert (other.state, other.into) == ("merged", one.id)

    client.post(f"/desk/cases/{other.id}/do", {"kind": "part", "why": "看错了，不是同一件事", "seen": 1})
    other.refresh_from_db()
    assert (other.state, other.into) == ("classified", None)
    assert {name: getattr(other, name) for name in before} == before


@pytest.mark.parametrize("into", ["itself", "nowhere", "merged"])
def test_a_case_is_not_merged_into_itself_nor_nowhere_nor_into_a_merged_one(lobby, into):
    one, two, three = (the_case(lobby.says(words, grade=2)) for words in ("第一件", "第二件", "第三件"))
    acted(two, Deed("merge", into=three.id, why="这两件说的是同一件事情"))
    target = {"itself": one.id, "nowhere": Lobby.open().venue and __import__("uuid").uuid4(), "merged": two.id}[into]

    with pytest.raises(moves.Incomplete):
        acted(one, Deed("merge", into=target, why="这两件说的是同一件事情"))


# -- moves


def test_a_department_sends_back_in_time_and_not_too_often(lobby):
    case = acted(the_case(lobby.says("不归我们管", grade=2, category="F")), *CLASSIFIED)
    handler = somebody("houqin", "handler", department="logistics")
    back = Deed("return", why="这件事归剧场部，请改派")

    with pytest.raises(moves.NotAllowed):
        acted(case, back, by=handler, at=MONDAY + timedelta(days=3))
    case = acted(case, back, by=handler)
    case = acted(case, CLASSIFIED[1], back, CLASSIFIED[1])
    with pytest.raises(moves.NotAllowed):
        acted(case, back, by=handler)


def test_a_complaint_is_closed_when_its_facts_were_checked(lobby):
    case = acted(the_case(lobby.says("多收了钱", grade=1)), Deed("classify", category="G4"), CLASSIFIED[1], CLOSED[2])
    supervisor = somebody("duban", "supervisor")

    with pytest.raises(moves.Incomplete, match="fact"):
        acted(case, CLOSED[3], by=supervisor)
    case = acted(case, Deed("check", fact="partly", why="收据上多了五元"), CLOSED[3], by=supervisor)

    assert (case.state, case.fact) == ("closed", "partly")


def test_an_extension_names_a_day_that_the_visitor_can_read(lobby):
    case = acted(the_case(lobby.says("配件要等", grade=2, category="F")), *CLASSIFIED)
    handler = somebody("houqin", "handler", department="logistics")
    text = {"zh-Hans": "配件要从外地调来，需要多几天"}

    for until in (case.result_due, date(2027, 3, 1), None):
        with pytest.raises(moves.Incomplete):
            acted(case, Deed("extend", text=text, until=until), by=handler)
    case = acted(case, Deed("extend", text=text, until=case.result_due + timedelta(days=3)), by=handler)
    with pytest.raises(moves.NotAllowed):
        acted(case, Deed("extend", text=text, until=case.result_due + timedelta(days=1)), by=handler)


def test_departments_that_help_see_the_case_and_note(lobby, browser_of):
    case = acted(the_case(lobby.says("两个部门的事", grade=2, category="F")), *CLASSIFIED)
    acted(case, Deed("share", partners=("training",)))
    helper = browser_of("handler", department="training")

    assert helper.get(f"/desk/cases/{case.id}").status_code == 200
    assert "两个部门的事" in helper.get("/desk/cases").content.decode()
    said = helper.post(f"/desk/cases/{case.id}/do", {"kind": "answer", "text": "我来答复这一件吧", "seen": 3})
    assert said.status_code == 403
    assert browser_of("handler", department="visual").get(f"/desk/cases/{case.id}").status_code == 404


def test_what_is_late_is_taken_up_the_chain_once_a_level(lobby):
    case = the_case(lobby.says("没人管", grade=3))
    late = MONDAY + timedelta(days=7)

    assert [later.daily(at)["escalated"] for at in (late, late, late + timedelta(days=7))] == [1, 0, 1]
    assert Case.objects.get(id=case.id).escalated == 2


def test_the_same_deed_for_many_is_done_by_the_rules_of_each(lobby, browser_of):
    cases = [the_case(lobby.says(f"第{n}件空调太冷", grade=2)) for n in range(3)]
    acted(cases[2], Deed("invalid", why="只有几个随手点的字符，没有内容"))

    said = browser_of("collector").post(
        "/desk/cases/bulk", {"kind": "classify", "category": "F4", "case": [str(case.id) for case in cases]}
    )

    assert said.status_code == 200
    assert len(said.context["done"]) == 2
    assert [case.id for case, _ in said.context["failed"]] == [cases[2].id]
    assert set(bulk.KINDS) <= set(moves.KINDS)


# -- whose


def test_somebody_stands_in_for_who_is_away(lobby):
    he, shen, zheng = (somebody(name, "collector") for name in ("he", "shen", "zheng"))
    Duty.objects.create(venue_id="donghu", post="inbox", user_id=he.user, deputy_id=shen.user)
    case = the_case(lobby.says("新来的", grade=2))
    assert duty.owner_of(case, TODAY).username == "he"

    Absence.objects.create(user_id=he.user, first=TODAY, last=TODAY)
    assert duty.owner_of(case, TODAY).username == "shen"
    Absence.objects.create(user_id=shen.user, first=TODAY, last=TODAY, deputy_id=zheng.user)
    assert duty.owner_of(case, TODAY).username == "zheng"
    assert duty.owner_of(case, TODAY + timedelta(days=1)).username == "he"
    assert Case.objects.filter(duty.mine(shen, TODAY)).count() == 0


def test_a_chain_of_deputies_that_closes_ends():
    aways = [duty.Away(1, TODAY, TODAY, 2), duty.Away(2, TODAY, TODAY, 1)]

    assert duty.Rota(TODAY, [duty.Shift("inbox", 1, 2)], aways).on_duty("inbox") is None


def test_the_exact_row_of_a_rota_counts_over_the_usual_one():
    shifts = [
        duty.Shift("inbox", 1),
        duty.Shift("inbox", 2, weekday=TODAY.weekday()),
        duty.Shift("inbox", 3, day=TODAY),
    ]

    assert [duty.Rota(day, shifts).on_duty("inbox") for day in (TODAY, TODAY + timedelta(7), TODAY + timedelta(1))] == [
        3,
        2,
        1,
    ]


# -- entry


def test_a_slip_is_a_record_with_a_code_and_no_visitors_rating(lobby, browser_of):
    client = browser_of("collector")
    slip = {
        "channel": "paper",
        "slip": "A-17",
        "day": "2026-11-20",
        "words": "厕所没水",
        "grade": "1",
        "contact": "13800001234",
    }

    assert client.post("/desk/enter/slip", slip).status_code == 302
    again = client.post("/desk/enter/slip", slip)

    case = Case.objects.get()
    assert again.status_code == 422
    assert (case.channel, case.grade, case.rated, case.counted, case.asks) == ("paper", 1, False, True, True)
    assert (case.day, case.contact, case.lane) == (date(2026, 11, 20), True, "bad")
    assert Slip.objects.get().number == "A-17"
    assert client.session["entered"][0][2] == case.number
    assert Record.objects.filter(source__startswith="centre/", type="feedback.submitted").count() == 1


def test_a_meeting_becomes_as_many_cases_as_it_has_items(lobby, browser_of):
    form = {"title": "银龄座谈会", "day": "2026-11-20", "host": "何静", "people": "23"}
    form |= {"items": "C8*15 手机课再开一期\n排练厅门槛太高\n\n", "minutes": "逐条念回"}

    said = browser_of("collector").post("/desk/enter/meeting", form)

    assert len(said.context["entered"]) == 2
    assert {(case.category, case.channel, case.level) for case in Case.objects.all()} == {
        ("C8", "meeting", "V4"),
        ("", "meeting", "V4"),
    }
    assert sorted(Meeting.objects.get().items.values_list("hands", flat=True)) == [1, 15]
    assert "银龄座谈会" in browser_of("supervisor").get("/desk/meetings").content.decode()


def test_a_meeting_with_one_bad_item_enters_nothing(lobby, browser_of):
    form = {"title": "会", "day": "2999-01-01", "host": "何", "people": "3", "items": "一条"}

    assert browser_of("collector").post("/desk/enter/meeting", form).status_code == 422
    assert not Case.objects.exists()
    assert not Meeting.objects.exists()


# -- contact, quotes, evidence


def sealed_case(lobby, **parts):
    import base64

    from lobby import visitor

    subject = visitor()
    from django.conf import settings

    box = seal_contact(bytes(load(settings.PLACES).sealing.public_key), subject, {"phone": "13800001234"})
    return the_case(lobby.says("请打电话给我", subject=subject, sealed=base64.b64encode(box).decode(), **parts))


def test_opening_a_contact_needs_a_reason_and_is_written_down(lobby, browser_of):
    case = sealed_case(lobby, grade=1, category="F")
    client = browser_of("supervisor")
    assert "13800001234" not in client.get(f"/desk/cases/{case.id}").content.decode()

    assert client.post(f"/desk/cases/{case.id}/contact", {"why": ""}).status_code == 422
    said = client.post(f"/desk/cases/{case.id}/contact", {"why": "办结后回访"}).content.decode()

    assert "13800001234" in said
    assert list(AccessLog.objects.values_list("what", "why")) == [("contact", "办结后回访")]


def test_a_visitors_own_words_are_shown_only_with_level_age_consent_and_two_people(lobby):
    given = [{"kind": "publish_words", "given": True, "notice": "1"}]
    writer, approver = somebody("feng", "moderator"), somebody("duban", "supervisor")
    plain = the_case(lobby.says("老师讲得好", grade=5))
    agreed = the_case(lobby.says("老师讲得好", grade=5, level="V2", consents=given))
    young = the_case(
        lobby.says(
            grade=5, level="V2", consents=given, answers={"words": "老师讲得好", "age_band": "a14", "grade": "5"}
        )
    )

    assert [excerpts.may_quote(retention.story_of(one)) for one in (plain, agreed, young)] == ["level", "", "minor"]
    story = retention.story_of(agreed)
    for text in ("老师讲得好，我电话13800001234", ""):
        with pytest.raises(excerpts.NotQuotable):
            excerpts.draft(agreed, story, text, writer, MONDAY)
    excerpts.draft(agreed, story, "老师讲得好", writer, MONDAY)
    with pytest.raises(excerpts.NotQuotable):
        excerpts.approve(agreed, story, writer, MONDAY)
    assert excerpts.shown("donghu") == []
    excerpts.approve(agreed, story, approver, MONDAY)
    assert [one.text for one in excerpts.shown("donghu")] == ["老师讲得好"]
    excerpts.hide(agreed, "来访者打电话要求撤下", writer, MONDAY)
    assert excerpts.shown("donghu") == []
    assert (excerpts.hidden_count("donghu"), Excerpt.objects.count()) == (1, 3)


def test_evidence_takes_two_people_and_proves_itself(lobby, browser_of, tmp_path):
    case = acted(the_case(lobby.says("恶意的话", grade=1)), *CLASSIFIED)
    asks, grants = browser_of("supervisor", name="zheng"), browser_of("supervisor", name="wei")
    asks.post("/desk/office/evidence", {"number": case.number, "why": "律师函要求提供有关记录"})
    row = Evidence.objects.get()

    assert asks.post("/desk/office/evidence", {"grant": row.pk}).status_code == 422
    assert asks.get(f"/desk/office/evidence/{row.pk}").status_code == 403
    grants.post("/desk/office/evidence", {"grant": row.pk})
    packed = asks.get(f"/desk/office/evidence/{row.pk}").content

    path = tmp_path / "package.zip"
    path.write_bytes(packed)
    from sync.central.desk.verify_evidence import verify

    assert verify(str(path)) == []
    assert AccessLog.objects.get().what == "evidence"
    with zipfile.ZipFile(path) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    whole["case.json"] = whole["case.json"].replace(b'"grade": 1', b'"grade": 5')
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in whole.items():
            archive.writestr(name, content)
    assert verify(str(path)) == ["case.json: changed"]


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
    from sync.central.cases.roles import hand

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
