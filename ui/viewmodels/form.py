"""From a step of a journey to what the question and review screens show."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kiosk.notice import Notice
from ui import journey as place
from ui.input.digits import KINDS, grouped
from ui.journey import CONTACT, NOTICE, Journey
from ui.viewmodels.question import Part, QuestionProps, derive_part
from ui.viewmodels.review import Row

ASK_PHONE = QuestionProps(kind=CONTACT, parts=(Part(CONTACT, CONTACT),))


AGREE, DISAGREE = "agree", "disagree"


def derive_notice(notice: Notice, language: str, venue: str) -> QuestionProps:
    """The notice with its two ways on, neither of them chosen or larger."""
    said, looks = notice.said(language), {"pictogram": "", "level": 0}
    ways = ({"name": DISAGREE, "label": said.disagree, **looks}, {"name": AGREE, "label": said.agree, **looks})
    return QuestionProps(
        NOTICE, said.title, parts=(Part(NOTICE, NOTICE, choices=ways, lines=notice.lines(language, venue)),)
    )


def derive_question(
    journey: Journey, asked_here: QuestionProps = ASK_PHONE, *, sending: bool = False
) -> tuple[QuestionProps, Mapping[str, Any]]:
    """The page of a form and its answers. A lone question is the title itself; of several, their group is.

    asked_here: what is shown where the terminal itself asks: the notice, or the page for a number.
    """
    visit, asked = journey.visit, place.questions(journey)
    if journey.asking:
        props, values = asked_here, dict(journey.contact)
    elif visit is None or not asked:
        return QuestionProps(), {}
    else:
        parts = tuple(derive_part(visit, question) for question in asked)
        alone = len(parts) == 1 and len(visit.screen.questions if visit.screen else ()) == 1
        props = _lone(parts[0], visit.value(parts[0].name)) if len(parts) == 1 else _several(parts)
        if not alone and visit.screen is not None:
            props = _titled(props, visit.label(visit.screen.name))
        props = replace(props, form=visit.form.id)
        values = {part.name: value for part in parts if (value := visit.value(part.name)) is not None}
    return _with_actions(props, journey, sending), values


def derive_position(journey: Journey) -> tuple[int, int]:
    """Where one stands in an open form, from 1, and of how many; (0, 0) outside, one more at review."""
    if journey.visit is None or journey.screen not in ("question", "review"):
        return 0, 0
    position, total = journey.visit.progress
    return (total + 1 if journey.screen == "review" else position), total


def derive_rows(journey: Journey) -> tuple[Row, ...]:
    """The review's rows: every answer in words, and the phone number that was left."""
    if journey.visit is None:
        return ()
    form = journey.visit.form
    rows = tuple(
        Row(name, label, shown, form.question(name).type == "image")
        for name, label, shown in journey.visit.review_rows()
    )
    number = journey.contact.get(CONTACT)
    return (*rows, Row(CONTACT, "", masked(number))) if number else rows


def masked(number: str) -> str:
    """A phone number with its middle hidden, for a screen that others see; a mobile number in groups of 3, 4, 4."""
    hidden = number if len(number) < 7 else number[:3] + "•" * (len(number) - 7) + number[-4:]
    return grouped(hidden, KINDS[CONTACT])


def _lone(part: Part, value: Any) -> QuestionProps:
    picked = len(value) if isinstance(value, list) else int(value is not None)
    return QuestionProps(part.kind, part.label, part.hint, (part,), picked=picked, limit=part.limit)


def _several(parts: tuple[Part, ...]) -> QuestionProps:
    return QuestionProps("group", "", "", parts)


def _titled(props: QuestionProps, title: str) -> QuestionProps:
    return replace(props, title=title or props.title)


def _with_actions(props: QuestionProps, journey: Journey, sending: bool) -> QuestionProps:
    return replace(
        props,
        skippable=place.can_skip(journey) and not sending,
        waiting=place.waits(journey) or sending,
        sending=sending,
        onward=place.onward(journey),
        problem=_problem(journey),
    )


def _problem(journey: Journey) -> str:
    asked = place.questions(journey)
    if journey.refused and journey.visit is not None and asked:
        return asked[0].constraint_message(journey.visit.language)
    return next(iter(place.complaints(journey).values()), "") if journey.complained else ""
