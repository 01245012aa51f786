"""One visit, one case, whatever order its records came in."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sync.central.cases.assemble import assemble, case_id, title, written
from sync.central.cases.pieces import Piece

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
SUBJECT = uuid.UUID("01a20c1d-8bd7-7730-a6d8-8abd44f3205a")


def piece(number: int, type_: str = "feedback.submitted", **parts) -> Piece:
    usual = {
        "key": ("terminal/0123456789abcdef", "00" * 8, number, bytes([number]) * 32),
        "type": type_,
        "id": f"id-{number}",
        "subject": SUBJECT,
        "time": NOON + timedelta(minutes=number),
        "day": date(2026, 11, 23),
        "received_day": date(2026, 11, 23),
        "form": "quick-rating" if type_.startswith("feedback.") else None,
    }
    return Piece(**(usual | parts))


def phone(number: int, **parts) -> Piece:
    return piece(number, key=("centre/1", "00" * 8, number, bytes([number]) * 32), channel="phone", level="V1", **parts)


types = st.sampled_from(
    ["feedback.submitted", "feedback.amended", "feedback.withdrawn", "visit.handed_off", "feedback.supported"]
)


@st.composite
def pieces(draw):
    made = []
    for number in range(1, draw(st.integers(1, 7)) + 1):
        make = draw(st.sampled_from([piece, phone]))
        time = NOON + timedelta(minutes=draw(st.integers(0, 2)))  # ties are the hard part
        made.append(
            make(
                number,
                type_=draw(types),
                time=time,
                form=draw(st.sampled_from(["quick-rating", "facility"])),
                grade=draw(st.sampled_from([None, 1, 5])),
                answers={"words": f"第 {number} 句"},
                lookup=draw(st.sampled_from([None, b"k" * 16])),
            )
        )
    return made


@given(pieces(), st.randoms(use_true_random=False))
def test_order_and_repetition_make_no_difference(made, random):
    shuffled = [*made, *made[: len(made) // 2]]
    random.shuffle(shuffled)

    assert assemble(shuffled) == assemble(made)


def test_the_phone_stands_over_the_terminal_and_both_are_kept():
    story = assemble(
        [phone(1, answers={"words": "手机上的"}, grade=4), piece(2, answers={"words": "终端上的"}, grade=1)]
    )

    assert story is not None
    assert (story.main.answers, story.grade) == ({"words": "手机上的"}, 4)
    assert [one.answers["words"] for one in story.finishes] == ["手机上的", "终端上的"]
    assert story.current == 1
    assert story.level == "V1"


def test_an_amendment_stands_over_what_it_amends_even_when_clocks_disagree():
    earlier = piece(2, "feedback.amended", time=NOON - timedelta(hours=1), answers={"words": "改过"})

    story = assemble([piece(1, answers={"words": "原来"}), earlier])

    assert story is not None
    assert story.words == "改过"


def test_two_forms_of_one_visit_are_one_case_that_shows_both():
    story = assemble([piece(1, grade=2, answers={"words": "一"}), piece(2, form="facility", answers={"words": "二"})])

    assert story is not None
    assert story.current == 2
    assert set(story.words.split("\n")) == {"一", "二"}
    assert story.grade == 2


def test_taken_back_stays_taken_back_until_something_new_is_said():
    back = piece(2, "feedback.withdrawn")

    assert assemble([piece(1), back]).withdrawn
    assert not assemble([piece(1), back, piece(3)]).withdrawn


def test_a_record_that_came_twice_is_one():
    first = piece(1)
    again = replace(first, key=("terminal/0123456789abcdef", "11" * 8, 1, first.key[3]))

    assert len(assemble([first, again]).finishes) == 1


def test_nothing_finished_is_no_case():
    assert assemble([piece(1, "visit.handed_off"), piece(2, "feedback.withdrawn")]) is None


def test_practice_is_kept_and_not_counted():
    assert not assemble([piece(1, flags=("training",))]).counted
    assert assemble([piece(1, flags=("burst",))]).counted


def test_only_what_people_wrote_is_words():
    answers = {"grade": "5", "reasons": ["501"], "day": "2026-11-24", "price": "3.50", "course": "c01"}

    assert list(written(answers | {"words": " 很好。 ", "other": "Too loud!"})) == ["很好。", "Too loud!"]


def test_a_face_alone_asks_for_nothing_and_a_bad_one_does():
    assert not assemble([piece(1, grade=4)]).asks(set())
    assert assemble([piece(1, grade=2)]).asks(set())
    assert assemble([piece(1, grade=5, answers={"words": "谢谢"})]).asks(set())
    assert assemble([piece(1, form="facility")]).asks({"facility"})
    assert assemble([piece(1, answers={"drawing": {"ink": [[1, 2, 3, 4]], "w": 9, "h": 9}})]).asks(set())


def test_a_case_is_named_after_its_venue_and_visit_and_tells_no_time():
    here, there = case_id("a", SUBJECT), case_id("b", SUBJECT)

    assert here == case_id("a", uuid.UUID(str(SUBJECT)))
    assert here != there
    assert here.bytes[:6] != SUBJECT.bytes[:6]


def test_a_title_fits_a_list():
    assert title("短") == "短"
    assert title("长" * 80 + "\n第二行") == "长" * 39 + "…"
