"""The language changes under a visitor's hands; what they answered does not."""


def test_the_words_change_and_the_answers_stay(lobby):
    visit = lobby()
    visit.tap("tile_F", "choice_toilet", "choice_broken", "dockLanguage")

    visit.finger.settle()
    assert visit.terminal.models.question.props.title == "What is wrong?"
    assert {"What is wrong?", "Choose as many as you like\u3000Chosen: 1", "Next"} <= set(visit.texts())
    assert visit.terminal.conductor.journey.visit.value("problems") == ["broken"]

    visit.tap("dockLanguage", "next")
    assert "跳过" in visit.texts() or "请先点一个" in visit.texts()


def test_the_record_says_in_which_language(lobby):
    visit = lobby()

    visit.tap("dockLanguage", "face_5", "skip", "next")

    visit.at("thanks")
    assert visit.records()[-1]["said"]["language"] == "en"


def test_a_tap_during_the_switch_loses_nothing(lobby):
    visit = lobby()
    visit.tap("tile_F")
    language, choice = visit.middle("dockLanguage"), visit.middle("choice_toilet")

    visit.press(language)
    visit.lift(language)
    visit.press(choice)
    visit.lift(choice)

    visit.finger.until("the answer", lambda: visit.terminal.conductor.journey.visit.value("where") == "toilet")
    assert visit.terminal.models.shell.props.language == "en"


def test_home_greets_in_the_words_of_the_form(lobby):
    visit = lobby()
    form = visit.terminal.conductor.stock.forms["quick-rating"]

    visit.finger.settle()

    assert form.question("grade").label("zh-Hans") in [text.replace("\n", "") for text in visit.texts()]


def test_with_more_than_two_languages_there_is_a_list(lobby):
    visit = lobby(languages=("zh-Hans", "en", "bo"))
    visit.tap("face_5", "dockLanguage", "language_en")

    assert visit.terminal.models.shell.props.language == "en"
    assert visit.terminal.models.shell.props.sheet == ""
    assert visit.screen == "question"
