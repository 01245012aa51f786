"""A language that nobody speaks: every word of the screens marked and a third longer, to be told from what is not."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
ACCENTS = str.maketrans("aceinosuyAEINOSUY", "àçéîñöšüýÀÉÎÑÖŠÜÝ")
ARABIC = str.maketrans("aceinosuyAEINOSUY", "اجئىنوسۇيائىنوسۇي")


def pseudo(text: str, *, arabic: bool = False) -> str:
    """The text in brackets, a third longer, places for numbers and formats of dates kept."""
    if "MMMM" in text or text in ("yyyy", ", "):
        return text
    words = [word if "%" in word else word.translate(ARABIC if arabic else ACCENTS) for word in text.split(" ")]
    return "[" + " ".join(words) + "·" * (len(text) // 3 if len(text) > 8 else 0) + "]"


def compile_pseudo(folder: Path, language: str, *, arabic: bool = False) -> Path:
    """folder/<language>.qm with every text of the screens in it, and none of zh-Hans to fall back to."""
    tree = ET.parse(ROOT / "assets" / "i18n" / "zh-Hans.ts")
    for message in tree.getroot().iter("message"):
        translation, source = message.find("translation"), message.findtext("source", "")
        assert translation is not None
        translation.attrib.pop("type", None)
        for form in translation.findall("numerusform") or [translation]:
            form.text = pseudo(source, arabic=arabic)
    written = folder / f"{language}.ts"
    tree.write(written, encoding="utf-8", xml_declaration=True)
    command = [str(TOOLS / "pyside6-lrelease"), "-silent", str(written), "-qm", str(folder / f"{language}.qm")]
    subprocess.run(command, check=True, capture_output=True)
    return folder
