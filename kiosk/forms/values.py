"""Answers by type: what may be given, how it is kept, and how an expression reads it.

select_one -> choice name; select_multiple, rank -> list of names; integer, range -> int; decimal -> str of digits;
date -> "YYYY-MM-DD"; text -> str; acknowledge -> True; image -> {"ink": [[x, y, x, y, …], …], "w": …, "h": …} in
tenths of a millimetre; audio -> {"voice": {"sha256": …, "bytes": …, "seconds": …}}; hidden -> str
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from kiosk.errors import AnswersError
from kiosk.forms import dates
from kiosk.forms.model import LISTING, Question

TEXT_MAX: Final = 4000  # characters
INK_MAX: Final = 16 * 1024  # bytes of canonical JSON
NAME_MAX: Final = 64
INTEGER_MAX: Final = 10**15
SIDE_MAX: Final = 20_000  # two metres of drawing ground
VOICE_MAX: Final = 3 * 2**20 + 128  # bytes of a sealed message: a terminal's is smaller, a phone's is what it recorded
VOICE_SECONDS: Final = 60

_WHOLE = re.compile(r"[+-]?\d{1,16}", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DECIMAL = re.compile(r"[+-]?(\d{1,16}(\.\d{0,16})?|\.\d{1,16})", re.ASCII)
_NO_CHARACTERS = {code: None for code in (*range(32), 127) if chr(code) not in "\t\n"} | {0xFFFE: None, 0xFFFF: None}


def read_value(question: Question, value: Any) -> Any:
    """An answer as it is kept; None for no answer.

    Raises AnswersError by the question's name when it is not of the question's type. Never quotes the answer.
    """
    if value is None or (isinstance(value, (str, list, tuple)) and not value):
        return None
    reader = _READERS.get(question.type)
    if reader is None:
        raise AnswersError(f"{question.name}: a {question.type} takes no answer")
    try:
        return reader(value)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise AnswersError(f"{question.name}: not an answer of type {question.type}") from error


def node_text(question: Question, value: Any) -> tuple[str, str]:
    """An answer as an expression reads it: a node's text and kind."""
    if value is None:
        return "", ""
    match question.type:
        case "date":
            day = dates.read_date(value)
            return (str(dates.day_number(day)), "date") if day else ("", "")
        case "acknowledge":
            return "OK", ""
        case "image" | "audio":
            return ("drawing" if question.type == "image" else "voice"), ""
        case type_ if type_ in LISTING:
            return " ".join(value), ""
        case _:
            return str(value), ""


def plain(text: str) -> str:
    """A text without the characters that XML and a record cannot hold; every line ends in a line feed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_NO_CHARACTERS)
    return text.encode("utf-8", "ignore").decode()  # a lone surrogate is no character


def read_default(question: Question, text: str) -> Any:
    """The answer that a default of the XForm stands for; None when it stands for none."""
    if question.type == "date" and _WHOLE.fullmatch(text) and (day := dates.day_of(float(text))) is not None:
        text = day.isoformat()  # today() + 7 is a day number
    try:
        return read_value(question, text.split() if question.type in LISTING else text)
    except AnswersError:
        return None


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        raise TypeError("text")
    cleaned = plain(value)
    return cleaned if cleaned.strip() else None


def _integer(value: Any) -> int:
    if isinstance(value, bool):
        raise TypeError("integer")
    if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
        value = int(value)
    if not isinstance(value, int) or abs(value) > INTEGER_MAX:
        raise ValueError("integer")
    return value


def _decimal(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        raise TypeError("decimal")
    text = str(value).strip().replace(",", ".")
    if not _DECIMAL.fullmatch(text):
        raise ValueError("decimal")
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        raise ValueError("decimal") from error
    plain = f"{number:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain in ("-0", "") else plain


def _date(value: Any) -> str:
    text = value.isoformat() if isinstance(value, date) else value
    if not isinstance(text, str) or dates.read_date(text) is None:
        raise ValueError("date")
    return text


def _name(value: Any) -> str:
    if not isinstance(value, str) or len(value) > NAME_MAX or value.split() != [value]:
        raise ValueError("choice")
    return value


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        raise TypeError("choices")
    names = tuple(_name(name) for name in value)
    if len(set(names)) != len(names):
        raise ValueError("choices")
    return names


def _acknowledge(value: Any) -> bool | None:
    if value not in (True, False, "OK"):
        raise ValueError("acknowledge")
    return True if value else None


def _image(value: Any) -> Mapping[str, Any] | None:
    if not isinstance(value, Mapping) or value.keys() != {"ink", "w", "h"}:
        raise ValueError("drawing")
    strokes = [_stroke(stroke) for stroke in value["ink"]]
    if not all(0 < _whole(value[side]) <= SIDE_MAX for side in ("w", "h")):
        raise ValueError("drawing")
    return {"ink": strokes, "w": value["w"], "h": value["h"]} if strokes else None


def _audio(value: Any) -> Mapping[str, Any]:
    """A spoken message by its name; the sound itself travels beside the record (kiosk/voices.py)."""
    voice = value["voice"]
    if not isinstance(value, Mapping) or value.keys() != {"voice"} or voice.keys() != {"sha256", "bytes", "seconds"}:
        raise ValueError("voice")
    if not isinstance(voice["sha256"], str) or not _SHA256.fullmatch(voice["sha256"]):
        raise ValueError("voice")
    if not 0 < _whole(voice["bytes"]) <= VOICE_MAX or not 0 < _whole(voice["seconds"]) <= VOICE_SECONDS:
        raise ValueError("voice")
    return {"voice": {"bytes": voice["bytes"], "seconds": voice["seconds"], "sha256": voice["sha256"]}}


def _stroke(stroke: Any) -> list[int]:
    points = [_whole(number) for number in stroke]
    if not points or len(points) % 2 or any(abs(number) > SIDE_MAX for number in points):
        raise ValueError("drawing")
    return points


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("whole number")
    return value


def ink_size(value: Mapping[str, Any]) -> int:
    """Bytes of a drawing as it is recorded: canonical JSON, which for whole numbers is the shortest."""
    return len(json.dumps(value, separators=(",", ":")))


def exported(question: Question, value: Any) -> Any:
    """An answer as a record holds it."""
    return list(value) if question.type in LISTING else value


_READERS = {
    "text": _text,
    "integer": _integer,
    "range": _integer,
    "decimal": _decimal,
    "date": _date,
    "select_one": _name,
    "select_multiple": _names,
    "rank": _names,
    "acknowledge": _acknowledge,
    "image": _image,
    "audio": _audio,
    "hidden": _text,
}
