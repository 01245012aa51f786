"""A timetable file: what there is and what is wanted, as a centre writes it down. TOML, one line a mistake."""

import tomllib
from collections.abc import Mapping
from typing import Any

from kiosk.errors import ConfigError
from sync.central.insight.allocation import Means, Need, Plan, Room, Run, Teacher


def read(text: str, scores: Mapping[int, tuple[str, float]]) -> tuple[list[Need], Means]:
    """Needs and means. scores: a topic's name and score by its number, for needs that name a topic.

    Raises ConfigError, naming the table.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"timetable: {error}") from error
    rooms = [_room(n, one) for n, one in enumerate(_tables(told, "room"), 1)]
    teachers = [_teacher(n, one) for n, one in enumerate(_tables(told, "teacher"), 1)]
    needs = [_need(n, one, scores) for n, one in enumerate(_tables(told, "need"), 1)]
    for kind, names in (("room", rooms), ("teacher", teachers), ("need", needs)):
        if len({one.name for one in names}) != len(names):
            raise ConfigError(f"timetable: two of [[{kind}]] have the same name")
    budget, cap, fill = _number(told, "budget"), told.get("cap", 0.5), told.get("fill", 0.4)
    if not all(isinstance(share, int | float) and 0 < share <= 1 for share in (cap, fill)):
        raise ConfigError("timetable: cap and fill are parts of 1")
    return needs, Means(rooms, teachers, budget, float(cap), float(fill))


def as_plain(plan: Plan) -> dict[str, Any]:
    """A plan as it is kept."""
    return {
        "runs": [[run.need, run.slot, run.room, run.teacher, run.people, run.cost] for run in plan.runs],
        "value": round(plan.value, 2),
        "gap": round(plan.gap, 6),
        "people": plan.people,
        "cost": plan.cost,
        "left_out": dict(plan.left_out),
    }


def from_plain(kept: Mapping[str, Any]) -> Plan:
    """The plan that was kept."""
    runs = tuple(Run(*run) for run in kept["runs"])
    return Plan(runs, kept["value"], kept["gap"], kept["people"], kept["cost"], kept["left_out"])


def _tables(told: Mapping[str, Any], kind: str) -> list[Mapping[str, Any]]:
    found = told.get(kind, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ConfigError(f"timetable: [[{kind}]] is a list of tables")
    return found


def _room(number: int, one: Mapping[str, Any]) -> Room:
    place = f"[[room]] {number}"
    return Room(_text(one, "name", place), _text(one, "kind", place), _number(one, "seats", place), _slots(one, place))


def _teacher(number: int, one: Mapping[str, Any]) -> Teacher:
    place = f"[[teacher]] {number}"
    skills = one.get("skills")
    if not isinstance(skills, list) or not all(isinstance(skill, str) for skill in skills):
        raise ConfigError(f"timetable: {place}: skills is a list of names")
    return Teacher(_text(one, "name", place), frozenset(skills), _slots(one, place), _number(one, "most", place))


def _need(number: int, one: Mapping[str, Any], scores: Mapping[int, tuple[str, float]]) -> Need:
    place = f"[[need]] {number}"
    topic = one.get("topic")
    name, score = scores.get(topic, ("", 0.0)) if isinstance(topic, int) else ("", 0.0)
    if topic is not None and not name:
        raise ConfigError(f"timetable: {place}: no topic {topic}")
    if topic is None:
        name, score = _text(one, "name", place), float(_number(one, "score", place))
    wanted = one.get("wanted")
    if not isinstance(wanted, dict) or not all(isinstance(n, int) and n >= 0 for n in wanted.values()):
        raise ConfigError(f"timetable: {place}: wanted says how many people by slot")
    more = {key: _number(one, key, place) for key in ("least", "served", "most_runs") if key in one}
    return Need(
        name=name,
        score=min(100.0, score),
        wanted=wanted,
        cost=_number(one, "cost", place),
        kind=_text(one, "kind", place),
        skill=str(one.get("skill", "")),
        group=str(one.get("group", "")),
        **more,
    )


def _slots(one: Mapping[str, Any], place: str) -> frozenset[str]:
    slots = one.get("slots")
    if not isinstance(slots, list) or not all(isinstance(slot, str) for slot in slots):
        raise ConfigError(f"timetable: {place}: slots is a list of names")
    return frozenset(slots)


def _text(one: Mapping[str, Any], name: str, place: str) -> str:
    if not isinstance(value := one.get(name), str) or not value:
        raise ConfigError(f"timetable: {place}: {name} is missing")
    return value


def _number(one: Mapping[str, Any], name: str, place: str = "") -> int:
    value = one.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 10**9:
        raise ConfigError(f"timetable: {place + ': ' if place else ''}{name} is a whole number")
    return value
