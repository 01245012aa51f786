"""Topics agree with what the made-up voices were made from, stay where staff put them, and say why they are one."""

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sklearn.metrics import adjusted_rand_score

from sync.central.cases.deadlines import Rules
from sync.central.cases.demo.script import load
from sync.central.cases.demo.visits import Plan, visits
from sync.central.insight.grouping import FEWEST, Grouped, Item, explain, group, words_of

ABOUT_ONESELF = {"age", "group", "grade", "overall"}


def voices(seed: int, mislabelled: float) -> tuple[list[Item], dict[str, str]]:
    """Half a year with words, labelled as staff would who err in that share of cases; and what each was made from."""
    rng = random.Random(seed)
    plan = Plan(load(), 3000, datetime(2026, 11, 24, 4, tzinfo=UTC), Rules(), rng)
    told = [(visit, _text(visit.answers)) for visit in visits(plan)]
    told = [(visit, text) for visit, text in told if text]
    categories = sorted({visit.theme.category for visit, _ in told})
    items, made_from = [], {}
    for number, (visit, text) in enumerate(told):
        label = rng.choice(categories) if rng.random() < mislabelled else visit.theme.category
        item = Item(f"{number:05}", text, label, _chosen(visit.answers))
        items.append(item)
        made_from[item.id] = visit.theme.key
    return items, made_from


def _text(answers: dict) -> str:
    said = [value for value in answers.values() if isinstance(value, str) and len(value) >= 8]
    return " ".join(value for value in said if any("\u4e00" <= sign <= "\u9fff" for sign in value))


def _chosen(answers: dict) -> frozenset[str]:
    pairs = [(name, one) for name, value in answers.items() for one in (value if isinstance(value, list) else [value])]
    return frozenset(
        f"{name}={one}" for name, one in pairs if isinstance(one, str) and len(one) < 8 and name not in ABOUT_ONESELF
    )


def agreement(items: list[Item], made_from: dict[str, str]) -> float:
    found = group(items)
    place = {one: f"topic {n}" for n, topic in enumerate(found.proposed) for one in topic.items}
    place |= {one: f"alone {one}" for one in found.alone}
    return adjusted_rand_score([made_from[item.id] for item in items], [place[item.id] for item in items])


@pytest.mark.parametrize(("mislabelled", "at_least"), [(0.0, 0.85), (0.1, 0.8), (0.2, 0.7)])
def test_topics_agree_with_what_the_voices_were_made_from(mislabelled, at_least):
    # The numbers in grouping.py were tuned on seed 1. Seed 2: 0.93, 0.89, 0.82;
    # what staff called them alone gives 0.93, 0.78, 0.64.
    items, made_from = voices(2, mislabelled)

    assert agreement(items, made_from) >= at_least


def test_words_mend_what_staff_labelled_wrongly():
    items, made_from = voices(2, 0.2)
    by_label = adjusted_rand_score([made_from[one.id] for one in items], [one.category for one in items])

    assert agreement(items, made_from) > by_label + 0.1


def test_new_voices_join_the_topic_they_are_like_and_confirmed_ones_stay():
    items, made_from = voices(2, 0.0)
    confirmed = {item.id: made_from[item.id] for item in items[::2]}

    found = group(items, confirmed)

    assert not set(found.joined) & set(confirmed)
    right = sum(made_from[item] == topic for item, topic in found.joined.items())
    assert right / len(found.joined) >= 0.75


def test_the_order_does_not_matter():
    items, _ = voices(3, 0.1)
    mixed = items[:]
    random.Random(1).shuffle(mixed)

    assert group(items) == group(mixed)


def test_a_topic_says_why_it_is_one():
    cold = [Item(f"a{n}", text, "F4") for n, text in enumerate(("空调太冷了", "教室空调冷", "冷气空调开太低"))]
    dance = [Item(f"b{n}", text, "C2") for n, text in enumerate(("想学广场舞", "广场舞能不能多开", "晚上跳广场舞"))]

    found = group([*cold, *dance])

    assert sorted(sorted(topic.items) for topic in found.proposed) == [["a0", "a1", "a2"], ["b0", "b1", "b2"]]
    assert {"空调"} <= set(explain([*cold, *dance], ["a0", "a1", "a2"]).words)
    assert all(set(topic.examples) <= set(topic.items) for topic in found.proposed)


def test_too_few_are_no_topic():
    pair = [Item("a", "空调太冷了", "F4"), Item("b", "教室空调太冷", "F4")]

    assert len(pair) < FEWEST
    assert group(pair).proposed == ()
    assert group(pair).alone == ("a", "b")
    assert group([]) == Grouped({}, (), ())
    assert group([replace(pair[0], text="")]).alone == ("a",)


def test_numbers_and_marks_are_no_words():
    assert "电梯" in words_of("2026年11月，电梯！！坏了3次")
    assert not any(sign.isdigit() for word in words_of("13812345678电梯") for sign in word)
