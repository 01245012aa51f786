"""The form pages: each POST carries what was answered so far, shut, and gets the next page. No redirect, no cookie."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from kiosk.forms.model import Form, Question
from kiosk.forms.visit import FormVisit
from kiosk.notice import Notice, load_notice
from kiosk.privacy import seal_contact
from sync.central import keys
from sync.central.cases import deadlines, throttle
from sync.central.cases.taxonomy import ASSETS
from sync.central.intake.models import Venue
from sync.central.public import filling, finishing, numbers, shelf, showing, speaking, verify
from sync.central.public.choosing import choose
from sync.central.public.looks import Look, page, show
from sync.central.public.token import Filling, TokenError, read, shut
from sync.central.public.words import offered, pick, say_day, words

SHORT: Final = 3  # screens: a form this short is sent from its last one, as on the terminal
CROWD: Final = throttle.Limit("submit", 20, 200)  # a carrier's phones share an address: flagged, never refused
NOTICE: Final = ASSETS / "words" / "notice.toml"


@csrf_exempt  # no cookie speaks for anybody here: the shut token in the form is all there is
@require_POST
@partial(page, most=speaking.BODY_MAX)
def step(request: HttpRequest) -> HttpResponse:
    """What was done on a page, and the page after it."""
    request.upload_handlers = [speaking.InMemory(request)]
    try:
        state = read(request.POST.get("state", ""))
    except TokenError:
        return choose(request, Look("zh-Hans"), problem="gone")
    form = shelf.shelf().known.get(bytes.fromhex(state.form))
    if form is None or not Venue.objects.filter(pk=state.venue).exists():
        return choose(request, look_of(state), problem="gone")
    visit = filling.begin(form, state, timezone.localtime(), shelf.lists(state.venue))
    visit = speaking.without_lost(visit)
    if request.POST.get("page") == "number":
        return _number(request, state, visit)
    return _deed(request, state, visit)


def look_of(state: Filling) -> Look:
    """How the visitor of a filling wants the page."""
    return Look(state.language, state.elder, state.contrast)


def _deed(request: HttpRequest, state: Filling, visit: FormVisit) -> HttpResponse:
    shown = shown_questions(state, visit)
    posted = [question for question in visit.form.questions if f"has.{question.name}" in request.POST]
    visit, wrong = filling.take(visit, request.POST, posted)
    visit, unheard = speaking.take(_booth(request, state), visit, request, shown, words(state.language))
    wrong |= unheard
    deed, _, about = request.POST.get("do", "next").partition(":")
    typed = {name: request.POST.get(f"q.{name}", "")[:4000] for name in wrong}
    if deed in {"next", "review", "send"} and wrong:
        return question_page(request, filling.kept(visit, state), visit, wrong, typed)
    match deed:
        case "back":
            state, visit = _back(state, visit)
        case "skip":
            for question in shown:
                visit = visit.clear(question.name)
            visit = visit.next()
        case "goto":
            visit = visit.goto(about)
            state = replace(state, whole=False)
        case "rank" | "unrank":
            visit = _ranked(visit, deed, about)
        case "whole" | "single":
            state, visit = replace(state, whole=deed == "whole"), filling.first_open(visit)
        case "lang" | "elder" | "contrast":
            state = _looked(state, deed, about)
            visit = visit.with_language(state.language)
        case _:
            return _forward(request, state, visit, posted, deed)
    state = filling.kept(visit, state)
    return question_page(request, state, visit, {}) if _on_questions(state, visit) else _at_end(request, state, visit)


def _booth(request: HttpRequest, state: Filling) -> speaking.Booth:
    return speaking.Booth(keys.load(settings.PLACES), timezone.now(), state.subject, throttle.address(request))


def _forward(
    request: HttpRequest, state: Filling, visit: FormVisit, posted: Sequence[Question], deed: str
) -> HttpResponse:
    """The next page; the same one while something on it is in the way, or something new has turned up on it."""
    if visit.at_review:
        return _at_end(request, filling.kept(visit, state), visit, sends=deed == "send")
    if state.whole:
        appeared = [q for q in _asked(visit) if q not in posted]
        wrong = {} if appeared else dict(visit.all_problems())
        if appeared or wrong:
            return question_page(request, filling.kept(visit, state), visit, wrong, first=_first(appeared))
        visit = visit.review()
        return _at_end(request, filling.kept(visit, state), visit)
    if wrong := visit.problems():
        return question_page(request, filling.kept(visit, state), visit, wrong)
    sends = deed == "send" and _is_last(visit)
    visit = visit.next()
    state = filling.kept(visit, state)
    return _at_end(request, state, visit, sends=sends) if visit.at_review else question_page(request, state, visit, {})


def _at_end(request: HttpRequest, state: Filling, visit: FormVisit, *, sends: bool = False) -> HttpResponse:
    """Behind the last question: the notice and the number where the form asks for one, the review, the receipt."""
    if visit.all_problems():
        visit = visit.review()
        return question_page(request, filling.kept(visit, state), visit, visit.problems())
    if filling.asks_contact(visit) and not state.asked:
        return _ask_number(request, state, visit)
    if sends:
        return _finish(request, state, visit)
    rows = [(name, showing.plain(label), shown) for name, label, shown in visit.review_rows()]
    return _show(request, "review", state, visit, {"rows": rows})


def _finish(request: HttpRequest, state: Filling, visit: FormVisit) -> HttpResponse:
    now = timezone.now()
    if not filling.asks_contact(visit):  # asked, given, and then thought better of
        state = replace(state, asked=False, sealed="", number="")
    who = throttle.address(request)
    crowded = throttle.wait(CROWD, who, now) > 0
    receipt = finishing.finish(state, visit, _notice().version, now, crowded=crowded)
    throttle.failed(CROWD, who, now)
    today = timezone.localdate(now)
    rules, said = deadlines.rules(settings.PLACES), words(state.language)
    first_due, _ = rules.due(today, complex_=False)
    promised = finishing.asks(state, visit, rules.answer_forms)
    context = {
        "receipt": receipt,
        "promise": said["promise"].format(day=say_day(first_due, today, state.language)) if promised else "",
        "entry": said["entry_no"].format(seq=receipt.seq, link=receipt.link),
        "v": state.venue,
    }
    return _show(request, "receipt", state, visit, context)


# -- the number


def _number(request: HttpRequest, state: Filling, visit: FormVisit) -> HttpResponse:
    """The notice was answered, a number was typed, or a code that proves it."""
    deed, _, about = request.POST.get("do", "").partition(":")
    if deed in {"lang", "elder", "contrast"}:
        state = _looked(state, deed, about)
        return _ask_number(request, state, visit.with_language(state.language))
    visit = visit.review()
    if deed == "back":
        visit = visit.goto(visit.screens[-1].name)
        return question_page(request, filling.kept(visit, state), visit, {})
    if deed in {"without", "later"}:
        state = replace(state, asked=True) if deed == "later" else replace(state, asked=True, sealed="", number="")
        return _at_end(request, state, visit)
    if deed == "check":
        return _check_code(request, state, visit)
    return _keep_number(request, state, visit, proves=deed == "sms")


def _keep_number(request: HttpRequest, state: Filling, visit: FormVisit, *, proves: bool) -> HttpResponse:
    """Seals what was typed: only who handles the case opens it again."""
    number = numbers.read(request.POST.get("number", ""))
    if number is None:
        return _ask_number(request, state, visit, wrong=words(state.language)["number_wrong"])
    sealed = seal_contact(bytes(keys.load(settings.PLACES).sealing.public_key), state.subject, {"phone": number})
    proving = verify.named(number).hex()
    state = replace(
        state, asked=True, sealed=base64.b64encode(sealed).decode(), number=numbers.masked(number), proving=proving
    )
    if proves and verify.offered():
        said = verify.send(number, state.language, timezone.now())
        return _show(request, "sms", state, visit, {"said": said.words(state.language), "sent": said.sent})
    return _at_end(request, state, visit)


def _check_code(request: HttpRequest, state: Filling, visit: FormVisit) -> HttpResponse:
    said = verify.check(bytes.fromhex(state.proving), request.POST.get("sms", ""), timezone.now())
    if not said.proved:
        return _show(request, "sms", state, visit, {"said": said.words(state.language), "sent": said.sent})
    return _at_end(request, replace(state, level=max(state.level, "V2")), visit)


def _ask_number(request: HttpRequest, state: Filling, visit: FormVisit, wrong: str = "") -> HttpResponse:
    notice = _notice()
    venue = pick(Venue.objects.get(pk=state.venue).name, state.language)
    context = {
        "notice": notice.said(state.language),
        "lines": notice.lines(state.language, venue),
        "wrong": wrong,
        "sms": verify.offered(),
    }
    return _show(request, "number", state, visit, context)


def _notice() -> Notice:
    own = settings.PLACES.data / NOTICE.name
    return load_notice(own if own.is_file() else NOTICE)


# -- pages


def question_page(
    request: HttpRequest,
    state: Filling,
    visit: FormVisit,
    wrong: Mapping[str, str],
    typed: Mapping[str, str] | None = None,
    *,
    first: str = "",
    notes: Sequence[str] = (),
) -> HttpResponse:
    """One screen of the form, or all of them. first: the question to begin at; notes: what is to be said above."""
    shown = shown_questions(state, visit)
    parts = [showing.part_of(visit, question, wrong, typed) for question in shown]
    at, total = visit.progress
    group = (
        "" if state.whole or len(shown) < 2 or visit.screen is None else showing.plain(visit.label(visit.screen.name))
    )
    context = {
        "parts": parts,
        "lone": len(parts) == 1,
        "group": group,
        "at": at,
        "total": total,
        "percent": round(100 * at / max(1, total)),
        "progress": words(state.language)["progress"].format(at=at, total=total),
        "can_back": not state.whole and visit.index > 0,
        "can_skip": not state.whole and visit.can_skip,
        "sends": not state.whole and _is_last(visit),
        "last": state.whole or visit.index + 1 == len(visit.screens),
        "wrong": [(name, showing.plain(visit.label(name)), text) for name, text in wrong.items()],
        "first": first,
        "notes": [words(state.language)[note] for note in notes],
        "draws": any(part.kind == "image" for part in parts),
        "speaks": any(part.kind == "audio" for part in parts),
    }
    return _show(request, "question", state, visit, context)


def _show(
    request: HttpRequest, name: str, state: Filling, visit: FormVisit, context: Mapping[str, Any]
) -> HttpResponse:
    shared = {
        "state": shut(state),
        "filling": state,
        "title": showing.plain(visit.form.title(state.language)),
        "carries": True,
        "venue": pick(Venue.objects.get(pk=state.venue).name, state.language),
    }
    return show(request, name, look_of(state), shared | dict(context))


def shown_questions(state: Filling, visit: FormVisit) -> Sequence[Question]:
    """The questions of the page a filling is on."""
    if state.whole:
        return [question for screen in visit.screens for question in screen.questions]
    return visit.screen.questions if visit.screen is not None else ()


def _on_questions(state: Filling, visit: FormVisit) -> bool:
    return (state.whole or visit.screen is not None) and bool(visit.screens)


def _asked(visit: FormVisit) -> list[Question]:
    return [q for screen in visit.screens for q in screen.questions if q.type != "note"]


def _first(questions: Sequence[Question]) -> str:
    return questions[0].name if questions else ""


def _is_last(visit: FormVisit) -> bool:
    """Whether the form is sent from here: short, all seen, and nothing more asked."""
    last = visit.index + 1 == len(visit.screens)
    return last and len(visit.screens) <= SHORT and not filling.asks_contact(visit)


def _back(state: Filling, visit: FormVisit) -> tuple[Filling, FormVisit]:
    if visit.at_review and visit.screens:
        return state, visit.goto(visit.screens[-1].name)
    return state, visit.back()


def _ranked(visit: FormVisit, deed: str, about: str) -> FormVisit:
    name, _, item = about.partition(":")
    if name not in visit.form.by_name or visit.form.question(name).type != "rank":
        return visit
    if deed == "rank" and item not in {choice.name for choice in visit.choices(name)}:
        return visit
    ranked = filling.ranked(visit.value(name), "undo" if deed == "unrank" else "add", item)
    return visit.answer(name, ranked) if ranked else visit.clear(name)


def _looked(state: Filling, deed: str, about: str) -> Filling:
    if deed == "lang":
        return replace(state, language=offered(about))
    return replace(state, **{deed: about == "1"})


def fresh(form: Form, look: Look, venue: str, **parts: Any) -> Filling:
    """A filling of nothing yet, with a receipt code of its own."""
    from kiosk.receipts import new_code
    from kiosk.records import new_id, wire_time

    now = timezone.localtime()
    start = {
        "subject": str(new_id(now)),
        "venue": venue,
        "form": form.hash[:8],
        "began": wire_time(now),
        "code": new_code(),
        "language": look.language,
        "elder": look.elder,
        "contrast": look.contrast,
    }
    return Filling(**(start | parts))
