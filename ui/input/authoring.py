"""Makes assets/input/characters.txt out of the Unicode data of Debian's unicode-data. For developers:

python -m ui.input.authoring > assets/input/characters.txt
"""

import bz2
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

UNICODE = Path("/usr/share/unicode")
HEADING = """\
# The characters of 通用规范汉字表 in its order, each with its readings in 通用规范汉字字典 (tones left out, ü as v).
# Made by `python -m ui.input.authoring` from the Unicode Character Database (kTGH, kTGHZ2013), © Unicode, Inc.,
# under the Unicode License (https://www.unicode.org/license.txt)."""


def field(folder: Path, file: str, name: str) -> Iterator[tuple[str, str]]:
    """(character, value) of one field of the Unihan database."""
    with bz2.open(folder / f"{file}.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            code, _, rest = line.partition("\t")
            found, _, value = rest.rstrip("\n").partition("\t")
            if found == name and code.startswith("U+"):
                yield chr(int(code[2:], 16)), value


def plain(reading: str) -> str:
    """lǜ → lv, as it is typed."""
    bare = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(char for char in bare if char.isascii())


def readings(value: str) -> list[str]:
    """`212.030:lè 453.020:yuè` → le yue."""
    return list(dict.fromkeys(plain(one) for place in value.split() for one in place.partition(":")[2].split(",")))


def table(folder: Path = UNICODE) -> str:
    places = {char: int(value.split(":")[1]) for char, value in field(folder, "Unihan_OtherMappings", "kTGH")}
    spoken = dict(field(folder, "Unihan_Readings", "kTGHZ2013"))
    rows = (" ".join([char, *readings(spoken[char])]) for char in sorted(places, key=places.__getitem__))
    return "\n".join([HEADING, *rows]) + "\n"


if __name__ == "__main__":
    sys.stdout.write(table())
