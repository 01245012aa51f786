"""朗读: everything on the screen is said, a finger stops it, and the next visitor begins at the usual volume."""

import pytest
from listening import Listener

LANGUAGES = ("zh-Hans", "en")


def bare(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


def missing(visit, listener: Listener) -> list[str]:
    """Texts that stand on the screen and were not said; the keys of a keyboard stand apart, see ui/keypad.py."""
    signs = {text for text in visit.texts() if len(bare(text)) == 1}
    said = "".join(bare(text).replace(",", "") for text in listener.last)
    return [text for text in visit.texts() if text not in signs and bare(text).replace(",", "") not in said]


def listened(visit, listener: Listener) -> list[str]:
    """What is missing after 朗读 was pressed; then it is quiet again."""
    visit.finger.settle()
    visit.finger.tap("dockSpeak")
    visit.finger.until("a voice", lambda: visit.terminal.speech.speaking)
    lacking = missing(visit, listener)
    visit.terminal.speech.stop()
    return lacking


@pytest.mark.parametrize("language", ["zh-Hans", pytest.param("en", marks=pytest.mark.all)])
def test_every_screen_is_said_whole(lobby, language):
    listener = Listener()
    visit = lobby(voices=[listener], languages=(language, *(one for one in LANGUAGES if one != language)))
    lacking = {"home": listened(visit, listener)}

    visit.tap("face_2", "choice_203")
    lacking["reasons"] = listened(visit, listener)
    visit.tap("dockStaff")
    lacking["staff"] = listened(visit, listener)
    visit.tap("closeSheet", "dockDisplay")
    lacking["display"] = listened(visit, listener)
    visit.tap("closeSheet", "next")
    lacking["words"] = listened(visit, listener)
    visit.tap("next")
    visit.at("thanks")
    lacking["thanks"] = listened(visit, listener)
    visit.tap("finish", "lookUp", "key_7")
    lacking["lookup"] = listened(visit, listener)

    assert lacking == {key: [] for key in lacking}


def test_what_was_chosen_is_said(lobby):
    listener = Listener()
    visit = lobby(voices=[listener])
    visit.tap("face_2", "choice_203", "dockSpeak")

    texts = listener.last

    assert texts[texts.index("已选") - 1].replace("\u200b", "") == "时间不合适"


def test_a_finger_stops_it_and_once_more_begins_again(lobby):
    listener = Listener()
    visit = lobby(voices=[listener])
    visit.tap("dockSpeak")
    assert visit.terminal.speech.speaking

    place = visit.middle("stage")
    place.setX(3)
    visit.press(place)
    assert not visit.terminal.speech.speaking  # before the finger is lifted
    visit.lift(place)

    visit.tap("dockSpeak")
    assert len(listener.heard) == 2
    visit.tap("dockSpeak")
    assert not visit.terminal.speech.speaking


def test_the_volume_is_the_usual_one_for_the_next_visitor(lobby):
    listener = Listener()
    visit = lobby(voices=[listener])
    visit.tap("face_5", "dockDisplay", "volume_5")
    assert listener.heard[-1] == ("zh-Hans", 5, ["音量 5"])

    visit.terminal.conductor.end_visit()

    assert visit.terminal.speech.volume == 3
    visit.tap("dockDisplay")
    visit.finger.until("five steps", lambda: visit.eye.find("volume_3") is not None)
    assert visit.terminal.models.shell.props.volume == 3


def test_being_read_to_is_being_here(lobby):
    listener = Listener()
    visit = lobby(voices=[listener])
    visit.tap("tile_F", "choice_toilet", "dockSpeak")

    for _ in range(5):
        visit.watch.skip(80)
        visit.finger.rest()
    assert visit.eye.find("stay") is None

    listener.finish()
    visit.watch.skip(91)
    visit.finger.rest()
    assert visit.eye.find("stay") is not None


def test_the_keeper_asks_aloud_and_does_not_wait_for_itself(lobby):
    listener = Listener()
    visit = lobby(voices=[listener])
    visit.tap("tile_F", "choice_toilet")

    visit.watch.skip(91)
    visit.finger.until("the question, aloud", lambda: bool(listener.heard))
    said = "".join(bare(text) for text in listener.last)
    assert all(
        bare(text) in said for text in (visit.terminal.models.idle.props.asks and ["还需要时间吗？", "还要时间"])
    )

    visit.watch.skip(19)
    visit.finger.until("ten seconds left", lambda: listener.last == ["还有 10 秒"])
    visit.watch.skip(11)
    visit.finger.rest()
    visit.at("home")
    assert not visit.terminal.conductor.visiting


def test_without_a_voice_nothing_offers_to_read(lobby):
    visit = lobby(voices=[])

    visit.tap("dockDisplay")
    visit.finger.settle()

    speak = visit.eye.find("dockSpeak")
    assert speak is None or not speak.enabled
    assert visit.eye.find("volume_3") is None
