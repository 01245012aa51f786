"""One visit after another: what is left behind, and what is not."""

from kiosk.config import Config


def types(visit) -> list[str]:
    return [record["type"] for record in visit.records()]


def test_a_visit_that_is_left_is_written_down_without_its_answers(lobby):
    visit = lobby()
    visit.tap("tile_F", "choice_toilet")

    visit.watch.skip(30)
    visit.terminal.conductor.end_visit()

    visit.saved()
    record = visit.records()[-1]
    assert record["type"] == "visit.abandoned"
    assert record["form"] == record["said"]["form"] == "facility"
    assert record["said"]["at"] == "problems"
    assert record["said"]["duration_ms"] == 30_000
    assert "answers" not in record["said"]


def test_looking_around_leaves_nothing(lobby):
    visit = lobby()
    visit.tap("tile_others", "dockBack", "lookUp", "dockHome", "board", "dockHome")

    visit.terminal.conductor.end_visit()

    visit.saved()
    assert types(visit) == ["chain.started"]


def test_a_form_that_was_sent_in_the_end_was_not_left(lobby):
    visit = lobby()
    visit.tap("tile_F", "dockBack", "face_5", "skip", "next")
    visit.at("thanks")

    visit.tap("finish")

    visit.saved()
    assert types(visit) == ["chain.started", "feedback.submitted", "feedback.amended"]


def test_it_can_be_taken_back_within_ten_seconds(lobby):
    visit = lobby()
    visit.tap("face_1", "skip", "next")
    visit.at("thanks")
    visit.watch.skip(9.5)
    visit.finger.rest()

    visit.tap("withdraw")

    visit.finger.until("taken back", lambda: visit.terminal.models.thanks.props.withdrawn)
    submitted, _, withdrawn = visit.records()[-3:]
    assert withdrawn["type"] == "feedback.withdrawn"
    assert withdrawn["said"]["subject"] == submitted["said"]["subject"]
    assert visit.eye.find("withdraw") is None


def test_after_ten_seconds_it_stays(lobby):
    visit = lobby()
    visit.tap("face_1", "skip", "next")
    visit.at("thanks")

    visit.watch.skip(10)
    visit.finger.rest()

    assert visit.terminal.models.thanks.props.undo_s == 0
    assert visit.eye.find("withdraw") is None


def test_home_asks_before_answers_are_lost(lobby):
    visit = lobby()
    visit.tap("tile_F", "choice_toilet", "dockHome")
    assert visit.screen == "question"

    visit.tap("stay")
    assert visit.screen == "question"
    assert visit.terminal.conductor.journey.visit.value("where") == "toilet"

    visit.tap("dockHome", "leave")
    visit.at("home")
    assert visit.terminal.conductor.journey.visit is None


def test_home_does_not_ask_when_nothing_is_lost(lobby):
    visit = lobby()

    visit.tap("tile_F", "dockHome")

    visit.at("home")


def test_back_goes_through_the_answers_and_out(lobby):
    visit = lobby()
    visit.tap("tile_F", "choice_toilet")
    assert visit.terminal.models.shell.props.position == 2

    visit.tap("dockBack")
    assert visit.terminal.models.shell.props.position == 1
    assert visit.terminal.models.question.props.picked == 1

    visit.tap("dockBack")
    visit.at("home")


def test_an_answer_is_changed_from_the_review(lobby):
    visit = lobby()
    visit.tap("tile_others", "tile_H", "choice_wechat", "choice_2", "choice_maybe", "next")
    visit.at("review")

    visit.tap("change_overall")
    visit.tap("choice_5")

    visit.at("review")
    assert visit.terminal.conductor.journey.visit.value("overall") == "5"


def test_a_disk_that_refuses_keeps_the_answers_on_the_screen(lobby):
    visit = lobby()
    visit.tap("face_4", "skip")
    room = visit.terminal.room
    visit.terminal.jobs.ask(lambda _: room.store._file.db.execute("pragma query_only = 1"))  # it refuses to write

    visit.tap("next")

    visit.finger.until("the fault", lambda: bool(visit.terminal.models.review.props.fault))
    assert visit.screen == "review"
    assert visit.terminal.conductor.journey.visit.value("grade") == "4"

    visit.terminal.jobs.ask(lambda _: room.store._file.db.execute("pragma query_only = 0"))
    visit.tap("send")
    visit.at("thanks")


def test_what_was_chosen_for_a_visit_ends_with_it(lobby):
    visit = lobby()
    visit.tap("dockElder", "dockLanguage")
    assert visit.terminal.conductor.wishes.elder

    visit.watch.skip(Config(visit.terminal.config.data).elder_idle_s + 1)
    visit.finger.rest()

    assert not visit.terminal.conductor.wishes.elder
    assert visit.terminal.models.shell.props.language == "zh-Hans"
