"""Every word of the screens is in every language, and what is compiled is what is written."""

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from conftest import ROOT
from PySide6.QtCore import QTranslator
from qml_types import TOOLS

I18N = ROOT / "assets" / "i18n"
SOURCES = [str(path) for path in sorted((ROOT / "ui" / "qml").rglob("*.qml"))]
LANGUAGES = sorted(path.stem for path in I18N.glob("*.ts"))
WHOLE = [language for language in LANGUAGES if language != "ug"]  # that one may fall back: test_languages_fall_back.py
PLURALS_ALONE = {"en"}  # whose words are the sources


def messages(path: Path) -> list[tuple[str, str, ET.Element]]:
    return [
        (context.findtext("name", ""), message.findtext("source", ""), message)
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    ]


@pytest.mark.parametrize("language", WHOLE)
def test_nothing_is_unfinished(language, tmp_path):
    fresh = tmp_path / f"{language}.ts"
    shutil.copy(I18N / fresh.name, fresh)

    alone = ["-pluralonly"] if language in PLURALS_ALONE else []
    command = [str(TOOLS / "pyside6-lupdate"), "-silent", "-locations", "none", *alone, *SOURCES, "-ts", str(fresh)]
    subprocess.run(command, check=True, capture_output=True)

    wrong = [
        (context, source, translation.get("type"))
        for context, source, message in messages(fresh)
        if (translation := message.find("translation")) is not None and translation.get("type")
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_made_of_the_written_one(language, tmp_path):
    compiled = tmp_path / f"{language}.qm"
    command = [str(TOOLS / "pyside6-lrelease"), "-silent", str(I18N / f"{language}.ts"), "-qm", str(compiled)]

    subprocess.run(command, check=True, capture_output=True)

    assert compiled.read_bytes() == (I18N / f"{language}.qm").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_for_numbers_are_kept(language):
    def places(text: str) -> list[str]:
        return sorted(re.findall(r"%[0-9n]", text))

    for _, source, message in messages(I18N / f"{language}.ts"):
        translation = message.find("translation")
        for form in translation.findall("numerusform") or [translation]:  # for one, for two, for many
            said = "".join(form.itertext())
            assert not said or places(source) == places(said), source  # what is not said falls back


def test_chinese_sentences_are_short():
    for _, source, message in messages(I18N / "zh-Hans.ts"):
        text = "".join(message.find("translation").itertext()).strip()
        for sentence in text.replace("\u200b", "").replace("\n", "").replace("？", "。").split("。"):
            assert len(sentence) <= 24, (source, sentence)  # 20 characters, and some for marks and numbers


def test_no_word_is_that_of_an_office():
    for _, _, message in messages(I18N / "zh-Hans.ts"):
        text = "".join(message.find("translation").itertext())
        assert not any(word in text for word in ("用户", "群众", "亲，", "尽快", "马上", "高度重视", "！"))


def test_there_is_a_translator_to_load():
    for language in LANGUAGES:
        assert QTranslator().load(str(I18N / f"{language}.qm"))
