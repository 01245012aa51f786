"""The catalogue is read strictly: what a centre mistyped is named by place, and nothing is half read."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.catalogue import Catalogue, load_catalogue
from kiosk.errors import CatalogueError

FILE = Path(__file__).parents[2] / "assets" / "catalogue.toml"
TEXT = FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(FILE)


def test_a_tile_knows_its_form_its_word_and_who_answers(catalogue):
    training = catalogue.category("C")

    assert training.forms == ("course",)
    assert training.tile.items() >= {"zh-Hans": "艺术培训", "en": "Classes"}.items()
    assert catalogue.departments[training.department].name["zh-Hans"] == "艺术培训部"


def test_a_name_short_enough_is_its_own_tile(catalogue):
    assert catalogue.category("B").tile is catalogue.category("B").name


def test_a_code_of_another_version_is_no_category(catalogue):
    assert catalogue.category("Z") is None


def test_a_subcategory_answers_for_itself_or_through_its_category(catalogue):
    subs = {sub.code: sub for category in catalogue.categories for sub in category.subcategories}

    assert subs["F9"].department == "digital"
    assert subs["F7"].department == catalogue.category("F").department
    assert subs["F8"].flags == ("safety",)


def test_each_grade_has_eight_reasons(catalogue):
    for grade in range(1, 6):
        codes = [tag.code for tag in catalogue.tags.values() if tag.grade == grade]
        assert codes == [f"{grade}{number:02}" for number in range(1, 9)]


def test_what_the_law_or_safety_asks_for_is_flagged(catalogue):
    flagged = {tag.code: tag.flags for tag in catalogue.tags.values() if tag.flags}

    assert flagged == {
        "102": ("legal",),
        "103": ("legal",),
        "105": ("safety",),
        "106": ("legal",),
        "107": ("escalate",),
        "108": ("legal",),
    }


def test_the_home_screen_leaves_no_category_out(catalogue):
    assert catalogue.home.first == tuple("ABCDEFGL")
    assert catalogue.home.more == tuple("HJKX")


def test_weights_are_those_of_verification(catalogue):
    assert [catalogue.weights[level] for level in ("V0", "V1", "V2", "V3", "V4")] == [0.5, 0.8, 1.0, 1.0, 1.2]
    assert catalogue.severity["safety"] > catalogue.severity["failure"] > catalogue.severity["wish"]


def test_the_catalogue_opens_only_forms_in_use():
    with pytest.raises(CatalogueError, match=r"^catalogue\.forms: no such form: .*course"):
        load_catalogue(FILE, forms={"quick-rating"})


# What was mistyped: old text, new text, the line shown.
MISTAKES = {
    "no version": ('version = "2026112402"\n', "", "catalogue: missing: version"),
    "a date for a version": ('"2026112402"', '"2026-11-24"', "catalogue.version: expected ten digits"),
    "unknown key": ("\n[weights]", "\n[extra]\na = 1\n[weights]", "catalogue: unknown: extra"),
    "unknown key of a category": ('\ntone = "celadon"', '\ntone = "celadon"\ncolour = "red"', "A: unknown: colour"),
    "no tone": ('tone = "celadon"\n', "", "catalogue.category.A: missing: tone"),
    "a fourth tone": ('tone = "celadon"', 'tone = "red"', "catalogue.category.A.tone: no such code: red"),
    "no English": ('en = "Art training", zh-Hant', "zh-Hant", "catalogue.departments.training: no text in en"),
    "an empty text": ('en = "Concerts"', 'en = " "', "catalogue.category.B.sub.B2.name.en: expected a text"),
    "a text that is a number": ('en = "Concerts"', "en = 3", "catalogue.category.B.sub.B2.name.en: expected a text"),
    "no such form": ('forms = ["course"]', 'forms = ["curse"]', "catalogue.category.C.forms: no such code: curse"),
    "no form at all": ('forms = ["course"]', "forms = []", "catalogue.category.C: opens no form"),
    "the same form twice": ('["wish", "wish-wall"]', '["wish", "wish"]', "L.forms: the same code twice"),
    "forms not in a list": ('forms = ["course"]', 'forms = "course"', "C.forms: expected a list of codes"),
    "no such department": ('department = "training"', 'department = "trains"', "C.department: no such code: trains"),
    "a category's long code": ("[category.X", "[category.XX", "XX: a category's code is one capital letter"),
    "a sub-category astray": ("B2 = {", "D7 = {", "catalogue.category.B.sub.D7: a code under B is B and"),
    "the same code twice": ("B2 = {", "B1 = {", "catalogue: "),
    "no sub-category": (re.compile(r"(\[category.L.sub\]\n)(L.*\n)+"), r"\1", "catalogue.category.L.sub: empty"),
    "a tag of grade 6": ("508 = {", "608 = {", "catalogue.tags.608: a tag's code is three digits"),
    "an unknown flag": ('flags = ["escalate"]', 'flags = ["loud"]', "catalogue.tags.107.flags: no such code: loud"),
    "a negative weight": ("V0 = 0.5", "V0 = -0.5", "catalogue.weights.V0: expected a number from 0 to 2"),
    "a missing weight": ("V4 = 1.2\n", "", "catalogue.weights: missing: V4"),
    "a weight that is a truth": ("V2 = 1.0", "V2 = true", "catalogue.weights.V2: expected a number"),
    "a tile for nothing": ('"G", "L"]', '"G", "L", "M"]', "catalogue.home.first: no such code: M"),
    "a category without a tile": ('"G", "L"]', '"G"]', "catalogue.home: every category stands once"),
    "no departments": (re.compile(r"\[departments\]\n(.*\n)+?\n"), "", "catalogue: missing: departments"),
    "a word for a table": (re.compile(r"tile = \{.*"), 'tile = "A"', "catalogue.category.A.tile: expected a table"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_by_place(mistake):
    old, new, said = MISTAKES[mistake]
    if isinstance(old, re.Pattern):
        text = old.sub(new, TEXT)
    else:
        text = TEXT.replace(old, new) if mistake == "a category's long code" else TEXT.replace(old, new, 1)
    assert text != TEXT

    with pytest.raises(CatalogueError) as caught:
        load_catalogue(text.encode())

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("damaged", [b"", b"\xff\xfe", TEXT.encode()[:-40], b"version = ", b"[[", b"\x00" * 4096])
def test_a_damaged_file_is_one_clear_line(damaged):
    with pytest.raises(CatalogueError, match=r"^catalogue: [^\n]+$"):
        load_catalogue(damaged)


def test_a_missing_file_is_one_clear_line(tmp_path):
    with pytest.raises(CatalogueError, match="cannot be read"):
        load_catalogue(tmp_path / "none.toml")


def test_a_centre_may_add_a_language():
    text = TEXT.replace('en = "Concerts"', 'en = "Concerts", bo = "གཞས་ཚོགས"', 1)

    concerts = load_catalogue(text.encode()).category("B").subcategories[1]

    assert concerts.name["bo"] == "གཞས་ཚོགས"


def test_it_costs_the_first_frame_little():
    """5 ms to import and 5 to read are what the start can spare; the best of a few runs, for machines differ."""
    script = "import time, tomllib, pathlib, typing, kiosk.errors; t = time.perf_counter(); import kiosk.catalogue; "
    script += "print(time.perf_counter() - t)"
    imports = [float(subprocess.check_output([sys.executable, "-c", script], cwd=FILE.parents[1])) for _ in range(3)]
    reads = []
    for _ in range(5):
        begun = time.perf_counter()
        load_catalogue(FILE)
        reads.append(time.perf_counter() - begun)

    assert min(imports) < 0.010  # twice what it may take here: other tests run beside it
    assert min(reads) < 0.010
