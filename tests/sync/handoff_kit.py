"""Half-filled forms, and how they go into a code: shared by the tests of both sides."""

import random
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.forms.model import Form, Question
from kiosk.forms.visit import FormVisit
from kiosk.forms.xform import parse_form

ASSETS = Path(__file__).parents[2] / "assets"
EIGHT = ("quick-rating", "event", "course", "wish", "facility", "service", "expert", "annual")
FORMS = {path.stem: parse_form(path.read_bytes()) for path in sorted((ASSETS / "forms" / "xform").glob("*.xml"))}
LISTS = {
    "sessions": [{"name": f"s{n}", "label": f"第{n}场", "label_en": f"Show {n}"} for n in range(1, 6)],
    "courses": [{"name": f"c{n}", "label": f"第{n}班", "label_en": f"Class {n}"} for n in range(1, 6)],
    "topics": [{"name": f"t{n}", "label": f"主题{n}", "label_en": f"Topic {n}"} for n in range(1, 6)],
}
HAN = "我们每周六在文化馆排练合唱，教室的空调太冷了，老人坐久了膝盖疼，希望能调高两度；另外楼梯的灯也暗"
PREFIX = "https://xst.example.org.cn/h#"


def start(form: Form, language: str = "zh-Hans") -> FormVisit:
    rows = {name: LISTS.get(name, LISTS["topics"]) for name in form.live_lists}
    return FormVisit.start(form, language=language, today=date(2026, 11, 24), lists=rows)


def words(rng: random.Random, characters: int) -> str:
    return "".join(rng.choice(HAN) for _ in range(characters))


def half_filled(form: Form, rng: random.Random, *, share: float = 0.5, han: int = 100) -> FormVisit:
    """Somebody who got about that far; at most so many characters of words in all."""
    return filled(start(form), rng, share=share, han=han)


def filled(visit: FormVisit, rng: random.Random, *, share: float = 0.5, han: int = 100) -> FormVisit:
    """The same for a visit that has begun somewhere, with the lists that it has."""
    left = han
    stop = max(1, round(len(visit.screens) * share))
    while visit.screen is not None and visit.index < stop:
        for question in visit.screen.questions:
            value = answer(visit, question, rng, left)
            if isinstance(value, str) and question.type == "text":
                left -= len(value)
            if value is not None:
                visit = visit.answer(question.name, value)
        after = visit.next()
        if after.index == visit.index:
            break
        visit = after
    return visit


def answer(visit: FormVisit, question: Question, rng: random.Random, characters: int) -> Any:
    offered = [choice.name for choice in visit.choices(question.name)]
    several = min(len(offered), rng.randint(1, question.max_selected or 3))
    given = {
        "select_one": rng.choice(offered) if offered else None,
        "select_multiple": rng.sample(offered, several) or None,
        "rank": rng.sample(offered, len(offered)) or None,
        "range": rng.randint(0, 10),
        "text": words(rng, characters) if characters > 0 else None,
        "image": {"ink": [[10, 10, 200, 200]], "w": 1800, "h": 1200},
    }
    return given.get(question.type)


def as_carried(visit: FormVisit) -> dict[str, Any]:
    """What should come out on the other side: everything but drawings, several choices in the form's order."""
    found = {}
    for question in visit.form.answer_order:
        value = visit.answers().get(question.name)
        if value is None or question.type in {"image", "audio"}:
            continue
        if question.type == "select_multiple" and question.itemset and not question.itemset.live:
            value = [item.name for item in question.itemset.items if item.name in value]
        found[question.name] = value
    return found
