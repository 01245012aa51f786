"""``python -m kiosk.translating``: fill every file, and say which ones changed."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from kiosk.errors import PartMissing
from kiosk.forms.shipped import sources
from kiosk.translating.languages import Language, languages
from kiosk.translating.po import in_po
from kiosk.translating.screens import in_translations
from kiosk.translating.tables import in_form, is_wholly_said
from kiosk.translating.toml import in_lists, in_sections, in_tables

ASSETS: Final = Path(__file__).parents[2] / "assets"


def filled(assets: Path, told: tuple[Language, ...]) -> Iterator[tuple[Path, str]]:
    """Every file that holds these languages, with what should stand in it."""
    for path in sources(assets / "forms"):
        text = path.read_text(encoding="utf-8")
        for language in told:
            text = in_form(text, language, add=is_wholly_said(text, language))
        yield path, text
    for path in (assets / "catalogue.toml", assets / "words" / "venue.toml"):
        yield path, _all(path, told, in_tables)
    yield assets / "words" / "notice.toml", _all(assets / "words" / "notice.toml", told, in_sections, "zh-Hans")
    spoken = assets / "words" / "speech.toml"
    yield spoken, in_sections(spoken.read_text(encoding="utf-8"), told[0], "zh-Hans")  # ug is written there itself
    yield assets / "forms" / "messages.toml", _all(assets / "forms" / "messages.toml", told, in_sections, "zh")
    yield assets / "words" / "chips.toml", _all(assets / "words" / "chips.toml", told, in_lists)
    locale = assets / "central" / "locale"
    pages = (locale / "zh_Hans" / "LC_MESSAGES" / "django.po").read_text(encoding="utf-8")
    yield locale / "zh_Hant" / "LC_MESSAGES" / "django.po", in_po(pages, told[0])
    chinese = (assets / "i18n" / "zh-Hans.ts").read_text(encoding="utf-8")
    for language in told:
        path = assets / "i18n" / f"{language.code}.ts"
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        yield path, in_translations(chinese, before, language)


def _all(path: Path, told: tuple[Language, ...], fill: Callable[..., str], *more: str) -> str:
    text = path.read_text(encoding="utf-8")
    for language in told:
        text = fill(text, language, *more)
    return text


def main() -> int:
    """Write what changed."""
    try:
        for path, text in filled(ASSETS, languages(ASSETS)):
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
                print(path.relative_to(ASSETS))
    except PartMissing as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
