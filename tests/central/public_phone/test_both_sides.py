"""Terminal and phone both finish one visit: one case, whatever arrives first, for every form and language."""

import json
import random

import pytest
from phone_kit import finishes, project

from tests.central.work.lobby import Lobby as Custody
from tests.sync.handoff_kit import EIGHT, FORMS, half_filled

MORE = ("heritage", "access-check", "wish-wall")

LANGUAGES = ("zh-Hans", "zh-Hant", "en", "ug")
PAIRS = [(form, LANGUAGES[n % 4]) for n, form in enumerate(EIGHT)]
ALL = [
    pytest.param(form, language, marks=[] if (form, language) in PAIRS[::2] else pytest.mark.all)
    for form in (*EIGHT, *MORE)
    for language in LANGUAGES
]


def by_phone(lobby, phone, form, answers, language):
    """Scans, changes one answer where it can, goes through to the end."""
    phone.scan(lobby.code(form, answers, language=language))
    for _ in range(40):
        if not phone.page.xpath("//*[@class='receipt-code']"):
            buttons = phone.buttons()
            deed = (
                "send"
                if "send" in buttons[1:]
                else "without"
                if "without" in buttons
                else "skip"
                if "skip" in buttons
                else "next"
            )
            phone.press(deed, **required(phone) if deed in {"next", "send"} else {})
    assert phone.page.xpath("//*[@class='receipt-code']")


def required(phone):
    """An answer for whatever the page still wants."""
    given = {}
    for fieldset in phone.page.xpath("//fieldset[.//small]"):
        box = fieldset.xpath(".//input[@type='radio' or @type='checkbox']")
        if box and not fieldset.xpath(".//input[@checked]"):
            given[box[0].get("name")[2:]] = box[0].get("value")
    for pad in phone.page.xpath("//*[@class='pad']"):
        given[pad.get("data-for")[2:]] = json.dumps({"ink": [[10, 10, 200, 200]], "w": 1800, "h": 1200})
    for field in phone.page.xpath("//*[@aria-required]"):
        given[field.get("name")[2:]] = "补充一句"
    return given


def by_terminal(lobby, form, answers, language):
    """What the terminal of the same visit sends, late or early."""
    custody = Custody(lobby.venue, lobby.source)
    custody.seq = 100
    custody.writes(
        "feedback.submitted",
        lobby.visit,
        form=form,
        answers=answers,
        language=language,
        form_version=FORMS[form].version,
    )
    custody.writes("visit.handed_off", lobby.visit, form=form, duration_ms=1)


def prepare_lists(lobby):
    from sync.central.intake import updates
    from tests.sync.handoff_kit import LISTS

    for name, rows in LISTS.items():
        updates.announce("list", name, {"name": name, "rows": rows}, venue=lobby.venue)


@pytest.mark.parametrize(("form", "language"), ALL)
@pytest.mark.parametrize("first", ["phone", "terminal"])
def test_one_case_by_phone_whatever_comes_first(lobby, phone, form, language, first):
    from sync.central.cases import projector
    from sync.central.cases.models import Case

    prepare_lists(lobby)
    visit = half_filled(FORMS[form], random.Random(form + language))
    deeds = {
        "phone": lambda: by_phone(lobby, phone, form, visit.answers(), language),
        "terminal": lambda: by_terminal(lobby, form, visit.answers(), language),
    }
    lobby.code(form, {})  # the visit gets its name
    named = lobby.visit
    original = lobby.code
    lobby.code = lambda form, answers, **parts: original(form, answers, visit=named, **parts)
    order = ["phone", "terminal"] if first == "phone" else ["terminal", "phone"]
    for deed in order:
        lobby.visit = named
        deeds[deed]()
        project()
    (case,) = Case.objects.all()
    assert (case.channel, case.level, str(case.subject), case.language) == ("phone", "V1", named, language)
    assert case.form == form
    assert len(finishes()) == 1
    before = projector.fingerprint()
    projector.rebuild(pause=lambda: None)
    assert projector.fingerprint() == before


@pytest.mark.parametrize("first", ["phone", "terminal"])
def test_both_receipts_find_the_case_and_a_terminal_hears_of_both(lobby, phone, first):
    from kiosk.receipts import lookup_key, new_code
    from sync.central.cases import lookup, publish
    from sync.central.cases.models import Case
    from sync.central.intake.models import Update
    from tests.central.work.lobby import Lobby as Custody

    of_terminal, custody = new_code(), Custody(lobby.venue, lobby.source)
    digits = lobby.code("quick-rating", {"grade": "2"})
    key = lookup_key(of_terminal, b"salt of a lobby!").hex()

    def finish_here():
        custody.writes("feedback.submitted", lobby.visit, answers={"grade": "2"}, grade=2, lookup=key)

    def finish_there():
        phone.scan(digits).press("skip").press("next", words="灯坏了").press("next", reply="no").press("send")

    for deed in (finish_here, finish_there) if first == "terminal" else (finish_there, finish_here):
        deed()
        project()
    of_phone = "".join(phone.page.xpath("//*[@class='receipt-code']/text()")[0].split())
    case = Case.objects.get()
    assert lookup.find(of_terminal, lookup.salts()) == lookup.find(of_phone, lookup.salts()) == case
    publish.moved()
    told = set(Update.objects.filter(kind="case").values_list("key", flat=True))
    assert {key, lookup_key(of_phone, b"salt of a lobby!").hex()} <= told
