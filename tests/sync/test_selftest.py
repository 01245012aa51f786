"""Each of the five grades is accepted, end to end, and no figure counts the proof."""

from datetime import timedelta
from pathlib import Path

import orjson
import pytest
from real_centre import RealCentre
from terminals import Terminal

from kiosk import selftest
from kiosk.errors import AnswersError
from sync.codes import read_enrol_code
from sync.enrol import enrol
from sync.terminal import Worker


def fill(grade: str):
    return "quick-rating", "1", {"grade": grade}


def test_a_day_at_a_real_centre_ends_with_five_grades_accepted(tmp_path: Path, real_centre: RealCentre):
    terminal = Terminal(tmp_path)
    enrol(
        tmp_path, terminal.store, terminal.identity, real_centre.url, read_enrol_code(real_centre.code()), version="1"
    )
    worker = Worker(tmp_path, terminal.store)
    for _ in range(8):
        worker.run_once(terminal.clock.now)
        worker.courier.forget_wait()

    found = selftest.verdict(terminal.store)

    assert found is not None
    assert found.state == "ok"
    assert sorted(found.accepted) == ["1", "2", "3", "4", "5"]
    assert terminal.store.status().feedback == 0
    checks = [head for head, _ in terminal.store.entries() if head["type"] == "terminal.checked"]
    assert sorted(head["grade"] for head in checks) == [1, 2, 3, 4, 5]
    assert {head["form"] for head in checks} == {"quick-rating"}

    terminal.clock.forward(timedelta(hours=1).total_seconds())
    worker.run_once(terminal.clock.now)
    assert terminal.store.status().recorded == 6  # once a day, and the chain's own opening
    terminal.clock.forward(timedelta(hours=23).total_seconds())
    worker.run_once(terminal.clock.now)
    assert terminal.store.status().recorded == 11


@pytest.mark.parametrize("lost", ["1", "3"])
def test_a_form_that_takes_no_bad_grade_is_found_out(terminal: Terminal, lost: str):
    """As a terminal of a government hall did, for a year."""

    def broken(grade: str):
        if grade == lost:
            raise AnswersError("answers: grade: a choice that is not offered")
        return fill(grade)

    found = selftest.run(terminal.store, broken, terminal.clock.now)

    assert found.state == "fail"
    assert list(found.refused) == [lost]
    bodies = [orjson.loads(orjson.dumps(body)) for _, body in terminal.store.entries() if body]
    assert bodies[-1]["checks"]["refused"].keys() == {lost}


def test_a_form_that_turns_a_grade_into_another_is_found_out(terminal: Terminal):
    found = selftest.run(terminal.store, lambda grade: ("quick-rating", "1", {"grade": "5"}), terminal.clock.now)

    assert sorted(found.refused) == ["1", "2", "3", "4"]


def test_a_grade_that_the_centre_does_not_take_is_found_out(terminal: Terminal):
    selftest.run(terminal.store, fill, terminal.clock.now)
    terminal.store.park(terminal.store.status().epoch, 2, "400.1 no")

    found = selftest.verdict(terminal.store)

    assert found is not None
    assert (found.state, dict(found.refused)) == ("fail", {"5": "parked"})


@pytest.fixture
def terminal(tmp_path: Path):
    one = Terminal(tmp_path)
    yield one
    one.store.close()
