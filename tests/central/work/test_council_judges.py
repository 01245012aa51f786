"""Judges from outside, panels, receipts against the published links, and how the mechanism itself is."""

import io
import json
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest
from lobby import MONDAY, project, the_case, visitor

CODE_SALT = b"salt of a lobby!"
TODAY = date(2026, 11, 24)
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def chief(browser_of):
    return browser_of("administrator")


@pytest.fixture
def boss(browser_of):
    return browser_of("supervisor")


@pytest.fixture
def topic(lobby):
    from sync.central.insight import topics, weighing
    from sync.central.insight.models import Topic

    for words in ("空调太冷了，老人受不了", "教室的空调冷得发抖", "空调开得太低，孩子感冒了", "二楼空调太冷"):
        lobby.says(words, category="F4", grade=2)
    project()
    topics.work("donghu", TODAY, weighing.load())
    return Topic.objects.get()


def today() -> date:
    from django.utils import timezone

    return timezone.localdate()


def granted(chief, **more):
    told = {"kind": "grant", "firm": "第三方", "name": "judge", "seed": "S7", "until": today() + timedelta(30)} | more
    return chief.post("/desk/office/judging", told)


def logged_in(name="judge"):
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client()
    client.force_login(User.objects.get(username=name))
    return client


# -- mandates


def test_a_judge_looks_until_the_last_day_and_not_one_longer(chief, lobby):
    from sync.central.insight.models import Mandate

    assert granted(chief).context["password"]
    judge = logged_in()
    assert judge.get("/desk/figures").status_code == 200

    Mandate.objects.update(until=today())
    assert judge.get("/desk/figures").status_code == 200
    Mandate.objects.update(until=today() - timedelta(1))
    assert judge.get("/desk/figures").status_code == 404
    assert judge.get("/desk/office/judging").status_code == 403


def test_a_log_in_with_that_role_and_no_day_ends_after_ninety(browser_of, lobby):
    from django.contrib.auth.models import User

    client = browser_of("evaluator")
    assert client.get("/desk/topics").status_code == 200
    User.objects.filter(username__startswith="evaluator").update(date_joined=datetime.now(UTC) - timedelta(91))
    assert client.get("/desk/topics").status_code == 404


def test_a_mandate_can_be_ended_at_once(chief, lobby):
    from sync.central.insight.models import Mandate

    granted(chief)
    judge = logged_in()
    chief.post("/desk/office/judging", {"kind": "end", "mandate": Mandate.objects.get().pk})

    assert judge.get("/desk/figures").status_code != 200


@pytest.mark.parametrize(
    "wrong", [{"until": "2020-01-01"}, {"until": "2999-01-01"}, {"seed": ""}, {"firm": ""}, {"until": "x"}]
)
def test_a_mandate_wants_firm_seed_and_a_day_within_a_year(chief, lobby, wrong):
    from sync.central.insight.models import Mandate

    assert granted(chief, **wrong).status_code == 422
    assert not Mandate.objects.exists()


def test_a_colleagues_log_in_cannot_be_made_a_judges(chief, browser_of, lobby):
    browser_of("collector", name="zhang")

    assert granted(chief, name="zhang").status_code == 422


def test_a_supervisor_grants_nothing(boss, lobby):
    assert granted(boss).status_code == 404


def test_a_report_is_handed_in_and_published_unchanged(chief, boss, client, lobby):
    from sync.central.insight.models import Evaluation

    granted(chief)
    judge = logged_in()
    told = {"kind": "hand_in", "title": "年度评估", "pdf": io.BytesIO(PDF)}
    told["pdf"].name = "r.pdf"
    assert judge.post("/desk/office/judging", told).status_code == 302
    one = Evaluation.objects.get()
    assert client.get(f"/evaluations/{one.pk}").status_code == 404
    assert judge.post("/desk/office/judging", {"kind": "publish", "evaluation": one.pk}).status_code == 404

    boss.post("/desk/office/judging", {"kind": "publish", "evaluation": one.pk})

    assert client.get(f"/evaluations/{one.pk}").content == PDF
    assert "年度评估" in client.get("/evaluations").content.decode()


def test_what_is_no_pdf_is_no_report(chief, lobby):
    granted(chief)
    file = io.BytesIO(b"MZ")
    file.name = "r.pdf"

    answer = logged_in().post("/desk/office/judging", {"kind": "hand_in", "title": "x", "pdf": file})

    assert answer.status_code == 422


def test_the_package_is_drawn_by_the_judges_own_seed_and_keeps_people_apart(chief, lobby):
    for n in range(12):
        lobby.says(answers={"times": ["wd_am"], "age_band": "a70" if n else "u14"}, form="wish", grade=None, at=now())
    project()
    granted(chief)

    packed = logged_in().get("/desk/office/judging/package?seed=other")

    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        told = json.loads(archive.read("datapackage.json"))
        bodies = archive.read("bodies.csv").decode()
        assert len(archive.read("verify.py").splitlines()) <= 100
    assert told["seed"] == "S7"
    assert told["k_anonymity"] == {"k": 5, "smallest": 11, "rows": 11, "holds": True}
    assert "u14" not in bodies


def now() -> datetime:
    return datetime.now(UTC) - timedelta(hours=1)


def test_the_material_for_the_assessment_is_one_file(boss, browser_of, lobby):
    lobby.says("空调太冷", category="F", grade=2)
    project()

    packed = boss.get("/desk/office/judging/grading")

    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        names = set(archive.namelist())
        months = archive.read("donghu/figures.csv").decode("utf-8-sig").splitlines()
    assert {"README.txt", "donghu/figures.csv", "donghu/evidence.csv", "donghu/improvements.csv"} <= names
    assert len(months) == 25
    assert browser_of("evaluator").get("/desk/office/judging/grading").status_code == 403


# -- receipts against the published links


@pytest.fixture
def unguarded(ground):
    """A database whose owner has taken the triggers away, as one would who has something to hide."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'intake_record'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")
            yield
        else:
            cursor.execute("ALTER TABLE intake_record DISABLE TRIGGER USER")
            yield
            cursor.execute("ALTER TABLE intake_record ENABLE TRIGGER USER")


def chained(lobby, count):
    """Records that are linked as a terminal links them; and a receipt code of the second."""
    import hashlib

    from kiosk.receipts import lookup_key, new_code
    from sync.central.intake.models import Chain, Record

    code = new_code()
    for n in range(count):
        key = lookup_key(code, CODE_SALT).hex() if n == 1 else None
        lobby.says("请看看", grade=3, lookup=key, subject=visitor())
    link = bytes(32)
    for record in Record.objects.order_by("seq"):
        link = hashlib.sha256(link + bytes(record.head)).digest()
        Record.objects.filter(pk=record.pk).update(link=link)
    Chain.objects.create(source=lobby.source, epoch=lobby.epoch, seq=count, link=link)
    project()
    return code


@pytest.fixture
def published(ground, unguarded, lobby):
    from sync.central import keys
    from sync.central.intake import heads

    code = chained(lobby, 6)
    heads.publish(keys.load(ground), MONDAY)
    return code


def test_a_receipt_is_checked_against_what_was_published(published, client):
    from kiosk.receipts import show

    answer = client.post("/heads", {"code": show(published)})

    (proof,) = answer.context["proofs"]
    assert (proof.seq, proof.steps, proof.broken) == (2, 4, None)
    assert proof.link in answer.content.decode()
    assert client.get("/heads.jsonl").content.count(b"\n") == 1


@pytest.mark.parametrize("what", ["head", "gone", "published"])
def test_whatever_was_changed_behind_a_receipt_is_named(published, lobby, client, what):
    from sync.central.intake.models import Record

    found = Record.objects.filter(source=lobby.source, seq=6 if what == "published" else 4)
    if what == "head":
        found.update(head=b'{"grade":5}')
    elif what == "gone":
        found.delete()
    else:
        found.update(link=bytes(32))

    (proof,) = client.post("/heads", {"code": published}).context["proofs"]

    assert proof.broken == (6 if what == "published" else 4)


@pytest.mark.parametrize(("code", "problem"), [("123", "mistyped"), ("", "mistyped")])
def test_a_mistyped_code_is_told_so(lobby, client, code, problem):
    assert client.post("/heads", {"code": code}).context["problem"] == problem


def test_before_the_first_document_the_page_says_so(unguarded, lobby, client):
    code = chained(lobby, 3)

    (proof,) = client.post("/heads", {"code": code}).context["proofs"]

    assert (proof.week, proof.broken) == (None, None)


# -- panels, measures that have run, one-sidedness


def test_a_panel_speaks_beside_the_score_and_interests_are_in_no_mean(boss, topic):
    place, score = f"/desk/topics/{topic.pk}/do", topic.score
    told = {"kind": "panel", "role": "expert", "pressing": "5", "feasible": "4", "weight": "3", "text": "要紧"}
    boss.post(place, told | {"who": "甲"})
    boss.post(place, told | {"who": "乙", "pressing": "1", "weight": "1"})
    boss.post(place, told | {"who": "丙", "pressing": "1", "interest": "1"})

    shown = boss.get(f"/desk/topics/{topic.pk}").context["panel"]
    topic.refresh_from_db()
    assert (shown.n, shown.pressing, shown.feasible, len(shown.voices)) == (2, 4.0, 4.0, 3)
    assert topic.score == score
    assert boss.post(place, told | {"who": "甲"}).status_code == 409
    assert boss.post(place, told | {"who": "丁", "pressing": "6"}).status_code == 409


def test_nobody_sees_a_panels_names_but_who_sees_cases(boss, browser_of, topic):
    told = {"kind": "panel", "role": "expert", "pressing": "5", "feasible": "4", "weight": "3", "text": "要紧的话"}
    boss.post(f"/desk/topics/{topic.pk}/do", told | {"who": "欧阳某"})

    page = browser_of("evaluator").get(f"/desk/topics/{topic.pk}").content.decode()

    assert "欧阳某" not in page
    assert "要紧的话" not in page


def test_a_measure_that_has_run_says_what_it_did(lobby, boss, topic):
    from django.contrib.auth.models import User

    from sync.central.insight.models import Improvement

    owner = User.objects.get(username__startswith="supervisor")
    for n in range(70):
        early = n < 35
        day = MONDAY - timedelta(days=20 if early else 0)
        lobby.says(grade=5 if (n % 35) >= (20 if early else 3) else 2, category="F", at=day)
    project()
    Improvement.objects.create(
        topic=topic, problem="冷", measure="调温", indicator="投诉", cost=300, owner=owner, due=TODAY, state="done",
        opened=date(2026, 11, 10), finished=date(2026, 11, 20), seats=30, attended=24, spent=360,
    )  # fmt: skip

    ((_one, use),) = boss.get(f"/desk/topics/{topic.pk}").context["improvements"]

    assert (use.filled, use.a_head, use.about) == (80.0, 15.0, "F")
    assert (use.before.n, use.before.percent) == (35, 42.9)
    assert use.after.n == 39  # the four that made the topic among them
    assert use.apart


def test_a_plan_says_whose_wishes_it_serves():
    from sync.central.insight import sides
    from sync.central.insight.allocation import Means, Need, Plan, Room, Run

    needs = [
        Need("a", 50, {"1": 80}, 1, "x", group="elders"),
        Need("b", 50, {"1": 15}, 1, "x", group="children"),
        Need("c", 50, {"1": 5}, 1, "x"),
    ]
    plan = Plan((Run("b", "1", "r", "", 15, 1), Run("c", "1", "s", "", 5, 1)), 10, 0, 20, 2)

    found = {one.group: one for one in sides.of(plan, needs, Means([Room("r", "x", 30, frozenset("1"))], [], 10))}

    assert (found["children"].wish, found["children"].seats, found["children"].much) == (15.0, 75.0, True)
    assert (found["elders"].none, found["elders"].much) == (True, False)


# -- health


def test_what_is_ill_stands_on_top_and_in_the_digest(ground, boss, lobby, settings):
    from sync.central.desk import digest

    settings.PLACES = ground

    lobby.says("空调太冷", category="F", grade=1, at=MONDAY - timedelta(days=60))
    the_case(lobby.says("没人回", grade=1, at=MONDAY - timedelta(days=60)))

    signs = {sign.name: sign for sign in boss.get("/desk/office/health").context["signs"]}
    assert not signs["backup"].well
    assert signs["late"].value == 2
    assert not signs["late"].well

    morning = datetime(2026, 11, 24, 0, 30, tzinfo=UTC)  # half past eight in the building
    assert digest.turn(morning)
    assert not digest.turn(morning)
    told = json.loads((ground.data / "digest" / "2026-11-24.json").read_text("utf-8"))
    assert {"late", "backup"} <= set(told["ill"])
    text = (ground.data / "digest" / "2026-11-24.txt").read_text("utf-8")
    assert text.splitlines()[1].startswith("! ")
    assert "没人回" not in text


def test_the_digest_waits_for_the_morning_and_is_handed_on(ground, lobby, settings, capsys):
    from sync.central.desk import digest

    settings.PLACES = ground
    settings.DIGEST_CARRIER = "sync.central.desk.digest.Console"
    assert not digest.turn(datetime(2026, 11, 23, 20, tzinfo=UTC))

    digest.turn(datetime(2026, 11, 24, 0, 30, tzinfo=UTC))

    assert capsys.readouterr().out.startswith("2026-11-24\n")


def test_a_silent_screen_is_shown_within_five_minutes(boss, lobby):
    from django.utils import timezone

    from sync.central.intake.models import Terminal

    told = {
        "venue_id": "donghu",
        "token_digest": b"t" * 32,
        "signing_key": b"s" * 32,
        "box_key": b"b" * 32,
        "salts": [],
    }
    one = Terminal.objects.create(source="terminal/00000000000000aa", label="大厅", enrolled_at=timezone.now(), **told)
    for minutes, silent in ((4, 0), (6, 1)):
        Terminal.objects.filter(pk=one.pk).update(last_seen=timezone.now() - timedelta(minutes=minutes))
        signs = {sign.name: sign for sign in boss.get("/desk/office/health").context["signs"]}
        assert signs["terminals"].value == silent
