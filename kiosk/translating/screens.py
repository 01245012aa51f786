"""Fills a language into the .ts file of the screens' own words, from the one of zh-Hans."""

import xml.etree.ElementTree as ET
from copy import deepcopy

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
                _say(translation, kept.get(_key(context, message), []), language)
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    return HEAD + body.replace("></translation>", "/>") + "\n"


def _say(translation: ET.Element, kept: list[str], language: Language) -> None:
    for _ in range(language.plurals - 1 if translation.find("numerusform") is not None else 0):
        translation.append(deepcopy(translation[0]))
    forms = _forms(translation)
    whole = kept if len(kept) == len(forms) and all(kept) else [language.say(form.text or "") for form in forms]
    for form, text in zip(forms, whole, strict=True):
        form.text = text
    translation.attrib.pop("type", None)
    if not all(whole):
        translation.set("type", "unfinished")


def _forms(translation: ET.Element) -> list[ET.Element]:
    """The forms for one, two, many; or the translation itself."""
    return translation.findall("numerusform") or [translation]


def _said(text: str) -> dict[tuple[str, str, str], list[str]]:
    contexts = ET.fromstring(text).iter("context")  # noqa: S314 - our own file
    return {
        _key(context, message): [(form.text or "").strip() for form in _forms(translation)]
        for context in contexts
        for message in context.iter("message")
        if (translation := message.find("translation")) is not None
    }


def _key(context: ET.Element, message: ET.Element) -> tuple[str, str, str]:
    return context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")
