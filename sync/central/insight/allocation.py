"""A proposal for the centre's means: which needs get which slot, room and teacher, within every limit. A person signs.

A mixed-integer programme, solved by HiGHS through scipy. An option is one need at one slot in one room with one
teacher; the programme picks options and says how many people each serves, so that score × people is greatest and no
limit is broken. ``broken`` checks a plan by plain counting, without the programme, before anybody sees one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

SECONDS: Final = 4.0
SLOTS_EACH: Final = 12  # of a need's slots the programme looks at the most wanted ones
SIZES_EACH: Final = 2  # per slot: rooms of the two sizes nearest to what is wanted
_EPSILON: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Need:
    """What is wanted. score: 0 to 100; wanted: people by slot; served: seats it has already; least: sign-ups to start.

    cost: of one run; skill: of a teacher, "" for none; kind: of a room; group: whom it is for, "" for everybody.
    """

    name: str
    score: float
    wanted: Mapping[str, int]
    cost: int
    kind: str
    skill: str = ""
    least: int = 15
    served: int = 0
    most_runs: int = 3
    group: str = ""

    @property
    def unserved(self) -> int:
        """People who have no seat yet: what is served already is not served again."""
        return max(0, sum(self.wanted.values()) - self.served)


@dataclass(frozen=True, slots=True)
class Room:
    """A room that can be used. slots: when it is free."""

    name: str
    kind: str
    seats: int
    slots: frozenset[str]


@dataclass(frozen=True, slots=True)
class Teacher:
    """Somebody who can lead. slots: when they can; most: runs a week."""

    name: str
    skills: frozenset[str]
    slots: frozenset[str]
    most: int


@dataclass(frozen=True, slots=True)
class Means:
    """What there is. cap: the greatest share of new seats for a group whose share of the wish is under half of it.

    fill: least share of a room's seats that a run must fill.
    """

    rooms: Sequence[Room]
    teachers: Sequence[Teacher]
    budget: int
    cap: float = 0.5
    fill: float = 0.4


@dataclass(frozen=True, slots=True)
class Run:
    """One need at one time and place. teacher: "" where none is needed."""

    need: str
    slot: str
    room: str
    teacher: str
    people: int
    cost: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A proposal. value: Σ score/100 · people; gap: how far at most a better one could be above it, as a share."""

    runs: Sequence[Run]
    value: float
    gap: float
    people: int
    cost: int
    left_out: Mapping[str, str] = field(default_factory=dict)  # need → few, room, teacher, limits


@dataclass(frozen=True, slots=True)
class _Option:
    need: Need
    slot: str
    room: Room
    teacher: str
    most: int  # people


def propose(needs: Sequence[Need], means: Means, seconds: float = SECONDS) -> Plan:
    """The best plan that was found in that time. Same needs and means → the same plan, unless time ran out."""
    options = [option for need in needs for option in _options(need, means)]
    runs: list[Run] = []
    gap = 0.0
    if options:
        taken, gap = _solve(options, needs, means, seconds)
        runs = [
            Run(one.need.name, one.slot, one.room.name, one.teacher, people, one.need.cost) for one, people in taken
        ]
    possible = {option.need.name for option in options}
    chosen = {run.need for run in runs}
    left = {
        need.name: "limits" if need.name in possible else _why_not(need, means)
        for need in needs
        if need.name not in chosen
    }
    value = value_of(runs, needs)
    return Plan(tuple(runs), value, gap, sum(run.people for run in runs), sum(run.cost for run in runs), left)


def value_of(runs: Iterable[Run], needs: Iterable[Need]) -> float:
    """What a plan is worth: people served, each by how much the need weighs."""
    scores = {need.name: need.score for need in needs}
    return sum(scores[run.need] / 100 * run.people for run in runs)


def least_people(need: Need, room: Room, means: Means) -> int:
    """Under this a run is a waste: the sign-ups it needs, and a room that is not half empty."""
    return max(need.least, -int(-means.fill * room.seats // 1))


def _options(need: Need, means: Means) -> list[_Option]:
    if need.unserved < need.least:
        return []
    slots = sorted(need.wanted, key=lambda slot: (-need.wanted[slot], slot))[:SLOTS_EACH]
    return [option for slot in slots for option in _at(need, slot, means)]


def _at(need: Need, slot: str, means: Means) -> list[_Option]:
    wanted = min(need.wanted[slot], need.unserved)
    rooms = sorted(
        (room for room in means.rooms if room.kind == need.kind and slot in room.slots),
        key=lambda room: (room.seats < wanted, abs(room.seats - wanted), room.name),
    )
    fitting = [room for room in rooms if least_people(need, room, means) <= min(room.seats, wanted)]
    sizes = list(dict.fromkeys(room.seats for room in fitting))[:SIZES_EACH]
    return [
        _Option(need, slot, room, teacher, min(room.seats, wanted))
        for room in fitting
        if room.seats in sizes
        for teacher in _teachers(need, slot, means)
    ]


def _teachers(need: Need, slot: str, means: Means) -> list[str]:
    if not need.skill:
        return [""]
    return [one.name for one in means.teachers if need.skill in one.skills and slot in one.slots]


def _why_not(need: Need, means: Means) -> str:
    if need.unserved < need.least or all(people < need.least for people in need.wanted.values()):
        return "few"
    if not any(_teachers(need, slot, means) for slot in need.wanted):
        return "teacher"
    return "room"


class _Programme:
    """Rows of the constraint matrix, one at a time. Columns: a choice and a number of people for each option."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.rows: list[int] = []
        self.columns: list[int] = []
        self.values: list[float] = []
        self.most: list[float] = []

    def limit(self, terms: Iterable[tuple[int, float]], most: float) -> None:
        """Σ factor · column ≤ most."""
        for column, factor in terms:
            self.rows.append(len(self.most))
            self.columns.append(column)
            self.values.append(factor)
        self.most.append(most)

    def people(self, option: int) -> int:
        """The column of how many an option serves."""
        return self.size + option


def _solve(
    options: Sequence[_Option], needs: Sequence[Need], means: Means, seconds: float
) -> tuple[list[tuple[_Option, int]], float]:
    import numpy as np
    from scipy import optimize
    from scipy.sparse import csr_matrix

    solver: Any = optimize  # its stubs know numbers where arrays are meant

    size = len(options)
    programme = _Programme(size)
    _limits(programme, options, needs, means)
    gain = np.concatenate([np.zeros(size), [-option.need.score / 100 for option in options]])
    # Of two plans worth the same the cheaper one is better.
    gain[:size] = [1e-6 * option.need.cost / max(1, means.budget) for option in options]
    shape = (len(programme.most), 2 * size)
    matrix = csr_matrix((programme.values, (programme.rows, programme.columns)), shape=shape)
    upper = np.concatenate([np.ones(size), [option.most for option in options]])
    found = solver.milp(
        gain,
        constraints=solver.LinearConstraint(matrix, ub=np.array(programme.most)),
        bounds=solver.Bounds(0, upper),
        # Where choices are whole numbers the people fall out as whole numbers but for the caps: rounded down then.
        integrality=np.concatenate([np.ones(size), np.zeros(size)]),
        options={"time_limit": seconds, "mip_rel_gap": 0.001},
    )
    if found.x is None:
        return [], 1.0
    taken = [
        (option, int(found.x[size + index] + 1e-6)) for index, option in enumerate(options) if found.x[index] > 0.5
    ]
    return _whole(taken, needs, means), max(0.0, float(found.mip_gap or 0.0))


def _limits(programme: _Programme, options: Sequence[_Option], needs: Sequence[Need], means: Means) -> None:
    for index, option in enumerate(options):
        people = programme.people(index)
        least = least_people(option.need, option.room, means)
        programme.limit([(people, 1), (index, -option.most)], 0)
        programme.limit([(people, -1), (index, least)], 0)
    _at_most(programme, options, lambda one: (one.room.name, one.slot), lambda _: 1)
    _at_most(programme, options, lambda one: one.teacher and (one.teacher, one.slot), lambda _: 1)
    _at_most(programme, options, lambda one: (one.need.name, one.slot), lambda _: 1)
    most = {teacher.name: teacher.most for teacher in means.teachers}
    _at_most(programme, options, lambda one: one.teacher, lambda name: most[str(name)])
    runs = {need.name: need.most_runs for need in needs}
    _at_most(programme, options, lambda one: one.need.name, lambda name: runs[str(name)])
    programme.limit(((index, option.need.cost) for index, option in enumerate(options)), means.budget)
    unserved = {need.name: need.unserved for need in needs}
    for name, members in _grouped(options, lambda one: one.need.name).items():
        programme.limit(((programme.people(index), 1) for index in members), unserved[str(name)])
    for group in capped(needs, means):
        programme.limit(
            (
                (programme.people(index), (1 if option.need.group == group else 0) - means.cap)
                for index, option in enumerate(options)
            ),
            0,
        )


def _grouped(options: Sequence[_Option], key: Callable[[_Option], object]) -> dict[object, list[int]]:
    groups: dict[object, list[int]] = defaultdict(list)
    for index, option in enumerate(options):
        if key(option):
            groups[key(option)].append(index)
    return groups


def _at_most(
    programme: _Programme,
    options: Sequence[_Option],
    key: Callable[[_Option], object],
    most: Callable[[object], int],
) -> None:
    for name, members in _grouped(options, key).items():
        programme.limit(((index, 1) for index in members), most(name))


def capped(needs: Sequence[Need], means: Means) -> list[str]:
    """Groups that must not get more than the cap: who asks for less than half of it (R48)."""
    asked = Counter(dict.fromkeys({need.group for need in needs if need.group}, 0))
    for need in needs:
        if need.group:
            asked[need.group] += need.unserved
    every = sum(need.unserved for need in needs)
    return sorted(group for group, people in asked.items() if every and people / every < means.cap / 2)


def _whole(taken: list[tuple[_Option, int]], needs: Sequence[Need], means: Means) -> list[tuple[_Option, int]]:
    """Rounding down people may leave a capped group a hair above its share: then it serves fewer, or runs less."""
    for group in capped(needs, means):
        while _over(taken, group, means.cap):
            taken = _one_less(taken, group, means)
    return sorted(taken, key=lambda pair: (pair[0].slot, pair[0].room.name))


def _over(taken: Sequence[tuple[_Option, int]], group: str, cap: float) -> bool:
    every = sum(people for _, people in taken)
    return sum(people for option, people in taken if option.need.group == group) > cap * every + _EPSILON


def _one_less(taken: list[tuple[_Option, int]], group: str, means: Means) -> list[tuple[_Option, int]]:
    mine = [index for index, (option, _) in enumerate(taken) if option.need.group == group]
    spare = [i for i in mine if taken[i][1] > least_people(taken[i][0].need, taken[i][0].room, means)]
    if spare:
        index = max(spare, key=lambda i: taken[i][1])
        return [*taken[:index], (taken[index][0], taken[index][1] - 1), *taken[index + 1 :]]
    index = min(mine, key=lambda i: (taken[i][0].need.score, taken[i][1]))
    return [*taken[:index], *taken[index + 1 :]]


def broken(plan: Plan, needs: Sequence[Need], means: Means) -> list[str]:
    """Every limit that a plan breaks, in words for whoever made it; nothing for a sound one. Counts, and no more."""
    need_of = {need.name: need for need in needs}
    room_of = {room.name: room for room in means.rooms}
    teacher_of = {teacher.name: teacher for teacher in means.teachers}
    wrong = [line for run in plan.runs for line in _run_broken(run, need_of, room_of, teacher_of, means)]
    twice = {
        "room": Counter((run.room, run.slot) for run in plan.runs),
        "teacher": Counter((run.teacher, run.slot) for run in plan.runs if run.teacher),
        "need": Counter((run.need, run.slot) for run in plan.runs),
    }
    wrong += [f"{kind} {name} twice at {slot}" for kind, of in twice.items() for (name, slot), n in of.items() if n > 1]
    led = Counter(run.teacher for run in plan.runs if run.teacher)
    wrong += [f"teacher {name} leads {n}" for name, n in led.items() if n > teacher_of[name].most]
    for name, n in Counter(run.need for run in plan.runs).items():
        people = sum(run.people for run in plan.runs if run.need == name)
        if n > need_of[name].most_runs or people > need_of[name].unserved:
            wrong.append(f"need {name} served too often")
    if sum(run.cost for run in plan.runs) > means.budget:
        wrong.append("over budget")
    every = sum(run.people for run in plan.runs)
    for group in capped(needs, means):
        if sum(run.people for run in plan.runs if need_of[run.need].group == group) > means.cap * every + _EPSILON:
            wrong.append(f"group {group} over its cap")
    return wrong


def _run_broken(
    run: Run,
    need_of: Mapping[str, Need],
    room_of: Mapping[str, Room],
    teacher_of: Mapping[str, Teacher],
    means: Means,
) -> list[str]:
    need, room = need_of[run.need], room_of[run.room]
    wrong = []
    if room.kind != need.kind or run.slot not in room.slots:
        wrong.append(f"{run.need}: room {run.room} does not do")
    if not least_people(need, room, means) <= run.people <= min(room.seats, need.wanted.get(run.slot, 0)):
        wrong.append(f"{run.need}: {run.people} people at {run.slot}")
    if need.skill and (run.teacher not in teacher_of or need.skill not in teacher_of[run.teacher].skills):
        wrong.append(f"{run.need}: teacher {run.teacher} cannot")
    elif need.skill and run.slot not in teacher_of[run.teacher].slots:
        wrong.append(f"{run.need}: teacher {run.teacher} is not there")
    return wrong
