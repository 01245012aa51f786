"""Configuration as versioned data: weights, texts, forms and what screens are told change, and go back, by one road."""

import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from desk_hands import TODAY, somebody
from django.conf import settings
from lobby import MONDAY

from kiosk.errors import ConfigError
from sync.central.cases import config, library, taxonomy
from sync.central.cases.models import Setting
from sync.central.desk import effects, wordings
from sync.central.insight import weighing
from sync.central.intake.models import Update
from sync.central.places import Places, prepare

WHY = "馆务会上定下来的，记录第 7 号"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """What one test puts in force is in force nowhere else."""
    settings.PLACES = Places(tmp_path / "own")
    prepare(settings.PLACES)


def told(kind):
    return [row.data for row in Update.objects.filter(kind=kind).order_by("id")]


def test_what_is_delivered_is_sound_and_can_be_put_in_force_and_looked_at(browser_of, lobby):
    client = browser_of("administrator")
    for name, file in config.FILES.items():
        address, text = f"/desk/office/settings/{name}", config.delivered(name)
        seen = client.post(address, {"do": "preview", "text": text})
        assert (seen.status_code, seen.context["diff"], seen.context["breaks"]) == (200, [], []), name
        assert client.post(address, {"do": "change", "text": text, "why": WHY}).status_code == 302, name
        assert (settings.PLACES.data / name).read_text("utf-8") == text
        assert not file.kind or [one for one in told(file.kind) if one.get("name", name) == name], name


def test_weights_change_from_a_day_on_show_what_they_do_and_go_back(lobby, browser_of):
    client, old = browser_of("administrator"), config.delivered("priority.toml")
    new = old.replace("V0 = 0.5", "V0 = 0.6")

    seen = client.post("/desk/office/settings/priority.toml", {"do": "preview", "text": new})
    assert [(one.which, one.before, one.after) for one in seen.context["effects"]] == [("V0", 0.5, 0.6)]
    assert seen.context["breaks"] == [("weights", "2026112401")]
    client.post("/desk/office/settings/priority.toml", {"do": "change", "text": new, "why": WHY})
    assert weighing.load(settings.PLACES.data).weights["V0"] == 0.6

    back = client.post("/desk/office/settings/priority.toml", {"do": "preview", "back": "0"})
    assert back.context["text"] == old
    client.post("/desk/office/settings/priority.toml", {"do": "change", "text": old, "why": WHY})
    assert weighing.load(settings.PLACES.data).weights["V0"] == 0.5
    assert list(Setting.objects.order_by("version").values_list("version", "why")) == [(1, WHY), (2, WHY)]


def test_a_deadline_that_changes_says_by_when_todays_visitors_would_hear():
    old = config.delivered("deadlines.toml")
    new = old.replace("first_answer = 3", "first_answer = 2")

    found = effects.effects("deadlines.toml", old, new, TODAY)

    assert [(one.what, one.which, one.after - one.before) for one in found] == [("first", "", timedelta(days=-1))]


def test_a_ready_sentence_is_a_new_version_of_the_file_with_a_reason(lobby, browser_of):
    client = browser_of("supervisor")
    form = {"name": "谢谢", "category": "F", "text": '谢谢您，"已"记下。', "why": WHY}

    assert client.post("/desk/office/wordings/save", form | {"why": "短"}).status_code == 422
    assert client.post("/desk/office/wordings/save", form | {"category": "Ω"}).status_code == 422
    assert client.post("/desk/office/wordings/save", form).status_code == 302
    kept = {one.name: one for one in wordings.in_force()}
    assert (kept["谢谢"].category, kept["谢谢"].text) == ("F", {"zh-Hans": '谢谢您，"已"记下。'})
    assert len(kept) == len(wordings.read(config.delivered("wordings.toml"))) + 1
    client.post("/desk/office/wordings/save", {"off": "谢谢", "why": WHY})

    assert "谢谢" not in {one.name for one in wordings.in_force()}
    assert [row.who.username for row in Setting.objects.filter(name="wordings.toml")] == ["supervisor-all"] * 2


def upload(client, content, name="quick-rating.md"):
    file = io.BytesIO(content)
    file.name = name
    return client.post("/desk/office/forms", {"form": file})


def edition(version, *changes):
    source = Path("assets/forms/quick-rating.md").read_text("utf-8")
    found = re.search(r"\d{10}", source)
    assert found
    for old, new in ((found[0], version), *changes):
        assert old in source
        source = source.replace(old, new)
    return source.encode()


def test_a_form_is_published_with_a_reason_reaches_the_screens_and_goes_back_bit_for_bit(lobby, browser_of):
    client, before = browser_of("administrator"), library.form("quick-rating")
    seen = upload(client, edition("2026112499"))
    digest = seen.context["digest"]
    assert seen.content.decode().count('class="handset"') == len(seen.context["screens"]) > 2

    refused = client.post("/desk/office/forms", {"publish": digest, "why": "短"})
    assert refused.status_code == 422
    client.post("/desk/office/forms", {"publish": digest, "why": WHY})
    assert library.form("quick-rating").version == "2026112499"
    assert [(one["form"], one["version"]) for one in told("form")] == [("quick-rating", "2026112499")]

    address = "/desk/office/settings/forms/quick-rating.xml"
    old = client.post(address, {"do": "preview", "back": "0"}).context["text"]
    assert client.post(address, {"do": "change", "text": old, "why": WHY}).status_code == 302
    assert library.form("quick-rating").hash == before.hash
    assert [one["sha256"] for one in told("form")][-1] == before.hash


def test_other_content_under_a_version_that_was_ever_out_is_refused(lobby, browser_of):
    client = browser_of("administrator")
    shown = upload(client, edition("2026112499"))
    client.post("/desk/office/forms", {"publish": shown.context["digest"], "why": WHY})
    shown = upload(client, edition("2026112500"))
    client.post("/desk/office/forms", {"publish": shown.context["digest"], "why": WHY})
    text = config.version("forms/quick-rating.xml", 1)

    with pytest.raises(ConfigError, match="published already"):
        config.change(
            "forms/quick-rating.xml",
            text.replace("</h:title>", "!</h:title>"),
            TODAY,
            WHY,
            somebody("chen", "administrator"),
            MONDAY,
        )


def test_a_form_that_waits_for_its_day_is_not_out_before(lobby):
    by, name = somebody("chen", "administrator"), "forms/quick-rating.xml"
    text = config.delivered(name)
    version = library.form("quick-rating").version
    config.change(name, text.replace(version, "2026112499"), TODAY + timedelta(days=1), WHY, by, MONDAY)

    assert library.form("quick-rating").version == version
    assert config.apply(TODAY) == []
    assert config.apply(TODAY + timedelta(days=1)) == [name]
    assert library.form("quick-rating").version == "2026112499"


def test_a_category_that_goes_or_means_something_else_is_warned_of(lobby, browser_of):
    old = config.delivered("catalogue.toml")
    name = taxonomy.catalogue().category("C").subcategories[-1]
    new = old.replace(name.name["zh-Hans"], "别的意思")

    seen = browser_of("administrator").post("/desk/office/settings/catalogue.toml", {"do": "preview", "text": new})

    assert seen.context["breaks"] == [("means", name.code)]


UNSOUND = [
    ("terminals.toml", "diagonal_inch = 12"),
    ("terminals.toml", "idle_s = 1"),
    ("terminals.toml", "idle"),
    ("phone.toml", '[zh-Hans]\nprogress = "第 {at} 题"'),
    ("phone.toml", '[zh-Hans]\nnothing_of_ours = "x"'),
    ("phone.toml", '[xx]\nback = "x"'),
    ("notice.toml", 'version = "2"'),
    ("watch.txt", "话"),
    ("wordings.toml", '[[wording]]\nname = "a"\ntext = {en = "x"}'),
    ("wordings.toml", "x = 1"),
    ("catalogue.toml", "version = 1"),
    ("priority.toml", "version = 1"),
    ("forms/quick-rating.xml", "<h:html/>"),
    ("forms/../keys.xml", "x"),
    ("keys.json", "{}"),
]


def test_what_is_not_sound_never_comes_into_force(lobby):
    by = somebody("chen", "administrator")
    for name, text in UNSOUND:
        with pytest.raises(ConfigError):
            config.change(name, text, TODAY, WHY, by, MONDAY)
    assert not Setting.objects.exists()


def test_nobody_but_the_administrator_puts_anything_in_force(lobby, browser_of):
    text = config.delivered("deadlines.toml").replace("first_answer = 3", "first_answer = 2")
    client = browser_of("supervisor")

    assert client.post("/desk/office/settings/deadlines.toml", {"do": "preview", "text": text}).status_code == 200
    said = client.post("/desk/office/settings/deadlines.toml", {"do": "change", "text": text, "why": WHY})

    assert said.status_code == 403
    assert not Setting.objects.exists()
