"""简体 → 繁體: characters by OpenCC, then what a reader put right in assets/i18n/zh-Hant.toml."""

import ctypes
import tomllib
from pathlib import Path
from typing import Final

from kiosk.errors import PartMissing

LIBRARIES: Final = ("libopencc.so.1.1", "libopencc.so.1.2", "libopencc.so.1")  # comes along with librime
BASE: Final = b"s2tw.json"  # its characters alone: the words stay those of the house


class Traditional:
    """Converts texts; where a whole text or a word was put right, that counts. Raises PartMissing without OpenCC."""

    def __init__(self, mended: Path) -> None:
        told = tomllib.loads(mended.read_text(encoding="utf-8"))
        self._words: dict[str, str] = told["words"]
        self._texts: dict[str, str] = told["texts"]
        self._library = _library()
        self._handle = self._library.opencc_open(BASE)

    def __call__(self, text: str) -> str:
        """The text in traditional characters."""
        if text in self._texts:
            return self._texts[text]
        source = text.encode()
        found = self._library.opencc_convert_utf8(self._handle, source, len(source))
        converted = ctypes.string_at(found).decode()
        self._library.opencc_convert_utf8_free(found)
        for word, better in self._words.items():
            converted = converted.replace(word, better)
        return converted


def _library() -> ctypes.CDLL:
    for name in LIBRARIES:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.opencc_open.restype = ctypes.c_void_p
        library.opencc_open.argtypes = [ctypes.c_char_p]
        library.opencc_convert_utf8.restype = ctypes.c_void_p
        library.opencc_convert_utf8.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
        library.opencc_convert_utf8_free.argtypes = [ctypes.c_void_p]
        return library
    raise PartMissing("没有 OpenCC · OpenCC is missing: apt-get install libopencc1.1")
