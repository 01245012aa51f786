"""Fills a language into the TOML files of words, comments and order kept."""

import re
from typing import Final

from kiosk.translating.languages import Language

_TEXT: Final = r'"(?:[^"\\]|\\.)*"'
_ENTRY: Final = re.compile(rf"zh-Hans = ({_TEXT})((?:, [a-zA-Z-]+ = {_TEXT})*)")
_OTHER: Final = re.compile(rf", ([a-zA-Z-]+) = ({_TEXT})")


def in_tables(text: str, language: Language) -> str:
    """A file whose inline tables hold one text in several languages, zh-Hans first."""

    def filled(found: re.Match[str]) -> str:
        others = {code: said for code, said in _OTHER.findall(found[2]) if code != language.code}
        if said := language.say(found[1][1:-1]):
            others[language.code] = f'"{said}"'
        return f"zh-Hans = {found[1]}" + "".join(f", {code} = {said}" for code, said in others.items())

    return _ENTRY.sub(filled, text)


def in_sections(text: str, language: Language, source: str) -> str:
    """A file with one section a language: [source] again in this one, at the end; none unless all of it is said."""
    kept = _section(language.code).sub("", text).rstrip("\n") + "\n"
    found = _section(source).search(kept)
    assert found is not None, source
    lines = [line for line in found[0].rstrip("\n").split("\n")[1:] if not line.startswith("#")]
    body = "\n".join(lines)
    said = {one: language.say(one[1:-1]) for one in re.findall(_TEXT, body)}
    if not all(said.values()):
        return kept
    return f"{kept}\n[{language.code}]\n" + re.sub(_TEXT, lambda one: f'"{said[one[0]]}"', body) + "\n"


def in_lists(text: str, language: Language) -> str:
    """A file of phrases, one list a language: zh, en, and behind them this one, where all of a list is said."""
    kept = re.sub(rf"^{language.code} = .*\n", "", text, flags=re.MULTILINE)

    def add(found: re.Match[str]) -> str:
        said = {one: language.say(one[1:-1]) for one in re.findall(_TEXT, found[1])}
        if not all(said.values()):
            return found[0]
        return f"{found[0]}{language.code} = " + re.sub(_TEXT, lambda one: f'"{said[one[0]]}"', found[1]) + "\n"

    return re.sub(r"^zh = (\[.*\])\n(?:[a-zA-Z-]+ = \[.*\]\n)*", add, kept, flags=re.MULTILINE)


def _section(name: str) -> re.Pattern[str]:
    return re.compile(rf"^\[{re.escape(name)}\]\n.*?(?=^\[|\Z)", re.MULTILINE | re.DOTALL)
