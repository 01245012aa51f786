"""Settings as forms: what a head of a small centre changes without knowing how the file is written."""

import tomllib
from datetime import date

import pytest
from desk_hands import TODAY
from test_toml_text import changed

from sync.central.cases import config, taxonomy
from sync.central.cases.models import Setting
from sync.central.desk import course, setting_forms, wordings
from sync.central.places import Places, prepare
from sync.central.public import poster
from sync.central.rewards import certificates

WHY = "馆务会上定下来的，记录第 8 号"
ROOM = "/desk/office/settings/"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """What one test puts in force is in force nowhere else."""
    settings.PLACES = Places(tmp_path / "own")
    prepare(settings.PLACES)


def sheet(name: str, text: str | None = None) -> dict[str, list[str]]:
    """Everything that a browser would send of an untouched form."""
    shape = setting_forms.SHAPES[name]
    values = shape.opened(tomllib.loads(text or config.delivered(name)))
    return setting_forms.spread(shape.of(values), values) | {"whole": ["1"], "why": [WHY]}


def made(name: str, sent: dict[str, list[str]], deed: str = "preview") -> setting_forms.Filled:
    return setting_forms.filled(name, config.delivered(name), sent, deed, TODAY)


def row(sent: dict[str, list[str]], path: str, key: str) -> str:
    """Where the row of a name stands."""
    return next(f"{path}/{n}" for n in sent[f"{path}:rows"] if sent[f"{path}/{n}:key"] == [key])


@pytest.mark.parametrize("name", setting_forms.SHAPES)
def test_a_form_that_nobody_touched_is_the_file_to_the_letter(name):
    filled = made(name, sheet(name))

    assert filled.errors == []
    assert filled.text == config.delivered(name)


def test_every_file_of_the_centre_has_a_form_but_the_list_of_words():
    assert config.FILES.keys() - setting_forms.SHAPES.keys() == {"watch.txt"}


@pytest.mark.parametrize("name", setting_forms.SHAPES)
def test_a_form_full_of_nonsense_says_so_field_by_field_and_shows_it_again(name):
    sent = {
        key: ["\x01<b>%s{x}999999999999" for _ in texts] for key, texts in sheet(name).items() if ":rows" not in key
    }
    sent |= {key: texts for key, texts in sheet(name).items() if ":rows" in key}

    filled = made(name, sent)

    assert filled.text is None or config.check(name, filled.text) == ""
    assert all(at and what and why for at, what, why in filled.errors)


def test_a_deadline_changes_in_one_line_and_is_a_version_with_its_reason(lobby, browser_of):
    client, sent = browser_of("administrator"), sheet("deadlines.toml") | {"first_answer": ["2"]}

    seen = client.post(f"{ROOM}deadlines.toml", sent | {"do": "preview"})
    assert [one for one in seen.context["diff"] if one[0] in "+-"] == ["-first_answer = 3", "+first_answer = 2"]
    assert [one.what for one in seen.context["effects"]] == ["first"]
    assert not Setting.objects.exists()

    assert client.post(f"{ROOM}deadlines.toml", sent | {"do": "change"}).status_code == 302
    assert [(row.version, row.why) for row in Setting.objects.all()] == [(1, WHY)]
    assert "# A centre's own file" in Setting.objects.get().text


def test_everything_that_is_wrong_is_said_at_once_beside_its_field(lobby, browser_of):
    sent = sheet("deadlines.toml") | {
        "first_answer": ["40"],
        "simple": ["bald"],
        "complex": [""],
        "escalate": ["1, drei"],
        "lanes/0/result": ["99"],
    }

    seen = browser_of("administrator").post(f"{ROOM}deadlines.toml", sent | {"do": "change"})

    assert seen.status_code == 422
    wrong = {at for at, _what, _why in seen.context["filled"].errors}
    assert wrong == {"f-first-answer", "f-simple", "f-complex", "f-escalate", "f-lanes-0-result"}
    page = seen.content.decode()
    assert page.count('aria-invalid="true"') == 5
    assert 'value="bald"' in page
    assert not Setting.objects.exists()


def test_a_reason_is_asked_for_and_the_form_stays_filled_in(lobby, browser_of):
    sent = sheet("deadlines.toml") | {"first_answer": ["2"], "why": ["so"], "do": "change"}

    seen = browser_of("administrator").post(f"{ROOM}deadlines.toml", sent)

    assert (seen.status_code, seen.context["problem"]) == (422, "why")
    assert 'name="first_answer" value="2"' in seen.content.decode()


def test_a_page_that_did_not_arrive_in_full_changes_nothing(lobby, browser_of):
    sent = sheet("deadlines.toml") | {"first_answer": ["2"], "do": "change"}
    del sent["whole"]

    browser_of("administrator").post(f"{ROOM}deadlines.toml", sent)

    assert not Setting.objects.exists()


def test_a_row_is_added_filled_in_moved_up_and_taken_out():
    sent = sheet("deadlines.toml")
    sent["lanes:rows"] = [*sent["lanes:rows"], "n1"]
    sent |= {"lanes/n1:key": ["young"], "lanes/n1/first_answer": ["1"], "lanes/n1/result": ["3"]}
    sent |= {"lanes/n1/flags": ["safety"]}

    assert made("deadlines.toml", sent, "add lanes").tree.items[-1].rows[-1].number == "n2"
    moved = setting_forms.moved(sent, "up lanes/n1")
    lanes = tomllib.loads(made("deadlines.toml", moved).text or "")["lanes"]
    assert list(lanes) == ["safety", "legal", "young", "bad"]
    assert lanes["young"] == {"flags": ["safety"], "first_answer": 1, "result": 3}
    gone = setting_forms.moved(sent, "drop lanes/n1")
    assert made("deadlines.toml", gone).text == config.delivered("deadlines.toml")


def test_a_row_that_nobody_filled_in_is_no_row():
    sent = setting_forms.moved(sheet("wordings.toml"), "add wording")

    assert made("wordings.toml", sent).text == config.delivered("wordings.toml")


def test_two_rows_of_one_name_are_refused():
    sent = sheet("deadlines.toml")
    sent["lanes:rows"] = [*sent["lanes:rows"], "n1"]
    sent |= {"lanes/n1:key": ["bad"], "lanes/n1/first_answer": ["1"], "lanes/n1/result": ["3"]}

    assert [at for at, _what, _why in made("deadlines.toml", sent).errors] == ["f-lanes-n1-key"]


def test_a_category_is_renamed_and_the_catalogue_gets_another_version(lobby, browser_of):
    client, sent = browser_of("administrator"), sheet("catalogue.toml")
    sent[f"{row(sent, 'category', 'B')}/name:zh-Hans"] = ["演出和放映"]

    seen = client.post(f"{ROOM}catalogue.toml", sent | {"do": "preview"})
    assert seen.context["breaks"] == [("means", "B")]
    client.post(f"{ROOM}catalogue.toml", sent | {"do": "change"})

    assert taxonomy.category_name("B")["zh-Hans"] == "演出和放映"
    old = tomllib.loads(config.delivered("catalogue.toml"))["version"]
    assert taxonomy.catalogue().version > old
    assert len(changed(config.delivered("catalogue.toml"), Setting.objects.get().text)) == 4


def test_a_new_department_can_be_given_a_new_category_at_once():
    sent = sheet("catalogue.toml")
    sent["departments:rows"] = [*sent["departments:rows"], "n1"]
    sent |= {"departments/n1:key": ["library"], "departments/n1:zh-Hans": ["图书室"], "departments/n1:en": ["Library"]}
    sent["category:rows"] = [*sent["category:rows"], "n1"]
    new = "category/n1"
    sent |= {f"{new}:key": ["M"], f"{new}/name:zh-Hans": ["图书"], f"{new}/name:en": ["Books"], f"{new}/place": ["2"]}
    sent |= {f"{new}/department": ["library"], f"{new}/forms": ["service"], f"{new}/pictogram": ["opt-bubbles.svg"]}
    sent |= {f"{new}/tone": ["gold"], f"{new}/sub:rows": ["n1"], f"{new}/sub/n1:key": ["M1"]}
    sent |= {f"{new}/sub/n1/name:zh-Hans": ["借书"], f"{new}/sub/n1/name:en": ["Borrowing"]}

    filled = made("catalogue.toml", sent)

    assert filled.errors == []
    assert config.check("catalogue.toml", filled.text or "") == ""
    values = tomllib.loads(filled.text or "")
    assert values["home"]["first"][:4] == ["A", "B", "M", "C"]  # the older one keeps the place that both have
    assert values["category"]["M"]["sub"]["M1"] == {"name": {"zh-Hans": "借书", "en": "Borrowing"}}


def test_a_phrase_to_tap_is_added_and_screens_hear_of_it(lobby, browser_of):
    from sync.central.intake.models import Update

    sent = sheet("chips.toml")
    sent["0/zh"] = ["谢谢大家\n希望多些座椅"]
    client = browser_of("administrator")

    assert client.post(f"{ROOM}chips.toml", sent | {"do": "change"}).status_code == 302
    told = [one.data for one in Update.objects.filter(kind="text")]
    assert [tomllib.loads(one["text"])["words"]["zh"] for one in told] == [["谢谢大家", "希望多些座椅"]]

    too_long = sent | {"0/zh": ["这一句实在是太长太长了放不下"], "do": "change"}
    assert client.post(f"{ROOM}chips.toml", too_long).status_code == 422


def test_a_ready_sentence_is_added_by_the_form(lobby, browser_of):
    sent = sheet("wordings.toml")
    sent["wording:rows"] = ["n1", *sent["wording:rows"]]
    sent |= {"wording/n1/name": ["谢谢"], "wording/n1/category": [""], "wording/n1/text:zh-Hans": ["谢谢您。"]}

    browser_of("administrator").post(f"{ROOM}wordings.toml", sent | {"do": "change"})

    assert (wordings.in_force()[0].name, dict(wordings.in_force()[0].text)) == ("谢谢", {"zh-Hans": "谢谢您。"})


def test_a_blank_that_the_program_fills_in_cannot_get_lost():
    sent = sheet("phone.toml") | {"progress:zh-Hans": ["第 {at} 题"], "next:zh-Hant": ["下一題 {x}"]}

    filled = made("phone.toml", sent)

    assert [at for at, _what, _why in filled.errors] == ["f-progress-zh-Hans", "f-next-zh-Hant"]
    assert filled.more  # the second stands among the languages that are not seen at first


def test_an_own_file_of_three_lines_stays_one():
    own = "# 我们馆自己的\nfirst_answer = 2\n"
    sent = sheet("deadlines.toml", own) | {"simple": ["4"]}

    filled = setting_forms.filled("deadlines.toml", own, sent, "preview", TODAY)

    assert filled.text == "# 我们馆自己的\nfirst_answer = 2\nsimple = 4\n"


def test_nothing_chosen_is_not_what_the_product_says():
    sent = sheet("deadlines.toml") | {"complex_categories": []}

    assert tomllib.loads(made("deadlines.toml", sent).text or "")["complex_categories"] == []


def test_days_off_are_days_in_their_order():
    sent = sheet("calendar.toml") | {"off": ["2027-02-01", "", "2027-01-01"], "on": ["", ""]}

    assert tomllib.loads(made("calendar.toml", sent).text or "")["off"] == [date(2027, 1, 1), date(2027, 2, 1)]
    assert made("calendar.toml", sent | {"on": ["30 Februar"]}).errors


def test_what_somebody_changed_in_the_meantime_is_not_overwritten_unseen(lobby, browser_of):
    client, name = browser_of("administrator"), "deadlines.toml"
    base = client.get(f"{ROOM}{name}").context["base"]
    client.post(f"{ROOM}{name}", sheet(name) | {"simple": ["4"], "do": "change"})
    sent = sheet(name) | {"first_answer": ["2"], "base": [base], "do": "change"}

    seen = client.post(f"{ROOM}{name}", sent)

    assert (seen.status_code, seen.context["problem"]) == (422, "moved")
    assert Setting.objects.count() == 1
    assert client.post(f"{ROOM}{name}", sent | {"base": [seen.context["base"]]}).status_code == 302


def test_an_older_version_comes_back_bit_for_bit_through_its_form(lobby, browser_of):
    client, name = browser_of("administrator"), "catalogue.toml"
    sent = sheet(name)
    sent[f"{row(sent, 'category', 'B')}/name:zh-Hans"] = ["演出和放映"]
    client.post(f"{ROOM}{name}", sent | {"do": "change"})

    back = client.post(f"{ROOM}{name}", {"do": "preview", "back": "0"})
    assert 'name="back" value="0"' in back.content.decode()
    client.post(f"{ROOM}{name}", sheet(name) | {"do": "change", "back": ["0"]})

    assert Setting.objects.get(version=2).text == config.delivered(name)


def test_a_file_that_cannot_be_read_is_shown_as_its_text(lobby, browser_of, settings):

    seen = browser_of("administrator").get(f"{ROOM}deadlines.toml?as=text")
    assert b'<textarea name="text"' in seen.content

    (settings.PLACES.data / "rewards.toml").write_text("[earn", "utf-8")
    seen = browser_of("administrator").get(f"{ROOM}rewards.toml")
    assert b'<textarea name="text"' in seen.content


def test_words_of_posters_certificates_and_the_course_are_those_in_force(lobby, browser_of):
    client = browser_of("administrator")
    client.post(f"{ROOM}poster.toml", sheet("poster.toml") | {"zh-Hans/title": ["请您说两句"], "do": "change"})
    client.post(f"{ROOM}certificate.toml", sheet("certificate.toml") | {"title": ["感谢状"], "do": "change"})
    lessons = sheet("course.toml") | {"question/0/text:zh-Hans": ["多久要分类？"], "question/0/right": ["1"]}
    client.post(f"{ROOM}course.toml", lessons | {"do": "change"})

    assert poster.words("zh-Hans")["title"] == "请您说两句"
    assert poster.words("en")["and"] == ", "  # blanks at its end are part of it
    assert certificates.words()["title"] == "感谢状"
    first = course.course().questions[0]
    assert (first.text["zh-Hans"], first.right) == ("多久要分类？", 0)
    assert course.course().version == "2026-2"
    assert Setting.objects.count() == 3


UNFIT = [
    ("poster.toml", '[zh-Hans]\ntitle = "x"'),
    ("certificate.toml", 'title = "x"'),
    ("course.toml", 'version = "x"'),
    ("chips.toml", '["no.such"]\nzh = ["x"]'),
    ("chips.toml", '[words]\nzh = "x"'),
    ("chips.toml", '[words]\nzh = ["一句长得实在放不下的话"]'),
]


@pytest.mark.parametrize(("name", "text"), UNFIT)
def test_what_the_program_could_not_use_is_not_sound(name, text):
    assert config.check(name, text)


def test_a_stray_brace_on_a_poster_or_certificate_is_not_sound():
    for name, old in (("poster.toml", "{title}"), ("certificate.toml", "{reason}")):
        assert config.check(name, config.delivered(name).replace(old, "{")), name


def test_a_quiz_whose_right_answer_is_not_there_is_not_sound():
    assert config.check("course.toml", config.delivered("course.toml").replace("right = 1", "right = 7"))


def test_numbers_that_do_not_fit_together_are_said_beside_them():
    wrong = made("priority.toml", sheet("priority.toml") | {"score/legal": ["0.5"], "bands/P1": ["10"]})
    assert [at for at, _what, _why in wrong.errors] == ["f-score-frequency", "f-bands-P1"]

    wrong = made("calendar.toml", sheet("calendar.toml") | {"on": ["2027-01-01"]})
    assert [at for at, _what, _why in wrong.errors] == ["f-on"]
