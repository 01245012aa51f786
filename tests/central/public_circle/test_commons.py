"""Votes, courses and the wall: what staff open, what visits choose, what terminals and phones are told."""

from datetime import date, timedelta

import pytest
from circle_kit import LATER, receipt
from lobby import MONDAY, project, visitor

from kiosk.errors import CallerError
from kiosk.forms.visit import FormVisit
from sync.central.cases import library
from sync.central.cases.models import Case
from sync.central.commons import lists, opening, worker
from sync.central.commons.models import Course, Poll
from sync.central.intake.models import Venue

TODAY = date(2026, 11, 24)
VOTE = {"form": "vote", "form_version": "2026112401"}
JOIN = {"form": "join", "form_version": "2026112401"}


@pytest.fixture
def venue(lobby):
    return Venue.objects.get()


@pytest.fixture
def poll(venue):
    question = {"zh-Hans": "周末想看什么？", "en": "What shall we show at the weekend?"}
    return opening.open_poll("w48", question, ["越剧|Yue opera", "电影|A film"], venue=venue, today=TODAY, until=None)


def vote(lobby, poll, place: int, subject: str | None = None, at=MONDAY, **more):
    answers = {"poll": poll.id, "choice": poll.options[place]["name"]}
    subject = subject or visitor()
    lobby.writes("feedback.submitted", subject, at=at, answers=answers, **VOTE, **more)
    return subject


def counts(venue) -> dict[str, int]:
    project()
    return {row["label"]: row["count"] for row in lists.votes(venue.id, TODAY)}


def test_a_visit_has_one_vote_and_its_last_word_counts(lobby, venue, poll):
    first = vote(lobby, poll, 0)
    vote(lobby, poll, 0)
    vote(lobby, poll, 1, subject=first, at=LATER)

    assert counts(venue) == {"越剧": 1, "电影": 1}
    assert {row["total"] for row in lists.votes(venue.id, TODAY)} == {2}


def test_what_was_taken_back_practised_or_hammered_is_not_counted(lobby, venue, poll):
    gone = vote(lobby, poll, 0)
    lobby.writes("feedback.withdrawn", gone, at=LATER, channel="kiosk", level="V0", reason=None)
    vote(lobby, poll, 0, flags=("training",))
    vote(lobby, poll, 0, flags=("burst",))
    vote(lobby, poll, 1)

    assert counts(venue) == {"越剧": 0, "电影": 1}


def test_a_vote_stands_behind_what_the_same_visit_said(lobby, poll):
    subject = lobby.says("空调太冷", category="F")
    vote(lobby, poll, 0, subject=subject, at=LATER)
    project()

    case = Case.objects.get()
    assert (case.form, case.category, case.asks) == ("quick-rating", "F", True)


def test_terminals_are_told_once_and_again_when_a_count_moves(lobby, venue, poll):
    assert worker.turn(MONDAY) == 0  # it opens tomorrow
    assert (worker.turn(LATER), worker.turn(LATER)) == (1, 0)

    vote(lobby, poll, 0)
    project()

    assert worker.turn(LATER) == 1
    assert [row["count"] for row in lists.announced(venue.id)["votes"]] == [1, 0]


def test_the_shipped_form_chooses_from_the_list_that_terminals_get(venue, poll):
    other = opening.open_poll("old", {"zh-Hans": "别的？"}, ["甲", "乙"], venue=venue, today=TODAY, until=None)
    rows = {"votes": lists.votes(venue.id, TODAY)}

    visit = FormVisit.start(library.form("vote"), today=TODAY, lists=rows, preset={"poll": poll.id})

    assert [choice.label for choice in visit.choices("choice")] == ["越剧", "电影"]
    assert visit.answer("choice", poll.options[1]["name"]).answers() == {"poll": "w48", "choice": "w48-2"}
    assert other


def test_a_vote_ends_with_its_last_day_and_stays_for_two_weeks(venue, poll):
    def seen(days: int) -> set[bool]:
        return {row["open"] for row in lists.votes(venue.id, TODAY + timedelta(days=days))}

    assert (seen(-1), seen(0), seen(6), seen(7), seen(20), seen(21)) == (set(), {True}, {True}, {False}, {False}, set())


def test_what_came_of_it_is_told(venue, poll):
    opening.close(Poll, "w48", {"zh-Hans": "12月5日演越剧"}, TODAY)

    row = lists.votes(venue.id, TODAY)[0]
    assert (row["open"], row["outcome"], row["outcome_en"]) == (False, "12月5日演越剧", "12月5日演越剧")


WRONG = (
    ("W 48", "问？", ["甲", "乙"], "a name is"),
    ("w49", "", ["甲", "乙"], "question: needs Chinese"),
    ("w49", "问？", ["甲"], "options: 2 to 8"),
    ("w49", "问？", ["甲", "甲"], "two are the same"),
    ("w49", "问？", ["甲", "|only English"], "option: needs Chinese"),
    ("w49", "问" * 61, ["甲", "乙"], "at most 60"),
    ("w48", "问？", ["甲", "乙"], "opened before"),
)


def test_a_vote_that_would_not_do_is_refused_in_one_line(venue, poll):
    for name, question, options, wrong in WRONG:
        with pytest.raises(CallerError, match=wrong):
            opening.open_poll(name, {"zh-Hans": question}, options, venue=venue, today=TODAY, until=None)
    assert Poll.objects.get() == poll


def test_a_course_is_met_when_enough_visits_join(lobby, venue):
    opening.open_course("guzheng", {"zh-Hans": "古筝入门"}, {}, venue=venue, today=TODAY, until=None, threshold=2)
    twice = visitor()
    for subject in (twice, twice):
        lobby.writes("feedback.submitted", subject, answers={"course": "guzheng"}, **JOIN)
    project()
    assert [(row["count"], row["state"]) for row in lists.signups(venue.id, TODAY)] == [(1, "open")]

    lobby.writes("feedback.submitted", visitor(), answers={"course": "guzheng", "times": ["we_am"]}, **JOIN)
    project()

    assert [(row["count"], row["state"]) for row in lists.signups(venue.id, TODAY)] == [(2, "met")]
    opening.close(Course, "guzheng", {"zh-Hans": "1月9日开课"}, TODAY)
    assert lists.signups(venue.id, TODAY)[0]["state"] == "over"


def wish(lobby, words: str, *, agreed: bool) -> Case:
    consent = [{"kind": "publish_words", "given": agreed, "notice": "1"}]
    given = receipt(lobby, words, answers={"way": "write", "words": words}, form="wish-wall", consents=consent)
    return given.case


def test_nothing_hangs_on_the_wall_that_staff_did_not_put_there(lobby, venue):
    case = wish(lobby, "想学二胡，我住东里 3 号", agreed=True)
    assert [one.id for one in opening.waiting(venue)] == [case.id]
    assert lists.wall(venue.id) == []

    opening.put_up(case.number, {"zh-Hans": "想学二胡"}, today=TODAY)

    assert [(row["text"], row["verbatim"]) for row in lists.wall(venue.id)] == [("想学二胡", False)]
    assert opening.waiting(venue) == []


def test_a_visitors_own_words_need_their_consent(lobby, venue):
    no, yes = wish(lobby, "不要写出来", agreed=False), wish(lobby, "愿馆里常有笑声", agreed=True)

    with pytest.raises(CallerError, match="did not agree"):
        opening.put_up(no.number, {}, today=TODAY)
    opening.put_up(yes.number, {}, today=TODAY)

    assert [(row["text"], row["verbatim"]) for row in lists.wall(venue.id)] == [("愿馆里常有笑声", True)]


def test_a_wish_comes_down_and_terminals_hear_of_it(lobby, venue):
    case = wish(lobby, "愿馆里常有笑声", agreed=True)
    opening.put_up(case.number, {}, today=TODAY)
    worker.turn(LATER)

    opening.take_down(case.number)

    assert worker.turn(LATER) == 1
    assert lists.announced(venue.id)["wall"] == []


def test_the_commands_open_count_and_close(empty):
    empty.done("enrol-code", "lobby")
    empty.done("vote", "open", "w48", "--question", "周末想看什么？", "--option", "越剧|Yue opera", "--option", "电影")
    empty.done("signup", "open", "guzheng", "--title", "古筝入门", "--threshold", "20")

    assert "0  越剧" in empty.done("vote", "list")
    assert "0/20" in empty.done("signup", "list")
    assert empty.done("wall", "waiting") == ""
    assert "over" in empty.done("vote", "close", "w48", "--outcome", "演越剧")
    wrong = empty.run("vote", "open", "w48", "--question", "又？", "--option", "甲", "--option", "乙")
    assert (wrong.returncode, len(wrong.stderr.strip().splitlines())) == (1, 1)
