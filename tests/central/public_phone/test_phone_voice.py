"""A wish spoken on a phone: a file in a form, sealed, with its case to the desk, and gone with it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from phone_kit import finishes, project
from phone_sounds import m4a, recorded

from kiosk.voices import open_voice
from sync.central import keys
from sync.central.cases import throttle
from sync.central.intake import voices
from sync.central.intake.models import Voice
from sync.central.public import speaking


def file(data=b"", name="../../etc/wish.ogg", kind="text/html"):
    """Under a name and a type that nobody should believe."""
    return SimpleUploadedFile(name, data or recorded(), content_type=kind)


@pytest.fixture
def asked(lobby, phone):
    """On the page that asks for the message."""
    phone.open("/f/wish-wall").press("next", for_whom="town").press("next", way="say")
    phone.press("next", consent_keep_voice="agree")
    assert phone.asked() == ["voice"]
    return phone


def loose():
    return Voice.objects.exclude(loose_until=None).count()


def test_it_is_offered_as_a_file_with_a_consent_of_its_own(asked):
    (form,), (field,) = asked.page.xpath("//form[@id='f']"), asked.page.xpath("//input[@type='file']")
    assert form.get("enctype") == "multipart/form-data"
    assert (field.get("accept"), field.get("capture")) == ("audio/*", "")


def test_without_the_consent_there_is_no_recording(lobby, phone):
    phone.open("/f/wish-wall").press("next", for_whom="town").press("next", way="say")
    phone.press("next", consent_keep_voice="disagree")
    assert "voice" not in phone.asked()
    phone.press("next", voice=file(), has="1")
    assert not Voice.objects.exists()


def test_it_goes_with_its_case_and_opens_for_the_desk_alone(asked, ground):
    asked.press("next", voice=file())
    assert "9 秒" in asked.press("back").text
    assert loose() == 1
    asked.press("next").press("send")
    (record,) = finishes()
    (voice,) = Voice.objects.all()
    said = record["said"]["answers"]["voice"]["voice"]
    assert (said["sha256"], said["seconds"], said["bytes"]) == (voice.sha256, 9, len(bytes(voice.sealed)))
    assert {"given": True, "kind": "keep_voice", "notice": "1"} in record["said"]["consents"]
    assert voice.loose_until is None
    assert recorded()[:40] not in bytes(voice.sealed)
    sealing = bytes(keys.load(ground).sealing)
    assert open_voice(sealing, record["said"]["subject"], bytes(voice.sealed)) == recorded()
    for place in ground.data.rglob("*"):
        assert not place.is_file() or recorded()[20_000:20_060] not in place.read_bytes()


def test_the_desk_is_promised_to_answer_and_the_visitor_is_told(asked):
    asked.press("next", voice=file()).press("send")
    project()
    from sync.central.cases.models import Case
    from sync.central.desk.unseal import spoken

    (case,) = Case.objects.all()
    assert case.form == "wish-wall"
    assert spoken(case, Voice.objects.get().sha256) == recorded()
    assert case.first_due is not None
    assert "答复您" in asked.text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<script>OggS", "不是能听的录音"),
        (m4a(9, (b"vide", b"soun")), "不是能听的录音"),
        (m4a(70), "超过 60 秒"),
        (b"OggS" + bytes(speaking.FILE_MAX), "太大"),
        (bytes(6 * 2**20), "太大"),
    ],
    ids=["page", "film", "long", "large", "larger"],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_kept(asked, data, words):
    asked.press("next", voice=file(data, "wish.ogg", "audio/ogg"))
    assert (asked.status, asked.asked()) == (200, ["voice"])
    assert words in asked.text
    assert not Voice.objects.exists()
    asked.press("next", voice=file())
    assert "voice" not in asked.asked()


def test_a_film_of_an_evening_is_not_even_read(asked):
    asked._see(
        asked.client.post("/f/step", b"x", content_type="multipart/form-data; boundary=b", CONTENT_LENGTH="99999999")
    )
    assert asked.status == 413
    assert "收不下" in asked.text


def test_one_that_was_said_anew_or_taken_back_is_gone(asked):
    asked.press("next", voice=file()).press("back")
    asked.press("next", voice=file(recorded(seconds=5))).press("back")
    assert "5 秒" in asked.text
    assert Voice.objects.count() == 1
    fields = asked.fields()
    del fields["q.voice.keep"]
    asked._see(asked.client.post("/f/step", fields | {"do": "next"}))
    assert asked.asked() == ["voice"]
    assert not Voice.objects.exists()


def test_a_page_in_another_language_keeps_it(asked):
    asked.press("lang:en", voice=file())
    assert "9 s" in asked.text
    asked.press("next").press("send")
    assert finishes()[0]["said"]["answers"]["voice"]["voice"]["seconds"] == 9


def test_who_never_sends_leaves_nothing_behind(asked):
    from django.utils import timezone

    asked.press("next", voice=file())
    voices.sweep(timezone.now() + timedelta(days=3))
    assert not Voice.objects.exists()
    asked.press("send")  # after all, but it is gone: asked for again, and never sent without
    assert asked.asked() == ["voice"]
    assert finishes() == []


def test_one_that_was_sent_stays_until_its_case_says(asked):
    from django.utils import timezone

    asked.press("next", voice=file()).press("send")
    voices.sweep(timezone.now() + timedelta(days=300))
    assert Voice.objects.count() == 1


def test_an_address_that_uploads_without_end_is_asked_to_wait(asked, monkeypatch):
    monkeypatch.setattr(speaking, "SPEAKS", throttle.Limit("speak", 1, 1))
    asked.press("next", voice=file()).press("back")
    asked.press("next", voice=file(recorded(seconds=5)))
    assert "收不下更多" in asked.text
    assert "9 秒" in asked.text
    assert Voice.objects.count() == 1


def test_a_full_house_asks_to_write_instead(asked, monkeypatch):
    monkeypatch.setattr(voices, "LOOSE_MAX", 0)
    asked.press("next", voice=file())
    assert "收不下更多" in asked.text


def test_everything_on_one_page_takes_it_too(lobby, phone):
    phone.open("/f/wish-wall").press("whole")
    phone.press("next", for_whom="town", way="say").press("next", consent_keep_voice="agree")
    assert "voice" in phone.asked()
    phone.press("next", voice=file()).press("send")
    assert finishes()[0]["said"]["answers"]["voice"]["voice"]["seconds"] == 9
