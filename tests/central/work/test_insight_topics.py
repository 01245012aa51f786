"""Topics grow and keep their number; staff confirm, merge, split; down takes two people."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
from lobby import project

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
COLD = ["空调太冷了，老人受不了", "教室的空调冷得发抖", "空调开得太低，孩子感冒了", "二楼空调太冷"]
DANCE = ["想学广场舞，能不能多开一个班", "广场舞班的名额太少", "晚上跳广场舞没有地方", "希望周末有广场舞"]


@pytest.fixture
def rules():
    from sync.central.insight.weighing import load

    return load()


@pytest.fixture
def heard(lobby, rules):
    """Two needs, each said four times."""
    from sync.central.insight import topics

    for words in COLD:
        lobby.says(words, category="F4", grade=2)
    for words in DANCE:
        lobby.says(words, category="C2", grade=3)
    project()
    topics.work("donghu", TODAY, rules)
    return lobby


@pytest.fixture
def two(ground):
    from django.contrib.auth.models import User

    return User.objects.create(username="a").pk, User.objects.create(username="b").pk


def by(who: int, why: str = "looked at it twice"):
    from sync.central.insight.topics import Doing

    return Doing(who, NOW, why)


def topic_about(word: str):
    from sync.central.insight.models import Topic

    return next(one for one in Topic.objects.filter(state__in=("proposed", "confirmed")) if word in one.words)


def words_of(topic) -> list[str]:
    from sync.central.cases.models import Case

    ids = topic.members.values_list("case_id", flat=True)
    return sorted(Case.objects.filter(id__in=list(ids)).values_list("words", flat=True))


def test_needs_that_mean_the_same_come_together(heard):
    from sync.central.insight.models import Topic

    assert Topic.objects.count() == 2
    assert words_of(topic_about("空调")) == sorted(COLD)
    assert words_of(topic_about("广场")) == sorted(DANCE)


def test_doing_it_again_changes_nothing(heard, rules):
    from sync.central.insight import topics
    from sync.central.insight.models import Member, Topic

    before = list(Topic.objects.order_by("id").values()), set(Member.objects.values_list("topic_id", "case_id"))
    topics.work("donghu", TODAY, rules)

    assert (
        list(Topic.objects.order_by("id").values()),
        set(Member.objects.values_list("topic_id", "case_id")),
    ) == before


def test_a_confirmed_topic_grows_and_keeps_its_number(heard, two, rules):
    from sync.central.insight import topics

    cold = topic_about("空调")
    topics.confirm(cold, "空调太冷", by(two[0]))
    heard.says("空调还是太冷", category="F4", grade=2)
    project()

    night = topics.work("donghu", TODAY, rules)

    again = topic_about("空调")
    assert (again.pk, again.name["zh-Hans"], again.n) == (cold.pk, "空调太冷", 5)
    assert night.joined == 1
    assert [event.kind for event in again.events.order_by("id")] == ["confirm"]


def test_every_figure_of_the_score_is_kept(heard, rules):
    from sync.central.insight.weighing import TERMS, score_of

    cold = topic_about("空调")

    assert (cold.n, cold.days, cold.channels, cold.persons) == (4, 1, 1, 0)
    assert set(cold.terms) == set(TERMS)
    assert cold.score == score_of(cold.terms, rules.score)
    assert cold.terms["severity"] == 0.7


def test_two_become_one_and_one_becomes_two(heard, two, rules):
    from sync.central.insight import topics

    cold, dance = topic_about("空调"), topic_about("广场")
    topics.merge(dance, cold, by(two[0]))
    topics.work("donghu", TODAY, rules)
    cold.refresh_from_db()
    assert words_of(cold) == sorted(COLD + DANCE)

    some = [str(one.case_id) for one in cold.members.all()][:3]
    fresh = topics.split(cold, some, "分出来的", by(two[0]), TODAY)

    assert {str(one.case_id) for one in fresh.members.all()} == set(some)
    assert cold.members.count() == 5
    dance.refresh_from_db()
    assert (dance.state, dance.into_id) == ("merged", cold.pk)


def test_what_was_dissolved_is_grouped_anew(heard, two, rules):
    from sync.central.insight import topics

    cold = topic_about("空调")
    topics.confirm(cold, "空调", by(two[0]))
    topics.dissolve(cold, by(two[0]))
    topics.work("donghu", TODAY, rules)

    again = topic_about("空调")
    assert again.pk != cold.pk
    assert again.state == "proposed"


def test_up_is_free_and_down_takes_two(heard, two):
    from sync.central.insight import topics

    cold = topic_about("空调")
    assert cold.band == "P4"

    topics.raise_to(cold, "P1", by(two[0]))
    assert cold.priority == "P1"
    assert topics.lower_to(cold, "P4", by(two[0])) is False
    assert cold.priority == "P1"
    with pytest.raises(topics.MoveRefused, match="second"):
        topics.lower_to(cold, "P4", by(two[0]))
    assert topics.lower_to(cold, "P4", by(two[1])) is True
    assert cold.priority == "P4"


def test_asking_for_one_band_is_not_asking_for_another(heard, two):
    from sync.central.insight import topics

    cold = topic_about("空调")
    topics.raise_to(cold, "P1", by(two[0]))
    topics.lower_to(cold, "P4", by(two[0]))

    assert topics.lower_to(cold, "P2", by(two[1])) is False


def test_safety_cannot_be_lowered(lobby, two, rules):
    from sync.central.insight import topics

    for words in ("楼梯扶手松了", "扶手松动很危险", "扶手要掉了"):
        lobby.says(words, category="F8", grade=1)
    project()
    topics.work("donghu", TODAY, rules)

    rail = topic_about("扶手")
    assert (rail.band, rail.why) == ("P1", "urgent")
    with pytest.raises(topics.MoveRefused, match="band"):
        topics.lower_to(rail, "P2", by(two[0]))


@pytest.mark.parametrize("move", ["raise_to", "lower_to", "dissolve", "split"])
def test_nothing_grave_without_a_reason(heard, two, move):
    from sync.central.insight import topics
    from sync.central.insight.models import TopicEvent

    cold = topic_about("空调")
    more = {"raise_to": ["P1"], "lower_to": ["P4"], "dissolve": [], "split": [["x"], "y"]}[move]
    last = [TODAY] if move == "split" else []

    with pytest.raises(topics.MoveRefused, match="why"):
        getattr(topics, move)(cold, *more, by(two[0], " "), *last)
    assert not TopicEvent.objects.exists()


def test_the_database_keeps_what_was_done(heard, two):
    from django.db import DatabaseError, connection, transaction

    from sync.central.insight import topics

    topics.confirm(topic_about("空调"), "空调", by(two[0]))

    for what in ("delete from insight_topicevent", "update insight_topicevent set why = ''"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(what)


def test_nothing_is_done_before_its_use_was_counted(heard, two):
    from django.db import IntegrityError, transaction

    from sync.central.insight.models import Improvement

    more = Improvement.objects.create(
        topic=topic_about("广场"),
        problem="少",
        measure="多开",
        cost=3000,
        owner_id=two[0],
        due=TODAY,
        indicator="人数",
        opened=TODAY,
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Improvement.objects.filter(pk=more.pk).update(state="done", finished=TODAY)
    Improvement.objects.filter(pk=more.pk).update(state="done", finished=TODAY, seats=30, attended=28, spent=2800)


def test_what_would_turn_the_order_round(heard, rules):
    from sync.central.insight import topics

    listed = topics.ranked("donghu")
    found = topics.swaps(listed, rules)

    assert [topic.priority for topic in listed] == sorted(topic.priority for topic in listed)
    assert all(swap.margin >= 0 for swap in found.values())


def test_the_night_comes_once_a_day(heard):
    from sync.central.insight import worker

    two_at_night = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)  # 02:30 in China

    assert not worker.turn(datetime(2026, 11, 24, 17, 30, tzinfo=UTC))
    assert worker.turn(two_at_night)
    assert not worker.turn(two_at_night)


def test_the_night_is_a_command(empty):
    assert empty.done("topics") == ""
    assert empty.run("topics", "--help").returncode == 0
    assert empty.run("topics", "--venue", "nowhere").returncode == 2


def test_worked_by_hand_the_night_is_done_too(heard):
    from django.core.management import call_command

    from sync.central.insight import worker
    from sync.central.intake.models import Kept

    call_command("topics", venue="donghu", stdout=StringIO())
    assert not Kept.objects.filter(name=worker.DONE).exists()  # one venue is not all of them

    call_command("topics", stdout=StringIO())

    assert Kept.objects.filter(name=worker.DONE).exists()
