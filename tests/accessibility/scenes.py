"""Every screen that a visitor, a clerk or staff can stand before, one scene after the other.

A scene yields a name at each of its screens; whoever walks it looks there. It begins at home in some look and keeps it;
`play` ends it. `SCENES` are all of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Final

import numpy as np
from seat import ASSETS, Look, Seat

from kiosk import receipts
from kiosk.catalogue import load_catalogue
from sync.asking import Told
from ui.input.voice import RATE
from ui.viewmodels.idle import IdleProps
from ui.viewmodels.lookup import LENGTH
from ui.viewmodels.voice import VoiceProps

Scene = Callable[[Seat], Iterator[str]]

SAID: Final = "周六下午的合唱课，老师很耐心；教室再大一点就更好了。"
BEHIND: Final = ("staff", "setup")  # scenes that no visitor's wish reaches: they begin when the visitor has gone
PREFERRED: Final = {"way": "say"}  # first choices everywhere else
CODE: Final = receipts.new_code()
RATING: Final = "quick-rating"


def play(here: Seat, scene: str, look: Look) -> Iterator[str]:
    """One scene in one look, stopping before each of its screens."""
    look = Look(language=look.language) if scene in BEHIND else look
    here.wish(look)
    for name in SCENES[scene](here):
        here.wish(look)
        yield name
    here.terminal.conductor.end_visit()


# -- home and what hangs over it


def home(here: Seat) -> Iterator[str]:
    """Home, the others, and the categories that lead to several forms."""
    conductor = here.terminal.conductor
    yield "home"
    conductor.open("others")
    yield "others"
    conductor.go_home()
    for category in conductor.catalogue.categories:
        if len(category.forms) > 1:
            conductor.open(category.code)
            yield f"forms {category.code}"
            conductor.go_home()


def sheets(here: Seat) -> Iterator[str]:
    """Display, languages, help."""
    shell, staff = here.terminal.models.shell, here.terminal.models.staff
    for sheet in ("display", "languages", "staff"):
        shell.sheetWanted.emit(sheet)
        yield f"sheet {sheet}"
    staff.callWanted.emit()
    yield "sheet staff called"
    staff.callEnded.emit()
    shell.closeSheet()


def idle(here: Seat) -> Iterator[str]:
    """Whether somebody is still there, and whether they want to go."""
    card = here.terminal.models.idle
    here.terminal.conductor.rate(4)
    card.show(IdleProps("idle", 29))
    yield "idle"
    card.show(IdleProps("leave"))
    yield "leave"
    card.show(IdleProps())


# -- forms


def form(here: Seat, name: str, *, thanks: bool = False) -> Iterator[str]:
    """Each page of a form, answered with its first choices, then the review; and the receipt."""
    conductor, models = here.terminal.conductor, here.terminal.models
    conductor.open(f"form:{name}")
    for _ in range(60):
        if conductor.journey.screen != "question":
            break
        at = conductor.journey.visit.screen.name if conductor.journey.visit.screen else models.question.kind
        yield f"{name}-{at}-{models.question.kind}"
        answer(here)
    if conductor.journey.screen == "review":
        yield f"{name}-review"
        if thanks:
            conductor.send()
    if thanks:
        here.finger.until("thanks", lambda: models.shell.screen == "thanks")
        yield f"{name}-thanks"
        models.thanks.withdrawWanted.emit()
        here.finger.until("withdrawn", lambda: models.thanks.props.withdrawn)
        yield f"{name}-withdrawn"


def answer(here: Seat) -> None:
    """The page of the moment answered, and the next one there."""
    conductor, question = here.terminal.conductor, here.terminal.models.question
    before = conductor.journey
    for part in question.props.parts:
        _answer_part(conductor, part)
        if conductor.journey.visit is None or conductor.journey.visit.screen != before.visit.screen:
            return  # a `quick` one has gone on by itself
    if conductor.journey.screen == "question" and _place(conductor.journey) == _place(before):
        conductor.go_on()
    if _place(conductor.journey) == _place(before):
        conductor.skip()
    here.finger.until("the next page", lambda: _place(conductor.journey) != _place(before) or conductor.busy)
    here.finger.until("what was sent", lambda: not conductor.busy)


def _place(journey: Any) -> tuple[object, ...]:
    visit = journey.visit
    return journey.screen, visit.index if visit else -1, journey.page, journey.asking, journey.agreed


def _answer_part(conductor: Any, part: Any) -> None:
    if part.kind == "notice":
        conductor.choose("notice", "agree")
    elif part.kind == "rank":
        for choice in part.choices:
            conductor.choose(part.name, choice["name"])
    elif part.choices:
        names = [choice["name"] for choice in part.choices]
        wanted = PREFERRED.get(part.name, names[0])
        conductor.choose(part.name, wanted if wanted in names else names[0])
    elif part.kind in ("scale", "number"):
        conductor.write(part.name, part.low or 2)
    elif part.kind in ("text", "lines"):
        conductor.write(part.name, SAID)
    elif part.kind == "date":
        conductor.write(part.name, "2026-11-20")
    elif part.kind == "phone":
        conductor.write(part.name, "13800138000")
    elif part.kind == "acknowledge":
        conductor.write(part.name, True)


class Tape:
    """A microphone that hears nothing."""

    def start(self) -> None:
        """Nothing runs."""

    discard = hush = start

    def stop(self) -> np.ndarray:
        return np.zeros(RATE, "float32")

    def level(self) -> float:
        return 0.5


def voice(here: Seat) -> Iterator[str]:
    """A spoken message: before, while and after it is spoken, and where the microphone fails."""
    desk, model = here.terminal.voice, here.terminal.models.voice
    desk.look_for(Tape)
    here.finger.until("the microphone", lambda: desk._recorder is not None)
    desk._room = lambda: ROOMY
    for name in form(here, "wish-wall"):
        if not name.endswith("-voice"):
            continue
        for props in (VoiceProps("empty"), VoiceProps("recording", 12, 48, 0.6), VoiceProps("kept", 12),
                      VoiceProps("playing", 12), VoiceProps("trouble")):  # fmt: skip
            model.show(props)
            yield f"voice {props.state}"
        model.show(VoiceProps())
        break
    desk._recorder = None


class ROOMY:
    """A disk with room for sounds."""

    voice = True


def handoff(here: Seat) -> Iterator[str]:
    """A form half filled in, as a code."""
    conductor, model = here.terminal.conductor, here.terminal.models.handoff
    conductor.rate(2)
    here.finger.until("the form", lambda: conductor.journey.screen == "question")
    model.wanted.emit()
    here.finger.until("the code", lambda: model.props.side > 0 or model.props.problem != "")
    yield "handoff"
    conductor.finish()


# -- beside the forms


def lookup(here: Seat) -> Iterator[str]:
    """A code typed wrong, one that the centre knows, and what can be done about it."""
    desk, conductor, model = here.terminal.lookup, here.terminal.conductor, here.terminal.models.lookup
    known: list[Any] = []
    here.terminal.jobs.ask(_keep_case, known.append)
    here.finger.until("the case", lambda: bool(known))
    here.terminal.asking._ask = lambda _: Told(known[0], THREAD, REQUESTS, time="2026-11-26T11:00:00+08:00")
    desk.open()
    yield "lookup"
    _type(desk, "1" + "0" * (LENGTH - 1))  # its check sign does not fit; nought ten times would
    here.finger.until("the answer", lambda: model.props.problem == "mistyped")
    yield "lookup mistyped"
    model.show(replace(model.props, problem="unknown"))
    yield "lookup unknown"
    desk._failed.clear()  # no pause for whoever comes next
    desk.open()
    _type(desk, CODE.replace(" ", ""))
    here.finger.until("progress", lambda: conductor.journey.screen == "progress")
    here.finger.until("the centre's word", lambda: model.props.live == "told")
    yield "progress"
    conductor.go("deeds")
    yield "deeds"
    model.confirmWanted.emit(True)
    yield "deeds taking back"
    model.confirmWanted.emit(False)
    for deed in ("reply", "rate"):
        desk.say(deed)
        here.finger.until("the form", lambda: conductor.journey.screen == "question")
        yield f"follow-up {deed}"


STEPS: Final = [
    {"state": "received", "day": "2026-11-20", "department": None},
    {"state": "dispatched", "day": "2026-11-21", "department": {"zh-Hans": "活动部", "en": "Events"}},
    {"state": "answered", "day": "2026-11-25", "department": {"zh-Hans": "活动部", "en": "Events"}},
]
THREAD: Final = (
    {
        "id": "0192f3a0-0000-7000-8000-000000000001",
        "from": "staff",
        "text": {"zh-Hans": "是哪一间教室？", "en": "Which room was it?"},
        "day": "2026-11-25",
    },
)
REQUESTS: Final = ()


def _keep_case(room: Any) -> dict[str, Any]:
    case = {
        "key": receipts.lookup_key(CODE, room.store.salt).hex(),
        "state": "answered",
        "steps": STEPS,
        "due": {"first_answer": "2026-12-04", "result": "2026-12-18"},
        "answer": {"zh-Hans": "空调修好了，谢谢您告诉我们。", "en": "It works again, thank you for telling us."},
        "asked": 1,
        "updated": "2026-11-25T09:00:00+08:00",
    }
    room.store.put_case(case)
    return case


def _type(desk: Any, code: str) -> None:
    for sign in code:
        desk.key(sign)
    desk.find()


def board(here: Seat) -> Iterator[str]:
    """What was done and what was not, how it is counted; a vote, courses to join, the wall."""
    terminal = here.terminal
    told: list[None] = []
    terminal.jobs.ask(_tell_board, told.append)
    here.finger.until("the board", lambda: bool(told))
    terminal._restock()
    here.finger.until("the cards", lambda: bool(terminal.conductor.stock.cards))
    yield "home with a board"
    terminal.board.open()
    yield "board done"
    for tab in ("doing", "cannot", "how"):
        terminal.models.board.tabWanted.emit(tab)
        yield f"board {tab}"
    terminal.commons.open()
    for tab in ("vote", "join", "wall"):
        terminal.models.commons.tabWanted.emit(tab)
        yield f"together {tab}"


def _tell_board(room: Any) -> None:
    for place, state in enumerate(("done", "done", "doing", "cannot")):
        room.store.put_card(
            {
                "id": f"card{place}",
                "need": {"zh-Hans": "晚上七点以后还想借书", "en": "Borrow books after seven in the evening"},
                "measure": {"zh-Hans": "周五周六开到晚上九点", "en": "Open until nine on Fridays and Saturdays"},
                "day": "2026-11-20",
                "department": {"zh-Hans": "图书室", "en": "Reading room"},
                "count": 12 + place,
                "state": state,
                "removed": False,
            }
        )
    for name, rows in {"votes": VOTES, "signups": [COURSE], "wall": [WISH] * 3}.items():
        room.store.put_list(name, [row | {"name": f"{row['name']}{place}"} for place, row in enumerate(rows)])
    room.store.set_meta("cursor", str(int(room.store.meta("cursor") or 0) + 1))


VOTE: Final = {"name": "w48-", "label": "评剧《花为媒》选段", "label_en": "An evening of Ping opera", "poll": "w48"}
VOTE_MORE: Final = {
    "question": "周末看什么？",
    "question_en": "What shall we see at the weekend?",
    "until": "2026-11-30",
}
VOTES: Final = [
    VOTE | VOTE_MORE | {"count": n, "total": 9, "open": True, "blind": True, "outcome": "", "outcome_en": ""}
    for n in (4, 3, 2)
]
COURSE: Final = {
    "name": "guzheng",
    "label": "古筝入门（周六上午）",
    "label_en": "Guzheng for beginners, Saturday mornings",
    "detail": "十二次课，每次一个半小时，乐器由馆里准备",
    "detail_en": "Twelve lessons of an hour and a half; instruments are here",
    "threshold": 12,
    "count": 7,
    "until": "2026-12-10",
    "state": "open",
    "outcome": "",
    "outcome_en": "",
}
WISH: Final = {
    "name": "wish",
    "text": "想学二胡，晚上有课就好了",
    "text_en": "To learn the erhu in the evening",
    "day": "2026-11-20",
    "verbatim": False,
}


# -- behind the screen


def pin(here: Seat) -> Iterator[str]:
    """The way behind, which opens over whatever a visitor had there."""
    desk = here.terminal.backstage.desk
    here.terminal.conductor.rate(4)
    desk.open()
    here.finger.until("the PIN", lambda: desk.props.page != "")
    yield f"staff {desk.props.page}"
    desk.leave()


def staff(here: Seat) -> Iterator[str]:
    """How the terminal stands, the stick, slips, the lamp, the way out."""
    desk = here.terminal.backstage.desk
    desk.open()
    here.finger.until("the PIN", lambda: desk.props.page != "")
    desk._let_in()
    here.finger.until("the facts", lambda: bool(desk.props.facts))
    yield "staff menu"
    for want in ("stick", "entry", "screen", "leave"):
        desk.want(want)
        here.finger.until(want, lambda want=want: desk.props.page == want)
        yield f"staff {want}"
        desk.want("menu")
    desk.leave()


def setup(here: Seat) -> Iterator[str]:
    """The first day, step by step."""
    desk = here.terminal.backstage.setup
    desk.begin(anew=True)
    for _ in range(8):
        yield f"set-up {desk.props.page}"
        if desk.props.page == "done":
            break
        desk._want_skip()
    here.terminal.models.setup.show(page="")


FORMS: Final = tuple(load_catalogue((ASSETS / "catalogue.toml").read_bytes()).openings)
SCENES: Final[dict[str, Scene]] = {
    "home": home,
    "sheets": sheets,
    "idle": idle,
    RATING: partial(form, name=RATING, thanks=True),
    **{name: partial(form, name=name) for name in FORMS if name != RATING},
    "voice": voice,
    "handoff": handoff,
    "lookup": lookup,
    "board": board,
    "pin": pin,
    "staff": staff,
    "setup": setup,
}
