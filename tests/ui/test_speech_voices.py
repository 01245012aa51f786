"""Who says what: recorded prompts first, then a better voice, then espeak-ng; and what is never said aloud."""

import shutil
import stat
import wave
from pathlib import Path

import pytest
from listening import Listener
from PySide6.QtCore import QCoreApplication

from kiosk.sound import VOICES, installed_voices, lacking
from ui.speech.dispatcher import Dispatcher, find_modules
from ui.speech.espeak import Espeak
from ui.speech.prompts import Prompts, sound_name
from ui.speech.reading import Ear, read, say
from ui.speech.sight import Thing
from ui.speech.speech import Speech, language_of, runs
from ui.speech.voice import USUAL_VOLUME
from ui.speech.words import load_words

ASSETS = Path(__file__).parents[2] / "assets"
WORDS = load_words(ASSETS / "words" / "speech.toml")


def thing(words: str, *said: str, name: str = "", chosen: bool = False, zone: str = "stage") -> Thing:
    return Thing(words, said, chosen, True, name, zone, True, 0)


# -- the seam


def test_one_after_the_other_each_by_the_best_voice(qapp):
    recorded, other = Listener("zh-Hans"), Listener("zh-Hans", "en")
    recorded.says = lambda text, language: text == "返回"
    speech = Speech([recorded, other])

    speech.say(["首页", "您好", "返回", "完成"], "zh-Hans")
    heard = [list(other.heard), list(recorded.heard)]
    other.finish()
    recorded.finish()

    assert heard == [[("zh-Hans", 3, ["首页", "您好"])], []]
    assert recorded.heard == [("zh-Hans", 3, ["返回"])]
    assert other.last == ["完成"]
    other.finish()
    assert not speech.speaking


def test_it_says_the_same_again(qapp):
    listener = Listener()
    speech = Speech([listener])

    speech.say(["您好"], "zh-Hans")
    speech.stop()
    speech.repeat()

    assert [texts for _, _, texts in listener.heard] == [["您好"], ["您好"]]
    assert listener.cut == 1


def test_five_steps_of_volume_and_the_usual_one_for_the_next_visitor(qapp):
    speech = Speech([Listener()])

    assert [speech.louder(1) for _ in range(3)] == [4, 5, 5]
    assert [speech.louder(-1) for _ in range(5)] == [4, 3, 2, 1, 1]
    speech.forget()

    assert speech.volume == USUAL_VOLUME
    speech.repeat()
    assert not speech.speaking


@pytest.mark.parametrize(
    ("text", "language", "own"),
    [
        ("您好", "ug", "zh-Hans"),
        ("ئۇيغۇرچە 中文", "ug", "ug"),
        ("Hello", "en", "en"),
        ("东湖区文化馆", "en", "zh-Hans"),
        ("HRVTS", "zh-Hans", "zh-Hans"),
    ],
)
def test_what_a_language_lacks_is_said_in_chinese(text, language, own):
    assert language_of(text, language) == own


def test_without_a_voice_nothing_is_said():
    assert runs(["您好"], "zh-Hans", []) == []
    assert not Speech([]).speaks("en")


# -- espeak-ng


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
@pytest.mark.parametrize("language", VOICES)
def test_espeak_speaks_every_language(qtbot, tmp_path, language):
    lengths = []
    for place, texts in enumerate((["您好"], ["您好", "您对今天的服务满意吗？", "非常满意"])):
        file = tmp_path / f"{place}.wav"
        speech = Speech([Espeak("espeak-ng", wave=file)])
        with qtbot.waitSignal(speech.changed):
            speech.say(texts if language != "en" else ["Hello"] * len(texts), language)
        qtbot.waitUntil(lambda speech=speech: not speech.speaking, timeout=5000)
        with wave.open(str(file)) as sound:
            lengths.append(sound.getnframes() / sound.getframerate())

    assert lengths[0] > 0.2
    assert lengths[1] > 1.5 * lengths[0]


def test_louder_is_louder():
    amplitudes = [Espeak("espeak-ng").command(["a"], "en", volume).arguments[5] for volume in (1, 2, 3, 4, 5)]

    assert amplitudes == sorted(amplitudes, key=int)
    assert len(set(amplitudes)) == 5


def test_a_program_that_fails_is_silence(qtbot):
    speech = Speech([Espeak("/nonexistent/espeak-ng")])

    speech.say(["您好"], "zh-Hans")

    qtbot.waitUntil(lambda: not speech.speaking, timeout=3000)


# -- speech-dispatcher


@pytest.fixture
def spd_say(tmp_path) -> Path:
    """A stand-in for the client: it has two modules, and writes down what it is asked to say."""
    program = tmp_path / "spd-say"
    program.write_text(
        "#!/bin/sh\n"
        f'echo "$@" >> {tmp_path}/said\n'
        'case "$*" in\n'
        "  -O) printf 'OUTPUT MODULES\\nespeak-ng\\nrhvoice\\nekho\\n';;\n"
        "  '-o ekho -L') printf 'NAME LANGUAGE VARIANT\\nMandarin zh-CN none\\n';;\n"
        "  '-o rhvoice -L') printf 'NAME LANGUAGE VARIANT\\nalan en-GB none\\n';;\n"
        "esac\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    return program


def test_a_better_voice_is_found_and_espeak_is_none(spd_say):
    assert find_modules(str(spd_say)) == {"zh-Hans": "ekho", "zh-Hant": "ekho", "en": "rhvoice"}


def test_without_speech_dispatcher_there_is_no_better_voice(tmp_path):
    assert find_modules(str(tmp_path / "none")) == {}


def test_the_better_voice_speaks(qtbot, spd_say, tmp_path):
    speech = Speech([Dispatcher(str(spd_say), {"zh-Hans": "ekho"})])

    speech.say(["您好", "-e"], "zh-Hans")

    qtbot.waitUntil(lambda: not speech.speaking, timeout=3000)
    assert (tmp_path / "said").read_text("utf-8").strip().replace("\n", " ") == "--wait -o ekho -l zh -i 0 -- 您好 -e"


# -- recorded prompts


def test_a_sound_is_named_after_what_it_says():
    assert sound_name("您对今天的服务满意吗？") == "您对今天的服务满意吗"
    assert sound_name("Call\nstaff") == "callstaff"
    assert len(sound_name("长" * 100)) == 40


def test_a_recorded_word_is_played_and_the_rest_is_not(tmp_path):
    mine, shipped = tmp_path / "data", tmp_path / "assets"
    for folder, name in ((mine, "返回.wav"), (shipped, "返回.ogg"), (shipped, "首页.flac")):
        (folder / "zh-Hans").mkdir(parents=True, exist_ok=True)
        (folder / "zh-Hans" / name).write_bytes(b"")
    prompts = Prompts([mine, shipped])

    assert prompts.file("返回", "zh-Hans") == mine / "zh-Hans" / "返回.wav"
    assert prompts.command(["返回", "首页。"], "zh-Hans", 3).arguments[-2:] == (
        str(mine / "zh-Hans" / "返回.wav"),
        str(shipped / "zh-Hans" / "首页.flac"),
    )
    assert not prompts.says("返回", "en")
    assert not prompts.says("。", "zh-Hans")


# -- what is said, and what is not


def test_what_is_chosen_is_said():
    assert say(thing("满意", chosen=True), Ear("zh-Hans"), WORDS) == ["满意", "已选"]
    assert say(thing("Satisfied", "Satisfied"), Ear("en"), WORDS) == ["Satisfied"]


def test_a_receipt_code_is_spelled():
    assert say(thing("7K3M9"), Ear("zh-Hans"), WORDS) == ["7 , K , 3 , M , 9"]


def test_the_keys_of_a_keyboard_and_the_dock_are_not_read():
    things = [thing("您的回执码"), thing("Q", name="key_Q"), thing("返回", zone="dock")]

    assert read(things, Ear("zh-Hans"), WORDS) == ["您的回执码"]


@pytest.mark.parametrize("shown", ["138 0013 8000", "•••• ••••"])
def test_a_number_that_is_typed_is_counted_and_not_said(shown):
    said = say(thing(shown, name="number"), Ear("zh-Hans", "13800138000", asks_phone=True), WORDS)

    assert said == [f"已输入 {len(shown.replace(' ', ''))} 位"]


@pytest.mark.parametrize("shown", ["138 •••• 8000", "13800138000", "138 0013 8000"])
def test_a_number_that_was_left_is_not_said(shown):
    said = say(thing(shown), Ear("en", "13800138000"), WORDS)

    assert not any(sign.isdigit() for text in said for sign in text)


def test_who_wears_headphones_hears_it():
    assert say(thing("138 •••• 8000"), Ear("en", "13800138000", alone=True), WORDS) == [" , ".join("13800138000")]


def test_every_word_that_is_only_said_is_there_in_both_languages():
    table = WORDS.table

    assert set(table["zh-Hans"]) == set(table["en"])
    assert WORDS.say("ug", "chosen") == WORDS.say("zh-Hans", "chosen") or "ug" in table
    QCoreApplication.processEvents()


def test_the_doctor_names_the_voice_that_is_missing():
    voices = "Pty Language Age/Gender VoiceName\n 5  cmn-latn-pinyin --/M Chinese\n 2  en-gb --/M Gb gmw/en (en 2)\n"

    assert lacking(("zh-Hans", "en"), voices) == ()
    assert lacking(("zh-Hans", "ug"), voices) == ("espeak-ng: ug",)
    assert lacking(("zh-Hans",), None) == ("espeak-ng",)
    assert installed_voices("/nonexistent/espeak-ng") is None
