"""The score can be worked out by hand, and the same voices always weigh the same."""

import math
import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.errors import ConfigError
from sync.central.insight.weighing import (
    ASSETS,
    TERMS,
    Judgement,
    Voice,
    load,
    once_a_person,
    read,
    sensitivity,
    trend,
    weigh,
    weight_of,
)

RULES = load()
TODAY = date(2026, 11, 24)
SHIPPED = (ASSETS / "central" / "priority.toml").read_text("utf-8")


def voice(person: str, ago: int = 0, level: str = "V0", channel: str = "kiosk", **more) -> Voice:
    return Voice(person, TODAY - timedelta(ago), level, channel, **more)


# Worked out on paper from content.md §6.4: voices, judgement → n_eff, score.
BY_HAND = [
    ([voice("a")], Judgement(), 0.5, 30 * 0.1031 + 20 * 0.2 + 10 * 1.0 + 10 * 0.5),
    ([voice("a", level="V2")], Judgement(), 1.0, 30 * 0.1763 + 20 * 0.2 + 10 + 5),
    ([voice("a", 180, "V2")], Judgement(), 0.5, 30 * 0.1031 + 20 * 0.2 + 0 + 5),
    ([voice("a", 45, "V2", severity=1.0)], Judgement(1.0, 0.0), 0.8409, 30 * 0.1552 + 20 + 15 + 0),
    ([voice("a", channel="paper", level="V0")], Judgement(), 0.8, 30 * 0.1495 + 4 + 10 + 5),
    ([voice("m", channel="meeting", hands=40)], Judgement(), 40.0, 30 * 0.9445 + 4 + 10 + 5),
    ([voice(str(n), level="V2", group9=n < 5) for n in range(10)], Judgement(), 10.0, 30 * 0.6099 + 4 + 7.5 + 10 + 5),
    ([voice(str(n), level="V2") for n in range(50)], Judgement(0.5, 1.0), 50.0, 30 + 4 + 7.5 + 10 + 10),
    ([voice(str(n), level="V2") for n in range(90)], Judgement(underserved=True), 90.0, 30 + 4 + 15 + 10 + 5),
    ([voice("a", level="V4", severity=0.7)] * 5, Judgement(), 1.2, 30 * 0.2005 + 14 + 10 + 5),
]


@pytest.mark.parametrize(("voices", "judged", "n_eff", "score"), BY_HAND)
def test_ten_topics_worked_out_by_hand(voices, judged, n_eff, score):
    weighed = weigh(voices, judged, TODAY, 100, RULES)

    assert weighed.n_eff == pytest.approx(n_eff, abs=5e-5)
    assert weighed.score == pytest.approx(score, abs=0.006)


def test_a_person_counts_once_by_their_weightiest_word():
    said = [voice("a", 10), voice("a", 3, "V2"), voice("b", 1), voice("a", 0)]

    assert [(one.person, one.level) for one in once_a_person(said, TODAY, RULES)] == [("a", "V2"), ("b", "V0")]


def test_a_word_halves_with_every_half_life():
    assert weight_of(voice("a", 360, "V1"), TODAY, RULES) == pytest.approx(0.8 / 4)
    assert weight_of(voice("a", -3, "V1"), TODAY, RULES) == pytest.approx(0.8)  # a clock that ran ahead gains nothing


def test_the_same_voices_weigh_the_same_in_any_order():
    rng = random.Random(5)
    said = [
        voice(
            str(rng.randrange(40)), rng.randrange(200), rng.choice(["V0", "V1", "V2"]), severity=rng.choice([0.2, 0.7])
        )
        for _ in range(80)
    ]
    first = weigh(said, Judgement(), TODAY, 300, RULES)
    for _ in range(20):
        rng.shuffle(said)
        assert weigh(said, Judgement(), TODAY, 300, RULES) == first


@pytest.mark.parametrize(
    ("said", "common"),
    [
        ([voice(str(n), n % 3, "V1") for n in range(7)], True),
        ([voice(str(n), n % 2, "V1") for n in range(7)], False),  # two days
        ([voice(str(n), n % 3, "V1") for n in range(6)], False),  # 4.8 voices
        ([voice(str(n), n % 3) for n in range(20)], False),  # one channel, nobody known
        ([voice(str(n), n % 3, channel="kiosk" if n else "phone") for n in range(20)], True),
    ],
)
def test_what_is_common(said, common):
    assert weigh(said, Judgement(), TODAY, 100, RULES).common is common


def test_at_a_large_centre_more_voices_make_it_common():
    said = [voice(str(n), n % 3, "V1") for n in range(7)]

    assert weigh(said, Judgement(), TODAY, 550, RULES).common
    assert not weigh(said, Judgement(), TODAY, 561, RULES).common


def test_safety_comes_first_whatever_the_score():
    assert weigh([voice("a", category="F8")], Judgement(), TODAY, 100, RULES).band == "P1"
    tagged = weigh([voice("a", tags=frozenset({"103"}))], Judgement(), TODAY, 100, RULES)
    assert (tagged.band, tagged.why) == ("P1", "urgent")
    assert weigh([voice("a")], Judgement(), TODAY, 100, RULES).band == "P4"


def test_one_grave_voice_or_one_of_article_9_is_never_last():
    for one in (voice("a", 200, severity=0.8), voice("a", 200, group9=True)):
        weighed = weigh([one], Judgement(), TODAY, 100, RULES)
        assert (weighed.band, weighed.why, weighed.common) == ("P3", "grave", False)


def test_many_mild_voices_do_not_bury_grave_ones():
    said = [voice(str(n), severity=1.0 if n < 5 else 0.2) for n in range(20)]

    assert weigh(said, Judgement(), TODAY, 100, RULES).terms["severity"] == 1.0


def test_a_trend_is_one_rate_beside_the_other():
    steady = [voice(str(n), n) for n in range(120)]

    assert trend(steady, TODAY) == pytest.approx(0.5)
    assert trend(steady[:30], TODAY) == 1.0
    assert trend(steady[30:], TODAY) == 0.0
    assert trend([], TODAY) == 0.0


def test_what_would_turn_two_neighbours_round():
    a = dict.fromkeys(TERMS, 0.5) | {"frequency": 0.9, "severity": 0.2}
    b = dict.fromkeys(TERMS, 0.5) | {"frequency": 0.6, "severity": 0.6}

    (swap,) = sensitivity([("a", a), ("b", b)], RULES.score)

    turned = dict(RULES.score) | {swap.term: RULES.score[swap.term] + swap.change}
    assert swap.margin == pytest.approx(1.0)
    gap = math.fsum(turned[term] * (a[term] - b[term]) for term in TERMS)
    assert gap == pytest.approx(0.0, abs=1e-9)
    assert abs(swap.change) == pytest.approx(0.025)


def test_nothing_turns_round_what_is_better_in_everything():
    a, b = dict.fromkeys(TERMS, 0.9), dict.fromkeys(TERMS, 0.1)

    assert sensitivity([("a", a), ("b", b)], RULES.score)[0].term is None


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("frequency = 0.30", "frequency = 0.40", "add up to 1"),
        ("P1 = 80", "P1 = 50", "must fall"),
        ("half_life_days = 180", "half_life_days = 0", "more than 0"),
        ("[severity]", "[severtiy]", "severity"),
        ("V0 = 0.5", 'V0 = "x"', "priority.toml"),
        ("[weights]", "[weights", "priority.toml"),
    ],
)
def test_a_wrong_file_is_named_in_one_line(before, after, says):
    with pytest.raises(ConfigError, match=says) as caught:
        read(SHIPPED.replace(before, after, 1))

    assert "\n" not in str(caught.value)


def test_a_centres_own_file_counts_over_the_products(tmp_path):
    (tmp_path / "priority.toml").write_text(SHIPPED.replace("full_at = 50", "full_at = 10"), "utf-8")

    assert load(tmp_path) == replace(RULES, full_at=10)
