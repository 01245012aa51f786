"""A disk that fills up: the rating goes on, the words are not asked for; with room again everything is as before."""

from kiosk.room import Room

FULL, PLENTY = Room(voice=False, words=False, state="words"), Room(voice=True, words=True, state="ok")


def test_without_room_a_rating_is_taken_and_no_words_are_asked_for(lobby):
    visit = lobby()
    visit.terminal.nearly_full._room = lambda: FULL
    asked = []
    visit.terminal.models.question.changed.connect(
        lambda: asked.extend(q.name for q in _shown(visit))  # what a visitor got to see
    )

    visit.tap("face_2")
    visit.at("question")
    visit.tap("skip")
    visit.at("thanks")
    visit.saved()

    assert "reasons" in asked
    told = [one for one in visit.records() if one["type"].startswith("feedback")]
    assert {one["grade"] for one in told} == {2}


def _shown(visit):
    from ui.journey import questions

    return questions(visit.terminal.conductor.journey)


def test_with_room_the_words_are_asked_for(lobby):
    visit = lobby()
    visit.terminal.nearly_full._room = lambda: PLENTY

    visit.tap("face_2")
    visit.at("question")
    visit.tap("skip")

    visit.finger.until("the page for words", lambda: [q.type for q in _shown(visit)] == ["text"])
