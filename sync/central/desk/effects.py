"""What a change of the configuration would do, before it does: days, shares and codes as they are and as they would be.

And what can no longer be compared with before, once it is in force.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from kiosk.catalogue import Catalogue, load_catalogue
from kiosk.forms.model import Form
from kiosk.forms.xform import parse_form
from sync.central.cases import deadlines, office
from sync.central.desk import wordings
from sync.central.insight import weighing

_FORMS: Final = "forms/"


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that differs. what: a word of words.EFFECTS; which: a code or name, or nothing."""

    what: str
    which: str
    before: Any
    after: Any


def effects(name: str, old: str, new: str, today: date) -> list[Effect]:
    """What would differ, for two sound texts of a file; nothing for a file whose text says it all."""
    made = _MADE.get(name)
    if made is None or not old:
        return []
    before, after = made(old, today), made(new, today)
    keys = [*before, *(key for key in after if key not in before)]
    return [
        Effect(what, which, before.get((what, which)), after.get((what, which)))
        for what, which in keys
        if before.get((what, which)) != after.get((what, which))
    ]


def breaks(name: str, old: str, new: str) -> list[tuple[str, str]]:
    """What can no longer be compared with before: (a word of words.BREAKS, code or question)."""
    if not old or old == new:
        return []
    if name.startswith(_FORMS):
        return of_forms(parse_form(old.encode()), parse_form(new.encode()))
    if name == "catalogue.toml":
        return _of_catalogues(load_catalogue(old.encode()), load_catalogue(new.encode()))
    if name == "priority.toml" and _weights(old, date.min) != _weights(new, date.min):
        return [("weights", str(tomllib.loads(new)["version"]))]
    return []


def of_forms(old: Form, new: Form) -> list[tuple[str, str]]:
    """Questions that are gone, of another type, or have lost choices."""
    before = {one.name: one for one in old.questions}
    after = {one.name: one for one in new.questions}
    found = [("gone", name) for name in before if name not in after]
    for name in before.keys() & after.keys():
        if before[name].type != after[name].type:
            found.append(("type", name))
        elif _choices(before[name]) - _choices(after[name]):
            found.append(("choices", name))
        elif before[name].range != after[name].range:
            found.append(("range", name))
    return sorted(found)


def _choices(question: Any) -> set[str]:
    return {item.name for item in question.itemset.items} if question.itemset and not question.itemset.live else set()


def _of_catalogues(old: Catalogue, new: Catalogue) -> list[tuple[str, str]]:
    after = _codes(new)
    found = [("code", code) for code in _codes(old) if code not in after]
    found += [("means", code) for code, name in _codes(old).items() if code in after and after[code] != name]
    return found + [("tag", code) for code in old.tags if code not in new.tags]


def _codes(catalogue: Catalogue) -> dict[str, str]:
    rows = [(one.code, one.name) for one in catalogue.categories]
    rows += [(sub.code, sub.name) for one in catalogue.categories for sub in one.subcategories]
    return {code: name["zh-Hans"] for code, name in rows}


Made = dict[tuple[str, str], Any]


def _days(text: str, today: date, calendar: str | None = None) -> Made:
    """By when somebody who says something today hears from us, the usual way and by each lane."""
    law = deadlines.told(text, calendar)
    found: Made = {}
    for lane in (None, *law.lanes):
        first, result = law.due(today, complex_=False, lane=lane)
        found["first", lane.name if lane else ""] = first
        found["result", lane.name if lane else ""] = result
    found["complex", ""] = law.due(today, complex_=True)[1]
    return found


def _calendar(text: str, today: date) -> Made:
    values = tomllib.loads(text)
    days: Made = {("off", f"{day}"): "x" for day in values.get("off", ())}
    days |= {("on", f"{day}"): "x" for day in values.get("on", ())}
    return days | _days("", today, text)


def _weights(text: str, today: date) -> Made:  # noqa: ARG001 — as the others
    rules = weighing.read(text)
    tables: Mapping[str, Mapping[str, Any]] = {
        "weight": rules.weights,
        "score": rules.score,
        "severity": rules.severity,
        "band": rules.bands,
    }
    found: Made = {(what, name): value for what, table in tables.items() for name, value in table.items()}
    return found | {("least", ""): rules.least, ("half_life", ""): rules.half_life_days, ("full_at", ""): rules.full_at}


def _office(text: str, today: date) -> Made:  # noqa: ARG001 — as the others
    rules = office.parse(text)
    found: Made = {("keep", name): days for name, days in rules.keep.items()}
    found |= {("task", name): one.every for name, one in rules.tasks.items()}
    return found | {("certificate", ""): rules.certificate_days, ("locks", ""): rules.lock_untrained}


def _catalogue(text: str, today: date) -> Made:  # noqa: ARG001 — as the others
    catalogue = load_catalogue(text.encode())
    found: Made = {("code", code): name for code, name in _codes(catalogue).items()}
    rows = [(one.code, one.department) for one in catalogue.categories]
    rows += [(sub.code, sub.department) for one in catalogue.categories for sub in one.subcategories]
    return found | {("department", code): department for code, department in rows}


def _wordings(text: str, today: date) -> Made:  # noqa: ARG001 — as the others
    return {("wording", one.name): one.text["zh-Hans"] for one in wordings.read(text)}


_MADE: Final[Mapping[str, Any]] = {
    "deadlines.toml": _days,
    "calendar.toml": _calendar,
    "priority.toml": _weights,
    "office.toml": _office,
    "catalogue.toml": _catalogue,
    "wordings.toml": _wordings,
}
