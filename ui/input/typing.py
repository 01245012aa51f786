"""What a key does: pure decisions. The view-model carries the steps out."""

from dataclasses import dataclass, replace
from enum import Enum

from ui.input.engine import BACKSPACE
from ui.input.inputs import ENGLISH
from ui.input.layouts import DIGITS, LETTERS
from ui.input.rime import WAYS


class Shift(Enum):
    OFF, ONCE, LOCK = range(3)


@dataclass(frozen=True, slots=True)
class Board:
    """What the keyboard shows. undecided: something stands underlined, or is on its way to the engine."""

    way: str = "pinyin"
    chinese: str = "pinyin"  # the way to come back to from English
    layer: str = LETTERS
    shift: Shift = Shift.OFF
    undecided: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """A key for the engine."""

    key: str


@dataclass(frozen=True, slots=True)
class Insert:
    """Text for the field, after what is undecided was decided."""

    text: str


@dataclass(frozen=True, slots=True)
class Erase:
    """The character before the cursor goes."""


@dataclass(frozen=True, slots=True)
class Decide:
    """The first word is taken."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Letters stay letters."""


@dataclass(frozen=True, slots=True)
class Switch:
    """Another way of writing from here on."""

    way: str


Step = Feed | Insert | Erase | Decide | Keep | Switch | None


_PLAIN: dict[str, tuple[Step, Step]] = {  # when nothing is undecided, and when something is
    "backspace": (Erase(), Feed(BACKSPACE)),
    "space": (Insert(" "), Decide()),
    "newline": (Insert("\n"), Keep()),
}


def press(board: Board, key: str, *, sentence_start: bool = False) -> tuple[Board, Step]:
    """The board after a key, and what is to be done. sentence_start: where the cursor stands, before the key."""
    match key:
        case "shift":
            return replace(board, shift=_next_shift(board, sentence_start)), None
        case "digits" | "letters":
            return replace(board, layer=DIGITS if key == "digits" else LETTERS), Decide() if board.undecided else None
        case "language":
            return switch(board, board.chinese if board.way == ENGLISH else ENGLISH)
        case "pinyin" | "nine" | "stroke" | "english" | "handwriting":
            return switch(board, key)
        case "backspace" | "space" | "newline":
            return board, _plain(board, key)
        case _:
            return _character(board, key, sentence_start)


def _plain(board: Board, key: str) -> Step:
    step = _PLAIN[key][board.undecided]
    return Decide() if step == Keep() and not keeps_letters(board.way) else step


def keeps_letters(way: str) -> bool:
    """Whether what was typed is worth keeping when no word is chosen."""
    return way in WAYS and WAYS[way].letters


def decided(board: Board, *, undecided: bool) -> Board:
    """The board after the engine answered."""
    return replace(board, undecided=undecided)


def switch(board: Board, way: str) -> tuple[Board, Step]:
    chinese = board.chinese if way == ENGLISH else way
    return Board(way, chinese), Switch(way)


def capital(board: Board, *, sentence_start: bool) -> bool:
    """Whether letters are capitals now: shift turns around what the place of the cursor asks for."""
    if board.way != ENGLISH:
        return False
    return board.shift is Shift.LOCK or (board.shift is Shift.ONCE) != sentence_start


def _character(board: Board, char: str, sentence_start: bool) -> tuple[Board, Step]:
    engine = WAYS.get(board.way)
    if engine and board.layer == LETTERS and char in engine.alphabet:
        return replace(board, undecided=True), Feed(char)
    if board.way == ENGLISH and char.isalpha():
        text = char.upper() if capital(board, sentence_start=sentence_start) else char
        return replace(board, shift=Shift.LOCK if board.shift is Shift.LOCK else Shift.OFF), Insert(text)
    return board, Insert(char)


def _next_shift(board: Board, sentence_start: bool) -> Shift:
    """Off, once, locked. At the start of a sentence capitals come by themselves, and `once` means a small letter."""
    return {Shift.OFF: Shift.ONCE, Shift.ONCE: Shift.OFF if sentence_start else Shift.LOCK, Shift.LOCK: Shift.OFF}[
        board.shift
    ]


def at_sentence_start(before: str) -> bool:
    """Whether a sentence begins after this text."""
    bare = before.rstrip(" ")
    return not bare or bare.endswith("\n") or (bare.endswith((".", "!", "?", "。", "！", "？")) and bare != before)


def joined(before: str, phrase: str) -> str:
    """A phrase that is tapped, set off from the words before it."""
    if not before or before[-1] in "，。？！、：；（《“\n ":
        return phrase
    if before[-1] in ",.?!:;":
        return f" {phrase}"
    return f", {phrase}" if phrase.isascii() else f"，{phrase}"
