"""The main job from end to end, on real input, with real processes."""

import pytest

from kiosk import runlock
from tests.central.central_process import Centre
from tests.e2e.first_light import ROOT, done, kiosk, last_json, records_of
from tests.e2e.plug import pull_the_plug

SHIPPED = ROOT / "assets" / "forms" / "xform"
WALKS = [  # the default run walks the standing panel in Chinese in tests/ui/test_tour.py, so here the other one
    pytest.param("1080x1920", "zh-Hans", marks=pytest.mark.all),
    ("1920x1080", "en"),
]
pytestmark = pytest.mark.long


@pytest.mark.parametrize(("size", "language"), WALKS)
@pytest.mark.timeout(300)
def test_the_centre_holds_exactly_what_the_tour_sent(centre, tmp_path, size, language):
    terminal, pictures = tmp_path / "terminal", tmp_path / "pictures"
    done(terminal, "enrol", centre.url, centre.code())

    seen = last_json(done(terminal, "tour", "--out", pictures, "--size", size, "--lang", language, timeout=280))
    done(terminal, "sync", "--once")

    assert seen["screens"] == len(list(pictures.glob("*.png"))) >= 40
    assert {path.stem for path in SHIPPED.glob("*.xml")} <= set(seen["forms"])
    assert sorted(records_of(centre, "feedback.submitted")) == sorted(seen["record_ids"])
    assert seen["submitted"] == len(seen["record_ids"])
    audit = centre.audit()
    assert (audit["gaps"], audit["forks"], audit["altered"]) == (0, 0, 0)


def test_with_the_centre_stopped_nothing_is_lost_and_all_arrives_once(tmp_path):
    terminal, centre = tmp_path / "terminal", Centre.embedded(tmp_path / "central")
    answers = tmp_path / "answers.json"
    answers.write_text('{"grade": "2", "reasons": ["202"]}')
    with centre.serving():
        done(terminal, "enrol", centre.url, centre.code())

    said = [last_json(done(terminal, "submit", "quick-rating", "--answers", answers)) for _ in range(3)]
    offline = kiosk(terminal, "sync", "--once")
    with centre.serving("--port", centre.url.rsplit(":", 1)[1]):
        done(terminal, "sync", "--once")
        done(terminal, "sync", "--once")

    assert offline.returncode == 1
    assert offline.stderr.count("\n") == 1
    assert sorted(records_of(centre, "feedback.submitted")) == sorted(one["record_id"] for one in said)


@pytest.mark.parametrize(
    ("thanked", "longest_s"),
    [(8, 2.0), pytest.param(24, 4.0, marks=pytest.mark.all)],  # four plugs at least; the long run, more visits a life
)
@pytest.mark.timeout(300)
def test_the_plug_pulled_at_any_moment_loses_no_thanked_visit(tmp_path, thanked, longest_s):
    """SIGKILL into the real screen; what was thanked for is there, once, and the chain is whole."""
    result = pull_the_plug(tmp_path, thanked=thanked, kills=4, longest_s=longest_s, seed=7)

    assert result.thanked >= thanked
    assert result.kills >= 4
    assert result.lost == []
    assert result.doubled == []
    assert result.chain_whole


def test_a_second_terminal_on_the_same_data_is_refused_in_one_line(tmp_path):
    with runlock.take(tmp_path, "run"):
        second = kiosk(tmp_path, "run", "--windowed", "540x960")

    assert second.returncode == 1
    assert second.stderr.count("\n") == 1
