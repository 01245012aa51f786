"""Records become cases: claimed by state, parked with a reason, rebuilt to the same."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from lobby import MONDAY, Lobby, project, the_case, visitor

from sync.central.cases import moves, projector
from sync.central.cases.models import Case, CaseEvent, CaseRecord, Reply, Support
from sync.central.cases.roles import RULES
from sync.central.intake.models import Record


def test_a_visitors_words_are_a_case(lobby):
    subject = lobby.says("名额太少", grade=2, category="C", lookup="ab" * 16)

    case = the_case(subject)

    assert (case.state, case.grade, case.category, case.words) == ("received", 2, "C", "名额太少")
    assert (case.half, case.received_day.isoformat(), case.first_due.isoformat()) == ("pm", "2026-11-23", "2026-11-24")
    assert bytes(case.lookup) == bytes.fromhex("ab" * 16)
    assert case.number.startswith("1123-")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({"answers": 3}, "answers: not an object"),
        ({"subject": "nobody"}, "subject: not a UUID"),
        ({"time": "yesterday"}, "time: not RFC 3339"),
        ({"time": "2026-11-23T10:00:00"}, "time: without an offset"),
        ({"channel": "pigeon"}, "channel: not known here"),
        ({"lookup": "ab"}, "lookup: not 16 bytes"),
        ({"consents": "all"}, "consents: not a list of objects"),
        ({"language": "x" * 99}, "language: not a text of 1 to 16 characters"),
    ],
)
def test_what_cannot_be_read_is_parked_and_the_rest_goes_on(lobby, body, reason):
    before = lobby.says("前面的")
    bad = lobby.writes("feedback.submitted", **({"subject": visitor()} | body))
    after = lobby.says("后面的")

    project()

    assert set(map(str, Case.objects.values_list("subject", flat=True))) == {before, after}
    bad.refresh_from_db()
    assert (bad.state, bad.reason) == ("parked", f"projector: {reason}")
    assert not Record.objects.filter(state="new").exists()


def test_a_type_of_a_newer_version_is_parked(lobby):
    odd = lobby.keeps("feedback.sung", {"id": visitor(), "subject": visitor()})

    project()
    odd.refresh_from_db()

    assert (odd.state, odd.reason) == ("parked", "projector: type: not known here")


def test_work_is_claimed_by_state_and_not_by_what_was_seen_last(lobby):
    late = lobby.says("先写的，后提交")
    Record.objects.update(state="held")
    seen = the_case(lobby.says("后写的，先提交"))
    Record.objects.filter(state="held").update(state="new")

    assert the_case(late).words == "先写的，后提交"
    assert Record.objects.get(caserecord__case_id=seen.id).state == "done"


def everything(lobby: Lobby) -> None:
    """A crowd of visits with all that can follow a finish."""
    for n in range(12):
        subject = visitor(MONDAY + timedelta(minutes=n))
        lobby.says(f"第 {n} 位", subject=subject, grade=n % 5 + 1, lookup=f"{n:032x}")
        if n % 3 == 0:
            lobby.writes("feedback.amended", subject, at=MONDAY + timedelta(hours=1), answers={"words": f"补 {n}"})
        if n % 4 == 0:
            lobby.writes("feedback.withdrawn", subject, at=MONDAY + timedelta(hours=n), channel="kiosk", level="V0")
        if n % 5 == 0:
            lobby.writes("visit.handed_off", subject, at=MONDAY, form="quick-rating")
        lobby.writes("feedback.supported", visitor(), card="lift")
    lobby.writes("visit.abandoned", visitor(), at=MONDAY)
    lobby.keeps("terminal.checked", {"id": visitor(), "checks": {}})


def test_any_order_of_arrival_gives_the_same_cases(lobby):
    everything(lobby)
    project()
    expected, ids = projector.fingerprint(), list(Record.objects.values_list("id", flat=True))

    for seed in range(5):
        for table in (CaseRecord, Support, Case):
            table.objects.all().delete()
        order = random.Random(seed).sample(ids, len(ids))
        for start in range(0, len(order), 3):
            Record.objects.filter(id__in=order[start : start + 3]).update(state="new")
            projector.work(2)
        project()
        assert projector.fingerprint() == expected


def test_thrown_away_and_rebuilt_it_is_the_same_and_staffs_work_survives(lobby):
    everything(lobby)
    lobby.writes("feedback.submitted", "nobody")
    case = the_case(lobby.says("空调太冷", grade=1))
    for deed in (
        moves.Deed("classify", category="F4"),
        moves.Deed("dispatch", department="logistics"),
        moves.Deed("answer", text={"zh-Hans": "已经修好了。"}),
    ):
        moves.act(case.id, deed, RULES, MONDAY)
    before, events = projector.fingerprint(), CaseEvent.objects.count()

    Case.objects.filter(id=case.id).update(state="archived", words="改过")  # a projection that went wrong
    assert projector.fingerprint() != before
    projector.rebuild(pause=lambda: None)

    assert projector.fingerprint() == before
    assert (CaseEvent.objects.count(), Reply.objects.count()) == (events, 1)
    case.refresh_from_db()
    assert (case.state, case.words) == ("answered", "空调太冷")
    assert Record.objects.filter(state="parked").count() == 1


def test_a_rebuild_tries_again_what_the_projector_parked_and_nothing_else(lobby):
    subject = lobby.says("以前读不懂的")
    Record.objects.update(state="parked", reason="projector: channel: not known here")
    lobby.says("入库时就放下的")
    Record.objects.filter(state="new").update(state="parked", reason="type")

    projector.rebuild(pause=lambda: None)

    assert [str(case.subject) for case in Case.objects.all()] == [subject]
    assert Record.objects.get(state="parked").reason == "type"


def test_a_projector_waits_for_another_that_has_the_same_visit_in_hand(lobby):
    from django.db import connection, connections, transaction

    subject = lobby.says("第一遍")
    with ThreadPoolExecutor(1) as pool, transaction.atomic():
        projector.work(1)
        other = pool.submit(_second_record_and_work, lobby, subject, connections)
        if connection.vendor == "postgresql":
            _until_somebody_waits(connection)
    other.result()

    assert Case.objects.get().records == 2


def _second_record_and_work(lobby: Lobby, subject: str, connections) -> None:
    try:
        lobby.writes("feedback.amended", subject, at=MONDAY + timedelta(minutes=1), answers={"words": "第二遍"})
        projector.work(1)
    finally:
        connections.close_all()


def _until_somebody_waits(connection) -> None:
    with connection.cursor() as cursor:
        for _ in range(10_000):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
    pytest.fail("nobody waited")


def test_two_projectors_at_once_give_what_one_gives(lobby):
    from django.db import connections

    subjects = [visitor(MONDAY + timedelta(seconds=n)) for n in range(15)]
    for turn in range(4):
        for subject in subjects:
            lobby.writes(
                "feedback.amended", subject, at=MONDAY + timedelta(minutes=turn), answers={"words": f"{turn} 遍"}
            )

    def drained() -> None:
        try:
            while projector.work(7).claimed:
                pass
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(drained) for _ in range(2)]:
            done.result()

    assert set(Case.objects.values_list("words", "records")) == {("3 遍", 4)}
    at_once = projector.fingerprint()
    projector.rebuild(pause=lambda: None)
    assert projector.fingerprint() == at_once


def test_a_visit_counts_once_for_a_card(lobby):
    subject = visitor()
    for card in ("lift", "lift", "stage"):
        lobby.writes("feedback.supported", subject, card=card)

    project()

    assert sorted(set(Support.objects.values_list("card", "subject")))[0][0] == "lift"
    assert len(set(Support.objects.values_list("card", "subject"))) == 2
    assert not Case.objects.exists()


def test_slices_keep_to_their_budget():
    assert projector.next_size(50, took_ms=80) == 25
    assert projector.next_size(1, took_ms=80) == 1
    assert projector.next_size(25, took_ms=5) == 50
    assert projector.next_size(50, took_ms=5) == 50


def test_others_get_the_pen_between_slices(lobby):
    for n in range(projector.SLICE + 1):
        lobby.says(f"第 {n} 条")
    pauses = []

    projector.drain(pause=lambda: pauses.append(1), clock=iter(range(99)).__next__)

    assert len(pauses) == 2
    assert Case.objects.count() == projector.SLICE + 1


def test_an_idle_centre_takes_no_pen(lobby, django_assert_num_queries):
    with django_assert_num_queries(1):
        project()


def test_another_venues_visit_of_the_same_id_is_another_case(lobby):
    subject = lobby.says("这里")
    Lobby.open("xihu").says("那里", subject=subject)

    project()

    assert sorted(Case.objects.filter(subject=subject).values_list("venue_id", "words")) == [
        ("donghu", "这里"),
        ("xihu", "那里"),
    ]
