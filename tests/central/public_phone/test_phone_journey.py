"""A form by phone, from a poster or from a terminal's code, to one record in the centre's own chain."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from phone_kit import finishes, project

from kiosk.privacy import open_contact
from kiosk.receipts import read_code


def fill_rating(phone, **more):
    phone.press("next", grade="2").press("next", reasons=["204", "207"]).press("next", words="楼梯的灯坏了")
    return phone


def test_a_form_from_a_poster_becomes_one_record_that_says_so(lobby, phone):
    phone.open("/v/donghu/quick-rating?s=poster-hall")
    assert phone.asked() == ["grade"]
    fill_rating(phone).press("next", reply="no")
    assert "楼梯的灯坏了" in phone.text
    phone.press("send")
    (record,) = finishes()
    assert record["type"] == "feedback.submitted"
    assert record["grade"] == 2
    said = record["said"]
    assert (said["channel"], said["level"], said["language"]) == ("phone", "V0", "zh-Hans")
    assert said["origin"] == {"terminal": None, "via": "poster-hall"}
    assert said["answers"]["reasons"] == ["204", "207"]
    assert said["answers"]["words"] == "楼梯的灯坏了"
    assert read_code("".join(phone.page.xpath("//*[@class='receipt-code']/text()")))


@pytest.mark.parametrize(
    ("via", "channel"), [("wechat", "wechat"), ("web-front", "web"), ("poster", "phone"), ("", "phone")]
)
def test_where_somebody_came_from_is_a_channel(lobby, phone, via, channel):
    phone.open(f"/f/quick-rating?s={via}").press("next", grade="5").press("skip").press("send")
    assert finishes()[0]["said"]["channel"] == channel


def test_the_receipt_finds_the_case(lobby, phone):
    phone.open("/f/quick-rating").press("next", grade="5").press("skip").press("send")
    code = phone.page.xpath("//*[@class='receipt-code']/text()")[0]
    project()
    seen = phone.client.post("/c", {"code": code})
    assert code.split()[0] in seen.content.decode()


def test_a_code_brings_the_answers_along_and_proves_presence(lobby, phone):
    digits = lobby.code("quick-rating", {"grade": "2", "reasons": ["207", "204"]}, elder=True, language="en")
    phone.scan(digits)
    assert phone.asked() == ["words"]
    assert phone.page.get("class") == "elder"
    assert phone.page.get("lang") == "en"
    phone.press("next", words="dark stairs").press("next", reply="no").press("send")
    (record,) = finishes()
    said = record["said"]
    assert (said["level"], said["channel"], said["subject"]) == ("V1", "phone", lobby.visit)
    assert said["origin"] == {"terminal": lobby.source, "via": "handoff"}
    assert said["answers"]["grade"] == "2"
    assert sorted(said["answers"]["reasons"]) == ["204", "207"]


def test_sending_twice_is_one_record_and_changing_amends_it(lobby, phone):
    phone.open("/f/quick-rating").press("next", grade="4").press("skip")
    before = phone.fields()
    phone.press("send")
    first = phone.page.xpath("//*[@class='receipt-code']/text()")[0]
    again = phone.client.post("/f/step", before | {"do": "send"})
    assert first in again.content.decode()
    assert len(finishes()) == 1
    phone._see(phone.client.post("/f/step", before | {"do": "goto:words"}))
    phone.press("next", words="还有一句").press("send")
    assert [record["type"] for record in finishes()] == ["feedback.submitted", "feedback.amended"]
    assert len({record["said"]["subject"] for record in finishes()}) == 1
    assert len({record["said"]["lookup"] for record in finishes()}) == 1


def test_a_number_is_sealed_before_the_page_comes_back(lobby, phone, ground):
    from sync.central import keys

    phone.open("/f/quick-rating")
    fill_rating(phone).press("next", reply="phone").press("next", age14="yes")
    assert "文化馆" in phone.text  # who asks stands in the notice
    phone.press("with", number="138 0013 8000")
    assert b"13800138000" not in phone.raw
    assert "138 **** 8000" in phone.text
    phone.press("send")
    said = finishes()[0]["said"]
    contact = open_contact(
        bytes(keys.load(ground).sealing), said["subject"], __import__("base64").b64decode(said["sealed"])
    )
    assert contact == {"phone": "13800138000"}
    assert {"given": True, "kind": "contact", "notice": "1"} in said["consents"]


def test_who_leaves_no_number_is_heard_all_the_same(lobby, phone):
    phone.open("/f/quick-rating")
    fill_rating(phone).press("next", reply="phone").press("next", age14="yes").press("without").press("send")
    said = finishes()[0]["said"]
    assert said["sealed"] is None
    assert {"given": False, "kind": "contact", "notice": "1"} in said["consents"]


def test_a_number_that_is_none_is_asked_for_again(lobby, phone):
    phone.open("/f/quick-rating")
    fill_rating(phone).press("next", reply="phone").press("next", age14="yes").press("with", number="12ab")
    assert "不像电话号码" in phone.text


# -- whose visit it is


def test_a_second_scan_gets_a_fresh_visit_and_sees_nothing_of_the_first(lobby, phone):
    digits = lobby.code("quick-rating", {"grade": "1", "words": "只给馆里看"})
    phone.scan(digits, "phone-1")
    assert phone.state.answers["words"] == "只给馆里看"
    phone.scan(digits, "phone-2")
    assert "只给馆里看" not in phone.raw.decode()
    assert "已经有人扫过" in phone.text
    assert phone.state.answers == {}
    assert phone.state.level == "V0"
    assert phone.state.subject != lobby.visit
    assert phone.state.form == finishes_form("quick-rating")


def finishes_form(name):
    from sync.central.public.shelf import shelf

    return shelf().newest[name].hash[:8]


def test_a_page_loaded_again_is_the_same_phone(lobby, phone):
    digits = lobby.code("quick-rating", {"grade": "1"})
    assert phone.scan(digits).state.subject == phone.scan(digits).state.subject == lobby.visit


def test_joining_never_expires_for_who_has_joined(lobby, phone, monkeypatch):
    digits = lobby.code("quick-rating", {"grade": "5"})
    phone.scan(digits).press("next")
    from django.utils import timezone

    later = timezone.now() + timedelta(days=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    phone.press("send")
    assert finishes()[0]["said"]["level"] == "V1"


@pytest.mark.parametrize(
    ("minutes", "ahead", "level"), [(9, 0, "V1"), (11, 0, "V0"), (11, -4, "V1"), (2, 30, "V0"), (-25, 30, "V1")]
)
def test_presence_is_ten_minutes_by_the_clock_put_right(lobby, phone, minutes, ahead, level):
    lobby.clock_is_ahead(timedelta(minutes=ahead))
    digits = lobby.code("quick-rating", {"grade": "5"}, at=datetime.now(UTC) - timedelta(minutes=minutes))
    assert phone.scan(digits).state.level == level
    assert phone.state.answers["grade"] == "5"


def test_a_revoked_terminals_code_opens_but_proves_nothing(lobby, phone):
    lobby.terminal.revoked_at = datetime.now(UTC)
    lobby.terminal.save()
    phone.scan(lobby.code("quick-rating", {"grade": "2"}))
    assert phone.status == 200
    assert phone.state.level == "V0"
    assert phone.state.subject != lobby.visit
    assert phone.state.answers["grade"] == "2"


# -- what is no code


def test_an_altered_code_gets_a_friendly_page(lobby, phone):
    digits = lobby.code("quick-rating", {"grade": "2"})
    for place in range(0, len(digits), 7):
        changed = digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1 :]
        phone.scan(changed)
        assert phone.status == 200
        assert "/v/donghu/wish" in phone.raw.decode()


@pytest.mark.parametrize("rubbish", ["", "7", "12ab", "9" * 700, "1" * 2**20, "٣" * 300, "\x00" * 500])
def test_rubbish_gets_a_friendly_page(lobby, phone, rubbish):
    assert phone.scan(rubbish).status == 200
    assert "读不出来" in phone.title


def test_an_unknown_form_version_gets_a_friendly_page(lobby, phone):
    from kiosk.forms.xform import parse_form
    from sync.central.cases.library import FORMS

    other = parse_form(re.sub(rb'version="[0-9]+"', b'version="2031010101"', (FORMS / "wish.xml").read_bytes()))
    phone.scan(lobby.code("wish", {}, runs=other))
    assert phone.status == 200
    assert "新版" in phone.title


def test_rubbish_in_place_of_what_was_filled_in_starts_anew(lobby, phone):
    for state in ("", "x", "A" * 300_000):
        phone._see(phone.client.post("/f/step", {"state": state, "do": "send"}))
        assert phone.status == 200
        assert phone.page.xpath("//a[@href='/v/donghu/wish']")
    assert finishes() == []


@pytest.mark.parametrize("address", ["/v/nowhere", "/v/donghu/nothing", "/f/nothing", "/v/donghu/event/gone"])
def test_a_wrong_address_leads_on(lobby, phone, address):
    assert phone.open(address).status in (200, 404)
    assert phone.page.xpath("//a[starts-with(@href, '/v/donghu')] | //form[@id='f']")


def published(xml: bytes) -> None:
    """As the desk puts a form where pages and terminals read it."""
    from kiosk.forms.xform import parse_form
    from sync.central.intake import updates

    form = parse_form(xml)
    updates.announce(
        "form", form.id, {"form": form.id, "version": form.version, "xform": xml.decode(), "sha256": form.hash}
    )
    updates.publish()


def test_a_form_published_here_is_offered_and_the_one_before_stays_readable(lobby, phone):
    from kiosk.forms.xform import parse_form
    from sync.central.cases.library import FORMS

    shipped = (FORMS / "wish.xml").read_bytes()
    second, third = (re.sub(rb'version="[0-9]+"', b'version="%d"' % v, shipped) for v in (2031010101, 2032010101))
    published(second)
    phone.open("/f/wish")
    published(third)
    assert phone.open("/f/wish").state.form == parse_form(third).hash[:8]
    phone.scan(lobby.code("wish", {}, runs=parse_form(second)))
    assert phone.state.form == parse_form(second).hash[:8]


def test_a_page_from_before_a_new_version_can_still_be_sent(lobby, phone):
    from sync.central.cases.library import FORMS

    phone.open("/f/wish")
    published(re.sub(rb'version="[0-9]+"', b'version="2031010101"', (FORMS / "wish.xml").read_bytes()))
    assert phone.press("whole").asked()
    assert phone.status == 200
