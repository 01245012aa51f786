"""Which keys stand where. Pure data: a key does the same in every layer, and 中/英 and 123 never change their place.

Widths are in units; a row of letters is ten units wide, and every row is centred. Where ten keys of a finger's size do
not fit side by side, as on a small upright panel in large type, there are narrow layouts of seven.
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


SEVENTH = 1.4  # units of a key of which seven stand in a row


def _chars(text: str, units: float = 1.0) -> tuple[Key, ...]:
    return tuple(Key(char, units, face=char) for char in text)


def _foot(comma: str, stop: str, layer: str, mark: float = 1.0) -> tuple[Key, ...]:
    return (
        Key(layer, 1.4, side=True),
        Key("language", 1.4, side=True),
        *_chars(comma, mark),
        Key("space", 5.7 - 2 * mark),
        *_chars(stop, mark),
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
_LETTERS = {"english": _ENGLISH, "pinyin": _PINYIN, "nine": _NINE, "stroke": _STROKE, "handwriting": ()}
_ENGLISH_NARROW: Rows = (
    _chars("abcdefg", SEVENTH),
    _chars("hijklmn", SEVENTH),
    _chars("opqrstu", SEVENTH),
    (Key("shift", SEVENTH, side=True), *_chars("vwxyz", SEVENTH), Key("backspace", SEVENTH, side=True)),
    _foot(",", ".", DIGITS, SEVENTH),
)
_DIGITS_NARROW: Rows = (
    _chars("1234567", SEVENTH),
    _chars("890？！、：", SEVENTH),
    _chars("（）“”—…；", SEVENTH),
    (*_chars("￥·-/%+", SEVENTH), Key("backspace", SEVENTH, side=True)),
    _foot("，", "。", LETTERS, SEVENTH),
)
_SIGNS_NARROW: Rows = (
    _chars("1234567", SEVENTH),
    _chars("890?!:;", SEVENTH),
    _chars("()'\"@&-", SEVENTH),
    (*_chars("$/+=#%", SEVENTH), Key("backspace", SEVENTH, side=True)),
    _foot(",", ".", LETTERS, SEVENTH),
)
_NARROW = {
    "english": _ENGLISH_NARROW,
    "nine": (_NINE[0], (*_NINE[1][:3], Key("、", 2.5, "、")), _NINE[2], _foot("，", "。", DIGITS, SEVENTH)),
    "stroke": (_STROKE[0], _STROKE[1], _foot("，", "。", DIGITS, SEVENTH)),
    "handwriting": (),
}


def rows(way: str, layer: str, *, narrow: bool = False) -> Rows:
    """The keys of a way of writing (english, pinyin, nine, stroke, handwriting) in a layer (LETTERS, DIGITS).

    Handwriting has a pad in place of letters.
    """
    if layer == DIGITS and narrow:
        return _SIGNS_NARROW if way == "english" else _DIGITS_NARROW
    if layer == DIGITS:
        return _SIGNS_ENGLISH if way == "english" else _DIGITS_CHINESE
    return _NARROW[fitting(way, narrow=True)] if narrow else _LETTERS[way]


def fitting(way: str, *, narrow: bool) -> str:
    """The way of writing that fits: 26 keys do not, where it is narrow."""
    return "nine" if narrow and way == "pinyin" else way


def top_row(way: str, *, narrow: bool = False) -> tuple[Key, ...]:
    """What stands where an engine would offer its words."""
    return _chars("1234567890") if way == "english" and not narrow else ()
