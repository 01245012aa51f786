"""The languages that are filled in, each with where its texts come from."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.translating.opencc import Traditional


@dataclass(frozen=True, slots=True)
class Language:
    """code: as it stands in files; column: how a form heads it; qt: of the .ts file.

    say: a text of zh-Hans in this language; "" where there is none yet, and zh-Hans is shown.
    """

    code: str
    column: str
    qt: str
    say: Callable[[str], str]


def languages(assets: Path) -> tuple[Language, Language]:
    """zh-Hant and ug. Raises PartMissing where the first cannot be made."""
    known: dict[str, str] = tomllib.loads((assets / "i18n" / "ug.toml").read_text(encoding="utf-8"))
    return (
        Language("zh-Hant", "繁體中文 (zh-Hant)", "zh_TW", Traditional(assets / "i18n" / "zh-Hant.toml")),
        Language("ug", "ئۇيغۇرچە (ug)", "ug_CN", lambda text: known.get(text.replace(BREAK, ""), "")),
    )


BREAK: Final = "<wbr>"  # where a Chinese label may break; other scripts have blanks
