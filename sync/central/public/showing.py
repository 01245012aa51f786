"""What a form page shows, as plain values for its template. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kiosk.forms.model import Question
from kiosk.forms.visit import FormVisit
from sync.central.public.words import words

SCALE_MAX: Final = 21  # a range with more steps is typed, not tapped
_BREAK: Final = re.compile(r"<wbr */?>|\u200b")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. place: in a ranking, from 1; 0 when it has none."""

    name: str
    label: str
    picture: str = ""
    on: bool = False
    place: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a page. kind names its piece of template."""

    name: str
    kind: str
    label: str
    hint: str = ""
    required: bool = False
    options: tuple[Option, ...] = ()
    value: Any = None
    note: str = ""
    wrong: str = ""
    length: int = 0
    low: int = 0
    high: int = 0
    step: int = 1
    order: str = ""


def part_of(
    visit: FormVisit, question: Question, wrong: Mapping[str, str], typed: Mapping[str, str] | None = None
) -> Part:
    """A question as it is shown now. typed: what could not be read, to be shown again."""
    name, value = question.name, visit.value(question.name)
    low, high, step = question.range or (0, 0, 1)
    kind = kind_of(question)
    return Part(
        name=name,
        kind=kind,
        label=plain(visit.label(name)),
        hint=plain(visit.hint(name)),
        required=visit.is_required(name),
        options=_options(visit, question, value),
        value=_voice(visit, value) if kind == "audio" else (typed or {}).get(name, value if value is not None else ""),
        note=_note(visit, question),
        wrong=wrong.get(name, ""),
        length=question.max_length or 0,
        low=low,
        high=high,
        step=step,
        order=" ".join(value or ()) if question.type == "rank" else "",
    )


def _voice(visit: FormVisit, value: Any) -> str:
    """How a message that was taken is spoken of; "" for none."""
    return words(visit.language)["voice_kept"].format(n=value["voice"]["seconds"]) if value else ""


def kind_of(question: Question) -> str:
    """How a question is shown, by its type and appearance."""
    looks = question.appearance
    match question.type:
        case "select_one":
            return "faces" if "likert" in looks else "one"
        case "select_multiple":
            return "several"
        case "text":
            return "lines" if "multiline" in looks else "text"
        case "range":
            low, high, step = question.range or (0, 0, 1)
            return "scale" if (high - low) // step < SCALE_MAX else "integer"
    return question.type


def plain(text: str) -> str:
    """A label without its hints for line breaks."""
    return _BREAK.sub("", text)


def _options(visit: FormVisit, question: Question, value: Any) -> tuple[Option, ...]:
    if question.type == "range":
        low, high, step = question.range or (0, 0, 1)
        if (high - low) // step >= SCALE_MAX:
            return ()
        return tuple(Option(str(n), str(n), on=value == n) for n in range(low, high + 1, step))
    chosen: Sequence[str] = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    return tuple(
        Option(
            choice.name,
            plain(choice.label),
            (choice.media or "").removesuffix(".svg"),
            choice.name in chosen,
            chosen.index(choice.name) + 1 if question.type == "rank" and choice.name in chosen else 0,
        )
        for choice in visit.choices(question.name)
    )


def _note(visit: FormVisit, question: Question) -> str:
    said = words(visit.language)
    if question.type == "select_multiple" and question.max_selected:
        return said["chosen_most"].format(n=question.max_selected)
    if question.type == "rank":
        return said["rank_help"]
    if question.type in ("image", "audio"):
        return said["draw_help" if question.type == "image" else "voice_help"]
    return said["written_most"].format(n=question.max_length) if question.max_length else ""
