"""Fills a language into the .ts file of the screens' own words, from the one of zh-Hans."""

import xml.etree.ElementTree as ET

from kiosk.translating.languages import Language

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def in_translations(chinese: str, ours: str, language: Language) -> str:
    """The .ts of zh-Hans in this language. What ours says already, a reader may have put right: it stays.

    zh-Hant follows zh-Hans always: what is to be put right there stands in its own list.
    """
    kept = _said(ours) if ours and language.code != "zh-Hant" else {}
    root = ET.fromstring(chinese)  # noqa: S314 - our own file
    root.set("language", language.qt)
    for context in root.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None:
                _say(translation, kept.get(_key(context, message), ""), language)
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    return HEAD + body.replace("></translation>", "/>") + "\n"


def _say(translation: ET.Element, kept: str, language: Language) -> None:
    forms = translation.findall("numerusform") or [translation]
    for form in forms:
        form.text = kept or language.say(form.text or "")
    translation.attrib.pop("type", None)
    if not all(form.text for form in forms):
        translation.set("type", "unfinished")


def _said(text: str) -> dict[tuple[str, str, str], str]:
    contexts = ET.fromstring(text).iter("context")  # noqa: S314 - our own file
    return {
        _key(context, message): message.findtext("translation") or ""
        for context in contexts
        for message in context.iter("message")
    }


def _key(context: ET.Element, message: ET.Element) -> tuple[str, str, str]:
    return context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")
