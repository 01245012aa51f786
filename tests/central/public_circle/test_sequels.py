"""What a visitor does later with a receipt code: it finds its case, whatever arrives first, and is counted once."""

from circle_kit import LATER, answered, receipt, sequel
from lobby import MONDAY, project

from sync.central.cases import outward, projector, threads
from sync.central.cases.models import AnswerRating, Case, CaseRecord, DataRequest, Message
from sync.central.cases.roles import RULES


def turns(case) -> list[tuple[str, str]]:
    return [(turn.sender, turn.text["zh-Hans"]) for turn in threads.thread(case.id)]


def test_a_reply_made_at_a_terminal_stands_in_the_thread(lobby):
    given = receipt(lobby)
    case = given.case
    threads.ask(case.id, {"zh-Hans": "是哪一间教室？"}, RULES, MONDAY)

    sequel(lobby, given.key, deed="reply", words="二楼 203")
    project()

    assert turns(case) == [("staff", "是哪一间教室？"), ("visitor", "二楼 203")]


def test_a_sequel_is_no_second_visit_and_grades_the_answer_alone(lobby):
    given = answered(lobby)
    before = given.case

    sequel(lobby, given.key, deed="rate", solved="partly", answer_grade="5", words="风还是大")
    project()

    case = Case.objects.get()
    assert (case.form, case.grade, case.words) == (before.form, before.grade, before.words)
    rating = AnswerRating.objects.get()
    assert (rating.case_id, rating.solved, rating.grade) == (case.id, "partly", 5)
    assert turns(case) == [("visitor", "风还是大")]
    assert CaseRecord.objects.filter(case_id=case.id).count() == 2  # what belongs to a case can be found from it


def test_it_may_come_before_the_visit_it_speaks_of(lobby):
    words = receipt(lobby)
    early = lobby.venue, words.key
    project()
    late = receipt(lobby)  # its record waits on a stick …
    from sync.central.intake.models import Record

    held = Record.objects.filter(state="new")
    held.update(state="held")
    sequel(lobby, late.key, deed="reply", words="补一句")
    project()
    assert Message.objects.count() == 0

    Record.objects.filter(state="held").update(state="new")
    project()

    assert turns(late.case) == [("visitor", "补一句")]
    assert early


def test_rebuilding_gives_the_same_and_keeps_what_staff_did(lobby):
    given = answered(lobby)
    case = given.case
    threads.ask(case.id, {"zh-Hans": "好了吗？"}, RULES, MONDAY)
    sequel(lobby, given.key, deed="data", request="copy")
    sequel(lobby, given.key, deed="rate", solved="yes")
    project()
    DataRequest.objects.update(done_at=LATER, note="当面给了")
    before = projector.fingerprint(), turns(case)

    projector.rebuild(pause=lambda: None)

    assert (projector.fingerprint(), turns(case)) == before
    request = DataRequest.objects.get()
    assert (request.kind, request.note) == ("copy", "当面给了")


def test_a_request_is_due_in_fifteen_working_days(lobby):
    given = receipt(lobby)

    sequel(lobby, given.key, deed="data", request="correct", words="日期写错了")
    project()

    request = DataRequest.objects.get()
    assert request.due.isoformat() == "2026-12-15"
    assert request.words == "日期写错了"


def test_what_no_terminal_of_ours_writes_does_no_harm(lobby):
    given = receipt(lobby)

    sequel(lobby, given.key, deed="rate", solved="maybe", answer_grade="9")
    sequel(lobby, given.key, deed="data", request="everything")
    sequel(lobby, "00" * 16, deed="reply", words="谁？")
    project()

    assert (AnswerRating.objects.get().solved, AnswerRating.objects.get().grade) == ("", None)
    assert not DataRequest.objects.exists()
    assert not Message.objects.exists()


def test_terminals_hear_that_a_question_waits_and_not_what_it_is(lobby):
    given = receipt(lobby)
    case = given.case
    assert "asked" not in outward.case_views([case])[case.id]

    threads.ask(case.id, {"zh-Hans": "是哪一间教室？"}, RULES, MONDAY)

    view = outward.case_views([case])[case.id]
    assert view["asked"] == 1
    assert "教室" not in str(view)
    assert Case.objects.get().stale  # the next pull brings it

    sequel(lobby, given.key, deed="reply", words="二楼")
    project()
    assert "asked" not in outward.case_views([Case.objects.get()])[case.id]
