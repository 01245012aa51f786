"""The seam between keyboard and engines, and what happens where a part is missing."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event, get_ident

import pytest
from conftest import ASSETS, AtOnce

from kiosk.errors import PartMissing
from ui.input.assemble import assemble
from ui.input.deploy import Workshop, lay_out
from ui.input.engine import BACKSPACE, ENTER, NOTHING, Composition
from ui.input.inputs import Inputs
from ui.input.librime import Librime


class Echo:
    """An engine whose every key is its own only word."""

    def __init__(self) -> None:
        self.closed = False
        self._keys = ""

    def feed(self, key):
        self._keys += key
        return Composition("", self._keys, (self._keys.upper(),), self._keys.upper())

    def choose(self, index):
        done, self._keys = self._keys.upper(), ""
        return Composition(done)

    def clear(self):
        self._keys = ""
        return NOTHING

    def close(self):
        self.closed = True


class Echoes:
    def __init__(self) -> None:
        self.opened: list[Echo] = []
        self.stopped = False

    def open(self, way):
        self.opened.append(Echo())
        return self.opened[-1]

    def stop(self):
        self.stopped = True


def missing() -> Echoes:
    raise PartMissing("pinyin: librime.so.1 cannot be used (Debian: librime1)")


def test_a_library_that_is_not_there_is_a_missing_part():
    with pytest.raises(PartMissing, match="librime-none"):
        Librime("librime-none.so.1")


def test_a_library_that_is_another_one_is_a_missing_part():
    with pytest.raises(PartMissing, match=r"libc\.so\.6 cannot be used"):
        Librime("libc.so.6")


def test_without_rimes_data_the_packages_are_named(tmp_path):
    with pytest.raises(PartMissing, match="rime-data-luna-pinyin"):
        lay_out(Workshop(tmp_path, ASSETS / "input", tmp_path), [], None)


def test_a_cache_that_cannot_be_written_is_a_missing_part(tmp_path, workshop, characters):
    (tmp_path / "cache").write_text("a file where a folder should be")

    with pytest.raises(PartMissing, match="cache"):
        lay_out(Workshop(tmp_path / "cache", workshop.schemas), [], characters)


def test_where_the_part_is_missing_english_is_offered_and_doctor_is_told_why(qtbot):
    inputs = Inputs(missing, AtOnce())
    assert "pinyin" in inputs.offered()

    with qtbot.waitSignal(inputs.changed):
        inputs.prepare()

    assert inputs.offered() == ["english"]
    assert {line.way: line.there for line in inputs.availability()} == {
        "pinyin": False,
        "nine": False,
        "stroke": False,
        "english": True,
    }
    assert "librime1" in inputs.availability()[0].why


def test_a_keyboard_that_waited_for_the_missing_part_turns_to_english(stage, qapp):
    with ThreadPoolExecutor(1) as worker:
        page = stage("TextEntry", inputs=Inputs(missing, worker))

        page.until(lambda: page.find("way_english") is not None)
        page.type("ok")

        page.until_value("Ok")


def test_an_answer_that_comes_after_its_page_has_gone_falls_on_nothing(stage, qapp):
    held = Event()

    class Late(Echo):
        def feed(self, key):
            held.wait()
            raise PartMissing("gone")

    method = Echoes()
    method.open = lambda way: Late()
    with ThreadPoolExecutor(1) as worker:
        page = stage("TextEntry", inputs=Inputs(lambda: method, worker))
        page.type("ab")
        page.leave()
        held.set()
        worker.submit(lambda: None).result()
        qapp.processEvents()  # an exception here fails the test

    assert page.view.rootObject() is None


def test_the_engines_are_made_once_however_often_they_are_asked_for():
    made = []
    inputs = Inputs(lambda: made.append(1) or Echoes(), AtOnce())

    inputs.prepare()
    inputs.prepare()
    inputs.begin("pinyin", lambda *_: None)

    assert made == [1]


def test_keys_typed_while_the_engines_are_made_are_not_lost_and_come_in_the_screens_thread(qtbot):
    steps, threads = [], set()

    def deliver(_, step):
        steps.append(step)
        threads.add(get_ident())

    with ThreadPoolExecutor(1) as worker:
        writing = Inputs(Echoes, worker).begin("pinyin", deliver)
        for key in "abc":
            writing.feed(key)
        writing.decide()
        qtbot.waitUntil(lambda: len(steps) == 4, timeout=60_000)

    assert steps[-1].committed == "ABC"
    assert threads == {get_ident()}


def test_a_word_that_is_no_longer_offered_is_not_chosen():
    steps = []
    writing = Inputs(Echoes, AtOnce()).begin("pinyin", lambda _, step: steps.append(step))
    writing.feed("a")
    writing.feed("b")

    writing.choose("A")

    assert steps[-1].committed == ""
    assert steps[-1].candidates == ("AB",)


def test_leaving_closes_the_engine_and_stopping_ends_them_all():
    echoes = Echoes()
    inputs = Inputs(lambda: echoes, AtOnce())
    inputs.begin("pinyin", lambda *_: None).close()

    inputs.stop()

    assert echoes.opened[0].closed
    assert echoes.stopped


def test_a_bug_in_an_engine_reaches_the_screens_thread():
    class Broken(Echo):
        def feed(self, key):
            raise ZeroDivisionError

    steps = []
    method = Echoes()
    method.open = lambda way: Broken()
    writing = Inputs(lambda: method, AtOnce()).begin("pinyin", lambda _, step: steps.append(step))

    writing.feed("a")

    assert isinstance(steps[-1], ZeroDivisionError)


def test_other_words_make_another_dictionary_and_the_old_one_goes(tmp_path, workshop, characters):
    ours = Workshop(tmp_path, workshop.schemas)
    first = lay_out(ours, ["合唱团"], characters)
    first.mark_built()
    assert lay_out(ours, ["合唱团"], characters) == first

    second = lay_out(ours, ["合唱团", "锣鼓队"], characters)

    assert second.path.exists()
    assert not second.built
    assert not first.path.exists()


def test_phrases_of_a_form_come_before_those_of_any_form():
    inputs = assemble(ASSETS, Workshop(ASSETS, ASSETS), list, AtOnce())

    assert "谢谢老师" in inputs.chips("course.words", "zh-Hans")
    assert "谢谢大家" in inputs.chips("quick-rating.words", "zh-Hans")
    assert "Thank you" in inputs.chips("words", "en")
    assert inputs.chips("no-such-question", "zh-Hans") == ()


def test_a_key_that_comes_just_after_a_word_was_decided_does_what_it_says():
    steps = []
    writing = Inputs(Echoes, AtOnce()).begin("pinyin", lambda _, step: steps.append(step))
    writing.feed("a")
    writing.decide()

    writing.feed(BACKSPACE)
    writing.feed(ENTER)

    assert [(step.committed, step.erased) for step in steps[1:]] == [("A", 0), ("", 1), ("\n", 0)]
