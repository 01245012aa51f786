"""One person in one form. A FormVisit never changes: every step gives another one.

Answers that are not relevant now, or no longer offered, are kept in memory and left out of what is exported; they
come back when their question does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kiosk.errors import AnswersError
from kiosk.forms.complaints import complaint
from kiosk.forms.derive import Derived, derive
from kiosk.forms.expression import Expression
from kiosk.forms.messages import Messages, default_messages
from kiosk.forms.model import ANSWERED, Choice, Form, Question, Screen, Text
from kiosk.forms.shown import in_words
from kiosk.forms.values import exported, read_default, read_value

if TYPE_CHECKING:
    from kiosk.forms.logic import Tree

REVIEW = ""  # where a visit stands when every screen is behind it


@dataclass(frozen=True, slots=True, eq=False)
class FormVisit:
    """Where somebody stands in a form and what they answered. Begin with ``FormVisit.start``."""

    form: Form
    language: str
    messages: Messages
    _base: "Tree"
    _given: Mapping[str, Any]
    _at: str  # name of a screen, or REVIEW
    _derived: Derived
    screens: tuple[Screen, ...]

    # -- begin

    @classmethod
    def start(
        cls,
        form: Form,
        *,
        language: str = "zh-Hans",
        today: date,
        now: datetime | None = None,
        lists: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
        preset: Mapping[str, Any] | None = None,
        seed: str = "",
        messages: Messages | None = None,
    ) -> "FormVisit":
        """A visit on the form's first screen, defaults filled in.

        today and now are local; now is midnight when left out. lists: rows of the live lists by name. preset: answers
        by question name, for hidden questions or because a tile was touched. seed: what random() and shuffled choices
        follow from, best the visit's id. Raises AnswersError when a preset does not fit.
        """
        base = form.program.base(today=today, now=now, language=language, seed=seed, lists=lists)
        given = {q.name: value for q in form.questions if (value := read_default(q, q.default)) is not None}
        for name, value in (preset or {}).items():
            given[name] = read_value(_question(form, name), value)
        first = form.screens[0].name
        words = messages or default_messages()
        derived = derive(form, base, given, {}, language)
        visit = cls(form, language, words, base, given, first, derived, _screens(form, derived))
        return visit._with_first_values(frozenset(preset or ()))

    def _with_first_values(self, preset: frozenset[str]) -> "FormVisit":
        """Defaults that are worked out when a form is opened, one after the other."""
        visit = self
        for question in self.form.questions:
            if question.default_if_new is not None and question.name not in preset:
                text = visit._derived.tree.text(question.default_if_new)
                visit = visit._with({**visit._given, question.name: read_default(question, text)}, {})
        return replace(visit, _at=visit.screens[0].name if visit.screens else REVIEW)

    def _with(self, given: Mapping[str, Any], once: Mapping[str, str] | None = None) -> "FormVisit":
        known = self._derived.once if once is None else once
        derived = derive(self.form, self._base, given, known, self.language)
        return replace(self, _given=given, _derived=derived, screens=_screens(self.form, derived))

    # -- where

    @property
    def index(self) -> int:
        """Place of the current screen among those that are there now; their number when at review."""
        if self._at == REVIEW:
            return len(self.screens)
        places = {screen.name: place for place, screen in enumerate(self.form.screens)}
        here = places[self._at]
        return sum(places[screen.name] < here for screen in self.screens)

    @property
    def screen(self) -> Screen | None:
        """What is shown now; None at review."""
        index = self.index
        return self.screens[index] if index < len(self.screens) else None

    @property
    def at_review(self) -> bool:
        """Whether every screen is behind."""
        return self.screen is None

    @property
    def progress(self) -> tuple[int, int]:
        """The place of the current screen, from 1, and how many there are now; (n, n) at review."""
        total = len(self.screens)
        return min(self.index + 1, total), total

    @property
    def can_skip(self) -> bool:
        """Whether everything on the current screen may stay unanswered."""
        return self.screen is None or not any(self.is_required(question.name) for question in self.screen.questions)

    # -- what is asked

    def choices(self, name: str) -> tuple[Choice, ...]:
        """What a question offers now, in the current language."""
        items = self._derived.offered.get(name, ())
        return tuple(Choice(i.name, self.words(i.text) or i.name, i.text.image(self.language)) for i in items)

    def value(self, name: str) -> Any:
        """The answer of a question as a record would hold it; None when there is none, or it does not count now."""
        value = self._derived.values.get(name)
        return None if value is None else exported(_question(self.form, name), value)

    def is_relevant(self, name: str) -> bool:
        """Whether a question is there now."""
        return _question(self.form, name).path in self._derived.relevant

    def is_required(self, name: str) -> bool:
        """Whether a question must be answered now."""
        question = _question(self.form, name)
        if question.type not in ANSWERED:
            return False
        return question.required if question.required_if is None else self.truth(question.required_if)

    def label(self, name: str) -> str:
        """The text of a question, or of a group, with the answers it shows."""
        part = self.form.by_name.get(name)
        if part is not None:
            return self.words(part.text)
        return next((self.words(group.text) for group in self.form.groups if group.name == name), "")

    def hint(self, name: str) -> str:
        """The smaller text under a question."""
        return self.words(_question(self.form, name).hint_text)

    def media(self, name: str) -> str | None:
        """The file name of a question's picture."""
        return _question(self.form, name).media(self.language)

    def words(self, text: Text) -> str:
        """A text of the form in the current language, with the answers it shows."""
        tree = self._derived.tree
        return "".join(part if isinstance(part, str) else tree.text(part) for part in text.in_language(self.language))

    # -- what is answered

    def answer(self, name: str, value: Any) -> "FormVisit":
        """With an answer; nothing given takes it back. Raises AnswersError when it is not of the question's type.

        An answer that breaks a constraint is taken: problems() says so and next() waits.
        """
        question = _question(self.form, name)
        return self._with({**self._given, name: read_value(question, value)})

    def clear(self, name: str) -> "FormVisit":
        """Without an answer to a question."""
        return self._with({key: value for key, value in self._given.items() if key != name})

    def with_language(self, language: str) -> "FormVisit":
        """The same visit in another language."""
        return replace(self, language=language)._with(self._given)

    def problems(self) -> Mapping[str, str]:
        """What keeps the current screen from being left: a message by question name."""
        screen = self.screen
        return self._problems(screen.questions) if screen else {}

    def all_problems(self) -> Mapping[str, str]:
        """What keeps the form from being submitted: a message by question name, over everything relevant."""
        return self._problems(question for screen in self.screens for question in screen.questions)

    def truth(self, condition: Expression) -> bool:
        """Whether a condition of the form holds now."""
        return self._derived.tree.truth(condition)

    def say(self, key: str, **values: object) -> str:
        """Words of the terminal's own in the current language."""
        return self.messages.say(self.language, key, **values)

    def _problems(self, questions: Any) -> dict[str, str]:
        found: dict[str, str] = {}
        for question in questions:
            message = complaint(self, question)
            if message:
                found[question.name] = message
        return found

    # -- moving

    def next(self) -> "FormVisit":
        """On the next screen, or at review after the last; where it stands when problems() are in the way."""
        if self.problems():
            return self
        index = self.index + 1
        return replace(self, _at=self.screens[index].name if index < len(self.screens) else REVIEW)

    def back(self) -> "FormVisit":
        """On the screen before; on the first, where it stands."""
        return replace(self, _at=self.screens[max(0, self.index - 1)].name) if self.screens else self

    def goto(self, name: str) -> "FormVisit":
        """On the screen of that name, or the one with that question; where it stands if neither is there."""
        for screen in self.screens:
            if name == screen.name or any(question.name == name for question in screen.questions):
                return replace(self, _at=screen.name)
        return self

    def review(self) -> "FormVisit":
        """At review, or on the first screen that has problems."""
        problems = self.all_problems()
        return self.goto(next(iter(problems))) if problems else replace(self, _at=REVIEW)

    # -- what comes of it

    def answers(self) -> dict[str, Any]:
        """What a record holds: relevant and answered questions by name, calculated and hidden ones too."""
        values = self._derived.values
        return {
            question.name: exported(question, values[question.name])
            for question in self.form.questions
            if question.name in values and question.type != "preload"
        }

    def given(self) -> dict[str, Any]:
        """Every answer so far by name, those too that do not count now: what start() takes as preset to go on."""
        return {
            name: exported(self.form.by_name[name], value) for name, value in self._given.items() if value is not None
        }

    def review_rows(self) -> tuple[tuple[str, str, str], ...]:
        """Answered questions as (name, label, answer in words), in the order of the screens."""
        shown = (question for screen in self.screens for question in screen.questions if question.type in ANSWERED)
        return tuple(
            (question.name, self.label(question.name), self.shown_value(question.name))
            for question in shown
            if question.name in self._derived.values
        )

    def shown_value(self, name: str) -> str:
        """An answer in words of the current language; empty when there is none."""
        return in_words(self, _question(self.form, name))


def _screens(form: Form, derived: Derived) -> tuple[Screen, ...]:
    screens = []
    for screen in form.screens:
        shown = tuple(question for question in screen.questions if question.path in derived.relevant)
        if shown:
            screens.append(screen if len(shown) == len(screen.questions) else Screen(screen.name, shown))
    return tuple(screens)


def _question(form: Form, name: str) -> Question:
    try:
        return form.by_name[name]
    except KeyError as error:
        raise AnswersError(f"{name}: no such question in {form.id}") from error
