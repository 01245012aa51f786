"""A gettext file in another Chinese: the ids stay, what stands beside them follows."""

import re
from typing import Final

from kiosk.translating.languages import Language

_STRING: Final = re.compile(r'^(msgstr(?:\[\d+\])?\s+)?"(.*)"$')


def in_po(chinese: str, language: Language) -> str:
    """The whole file of zh-Hans in this language."""
    lines, within = [], False
    for line in chinese.split("\n"):
        within = line.startswith("msgstr") or (within and line.startswith('"'))
        found = _STRING.match(line) if within else None
        if found is None or "\\n" in found[2]:  # the header's own lines name no words
            lines.append(line)
        else:
            lines.append(f'{found[1] or ""}"{language.say(found[2])}"')
    return "\n".join(lines).replace('"Language: zh_Hans\\n"', '"Language: zh_Hant\\n"')
