"""Topics, timetables and thanks at the desk: who sees them, who may, and what a mistake says."""

from datetime import date

import pytest
from lobby import project

TODAY = date(2026, 11, 24)
SAYS = ["空调太冷了，老人受不了", "教室的空调冷得发抖", "空调开得太低，孩子感冒了", "二楼空调太冷"]
PLAN = """
budget = 5000
[[room]]
name = "201"
kind = "studio"
seats = 30
slots = ["1-am", "2-am"]
[[need]]
topic = {topic}
kind = "studio"
cost = 600
wanted = {{ "1-am" = 20, "2-am" = 9 }}
"""


@pytest.fixture
def topic(lobby):
    from sync.central.insight import topics, weighing
    from sync.central.insight.models import Topic

    for words in SAYS:
        lobby.says(words, category="F4", grade=2)
    project()
    topics.work("donghu", TODAY, weighing.load())
    return Topic.objects.get()


@pytest.fixture
def boss(browser_of):
    return browser_of("supervisor")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_page_opens_in_both_languages(boss, topic, language):
    boss.post("/desk/language", {"language": language})

    for place in ("/desk/topics", f"/desk/topics/{topic.pk}", "/desk/plans", "/desk/thanks"):
        answer = boss.get(place)
        assert answer.status_code == 200, place
    assert "空调" in boss.get(f"/desk/topics/{topic.pk}").content.decode()


def test_the_points_of_the_parts_add_up_to_the_score(boss, topic):
    shown = boss.get(f"/desk/topics/{topic.pk}").context

    assert sum(shown["points"].values()) == pytest.approx(topic.score, abs=0.05)


@pytest.mark.parametrize("role", ["collector", "handler", "moderator", "evaluator"])
def test_who_may_not_work_on_topics_is_not_let(browser_of, topic, role):
    browser = browser_of(role)

    answer = browser.post(f"/desk/topics/{topic.pk}/do", {"kind": "confirm", "name": "x"})

    assert answer.status_code in {403, 404}
    assert browser.get("/desk/thanks").status_code == 404
    topic.refresh_from_db()
    assert topic.state == "proposed"


def test_an_evaluator_sees_topics_and_nobodys_words(browser_of, topic):
    page = browser_of("evaluator").get(f"/desk/topics/{topic.pk}")

    assert page.status_code == 200
    assert not any(words in page.content.decode() for words in SAYS)


def test_a_topic_is_confirmed_raised_and_improved(boss, topic):
    place = f"/desk/topics/{topic.pk}/do"
    boss.post(place, {"kind": "confirm", "name": "空调太冷"})
    boss.post(place, {"kind": "raise", "band": "P2", "why": "寒潮要来了"})
    told = {"problem": "冷", "measure": "调温", "cost": "300", "due": "2026-12-20", "indicator": "投诉数"}
    boss.post(place, {"kind": "improve", **told})
    assert boss.post(place, {"kind": "improve", **told, "cost": "-1"}).status_code == 409
    made = topic.improvements.get()
    counted = {"improvement": made.pk, "seats": "30", "attended": "31", "spent": "200"}
    assert boss.post(place, {"kind": "finish", **counted}).status_code == 409
    boss.post(place, {"kind": "finish", **counted, "attended": "28"})

    topic.refresh_from_db()
    made.refresh_from_db()
    assert (topic.state, topic.priority, topic.name["zh-Hans"]) == ("confirmed", "P2", "空调太冷")
    assert (made.state, made.attended) == ("done", 28)


def test_a_refusal_says_why_on_the_page(boss, topic):
    answer = boss.post(f"/desk/topics/{topic.pk}/do", {"kind": "raise", "band": "P4", "why": "no reason at all"})

    assert answer.status_code == 409
    assert 'role="alert"' in answer.content.decode()


def test_a_timetable_is_worked_out_and_signed(boss, topic):
    text = PLAN.format(topic=topic.pk)
    made = boss.post("/desk/plans/make", {"name": "十二月", "venue": "donghu", "text": text})
    assert made.status_code == 302
    page = boss.get(made["Location"])
    assert page.status_code == 200
    assert [run.people for run in page.context["sides"][0]["plan"].runs] == [20]

    boss.post(f"{made['Location']}/sign")
    again = boss.get(made["Location"]).context["one"]
    assert again.signed_by.username
    other = boss.post("/desk/plans/make", {"name": "一月", "venue": "donghu", "text": text})
    beside = boss.get(f"{other['Location']}?beside={again.pk}")
    assert len(beside.context["sides"]) == 2


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("budget = 5000", "budget = -1", "budget"),
        ('kind = "studio"', "", "kind"),
        ("seats = 30", 'seats = "many"', "[[room]] 1: seats"),
        ("wanted =", "wanted = 3 #", "[[need]] 1: wanted"),
        ("topic = ", "topic = 99", "no topic"),
        ("[[room]]", "[[room", "timetable"),
    ],
)
def test_a_wrong_timetable_is_named_and_kept(boss, topic, before, after, says):
    text = PLAN.format(topic=topic.pk).replace(before, after, 1)

    answer = boss.post("/desk/plans/make", {"name": "x", "venue": "donghu", "text": text})

    assert answer.status_code == 400
    assert says in answer.context["problem"]
    assert answer.context["text"].strip() == text.strip()


def test_feedback_becomes_points_a_gift_and_a_voucher(boss, lobby):
    from kiosk.receipts import lookup_key, new_code
    from sync.central.intake.models import Venue
    from sync.central.rewards.models import Gift

    code = new_code()
    key = lookup_key(code, bytes(Venue.objects.get(pk="donghu").salt))
    lobby.says("很好", grade=1, level="V1", lookup=key.hex())
    project()
    card = boss.post("/desk/thanks/do", {"kind": "open"}).context["code"]

    def do(**told):
        return boss.post("/desk/thanks/do", {"card": card, **told})

    assert do(kind="claim", receipt=code).context["points"] == 2
    assert do(kind="claim", receipt=code).context["earned"].why == "again"
    assert do(kind="earn", what="taught", reference="周二", times="2").context["points"] == 102
    boss.post("/desk/thanks/do", {"kind": "new_gift", "name": "伞", "price": "50"})
    gift = Gift.objects.get()
    assert do(kind="gift", gift=gift.pk, signed="1").context["problem"] == "empty"
    assert do(kind="balance").context["points"] == 102
    boss.post("/desk/thanks/do", {"kind": "stock", "gift": gift.pk, "change": "1", "why": "买来"})
    assert do(kind="gift", gift=gift.pk).context["problem"] == "signed"
    assert do(kind="gift", gift=gift.pk, signed="1").context["points"] == 52
    text = do(kind="voucher", what="booking").context["voucher"]
    assert do(kind="voucher", what="booking").context["problem"] == "points"
    assert do(kind="take", voucher=text).context["taken"] is True
    assert do(kind="take", voucher=text).context["problem"] == "voucher_used"
    gift.refresh_from_db()
    assert gift.stock == 0


def test_more_than_thanks_takes_two(browser_of, lobby):
    from sync.central.cases.models import Case
    from sync.central.rewards.models import Nomination

    lobby.says("建议在二楼加一排插座，老人听课可以用助听器", grade=3)
    project()
    one, two = browser_of("supervisor"), browser_of("administrator")
    number = Case.objects.get().number
    one.post("/desk/thanks/do", {"kind": "nominate", "number": number, "what": "constructive", "why": "具体可行"})
    named = Nomination.objects.get()
    card = one.post("/desk/thanks/do", {"kind": "open"}).context["code"]

    assert one.post("/desk/thanks/do", {"kind": "approve", "nomination": named.pk}).context["problem"] == "second"
    early = one.post("/desk/thanks/do", {"kind": "award", "nomination": named.pk, "card": card})
    assert early.context["problem"] == "second"
    two.post("/desk/thanks/do", {"kind": "approve", "nomination": named.pk})
    given = one.post("/desk/thanks/do", {"kind": "award", "nomination": named.pk, "card": card})
    assert given.context["points"] == 20


def test_a_certificate_shows_no_name_without_consent_and_can_be_checked(boss, lobby, client):
    from sync.central.rewards.models import Certificate

    told = {"kind": "honour", "shown": "王小明", "reason": "提出好建议"}
    assert boss.post("/desk/thanks/do", told | {"real_name": "1"}).context["problem"] == "consent"
    number = boss.post("/desk/thanks/do", told | {"listed": "1"}).context["honour"]

    pdf = boss.get(f"/desk/honours/{number}")
    assert pdf.content.startswith(b"%PDF")
    assert Certificate.objects.get().shown == "王**"
    assert client.get(f"/honour/{number}").context["state"] == "valid"
    assert "王**" in client.get("/honours").content.decode()
    boss.post("/desk/thanks/do", {"kind": "revoke", "number": number})
    assert client.get(f"/honour/{number}").context["state"] == "revoked"
    assert "王**" not in client.get("/honours").content.decode()
    assert client.get("/honour/NOTHING").status_code == 404


def test_tables_of_two_questions_add_up_and_lead_to_their_cases(boss, lobby):
    from sync.central.cases.models import Case

    for grade in (1, 2, 2, 5):
        lobby.says("空调太冷" if grade < 3 else "", category="F", grade=grade)
    lobby.says("想学二胡", category="C", grade=4)
    project()

    page = boss.get("/desk/figures?rows=category&columns=grade&first=2026-11-01&last=2026-11-30&whole=1")

    shown = page.context
    assert shown["total"] == Case.objects.count() == 5
    assert sum(line["total"] for line in shown["lines"]) == sum(shown["totals"]) == 5
    (line,) = [one for one in shown["lines"] if one["name"] == "F"]
    counted = dict(zip(shown["head"], line["cells"], strict=True))
    assert counted[2][0] == 2
    listed = boss.get(counted[2][1]).content.decode()
    assert listed.count("空调太冷") >= 2
    assert sum(week.received for week in shown["weeks"]) == 5


@pytest.mark.parametrize("wrong", ["rows=secret", "first=x&last=y", "first=2026-12-01&last=2020-01-01"])
def test_a_wrong_question_shows_the_usual_table(boss, lobby, wrong):
    assert boss.get(f"/desk/figures?{wrong}").status_code == 200


@pytest.mark.parametrize("typed", ["²", "--5", "1e3", "99999999999999999999", "-", "٣"])
def test_what_is_no_number_is_refused_and_never_a_fault(boss, topic, typed):
    from sync.central.rewards.models import Gift

    made = boss.post("/desk/plans/make", {"name": "x", "venue": "donghu", "text": PLAN.format(topic=topic.pk)})
    gift = Gift.objects.create(venue_id="donghu", name={"zh-Hans": "x"}, price=1)

    assert boss.get(f"{made['Location']}?beside={typed}").status_code == 200
    told = boss.post("/desk/thanks/do", {"kind": "stock", "gift": gift.pk, "change": typed, "why": "w"})
    assert told.context["problem"] == "stock"
    assert boss.post("/desk/thanks/do", {"kind": "approve", "nomination": typed}).status_code in {404, 409}
