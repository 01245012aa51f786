"""Answers what visitors want: takes a step, asks the backroom, shows what came of it. Lives in the window's thread.

A visit begins with the first touch and ends when the visitor is done, leaves, or is gone. Nothing of it outlives it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from kiosk.catalogue import Catalogue
from kiosk.config import Config
from kiosk.errors import AnswersError, StoreFull
from ui import journey as place
from ui import steps
from ui.backroom import Draft, Sent, Stock
from ui.jobs import Jobs
from ui.journey import Journey, Wishes
from ui.showing import derive_home
from ui.undo import Undo
from ui.unfinished import Unfinished, write
from ui.viewmodels.base import text_of
from ui.viewmodels.form import AGREE, ASK_PHONE, derive_notice, derive_position, derive_question, derive_rows
from ui.viewmodels.home import FORM, OTHERS
from ui.viewmodels.question import QuestionProps, toggled
from ui.viewmodels.review import ReviewProps
from ui.viewmodels.thanks import UNDO_S, ThanksProps, derive_promises

if TYPE_CHECKING:
    from kiosk.forms.model import Form
    from kiosk.forms.visit import FormVisit
    from ui.viewmodels.registry import ViewModels

CASE_PATH: Final = "/c#"
LISTS: Final = frozenset({"select_multiple", "rank"})


class Conductor(QObject):
    """One terminal's screens. clock: local time with offset; monotonic: seconds that nobody sets.

    seed: drawn once a visit; shuffled choices follow from it.
    """

    languageChanged = Signal(str)
    visitEnded = Signal()
    recorded = Signal(str)
    stocked = Signal()
    sent = Signal(object)

    def __init__(
        self,
        models: "ViewModels",
        jobs: Jobs,
        config: Config,
        catalogue: Catalogue,
        *,
        clock: Callable[[], datetime],
        monotonic: Callable[[], float],
        seed: Callable[[], str] = lambda: token_hex(16),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._jobs = jobs
        self._config = config
        self._catalogue = catalogue
        self._clock = clock
        self._monotonic = monotonic
        self._draw = seed
        self._seed, self._declined = "", False
        self.can_speak: Callable[[], bool] = lambda: False
        self.stock: Stock | None = None
        self.journey = Journey()
        self.wishes = Wishes(config.languages[0])
        self._visiting = False
        self._touched_at = monotonic()
        self._unfinished: Unfinished | None = None
        self._waiting: Callable[[], None] | None = None
        self._sending = False
        self._fault = ""
        self.undo = Undo(models.thanks, jobs, monotonic, self._on_record)
        self._connect()

    def _connect(self) -> None:
        models = self._models
        models.home.rated.connect(self.rate)
        models.home.opened.connect(self.open)
        models.question.chosen.connect(self.choose)
        models.question.written.connect(self.write)
        models.question.nextWanted.connect(self.go_on)
        models.question.skipWanted.connect(self.skip)
        models.question.undoWanted.connect(self.undo_last)
        models.review.changeWanted.connect(lambda name: self._step(steps.revise(self.journey, name)))
        models.review.sendWanted.connect(self.send)
        models.thanks.withdrawWanted.connect(self.undo.withdraw)
        models.thanks.finished.connect(self.finish)

    def names(self) -> list[str]:
        """What this centre's categories, courses and events are called, for the Chinese keyboard. From any thread."""
        names = [sub.name["zh-Hans"] for category in self._catalogue.categories for sub in category.subcategories]
        stock = self.stock
        rows = [row for listed in stock.lists.values() for row in listed] if stock else []
        return [*names, *(str(row["label"]) for row in rows if row.get("label"))]

    # -- stock

    def restock(self, stock: Stock | None) -> None:
        """Take what the backroom has to show; what a visitor has open stays as it is."""
        if stock is not None:
            self.stock, self._config = stock, stock.config or self._config
            self._catalogue = stock.catalogue or self._catalogue
            self.show()
            self.stocked.emit()
        if self._waiting is not None and self.stock is not None:
            waiting, self._waiting = self._waiting, None
            waiting()

    def hear(self, when: str) -> None:
        """The centre was heard at that time (RFC 3339)."""
        if self.stock is not None:
            self.stock = replace(self.stock, pulled=when)

    def _when_stocked(self, step: Callable[[], None]) -> None:
        """Take a step now, or as soon as the forms have been read: a tap is never lost, and the first one counts."""
        if self.stock is not None:
            step()
        elif self._waiting is None:
            self._waiting = step

    # -- one visit

    def touch(self) -> None:
        """Somebody touched the screen: the first touch begins a visit."""
        self._touched_at = self._monotonic()
        if not self._visiting:
            self._visiting, self._seed = True, self._draw()
            self._jobs.ask(lambda room: room.begin())

    def stir(self) -> None:
        """Something goes on that is no touch: whoever is here still is."""
        self._touched_at = self._monotonic()

    @property
    def visiting(self) -> bool:
        """Whether somebody is here."""
        return self._visiting

    @property
    def quiet_s(self) -> float:
        """Seconds since the last touch."""
        return self._monotonic() - self._touched_at

    @property
    def busy(self) -> bool:
        """Whether something is being saved, so that nobody is sent away."""
        return self._sending

    @property
    def at_rest(self) -> bool:
        """Whether home stands there as every visitor finds it."""
        return self.journey.screen == "home" and self.wishes == Wishes(self._config.languages[0])

    @property
    def catalogue(self) -> Catalogue:
        """What there is to speak about."""
        return self._catalogue

    @property
    def today(self) -> date:
        """The day in the lobby."""
        return self._clock().date()

    @property
    def config(self) -> Config:
        """What this terminal was told, the centre's part included."""
        return self._config

    def end_visit(self, *, keep_wishes: bool = False) -> None:
        """The visitor has gone: write down a form that was left, and forget everything.

        keep_wishes: language and edition stay, because whoever pressed 完成 may well go on.
        """
        self._note_unfinished()
        if self._unfinished is not None:
            write(self._unfinished, self._jobs, self._on_record)
        if self._visiting:
            self._jobs.ask(lambda room: room.forget())
        self._visiting = self._declined = False
        self._seed = ""
        self._unfinished = self._waiting = None
        self.undo.end()
        self._fault = ""
        self.journey = Journey()
        self._models.thanks.show(ThanksProps())
        self.visitEnded.emit()
        self.wish(self.wishes if keep_wishes else Wishes(self._config.languages[0]))

    def note_handed(self) -> None:
        """A code of the open form was shown."""
        if self._unfinished is not None:
            self._unfinished = replace(self._unfinished, handed=True)

    @property
    def can_hand_off(self) -> bool:
        """Whether a phone could open a code: there is a centre, with a public https address."""
        return self.stock is not None and self.stock.public_url.startswith("https://")

    def wish(self, wishes: Wishes) -> None:
        """Another language or edition; the answers stay."""
        before, self.wishes = self.wishes, wishes
        if before.language != wishes.language:
            self.journey = steps.in_language(self.journey, wishes.language)
            self.languageChanged.emit(wishes.language)
        self.show()

    def _note_unfinished(self) -> None:
        """Remember where an open form stands, in case nothing more comes of this visit."""
        visit = self.journey.visit
        if visit is not None and self._unfinished is not None:
            at = visit.screen.name if visit.screen else "review"
            self._unfinished = replace(self._unfinished, form=visit.form, at=at)

    # -- home

    def rate(self, level: int) -> None:
        """A face was touched: the first answer of a quick rating."""
        self._when_stocked(lambda: self._open_form(self._catalogue.home.rating, None, level))

    def open(self, code: str) -> None:
        """A tile was touched."""
        if code == OTHERS:
            self._step(steps.go(self.journey, "others"))
        elif code.startswith(FORM):
            self._when_stocked(lambda: self._open_form(code.removeprefix(FORM), self.journey.category))
        elif (category := self._catalogue.category(code)) is not None:
            if len(category.forms) > 1:
                self._step(replace(steps.go(self.journey, "forms"), category=code))
            else:
                self._when_stocked(lambda: self._open_form(category.forms[0], code))

    def go(self, screen: str) -> None:
        """To another screen, with the way back."""
        self._step(steps.go(self.journey, screen))

    def follow_up(self, visit: "FormVisit", about: bytes) -> None:
        """Opens a form about an earlier visit, which its look-up key names."""
        self._unfinished = Unfinished(visit.form, "", self._clock())
        self._step(replace(steps.open_form(self.journey, visit, None), about=about))

    def _open_form(self, form_id: str, category: str | None, level: int | None = None) -> None:
        from kiosk.forms.visit import FormVisit

        assert self.stock is not None
        form, now = self.stock.forms[form_id], self._clock()
        visit = FormVisit.start(
            form,
            language=self.wishes.language,
            today=now.date(),
            now=now.replace(tzinfo=None),
            lists=self.stock.lists,
            preset=self._preset(form, category),
            seed=self._seed,
        )
        if level is not None:
            visit = visit.answer(visit.screens[0].questions[0].name, str(level)).next()
        if self._unfinished is not None and self._unfinished.handed:
            write(self._unfinished, self._jobs, self._on_record)
        self._unfinished = Unfinished(form, "", now)
        self._step(steps.open_form(self.journey, visit, category))
        if level is not None:
            self._keep(visit, now)

    def _keep(self, visit: "FormVisit", now: datetime) -> None:
        """A touched face counts at once: many walk on after it. What they add amends it."""
        draft = Draft(visit, None, {}, self.wishes.language, now)
        self._jobs.ask(lambda room: room.send(draft), self._on_kept, lambda _: None)  # sending tries again, and says so

    def _on_kept(self, sent: Sent) -> None:
        self._on_record(sent.record_id if sent.first else None)

    def _preset(self, form: "Form", category: str | None) -> dict[str, str]:
        """Answers of hidden questions that this terminal knows. Who declined is not asked again in the same visit."""
        can_contact = self.stock is not None and self.stock.can_contact and not self._declined
        allowed = {place.ALLOWED: can_contact, "can_handoff": self.can_hand_off, "can_speak": self.can_speak()}
        known = {"category": category} | {name: "1" if given else None for name, given in allowed.items()}
        return {name: value for name, value in known.items() if value is not None and name in form.by_name}

    # -- a form

    def choose(self, name: str, choice: str) -> None:
        """A choice was touched."""
        visit = self.journey.visit
        if name == place.NOTICE and place.notifies(self.journey) and not self._sending:
            self._answer_notice(agreed=choice == AGREE)
            return
        if visit is None or self._sending or all(q.name != name for q in place.questions(self.journey)):
            return  # a finger that lands after the screen has gone
        question = visit.form.question(name)
        if question.type in LISTS:
            chosen = toggled(visit.value(name), choice, question.max_selected or 0)
            journey = replace(self.journey, refused=True) if chosen is None else self._answered(name, chosen or None)
            self._step(journey)
            return
        self._step(self._answered(name, choice))
        if "quick" in question.appearance and len(place.questions(self.journey)) == 1 and not self._sending:
            self.go_on()

    def _answer_notice(self, *, agreed: bool) -> None:
        if agreed:
            self._step(steps.agreed(self.journey))
        else:
            self._decline()

    def _decline(self) -> None:
        self._declined = True
        self._arrive(steps.declined(self.journey))

    def write(self, name: str, value: Any) -> None:
        """Something was written, drawn, or picked on a scale."""
        if self.journey.visit is not None and not self._sending:
            self._step(self._answered(name, value))

    def undo_last(self) -> None:
        """Take back the last tap of a ranking."""
        for question in place.questions(self.journey):
            if question.type == "rank" and self.journey.visit is not None:
                ranked = self.journey.visit.value(question.name) or []
                self._step(self._answered(question.name, ranked[:-1] or None))

    def _answered(self, name: str, value: Any) -> Journey:
        try:
            return steps.answer(self.journey, name, None if value in ("", []) else value)
        except AnswersError:  # a choice that was filtered away between two taps
            return self.journey

    def go_on(self) -> None:
        """The main action of a question."""
        if self._sending or place.waits(self.journey):
            return
        self._arrive(steps.forward(self.journey))

    def skip(self) -> None:
        """跳过; where a number is asked for that declines."""
        if self._sending:
            return
        if self.journey.asking:
            self._decline()
        else:
            self._arrive(steps.skipped(self.journey))

    def _arrive(self, journey: Journey) -> None:
        """At the next page; a short form has no review and is sent instead."""
        visit = journey.visit
        if journey.screen == "review" and visit is not None and place.is_short(visit) and not journey.contact:
            stays = {"asking": True} if self.journey.asking else {"visit": self.journey.visit}
            self.journey = replace(journey, screen="question", **stays)
            self.send(visit)
            return
        self._step(journey)

    def back(self) -> None:
        """One step back; out of a form from its first page."""
        if self.journey.screen == "thanks" or self._sending:
            return
        journey = steps.backward(self.journey)
        if journey is None and self.journey.visit is not None:
            self._note_unfinished()
            behind = self.journey.behind
            self._step(Journey(behind[-1] if behind else "home", behind[:-1], self.journey.category))
        elif journey is not None:
            self._step(journey)

    @property
    def would_lose(self) -> bool:
        """Whether going home now loses answers that a visitor gave."""
        visit = self.journey.visit
        if visit is None or self.journey.screen not in ("question", "review"):
            return False
        given = [n for n in visit.answers() if visit.form.question(n).type not in ("hidden", "calculate")]
        kept = visit.form.id == self._catalogue.home.rating and given == [visit.screens[0].questions[0].name]
        return bool(given) and not kept

    def go_home(self) -> None:
        """Home, leaving what is open."""
        if self._sending:
            return
        if self.journey.screen in ("thanks", "handoff"):
            self.finish()
            return
        self._note_unfinished()
        self._fault = ""
        self._step(Journey())

    # -- sending

    def send(self, visit: Any = None) -> None:
        """Write the form down. Thanks appears when it is durable, and not before."""
        visit = visit or self.journey.visit
        if visit is None or self._sending:
            return
        self._sending, self._fault = True, ""
        began = self._unfinished.began if self._unfinished else self._clock()
        contact = dict(self.journey.contact) if place.asks_contact(visit) else {}
        declined = self.journey.agreed is False
        draft = Draft(visit, self.journey.category, contact, self.wishes.language, began, declined, self.journey.about)
        self._jobs.ask(lambda room: room.send(draft), lambda sent: self._on_sent(sent, visit), self._on_not_sent)
        self.show()

    def _on_sent(self, sent: Sent, visit: "FormVisit") -> None:
        self._sending = False
        self._unfinished = None
        if self.journey.about is not None:  # it has no receipt of its own: back to where its case stands
            self._step(Journey("deeds", ("lookup", "progress")))
            self._on_record(sent.record_id)
            self.sent.emit(visit)
            return
        self.undo.begin()
        department = self._department(self.journey.category)
        self.journey = Journey("thanks", category=self.journey.category)
        self._models.thanks.show(
            ThanksProps(
                groups=tuple(sent.code.split()),
                address=self._address(sent.code),
                seq=sent.seq,
                link=sent.link,
                promises=derive_promises(sent.days, department),
                undo_s=UNDO_S,
            )
        )
        self.show()
        self._on_record(sent.record_id if sent.first else None)
        self.sent.emit(visit)

    def _address(self, code: str) -> str:
        """Of the case page; "" where no phone could open it."""
        url = self.stock.public_url.rstrip("/") if self.stock else ""
        return f"{url}{CASE_PATH}{code.replace(' ', '')}" if url.startswith("https://") else ""

    def _on_not_sent(self, error: Exception) -> None:
        self._sending = False
        self._fault = "full" if isinstance(error, StoreFull) else "other"
        if self.journey.visit is not None:
            visit = self.journey.visit.review()
            self.journey = replace(self.journey, screen="review", visit=visit, asking=False)
        self.show()

    def _on_record(self, record_id: str | None) -> None:
        self.recorded.emit(record_id or "")

    def finish(self) -> None:
        """The visitor is done: the receipt goes from the screen, how the screen looks stays for their next step."""
        self.end_visit(keep_wishes=True)

    def _department(self, category: str | None) -> str:
        found = self._catalogue.category(category) if category else None
        return text_of(self._catalogue.departments[found.department].name, self.wishes.language) if found else ""

    # -- showing

    def _step(self, journey: Journey) -> None:
        self.journey = journey
        self.show()

    def show(self) -> None:
        """Bring every view-model to where the visitor stands."""
        journey, wishes, models = self.journey, self.wishes, self._models
        if journey.screen in ("question", "review"):
            models.question.show(*derive_question(journey, self._asked(), sending=self._sending))
            models.review.show(ReviewProps(derive_rows(journey), self._sending, self._fault))
        models.home.show(derive_home(self._catalogue, self._config, self.stock, journey, wishes, self._clock().date()))
        position, total = derive_position(journey)
        models.shell.show(
            screen=journey.screen,
            language=wishes.language,
            languages=self._config.languages,
            elder=wishes.elder,
            contrast=wishes.contrast,
            low_reach=wishes.low_reach,
            scale=wishes.scale,
            venue=self._venue,
            position=position,
            total=total,
            can_back=journey.screen not in ("home", "thanks"),
        )

    @property
    def _venue(self) -> str:
        names: Mapping[str, str] | None = self.stock.venue_name if self.stock else self._config.venue_name
        return text_of(names, self.wishes.language)

    def _asked(self) -> QuestionProps:
        """The notice, or the page for the number; what stands there while it is sent on."""
        if self._sending:
            return self._models.question.props
        if self.stock is None or self.stock.notice is None or not place.notifies(self.journey):
            return ASK_PHONE
        return derive_notice(self.stock.notice, self.wishes.language, self._venue)
