"""What a visitor typed is nowhere afterwards: not in a file, not among the words, not in the memory of the screen."""

import gc

from ui.input.engine import Composition
from ui.viewmodels.keyboard import KeyboardViewModel

CANARIES = ["zhaoqianshunli", "xiaohuamianmao", "liuerxuanzai"]


def everything_in(folder) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_no_file_holds_what_was_typed(stage, inputs, workshop):
    page = stage("TextEntry", inputs=inputs)
    page.type("hao")  # the folder is built by now
    page.until_value("好")
    before = {path: path.stat().st_size for path in workshop.cache.rglob("*")}
    written = []
    for canary in CANARIES:
        page.value = ""
        page.type(canary)
        page.until(lambda: len(str(page.value)) >= 4)
        page.tap("key_space")
        written.append(str(page.value))
    page.theme(shown=False)

    kept = everything_in(workshop.cache)

    assert [canary for canary in CANARIES if canary.encode() in kept] == []
    assert [text for text in written if text.encode() in kept] == []
    assert {path: path.stat().st_size for path in workshop.cache.rglob("*")} == before
    assert not list(workshop.cache.rglob("*.userdb*"))
    assert not list(workshop.cache.rglob("*.log"))


def test_nothing_is_offered_sooner_because_somebody_wrote_it(stage, inputs, pen):
    before = pen("pinyin").type("zhaoqianshunli").candidates
    page = stage("TextEntry", inputs=inputs)
    for _ in range(3):
        page.type("zhaoqianshunli")
        page.until(lambda: page.value is not None and len(str(page.value)) == 4)
        page.tap("candidate_1")
        page.tap("clearText")

    assert pen("pinyin").type("zhaoqianshunli").candidates == before


def test_no_object_of_ours_remembers_it(stage, inputs):
    page = stage("TextEntry", inputs=inputs)
    models = page.view.rootObject().findChildren(KeyboardViewModel)
    page.type("zhaoqianshunli")
    page.until(lambda: page.value is not None and len(str(page.value)) == 4)
    text = str(page.value)
    assert any(text in one for one in held(models))

    page.theme(shown=False)
    page.value = None

    page.until(lambda: not any(text in one or "zhaoqian" in one for one in held(models)))


def held(models: list[KeyboardViewModel]) -> list[str]:
    """What our objects hold now, also what is still on its way between the threads."""
    gc.collect()
    on_the_way = [repr(item) for item in gc.get_objects() if isinstance(item, Composition)]
    return [repr(vars(model)) for model in models] + on_the_way
