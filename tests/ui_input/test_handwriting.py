"""Writing with the finger, straight at the seam: real strokes, the real recogniser."""

import subprocess
import sys
from random import Random

import pytest
from conftest import ASSETS

from kiosk.errors import PartMissing
from tests.hanzi.hands import Hand, load_medians
from ui.input import handwriting
from ui.input.characters import load_characters
from ui.input.engine import BACKSPACE
from ui.input.handwriting import Recogniser, find_model
from ui.input.pen import Mark, PenEngine, Reading, Written, offered

MEDIANS = load_medians()
FAST = Written(20, ("舞",), (0.99,))
SAMPLE = sorted(MEDIANS)[::16]


@pytest.fixture(scope="module")
def recogniser(characters) -> Recogniser:
    return Recogniser(find_model(), characters)


def calm() -> Hand:
    return Hand(Random(3), strong=False)


def marks_of(text: str, first: int = 0) -> list[Mark]:
    line = calm().write_line([MEDIANS[char] for char in text])
    return [Mark(first + place, stroke) for place, stroke in enumerate(line)]


def places(recogniser, chars, *, strong: bool) -> list[int]:
    """Where each character stands among those offered for it."""
    hand = Hand(Random(20261124), strong=strong)
    words = [(char, offered(recogniser.recognise(hand.write(MEDIANS[char])))) for char in chars]
    return [found.index(char) if char in found else len(found) for char, found in words]


def share(found: list[int], most: int) -> float:
    return sum(place < most for place in found) / len(found)


@pytest.mark.parametrize(("strong", "least"), [(False, 0.97), (True, 0.80)])
def test_a_sample_of_characters_is_read(recogniser, strong, least):
    found = places(recogniser, SAMPLE, strong=strong)

    assert share(found, 1) >= least - 0.04  # 51 characters: two more or less are chance
    assert share(found, 10) >= 0.92


@pytest.mark.all
@pytest.mark.parametrize(("strong", "least"), [(False, 0.97), (True, 0.80)])
def test_every_character_of_the_table_is_read(recogniser, strong, least):
    found = places(recogniser, MEDIANS, strong=strong)

    assert len(found) >= 700
    assert share(found, 1) >= least
    assert share(found, 10) >= 0.95


def test_the_order_of_strokes_does_not_matter(recogniser):
    strokes = calm().write(MEDIANS["我"])

    assert offered(recogniser.recognise(strokes[::-1]))[:3] == offered(recogniser.recognise(strokes))[:3]


def test_only_characters_of_the_table_are_offered(recogniser, characters):
    dot = [[(0.0, 0.0)]]

    for strokes in (dot, [[(0.0, 0.0), (90.0, 0.0)]], calm().write(MEDIANS["书"])):
        words = offered(recogniser.recognise(strokes))
        assert words
        assert all(characters.known(word) for word in words)


@pytest.mark.parametrize("text", ["我想学", "周末有", "手机"])
def test_several_characters_in_a_row_are_read_together(recogniser, text):
    shown = PenEngine(recogniser).draw(marks_of(text))

    assert shown.preedit == shown.guess == shown.candidates[0] == text
    assert shown.committed == ""


def test_the_whole_is_taken_by_one_choice(recogniser):
    engine = PenEngine(recogniser)
    marks = marks_of("我想学")
    engine.draw(marks)

    shown = engine.choose(0)

    assert shown.committed == "我想学"
    assert set(shown.taken) == {mark.serial for mark in marks}
    assert shown.candidates == ()


def test_the_first_character_may_be_chosen_alone_and_the_others_wait(recogniser):
    engine = PenEngine(recogniser)
    engine.draw(marks_of("我想学"))

    first = engine.choose(offered(recogniser.recognise([m.points for m in marks_of("我想学")])).index("找"))
    rest = engine.choose(0)

    assert first.committed == "找"
    assert first.preedit == "想学"
    assert rest.committed == "想学"


def test_a_word_of_the_centre_comes_first_though_it_was_written_badly():
    doubtful = Reading((Written(0, ("厂", "广"), (0.7, 0.3)), Written(9, ("场", "扬"), (0.6, 0.4)), FAST), ("厂",))

    assert offered(doubtful)[0] == "厂场舞"
    assert offered(doubtful, {"广场舞", "合唱"})[0] == "广场舞"
    assert "厂场舞" in offered(doubtful, {"广场舞"})


def test_a_word_of_the_centre_does_not_push_itself_before_what_was_clearly_written():
    clear = Reading((Written(0, ("厂", "广"), (0.9999, 0.0001)), Written(9, ("场",), (0.99,)), FAST), ("厂",))

    assert offered(clear, {"广场舞"})[0] == "厂场舞"


def test_backspace_takes_the_last_character_off_the_pad(recogniser):
    engine = PenEngine(recogniser)
    marks = marks_of("我想学")
    engine.draw(marks)

    shown = engine.feed(BACKSPACE)

    assert shown.preedit == "我想"
    assert set(shown.taken) == {mark.serial for mark in marks[-len(MEDIANS["学"]) :]}


def test_strokes_that_are_taken_do_not_come_back_with_a_pad_that_has_not_heard_of_it(recogniser):
    engine = PenEngine(recogniser)
    marks = marks_of("书")
    engine.draw(marks)
    engine.choose(0)

    shown = engine.draw([*marks, *marks_of("法", first=50)])

    assert shown.preedit == "法"


def test_without_the_package_the_missing_part_is_named(monkeypatch):
    real = handwriting.find_spec
    monkeypatch.setattr(handwriting, "find_spec", lambda name: None if name == "onnxruntime" else real(name))

    with pytest.raises(PartMissing, match="onnxruntime"):
        find_model()


def test_a_file_that_is_no_model_is_a_missing_part(tmp_path, characters):
    (tmp_path / "model.onnx").write_bytes(b"not a model")

    with pytest.raises(PartMissing, match=r"model\.onnx"):
        Recogniser(tmp_path / "model.onnx", characters)


def test_to_know_whether_there_is_handwriting_loads_nothing():
    code = (
        "import sys; from ui.input.handwriting import find_model; find_model();"
        "print([name for name in ('numpy', 'onnxruntime', 'rapidocr', 'cv2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ASSETS.parent, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_the_table_of_characters_is_that_of_the_keyboard(recogniser):
    """All but a few very rare characters of the table can be written by hand."""
    table = load_characters(ASSETS / "input" / "characters.txt")

    assert len(set(table.readings) - set(recogniser._alphabet)) <= 5
