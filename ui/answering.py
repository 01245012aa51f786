"""How the tour's visitor answers each kind of question: by the same touches as anybody."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint

from ui.eye import Seen
from ui.finger import Finger, NothingHappened
from ui.viewmodels.question import Part

WORDS: Final = "hao"  # typed on the keys; the first word it stands for is taken
NINE: Final = "426"  # the same on nine keys
NUMBER: Final = "2"
PHONE: Final = "13800138000"
CROSS: Final = ((0.35, 0.5, 0.65, 0.5), (0.5, 0.2, 0.5, 0.85))  # the same, of 十
PAGES_MAX: Final = 8
SKETCH: Final = ((0.2, 0.7, 0.5, 0.25), (0.5, 0.25, 0.8, 0.7), (0.25, 0.62, 0.75, 0.62))  # x, y to x, y


class Answering:
    """Answers one question of the screen in view, turning pages where it must."""

    def __init__(self, finger: Finger, chinese: Callable[[], bool]) -> None:
        self._finger = finger
        self._chinese = chinese
        self._ways: Mapping[str, Callable[[Part, int], None]] = {
            "faces": self._rate,
            "list": self._choose,
            "pack": self._choose,
            "several": self._choose_first,
            "severalPack": self._choose_first,
            "rank": self._rank,
            "scale": self._pick,
            "notice": lambda _part, _turn: self._finger.tap("notice_agree"),
            "acknowledge": lambda _part, _turn: self._finger.tap("acknowledge"),
            "text": self._write,
            "lines": self._write,
            "number": self._type,
            "decimal": self._type,
            "phone": self._type,
            "date": self._choose_day,
            "draw": self._draw,
        }

    def answer(self, part: Part, turn: int, *, lone: bool) -> None:
        """Give an answer; another one with every turn, where there is a choice."""
        if part.kind == "faces" and not lone:
            self._tap_band(part, turn)
        elif way := self._ways.get(part.kind):
            way(part, turn)

    # -- turning pages

    def on_page(self, name: str) -> bool:
        """Whether something of this name can be seen now."""
        self._finger.settle()
        return any(item.name == name and item.inside for item in self._finger.eye.see())

    def tap(self, name: str) -> None:
        """Tap what may stand on another page of the screen."""
        self.page_to(name)
        self._finger.tap(name)

    def page_to(self, name: str) -> None:
        """Turn pages until it is there: down to the end, then up to the top."""
        for turn in ("pageDown", "pageUp"):
            for _ in range(PAGES_MAX):
                if self.on_page(name):
                    return
                if self._finger.find(turn) is None:
                    break
                self._finger.tap(turn)

    # -- kinds

    def _choose(self, part: Part, turn: int) -> None:
        self.tap(f"choice_{part.choices[turn % len(part.choices)]['name']}")

    def _rate(self, part: Part, turn: int) -> None:
        level = part.choices[turn % len(part.choices)]["name"]
        self._finger.settle()
        lying = self._finger.find(f"face_{level}") is not None  # five columns; five rows otherwise
        self.tap(f"face_{level}" if lying else f"choice_{level}")

    def _choose_first(self, part: Part, _turn: int) -> None:
        self.tap(f"choice_{part.choices[0]['name']}")

    def _rank(self, part: Part, _turn: int) -> None:
        for choice in part.choices:
            self.tap(f"choice_{choice['name']}")

    def _pick(self, part: Part, _turn: int) -> None:
        self.tap(f"number_{max(part.low, part.high - 2 * part.step)}")

    def _tap_band(self, part: Part, turn: int) -> None:
        self.page_to(f"band_{part.name}")
        level, band = 5 - turn % 3, f"/band_{part.name}"
        faces = [item for item in self._finger.eye.see() if item.name == f"face_{level}" and item.within.endswith(band)]
        if not faces:
            raise NothingHappened(f"no face {level} for {part.name}")
        self._finger.tap_at(f"face {level} of {part.name}", faces[0].middle)

    def _write(self, _part: Part, _turn: int) -> None:
        """Letters, then the first word they stand for; where keys are few, the nine of a telephone; or by hand."""
        board = ("key_h", "key_4", "writingPad")
        self._finger.until("a key", lambda: any(name in (*board, "openWriting") for name in self._finger.names()))
        if sheet := self._finger.find("openWriting") is not None:  # a small panel: writing has a sheet of its own
            self._finger.tap("openWriting")
            self._finger.until("a key", lambda: any(name in board for name in self._finger.names()))
        self._write_on()
        if sheet:
            self._finger.tap("writingDone")

    def _write_on(self) -> None:
        if (pad := self._finger.find("writingPad")) is not None:
            self._stroke(pad, CROSS)
            self._finger.until("a word to choose", lambda: self._finger.find("candidate_0") is not None)
            self._finger.tap("candidate_0")
            return
        for key in WORDS if self._finger.find("key_h") else NINE:
            self._finger.tap(f"key_{key}")
        if self._chinese():
            self._finger.until("a word to choose", lambda: self._finger.find("candidate_0") is not None)
            self._finger.tap("candidate_0")

    def _type(self, part: Part, _turn: int) -> None:
        for digit in PHONE if part.kind == "phone" else NUMBER:
            self._finger.tap(f"digit_{digit}")

    def _choose_day(self, _part: Part, _turn: int) -> None:
        self._finger.tap(next(name for name in self._finger.names() if name.startswith("day_")))

    def _draw(self, _part: Part, _turn: int) -> None:
        pad = self._finger.find("inkPad")
        if pad is None:
            raise NothingHappened(f"no pad to draw on; visible: {', '.join(self._finger.names())}")
        self._stroke(pad, SKETCH)

    def _stroke(self, pad: Seen, lines: Sequence[tuple[float, float, float, float]]) -> None:
        """Lines over a pad, in shares of its width and height."""
        for x0, y0, x1, y1 in lines:
            along = [step / 12 for step in range(13)]
            points = [((x0 + (x1 - x0) * t) * pad.width, (y0 + (y1 - y0) * t) * pad.height) for t in along]
            self._finger.stroke([QPoint(round(pad.x + x), round(pad.y + y)) for x, y in points])
