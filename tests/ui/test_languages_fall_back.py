"""What Uyghur does not say yet is said in zh-Hans, and is listed here: nothing falls back unseen."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QGuiApplication

from kiosk.forms.xform import parse_form
from ui.i18n import FALL_BACK, Languages, chain_of

ASSETS = Path(__file__).parents[2] / "assets"
SHARE = 0.8  # of the visitors' screens that Uyghur says itself, at least
IN_UYGHUR = {"quick-rating"}  # forms; every other one is shown in zh-Hans


STAFF = ("Staff", "Setup", "First")  # screens of the staff begin like this: Chinese will do there


def translations(language: str) -> dict[tuple[str, str, str], str]:
    """(context, source, comment) → text; "" where there is none."""
    root = ET.parse(ASSETS / "i18n" / f"{language}.ts").getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")): ""
        if (found := message.find("translation")) is None or found.get("type")
        else "".join(found.itertext())
        for context in root.iter("context")
        for message in context.iter("message")
    }


@pytest.fixture
def languages(qapp):
    languages = Languages(QGuiApplication.instance(), ASSETS / "i18n")
    yield languages
    languages.close()


def test_most_of_the_screens_speak_uyghur(languages, capsys):
    ours, chinese = translations("ug"), translations("zh-Hans")
    visitors = [key for key in chinese if not key[0].startswith(STAFF) or key[0] == "StaffSheet"]
    silent = sorted(key for key in visitors if not ours.get(key))

    print("shown in zh-Hans:", *(f"{context}: {source!r}" for context, source, _ in silent), sep="\n  ")

    assert len(silent) <= (1 - SHARE) * len(visitors), silent


def test_a_text_without_uyghur_is_chinese_and_never_english(languages):
    languages.switch("ug")

    ours, chinese = translations("ug"), translations("zh-Hans")
    for (context, source, comment), words in chinese.items():
        if words and "%n" not in source and not ours.get((context, source, comment)):
            assert QCoreApplication.translate(context, source, comment) == words


def test_each_language_speaks_for_itself(languages):
    said = {}
    for language in ("zh-Hans", "zh-Hant", "en", "ug"):
        languages.switch(language)
        said[language] = QCoreApplication.translate("QuestionScreen", "Skip")

    assert len(set(said.values())) == 4
    assert chain_of("ug") == (FALL_BACK, "ug")


def test_only_uyghur_is_written_from_right_to_left(languages, qapp):
    directions = {}
    for language in ("ug", "zh-Hans", "zh-Hant", "en"):
        languages.switch(language)
        directions[language] = QGuiApplication.layoutDirection().name

    assert directions.pop("ug") == "RightToLeft"
    assert set(directions.values()) == {"LeftToRight"}


@pytest.mark.parametrize("path", sorted((ASSETS / "forms" / "xform").glob("*.xml")), ids=lambda path: path.stem)
def test_a_form_speaks_uyghur_or_is_known_not_to(path):
    form = parse_form(path.read_bytes())
    question = form.screens[0].questions[0]

    assert ("ug" in form.languages) == (form.id in IN_UYGHUR)
    if form.id not in IN_UYGHUR:
        assert question.label("ug") == question.label("zh-Hans")


def test_uyghur_dates_are_written_with_latin_digits():
    assert QLocale("ug_CN").toString(1234) in {"1,234", "1234"}
