"""The languages that are filled in, each with where its texts come from."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.translating.opencc import Traditional


@dataclass(frozen=True, slots=True)
class Language:
    """code: as it stands in files; column: how a form heads it; qt: of the .ts file; plurals: its forms there.

    say: a text of zh-Hans in this language; "" where there is none yet, and zh-Hans is shown.
    """

    code: str
    column: str
    qt: str
    plurals: int
    say: Callable[[str], str]


def languages(assets: Path) -> tuple[Language, Language]:
    """zh-Hant and ug. Raises PartMissing where the first cannot be made."""
    known: dict[str, str] = tomllib.loads((assets / "i18n" / "ug.toml").read_text(encoding="utf-8"))

    def uyghur(text: str) -> str:
        return known.get(text.replace("<wbr>", "").replace("\u200b", ""), "")  # other scripts break at blanks

    return (
        Language("zh-Hant", "繁體中文 (zh-Hant)", "zh_TW", 1, Traditional(assets / "i18n" / "zh-Hant.toml")),
        Language("ug", "ئۇيغۇرچە (ug)", "ug_CN", 2, uyghur),
    )
