"""Which keys stand where. Pure data: a key does the same in every layer, and 中/英 and 123 never change their place.

Widths are in units; a row of letters is ten units wide, and every row is centred.
"""

from dataclasses import dataclass

LETTERS, DIGITS = "letters", "digits"
ROW = 10.0


@dataclass(frozen=True, slots=True)
class Key:
    """action: one character to type, or a name the keyboard knows. face: what stands on it; empty = QML has the word.

    side: a paler key beside the letters. hint: small signs under the face, as on a telephone.
    """

    action: str
    units: float = 1.0
    face: str = ""
    hint: str = ""
    side: bool = False


Rows = tuple[tuple[Key, ...], ...]


def _chars(text: str) -> tuple[Key, ...]:
    return tuple(Key(char, face=char) for char in text)


def _foot(comma: str, stop: str, layer: str) -> tuple[Key, ...]:
    return (
        Key(layer, 1.4, side=True),
        Key("language", 1.4, side=True),
        Key(comma, face=comma),
        Key("space", 3.7),
        Key(stop, face=stop),
        Key("newline", 1.5, side=True),
    )


BACKSPACE = Key("backspace", 1.5, side=True)
_ENGLISH: Rows = (
    _chars("qwertyuiop"),
    _chars("asdfghjkl"),
    (Key("shift", 1.5, side=True), *_chars("zxcvbnm"), BACKSPACE),
    _foot(",", ".", DIGITS),
)
_PINYIN: Rows = (
    _chars("qwertyuiop"),
    _chars("asdfghjkl"),
    (Key("nine", 1.5, side=True), *_chars("zxcvbnm"), BACKSPACE),
    _foot("，", "。", DIGITS),
)
_NINE: Rows = (
    (Key("'", 2.5), Key("2", 2.5, "ABC", "2"), Key("3", 2.5, "DEF", "3"), Key("backspace", 2.5, side=True)),
    (Key("4", 2.5, "GHI", "4"), Key("5", 2.5, "JKL", "5"), Key("6", 2.5, "MNO", "6"), Key("pinyin", 2.5, side=True)),
    (Key("7", 2.5, "PQRS", "7"), Key("8", 2.5, "TUV", "8"), Key("9", 2.5, "WXYZ", "9"), Key("？", 2.5, "？")),
    _foot("，", "。", DIGITS),
)
_STROKE: Rows = (
    (Key("h", 2.5, "一"), Key("s", 2.5, "丨"), Key("p", 2.5, "丿"), Key("backspace", 2.5, side=True)),
    (Key("n", 2.5, "丶"), Key("z", 2.5, "乛"), Key("？", 2.5, "？"), Key("、", 2.5, "、")),
    _foot("，", "。", DIGITS),
)
_DIGITS_CHINESE: Rows = (
    _chars("1234567890"),
    _chars("？！、：；（）《》…"),
    (Key("￥", 1.5, "￥"), *_chars("“”—·-/%"), BACKSPACE),
    _foot("，", "。", LETTERS),
)
_SIGNS_ENGLISH: Rows = (
    _chars("?!:;'\"()@&"),
    _chars("-/_+=#%*~"),
    (Key("$", 1.5, "$"), *_chars("€£¥°<>|"), BACKSPACE),
    _foot(",", ".", LETTERS),
)
_LETTERS = {"english": _ENGLISH, "pinyin": _PINYIN, "nine": _NINE, "stroke": _STROKE}


def rows(way: str, layer: str) -> Rows:
    """The keys of a way of writing (english, pinyin, nine, stroke) in a layer (LETTERS, DIGITS)."""
    if layer == DIGITS:
        return _SIGNS_ENGLISH if way == "english" else _DIGITS_CHINESE
    return _LETTERS[way]


def top_row(way: str) -> tuple[Key, ...]:
    """What stands where an engine would offer its words."""
    return _chars("1234567890") if way == "english" else ()
