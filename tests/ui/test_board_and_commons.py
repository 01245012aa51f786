"""The board's +1, the card that turns on home, votes, courses and the wall: with a network or without."""

from datetime import date

import pytest

from ui.attract import AFTER_S, EACH_S
from ui.viewmodels.commons import Voice, derive_courses, derive_polls


def card(name: str, state: str, count: int, day: str = "2026-11-20", **more) -> dict:
    need = more.pop("need", f"想要{name}")
    return {
        "id": name,
        "need": {"zh-Hans": need},
        "measure": {"zh-Hans": "办好了"},
        "day": day,
        "department": {},
        "count": count,
        "state": state,
        "removed": False,
    } | more


def option(place: int, count: int, **more) -> dict:
    row = {"name": f"w48-{place}", "label": f"第 {place} 项", "label_en": f"No {place}", "poll": "w48"}
    row |= {"question": "周末看什么？", "question_en": "What?", "count": count, "total": 5, "until": "2026-11-30"}
    return row | {"open": True, "blind": True, "outcome": "", "outcome_en": ""} | more


COURSE = {"name": "guzheng", "label": "古筝入门", "label_en": "Guzheng", "detail": "", "detail_en": "", "threshold": 3}
COURSE |= {"count": 2, "until": "2026-12-10", "state": "open", "outcome": "", "outcome_en": ""}
WISH = {"name": "aa", "text": "想学二胡", "text_en": "To learn the erhu", "day": "2026-11-20", "verbatim": False}


def pull(visit, cards=(), **lists) -> None:
    """A pull brings this."""

    def take(room) -> None:
        for one in cards:
            room.store.put_card(one)
        for name, rows in lists.items():
            room.store.put_list(name, list(rows))
        room.store.set_meta("cursor", str(int(room.store.meta("cursor") or 0) + 1))

    visit.terminal.jobs.ask(take)
    visit.terminal._restock()
    visit.saved()


@pytest.fixture
def open_day(lobby):
    """A terminal that knows a board and everything of the commons."""
    visit = lobby()
    cards = [card("opera", "done", 12), card("film", "doing", 3, "2026-11-18", said={"zh-Hans": "好看"})]
    pull(visit, cards, votes=[option(1, 4), option(2, 1)], signups=[COURSE], wall=[WISH])
    return visit


def records(visit) -> list[dict]:
    visit.saved()
    return visit.records()


def test_plus_one_is_there_for_every_card_and_counts_once_a_visit(open_day):
    open_day.tap("board", "support_opera")
    assert open_day.eye.find("support_opera") is None
    assert "13" in open_day.texts()

    open_day.terminal.models.board.support("opera")

    assert [one["type"] for one in records(open_day)].count("feedback.supported") == 1


def test_a_pull_that_already_counts_this_visit_does_not_count_it_again(open_day):
    open_day.tap("board", "support_opera")

    pull(open_day, [card("opera", "done", 13)])

    assert "13" in open_day.texts()
    assert "14" not in open_day.texts()


def test_the_board_says_how_it_counts(open_day):
    open_day.tap("board", "tab_how")

    assert any("一次到访只算一次" in text for text in open_day.texts())


def test_a_vote_is_a_form_sent_with_a_tap_and_shows_the_result_after(open_day):
    open_day.tap("board", "together")
    open_day.at("together")
    open_day.finger.until("the vote", lambda: open_day.eye.find("option_w48-2") is not None)
    assert "4" not in open_day.texts()

    open_day.tap("option_w48-2")

    open_day.finger.until("the result", lambda: "4" in open_day.texts())
    record = records(open_day)[-1]
    assert (record["type"], record["form"]) == ("feedback.submitted", "vote")
    assert record["said"]["answers"] == {"poll": "w48", "choice": "w48-2"}


def test_a_changed_mind_is_still_one_voice(open_day):
    commons = open_day.terminal.commons
    commons.vote("w48", "w48-2")
    commons.vote("w48", "w48-1")

    first, second = records(open_day)[-2:]
    assert first["said"]["subject"] == second["said"]["subject"]
    assert open_day.terminal.models.commons.props.polls[0].total == 6


def test_what_is_not_on_offer_cannot_be_chosen(open_day):
    for poll, choice in (("w48", "w48-9"), ("w47", "w48-1")):
        open_day.terminal.commons.vote(poll, choice)
    open_day.terminal.commons.join("violin")

    assert [one["type"] for one in records(open_day)] == ["chain.started"]


def test_a_course_is_joined_once_and_says_when_it_is_enough(open_day):
    open_day.tap("board", "together", "together_join")
    open_day.tap("join_guzheng")
    open_day.finger.until("counted", lambda: "已算上您" in open_day.texts())

    open_day.terminal.commons.join("guzheng")

    assert open_day.terminal.models.commons.props.courses[0].state == "met"
    assert [one["form"] for one in records(open_day)].count("join") == 1


def test_the_next_visitor_has_a_voice_of_their_own(open_day):
    open_day.terminal.commons.vote("w48", "w48-2")
    open_day.terminal.commons.join("guzheng")

    open_day.terminal.conductor.end_visit()

    props = open_day.terminal.models.commons.props
    assert not props.polls[0].voted
    assert not props.courses[0].mine


def test_the_wall_leads_to_ones_own_wish(open_day):
    open_day.tap("board", "together", "together_wall")
    open_day.finger.until("the wall", lambda: "想学二胡" in open_day.texts())

    open_day.tap("makeWish")

    open_day.at("question")
    assert open_day.terminal.conductor.journey.visit.form.id == "wish-wall"


def test_without_votes_courses_or_wishes_nothing_leads_there(lobby):
    visit = lobby()
    visit.tap("board")

    assert visit.eye.find("together") is None


def test_counts_are_hidden_from_who_has_not_voted_and_one_voice_is_one(open_day):
    rows, day = [option(1, 4), option(2, 1)], date(2026, 11, 26)
    (before,) = derive_polls(rows, "en", day, {})
    (after,) = derive_polls(rows, "en", day, {"w48": Voice("w48-2", {"w48-1": 4, "w48-2": 1})})
    (told,) = derive_polls([option(1, 4), option(2, 2)], "en", day, {"w48": Voice("w48-2", {"w48-2": 1})})
    (over,) = derive_polls(rows, "en", date(2026, 12, 1), {})

    assert [one["count"] for one in before.options] == [-1, -1]
    assert [one["count"] for one in after.options] == [one["count"] for one in told.options] == [4, 2]
    assert (over.open, over.seen) == (False, True)
    assert derive_courses([COURSE], "zh-Hans", date(2026, 12, 11), {})[0].state == "over"


def example(visit) -> str:
    visit.terminal.tick()
    found = visit.terminal.models.home.props.example
    return found.need if found else ""


def test_while_nobody_is_here_the_card_on_home_turns_and_a_touch_ends_it(open_day):
    open_day.terminal.attract._still = lambda: False
    open_day.terminal.conductor.end_visit()
    open_day.watch.skip(AFTER_S - 1)
    assert example(open_day) == "想要opera"

    open_day.watch.skip(2)
    assert example(open_day) == "想要film"
    open_day.watch.skip(EACH_S)
    assert example(open_day) == "想要opera"
    open_day.watch.skip(EACH_S)
    assert example(open_day) == "想要film"

    open_day.tap("tile_F")
    assert open_day.screen == "question"  # the first tap does what it says
    open_day.tap("dockHome")
    assert example(open_day) == "想要opera"


def test_nothing_turns_in_the_elder_edition_or_where_motion_is_off(open_day):
    open_day.watch.skip(AFTER_S + EACH_S)
    assert example(open_day) == "想要opera"  # this lobby stands still

    open_day.terminal.attract._still = lambda: False
    open_day.terminal._wish(elder=True)
    open_day.watch.skip(EACH_S)
    assert example(open_day) == "想要opera"
