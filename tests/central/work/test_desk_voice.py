"""A spoken message at the desk: heard by who may, with a reason that is written down; gone when its time is over."""

from datetime import timedelta

import pytest
from desk_hands import CLASSIFIED, CLOSED, acted, somebody
from django.conf import settings
from lobby import MONDAY, the_case, visitor

from kiosk.voices import seal_voice
from sync.central.cases import retention
from sync.central.cases.models import AccessLog, Case
from sync.central.cases.office import office, parse
from sync.central.intake import voices
from sync.central.intake.models import Record, Voice
from sync.central.keys import load
from sync.voices import PART

SOUND = b"OggS" + bytes(range(256)) * 1100  # two parts


def spoken_case(lobby, *, arrived=True):
    subject = visitor()
    sealed = seal_voice(bytes(load(settings.PLACES).sealing.public_key), subject, SOUND, 9)
    answers = {"for_whom": "self", "way": "say", "consent_keep_voice": "agree", "voice": sealed.answer}
    case = the_case(lobby.says(subject=subject, form="wish-wall", answers=answers))
    if arrived:
        for offset in range(0, len(sealed.box), PART):
            part = sealed.box[offset : offset + PART]
            voices.take("terminal/1", sealed.sha256, part, offset=offset, size=len(sealed.box), now=MONDAY)
    return case, sealed.sha256


def test_who_may_listens_with_a_reason_and_it_is_written_down(lobby, browser_of):
    case, name = spoken_case(lobby)
    client, address = browser_of("supervisor"), f"/desk/cases/{case.id}/voice/{name}"
    page = client.get(f"/desk/cases/{case.id}").content.decode()
    assert (address in page, "9 s" in page) == (True, True)

    assert client.post(address, {"why": ""}).status_code == 422
    heard = client.post(address, {"why": "要办理这条心愿"})

    assert (heard.content, heard["Content-Type"], heard["Cache-Control"]) == (SOUND, "audio/ogg", "no-store")
    assert [one.what for one in AccessLog.objects.filter(case_id=case.id)] == ["voice"]


@pytest.mark.parametrize("role", ["collector", "moderator"])
def test_who_may_not_hears_nothing(lobby, browser_of, role):
    case, name = spoken_case(lobby)
    client = browser_of(role)

    assert f"/voice/{name}" not in client.get(f"/desk/cases/{case.id}").content.decode()
    assert client.post(f"/desk/cases/{case.id}/voice/{name}", {"why": "好奇想听"}).status_code == 403
    assert not AccessLog.objects.exists()


def test_what_has_not_come_or_is_of_another_case_is_not_there(lobby, browser_of):
    case, name = spoken_case(lobby, arrived=False)
    other, other_name = spoken_case(lobby)
    client = browser_of("supervisor")

    assert client.post(f"/desk/cases/{case.id}/voice/{name}", {"why": "要办理这条"}).status_code == 404
    assert client.post(f"/desk/cases/{case.id}/voice/{other_name}", {"why": "要办理这条"}).status_code == 404
    assert other.id != case.id


def test_its_time_is_over_after_closing(lobby):
    case, name = spoken_case(lobby)
    case = acted(case, *CLOSED) if case.state == "received" else acted(case, *CLOSED[len(CLASSIFIED) :])
    rules, late = office(settings.PLACES), MONDAY + timedelta(days=200)
    assert not list(retention.overdue((MONDAY + timedelta(days=100)).date(), rules))

    for one, keep in list(retention.overdue(late.date(), rules)):
        retention.strip(one, keep, "retention", somebody("guanli", "administrator"), late, load(settings.PLACES))

    assert not Voice.objects.filter(sha256=name).exists()
    bodies = [bytes(body) for body in Record.objects.values_list("body", flat=True) if body is not None]
    assert not [body for body in bodies if name.encode() in body]
    assert Case.objects.filter(id=case.id).exists()


def test_what_stopped_coming_is_forgotten(lobby):
    voices.take("terminal/1", "0" * 64, b"x", offset=0, size=9, now=MONDAY)

    assert voices.sweep(MONDAY + timedelta(days=61)) > 0
    assert not Voice.objects.exists()


def test_an_office_file_from_before_voices_still_reads():
    kept = parse("[keep]\ncontact = 1\ncontact_young = 1\nwords = 1\ndrawing = 1\n").keep

    assert kept["voice"] == 365
