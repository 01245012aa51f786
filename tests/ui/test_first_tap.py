"""From the first tap to the receipt: nothing in between may be lost, and nothing may be thanked for too early."""

import threading

from conftest import read_records


def test_a_visitor_is_done_in_three_touches(lobby):
    visit = lobby()

    visit.tap("face_5", "skip", "next")

    visit.at("thanks")
    record = visit.records()[-1]
    assert (record["form"], record["grade"], record["said"]["answers"]) == ("quick-rating", 5, {"grade": "5"})


def test_a_touched_face_counts_even_if_its_visitor_walks_on(lobby):
    visit = lobby()

    visit.tap("face_2")

    visit.at("question")
    visit.saved()
    (record,) = visit.records()[1:]
    assert (record["type"], record["grade"]) == ("feedback.submitted", 2)


def test_what_is_added_amends_the_touched_face(lobby):
    visit = lobby()

    visit.tap("face_2", "choice_204", "next", "next")
    visit.finger.until("thanks", lambda: visit.screen in ("thanks", "question"))

    visit.saved()
    first, amended = visit.records()[1:3]
    assert (first["type"], amended["type"]) == ("feedback.submitted", "feedback.amended")
    assert first["said"]["subject"] == amended["said"]["subject"]
    assert amended["said"]["answers"]["reasons"] == ["204"]


def test_the_record_is_durable_before_thanks_appears(lobby):
    visit = lobby()
    seen = []
    shell = visit.terminal.models.shell
    shell.changed.connect(
        lambda: seen.append(read_records(visit.terminal.config.data)) if shell.props.screen == "thanks" else None
    )

    visit.tap("face_2", "skip", "next")

    visit.at("thanks")
    assert [record["type"] for record in seen[0]] == ["chain.started", "feedback.submitted", "feedback.amended"]


def test_the_receipt_shows_the_code_that_finds_the_case(lobby):
    visit = lobby()
    visit.tap("face_4", "skip", "next")
    visit.at("thanks")
    code = visit.terminal.models.thanks.props.groups

    visit.tap("finish", "lookUp", *(f"key_{sign}" for sign in "".join(code)), "find")

    visit.at("progress")
    assert visit.terminal.models.lookup.props.kept


def test_a_tap_before_the_forms_are_read_waits_for_them(lobby):
    gate = threading.Event()
    visit = lobby(ready=False, before=lambda terminal: terminal.jobs.ask(lambda _: gate.wait(10)))
    visit.finger.tap("face_3", changes=False)
    assert visit.screen == "home"

    gate.set()

    visit.at("question")
    assert visit.terminal.conductor.journey.visit.value("grade") == "3"


def test_the_first_of_several_early_taps_counts(lobby):
    gate = threading.Event()
    visit = lobby(ready=False, before=lambda terminal: terminal.jobs.ask(lambda _: gate.wait(10)))
    visit.finger.tap("face_2", changes=False)
    visit.finger.tap("face_5", changes=False)

    gate.set()

    visit.at("question")
    assert visit.terminal.conductor.journey.visit.value("grade") == "2"


def test_the_second_half_of_a_double_tap_does_nothing(lobby):
    visit = lobby()
    place = visit.middle("face_5")

    for _ in range(2):
        visit.press(place)
        visit.lift(place)

    visit.at("question")
    visit.finger.settle()
    assert visit.terminal.models.question.props.picked == 0


def test_sliding_off_cancels(lobby):
    visit = lobby()
    place = visit.middle("face_5")
    away = visit.middle("tile_C")

    visit.press(place)
    visit.move(away)
    visit.lift(away)

    visit.finger.settle()
    assert visit.screen == "home"


def test_nothing_happens_before_the_finger_lifts(lobby):
    visit = lobby()
    place = visit.middle("face_5")

    visit.press(place)
    visit.finger.settle()
    assert visit.screen == "home"

    visit.lift(place)
    visit.at("question")


def test_every_visit_has_a_code_and_a_name_of_its_own(lobby):
    visit = lobby()
    codes = []
    for level in (5, 4, 3):
        visit.tap(f"face_{level}", "skip", "next")
        visit.at("thanks")
        codes.append(visit.terminal.models.thanks.props.groups)
        visit.tap("finish")
        visit.at("home")

    subjects = {record["said"]["subject"] for record in visit.records() if record["type"] == "feedback.submitted"}
    assert len(set(codes)) == len(subjects) == 3


def test_whoever_taps_send_twice_sends_once(lobby):
    visit = lobby()
    visit.tap("tile_L", "tile_form:wish-wall", "choice_self", "choice_write")
    visit.finger.until("the keyboard", lambda: bool(visit.terminal.ways), seconds=60)
    visit.tap(next(name for name in visit.eye.names() if name.startswith("chip_")), "next", "choice_agree")
    visit.at("review")
    visit.terminal.conductor.send()
    visit.terminal.conductor.send()

    visit.at("thanks")
    visit.saved()
    sent = [record for record in visit.records() if record["type"] == "feedback.submitted"]
    assert len(sent) == 1
    assert sent[0]["said"]["consents"] == [{"given": True, "kind": "publish_words", "notice": "1"}]
    assert sent[0]["said"]["category"] == "L"


def test_the_promised_days_are_working_days(lobby):
    visit = lobby()  # a Thursday

    visit.tap("face_1", "skip", "next")

    visit.at("thanks")
    days = [promise.day for promise in visit.terminal.models.thanks.props.promises]
    assert days == ["2026-11-26", "2026-11-27", "2026-12-01"]
