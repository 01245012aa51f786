"""A pseudo-language from left to right, and one from right to left: no word is fixed, and long ones stay in sight."""

import re
import tomllib

import pytest
from pseudo import ROOT, compile_pseudo, pseudo

WIDE, TALL = (1920, 1080), (1080, 1920)
LETTERS = re.compile(r"[A-Za-z\u4e00-\u9fff]{2,}")
_OUT = """(function (window) {
    const out = [];
    let seen = 0;
    function walk(item) {
        if (!item.visible || item.opacity === 0)
            return;
        if (typeof item.text === "string" && item.text && item.font !== undefined) {
            ++seen;
            const one = item.mapToItem(null, 0, 0), other = item.mapToItem(null, item.width, item.height);
            const left = Math.min(one.x, other.x), right = Math.max(one.x, other.x);
            if (left < -1 || right > window.width + 1 || item.truncated)
                out.push(item.text);
        }
        for (let i = 0; i < item.children.length; ++i)
            walk(item.children[i]);
    }
    walk(window.contentItem);
    return [out, seen];
})"""


def off_the_screen(visit) -> list[str]:
    visit.finger.settle()
    out, seen = (
        visit.terminal.engine.evaluate(_OUT).call([visit.terminal.engine.newQObject(visit.terminal.window)]).toVariant()
    )
    assert seen > 3
    return out


def fixed_words(visit) -> list[str]:
    """Words on the screen that are neither pseudo, nor of a form, the catalogue or the venue."""
    stock, catalogue = visit.terminal.conductor.stock, visit.terminal.conductor.catalogue
    data = {visit.terminal.models.shell.props.venue, *visit.terminal.models.thanks.props.groups}
    for form in stock.forms.values():
        texts = [text for q in form.questions for text in (q.text, q.hint_text, q.constraint_text)]
        texts += [item.text for q in form.questions if q.itemset for item in q.itemset.items]
        data |= {text.plain(language) for text in texts for language in ("en", "zh", "ug")}
    named = [
        *(c.tile for c in catalogue.categories),
        *(o.name for o in catalogue.openings.values()),
        catalogue.home.more_name,
    ]
    data |= {name for names in named for name in names.values()}
    chips = tomllib.loads((ROOT / "assets" / "words" / "chips.toml").read_text("utf-8"))
    data |= {phrase for phrases in chips.values() for phrase in phrases["en"]}
    known = {"".join(text.replace("\u200b", "").split()) for text in data}
    shown = [text for text in visit.texts() if LETTERS.search(text) and not text.startswith("[")]
    return [text for text in shown if not set(re.split(r"\[.*?\]", "".join(text.split()))) <= known | {""}]


def screens(visit, check) -> dict[str, list[str]]:
    """The same check on the main screens."""
    found = {"home": check(visit)}
    visit.tap("dockStaff")
    found["staff"] = check(visit)
    visit.tap("closeSheet", "dockDisplay")
    found["display"] = check(visit)
    visit.tap("closeSheet", "face_2")
    found["reasons"] = check(visit)
    visit.tap("choice_203", "next")
    visit.finger.settle()
    visit.watch.skip(91)
    visit.finger.until("the question", lambda: visit.eye.find("stay") is not None)
    found["idle"] = check(visit)
    visit.tap("leave")
    visit.at("home")
    visit.tap("pageDown", "lookUp")  # home takes two pages by now
    found["lookup"] = check(visit)
    return {screen: what for screen, what in found.items() if what}


def talking(lobby, folder, language: str, size, **config):
    def before(terminal):
        terminal.languages._folder = folder
        terminal.languages.switch(language)

    return lobby(size, before=before, languages=(language, "zh-Hans"), **config)


def test_what_pseudo_is():
    assert pseudo("Skip") == "[Škîp]"
    assert pseudo("Done %1") == "[Döñé %1]"
    assert pseudo("Not now, thank you").endswith("·]")


@pytest.mark.parametrize("size", [TALL, pytest.param(WIDE, marks=pytest.mark.all)])
def test_no_word_of_the_screens_is_fixed_and_none_leaves_the_screen(lobby, tmp_path, size):
    visit = talking(lobby, compile_pseudo(tmp_path, "en"), "en", size)

    assert screens(visit, lambda visit: [*fixed_words(visit), *off_the_screen(visit)]) == {}


@pytest.mark.parametrize("size", [TALL, pytest.param(WIDE, marks=pytest.mark.all)])
def test_from_right_to_left_none_leaves_the_screen(lobby, tmp_path, size):
    visit = talking(lobby, compile_pseudo(tmp_path, "ug", arabic=True), "ug", size)
    title = next(item for item in visit.eye.see() if item.name == "face_5")
    assert title.x > size[0] / 2  # the first of five stands on the right

    assert screens(visit, off_the_screen) == {}
