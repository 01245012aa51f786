"""What the desk's rooms do with a case: search, merge, move, own, enter, open, quote, prove."""

import zipfile
from datetime import date, timedelta

import pytest
from desk_hands import CLASSIFIED, CLOSED, TODAY, acted, sealed_case, somebody
from lobby import MONDAY, Lobby, project, the_case

from sync.central.cases import duty, excerpts, later, moves, retention, search
from sync.central.cases.models import (
    Absence,
    AccessLog,
    Case,
    Duty,
    Excerpt,
    Meeting,
    Slip,
)
from sync.central.cases.moves import Deed
from sync.central.desk import bulk
from sync.central.desk.models import Evidence
from sync.central.intake.models import Record

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
