"""Dates, weekdays, times and plurals, as each language writes them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from ui.i18n import Languages

ROOT = Path(__file__).parents[2]
PROBE = b"""
import QtQuick
import Kiosk
QtObject {
    required property string language
    property string day: Dates.day("2026-03-05")
    property string long: Dates.long(new Date(2026, 2, 5, 9, 41))
    property string clock: Dates.clock(new Date(2026, 2, 5, 9, 41))
    property string monday: Dates.weekday(0)
    property string sunday: Dates.weekday(6)
    Component.onCompleted: Dates.language = language
}
"""
WRITTEN = {
    "zh-Hans": ("3月5日", "3月5日（周四）", "周一", "周日"),
    "zh-Hant": ("3月5日", "3月5日（週四）", "週一", "週日"),
    "en": ("5 March", "Thu 5 March", "Monday", "Sunday"),
    "ug": ("5-مارت", "پە 5-مارت", "دۈشەنبە", "يەكشەنبە"),
}
STROKES = {
    "zh-Hans": {0: "画板，已画 0 笔", 1: "画板，已画 1 笔", 2: "画板，已画 2 笔"},
    "zh-Hant": {0: "畫板，已畫 0 筆", 1: "畫板，已畫 1 筆", 2: "畫板，已畫 2 筆"},
    "en": {0: "Drawing pad, 0 strokes", 1: "Drawing pad, 1 stroke", 2: "Drawing pad, 2 strokes"},
    "ug": {0: "رەسىم تاختىسى، 0 سىزىق سىزىلدى", 1: "رەسىم تاختىسى، 1 سىزىق سىزىلدى"},
}


@pytest.fixture
def spoken(qapp):
    """spoken(language): the words of a language, and an engine that reads in it."""
    languages, engine = Languages(QGuiApplication.instance(), ROOT / "assets" / "i18n"), QQmlEngine()
    engine.addImportPath(str(ROOT / "ui" / "qml"))
    kept = []

    def probe(language: str):
        languages.switch(language)
        component = QQmlComponent(engine)
        component.setData(PROBE, QUrl())
        made = component.createWithInitialProperties({"language": language})
        assert made is not None, component.errorString()
        kept.extend([component, made])
        return made

    yield probe
    kept.clear()
    languages.close()


@pytest.mark.parametrize("language", WRITTEN)
def test_a_day_is_written_as_people_write_it(spoken, language):
    made = spoken(language)
    day, long, monday, sunday = WRITTEN[language]

    assert (made.property("day"), made.property("long")) == (day, long)
    assert (made.property("monday"), made.property("sunday")) == (monday, sunday)
    assert made.property("clock") == "09:41"  # 24 hours, Latin digits, in every language


@pytest.mark.parametrize("language", STROKES)
def test_one_is_not_two(spoken, language):
    spoken(language)

    for number, words in STROKES[language].items():
        assert QCoreApplication.translate("DrawEntry", "Drawing pad, %n stroke(s)", "", number) == words
