"""The pages' words: all of them in Chinese, compiled, and none of anybody else's addresses."""

import re
from pathlib import Path

import pytest
from django.utils.translation.template import templatize

from kiosk.errors import ConfigError
from sync.central.cases import taxonomy, wording

ROOT = Path(__file__).parents[3]
CENTRAL = ROOT / "sync" / "central"
TEMPLATES = sorted(CENTRAL.glob("*/templates/**/*.html"))
STATIC = ROOT / "assets" / "central" / "static"
_CALL = re.compile(
    r"""(?<![\w.])(gettext|gettext_lazy|_|pgettext|ngettext)\(\s*((?:u?(?:"[^"]*"|'[^']*')[,\s]*)+)""", re.S
)
_STRING = re.compile(r""""((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'""")


def said_in(source: str) -> set[str]:
    """The messages that a Python source, or a template turned into one, asks gettext for."""
    found = set()
    for call, arguments in _CALL.findall(source):
        texts = [
            (double or single).replace("\\'", "'").replace('\\"', '"') for double, single in _STRING.findall(arguments)
        ]
        if call == "pgettext":
            found.add(f"{texts[0]}\x04{texts[1]}")
        else:
            found.add("\0".join(texts[:2]) if call == "ngettext" else texts[0])
    return found


def messages() -> set[str]:
    found = set()
    for path in TEMPLATES:
        found |= said_in(templatize(path.read_text("utf-8")))
    for path in CENTRAL.rglob("*.py"):
        if "gettext" in (source := path.read_text("utf-8")):
            found |= said_in(source)
    return found


def chinese() -> dict[str, list[str]]:
    return wording.read_po((wording.LOCALE / "zh_Hans" / "LC_MESSAGES" / "django.po").read_text("utf-8"))


def test_every_word_of_every_page_is_there_in_chinese_and_none_too_many():
    known = {message for message in chinese() if message}

    assert len(messages()) > 150
    assert messages() - known == set()
    assert known - messages() == set()


def test_no_translation_is_empty_or_loses_a_blank():
    for message, texts in chinese().items():
        if message:
            blanks = set(re.findall(r"%\(\w+\)s", message.split("\0")[-1]))
            for text in texts:
                assert text.strip(), message
                assert set(re.findall(r"%\(\w+\)s", text)) <= blanks, message


@pytest.mark.parametrize("po", sorted(wording.LOCALE.glob("*/LC_MESSAGES/*.po")), ids=lambda po: po.parts[-3])
def test_the_compiled_words_are_those_of_the_source(po):
    assert po.with_suffix(".mo").read_bytes() == wording.write_mo(wording.read_po(po.read_text("utf-8")))


def test_a_damaged_source_is_named_by_place():
    with pytest.raises(ConfigError, match="po: block 2"):
        wording.read_po('msgid ""\nmsgstr ""\n\nmsgid "a\nmsgstr "b"\n')
    with pytest.raises(ConfigError, match="twice"):
        wording.read_po('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n')


def test_no_page_names_anybody_elses_address():
    for path in [*TEMPLATES, *STATIC.rglob("*.css"), *STATIC.rglob("*.js")]:
        addresses = re.findall(r"(?:https?:)?//[\w.-]+", path.read_text("utf-8"))
        assert [one for one in addresses if one not in {"http://www.w3.org"}] == [], path.name


def test_our_own_styles_are_small():
    sizes = {path.name: path.stat().st_size for path in (STATIC / "css").iterdir()}

    assert sizes["house.css"] + sizes["desk.css"] < 20_000
    assert sizes["house.css"] + sizes["public.css"] < 20_000


def test_templates_hold_no_chinese_of_their_own():
    allowed = {
        "中文",
        "简体",
        "繁體",
        "简体中文",
        "繁體中文",
        "、",
    }  # a language names itself; a list is set with its own comma
    for path in [*TEMPLATES, *CENTRAL.glob("desk/*.py"), *CENTRAL.glob("public/*.py")]:
        code = re.sub(r'""".*?"""|#.*', "", path.read_text("utf-8"), flags=re.S)
        assert set(re.findall(r"[\u3001\u4e00-\u9fff]+", code)) <= allowed, path.name


def test_what_a_form_or_tag_suggests_is_in_the_catalogue():
    assert taxonomy.hints().suggest(None, "course", []) == "C"
    assert taxonomy.department_for("C8") == "digital"
    assert taxonomy.department_for("?") == taxonomy.OFFICE
    assert taxonomy.category_name("C8")["en"]
