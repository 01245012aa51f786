"""A receipt code on the terminal: found here or at the centre, and what its visitor may do about it."""

import pytest

from kiosk import receipts
from sync.asking import Asked, Told
from sync.link import Unreachable

CODE = receipts.new_code()
STEP = {"state": "received", "day": "2026-11-23", "department": None}
QUESTION = {"id": "0192f3a0-0000-7000-8000-000000000001", "from": "staff", "text": {"zh-Hans": "是哪一间教室？"}}


def view(key: bytes, **more) -> dict:
    due = {"first_answer": None, "result": None}
    answer = {"zh-Hans": "空调修好了。", "en": "It works again."}
    steps = [STEP, STEP | {"state": "answered", "day": "2026-11-25"}]
    case = {"key": key.hex(), "state": "answered", "steps": steps, "due": due, "answer": answer}
    return case | {"updated": "2026-11-25T09:00:00+08:00"} | more


def keep(room) -> bytes:
    """A pull brought the case of the code."""
    key = receipts.lookup_key(CODE, room.store.salt)
    room.store.put_case(view(key))
    return key


class Centre:
    """What the centre answers, as tests set it; every question is kept."""

    def __init__(self, outcome) -> None:
        self.outcome = outcome
        self.asked: list[Asked] = []

    def __call__(self, asked: Asked):
        self.asked.append(asked)
        return self.outcome(asked) if callable(self.outcome) else self.outcome


@pytest.fixture
def desk(lobby):
    def build(outcome, *, here: bool = True, **more):
        centre = Centre(outcome)
        visit = lobby(before=lambda terminal: setattr(terminal.asking, "_ask", centre), **more)
        visit.key, visit.centre = b"", centre
        if here:
            visit.terminal.jobs.ask(keep, lambda key: setattr(visit, "key", key))
            visit.finger.until("the case", lambda: bool(visit.key))
        return visit

    return build


def look_up(visit, code: str = CODE) -> None:
    visit.tap("lookUp")
    for sign in code:
        visit.terminal.lookup.key(sign)
    visit.tap("find")


def told(visit, **more) -> Told:
    thread = more.pop("thread", (QUESTION | {"day": "2026-11-25"},))
    return Told(view(visit.key, asked=1, **more.pop("case", {})), thread, more.pop("requests", ()), **more)


def lookup(visit):
    return visit.terminal.models.lookup.props


def settled(visit) -> None:
    visit.finger.until("the centre's word", lambda: lookup(visit).live in {"told", "away"})
    visit.saved()


def test_without_a_network_it_shows_what_the_last_pull_brought_and_says_what_cannot_be_done(desk):
    visit = desk(Unreachable("no network"))
    look_up(visit)
    visit.at("progress")
    settled(visit)

    visit.tap("more")

    visit.at("deeds")
    said = " ".join(visit.texts())
    assert "现在连不上中心" in said
    assert "手机" in said
    assert visit.eye.find("deed_withdraw") is None
    assert visit.eye.find("deed_rate") is not None  # a rating is written down here, network or not


def test_the_question_of_staff_comes_live_and_the_reply_is_written_down(desk):
    visit = desk(lambda _: told(visit))
    look_up(visit)
    visit.at("progress")
    settled(visit)
    visit.finger.until("the question", lambda: lookup(visit).asked == 1)

    visit.tap("more")
    visit.at("deeds")
    assert "是哪一间教室？" in visit.texts()
    visit.tap("deed_reply")
    visit.at("question")
    visit.terminal.conductor.write("words", "二楼 203")
    visit.tap("next")
    visit.at("deeds")

    assert any("您的回复已存好" in text for text in visit.texts())
    visit.saved()
    record = visit.records()[-1]
    assert (record["type"], record["form"]) == ("feedback.amended", "follow-up")
    assert record["said"]["lookup"] == visit.key.hex()
    assert record["said"]["answers"] == {"deed": "reply", "to": QUESTION["id"], "words": "二楼 203"}
    assert record["grade"] is None


def test_a_rating_of_the_answer_works_offline_and_never_grades_the_visit(desk):
    visit = desk(Unreachable("no network"))
    look_up(visit)
    visit.at("progress")
    visit.tap("more")
    visit.tap("deed_rate", "choice_partly", "choice_4", "next")
    visit.at("deeds")

    visit.saved()
    record = visit.records()[-1]
    assert record["said"]["answers"] == {"deed": "rate", "solved": "partly", "answer_grade": "4"}
    assert record["grade"] is None


def test_a_code_that_is_not_known_here_is_asked_of_the_centre(desk):
    visit = desk(lambda _: Told(view(receipts.lookup_key(CODE, b"another terminal"))), here=False)

    look_up(visit)

    visit.at("progress")
    assert visit.centre.asked[0] == Asked(CODE, "", "zh-Hans")
    assert "空调修好了" in " ".join(visit.texts())


def test_what_neither_knows_is_unknown_and_counts_as_a_guess(desk):
    visit = desk(Told(None, problem="unknown"), here=False)

    look_up(visit)

    visit.finger.until("its answer", lambda: lookup(visit).problem == "unknown")
    assert visit.screen == "lookup"
    assert len(visit.terminal.lookup._failed) == 1


def test_who_guesses_waits_and_who_finds_does_not(desk):
    visit = desk(Unreachable("no network"))
    others = [receipts.new_code() for _ in range(5)]
    visit.tap("lookUp")
    for code in others:
        for sign in code:
            visit.terminal.lookup.key(sign)
        visit.terminal.lookup.find()
        visit.finger.until("its answer", lambda: lookup(visit).problem == "unknown")
        visit.terminal.models.lookup.clear()

    for sign in CODE:
        visit.terminal.lookup.key(sign)
    visit.terminal.lookup.find()
    assert lookup(visit).problem == "pause"

    visit.watch.skip(61)
    visit.terminal.lookup.find()
    visit.at("progress")


def test_taking_back_asks_twice_and_believes_the_centre_alone(desk):
    answers = iter([False, True])
    visit = desk(lambda _: told(visit, withdrawn=next(answers)))
    look_up(visit)
    visit.at("progress")
    settled(visit)
    visit.tap("more", "deed_withdraw", "withdrawNo")
    assert len(visit.centre.asked) == 1

    visit.tap("deed_withdraw", "withdrawYes")

    visit.finger.until("taken back", lambda: lookup(visit).withdrawn)
    assert [asked.act for asked in visit.centre.asked] == ["", "withdraw"]
    assert visit.eye.find("deed_reply") is None
    assert visit.records()[-1]["type"] == "chain.started"  # the centre, which knows the visit, wrote it down


def test_the_thread_is_gone_with_the_visit(desk):
    visit = desk(lambda _: told(visit))
    look_up(visit)
    visit.at("progress")
    settled(visit)

    visit.terminal.conductor.end_visit()

    assert lookup(visit).turns == ()
    assert lookup(visit).code == ""


def test_an_answer_that_comes_late_is_shown_to_nobody_else(desk):
    visit = desk(Unreachable("no network"))
    look_up(visit)
    visit.at("progress")
    settled(visit)
    visit.terminal.conductor.end_visit()

    visit.terminal.lookup._on_told(Asked(CODE), told(visit))

    assert lookup(visit).code == ""
