import re

import forms_kit
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import FormError
from kiosk.forms.registry import BUILTIN
from kiosk.forms.xform import inspect_form, parse_form

ALL_TYPES = (
    "type; name; label::中文 (zh); label::English (en); hint::中文 (zh); appearance; required; constraint; "
    "calculation; choice_filter; parameters; default",
    "today; day; ; ; ; ; ; ; ; ; ;",
    "note; welcome; 欢迎; Welcome; ; ; ; ; ; ; ;",
    "select_one likert; grade; 满意吗; Satisfied; 点一下; likert quick; yes; ; ; ; ;",
    "select_multiple tags; reasons; 因为; Because; ; columns-pack; ; count-selected(.) <= 3; ; grade = ${grade}; ;",
    "begin_group; page; 一起; Together; ; field-list; ; ; ; ; ;",
    "text; words; 话; Words; ; multiline; ; string-length(.) <= 50; ; ; rows=4; 好",
    "text; digits; 号; Digits; ; numbers; ; ; ; ; ;",
    "integer; count; 数; Count; ; ; ; . >= 0 and . < 10; ; ; ; 3",
    "end_group; ; ; ; ; ; ; ; ; ; ;",
    "decimal; share; 份; Share; ; ; ; ; ; ; ; 2.5",
    "date; when; 哪天; When; ; ; ; . <= today(); ; ; ; today()",
    "range; nps; 推荐; Recommend; ; ; ; ; ; ; start=0 end=10 step=2;",
    "rank tags; order; 先后; Order; ; ; ; ; ; ; ;",
    "image; sketch; 画; Draw; ; draw; ; ; ; ; ;",
    "audio; voice; 说; Say; ; ; ; ; ; ; ;",
    "acknowledge; agree; 同意; Agree; ; ; ; ; ; ; ;",
    "select_one_from_file sessions.csv; session; 哪场; Which; ; minimal; ; ; ; ; ;",
    "calculate; sum; ; ; ; ; ; ; ${count} + 1; ; ;",
    "hidden; channel; ; ; ; ; ; ; ; ; ; kiosk",
)
CHOICES = (
    "list_name; name; label::中文 (zh); label::English (en); grade; image",
    "likert; 5; 满意; Satisfied; ; face-5.svg",
    "likert; 1; 不满意; Dissatisfied; ; ",
    "tags; 501; 精彩; Wonderful; 5; ",
    "tags; 101; 取消; Cancelled; 1; ",
)


@pytest.fixture
def form(make_form):
    return make_form(*ALL_TYPES, choices=CHOICES)


def test_every_type_is_read(form):
    assert {question.name: question.type for question in form.questions} == {
        "day": "preload",
        "welcome": "note",
        "grade": "select_one",
        "reasons": "select_multiple",
        "words": "text",
        "digits": "text",
        "count": "integer",
        "share": "decimal",
        "when": "date",
        "nps": "range",
        "order": "rank",
        "sketch": "image",
        "voice": "audio",
        "agree": "acknowledge",
        "session": "select_one",
        "sum": "calculate",
        "channel": "hidden",
    }


def test_a_form_knows_itself(form):
    assert (form.id, form.version, form.languages) == ("trial", "1", ("zh", "en"))
    assert (form.title("zh-Hans"), form.title("en")) == ("试一试", "Trial")
    assert re.fullmatch("[0-9a-f]{64}", form.hash)
    assert form.live_lists == {"sessions"}


def test_texts_come_in_every_language_and_fall_back_to_chinese(form):
    grade = form.question("grade")
    assert (grade.label("zh-Hans"), grade.label("en"), grade.label("fr")) == ("满意吗", "Satisfied", "满意吗")
    assert (grade.hint("zh"), grade.hint("en")) == ("点一下", "点一下")


def test_what_a_screen_needs_to_know_is_there(form):
    assert form.question("grade").appearance == {"likert", "quick"}
    assert form.question("grade").required
    assert form.question("reasons").max_selected == 3
    assert form.question("words").max_length == 50
    assert form.question("words").rows == 4
    assert form.question("nps").range == (0, 10, 2)
    assert (form.question("count").limits.least, form.question("count").limits.most) == (0, None)


def test_a_field_list_is_one_screen_and_calculations_are_none(form):
    screens = {screen.name: [question.name for question in screen.questions] for screen in form.screens}
    assert screens["page"] == ["words", "digits", "count"]
    assert not screens.keys() & {"sum", "channel", "day", "words"}


def test_answers_have_an_order(form):
    names = [question.name for question in form.answer_order]
    assert names[:3] == ["grade", "reasons", "words"]
    assert not {"welcome", "sum", "day"} & set(names)
    assert names[-1] == "channel"


@pytest.mark.parametrize(
    ("constraint", "least", "most"),
    [
        ("count-selected(.) <= 3", None, 3),
        ("count-selected(.) < 3 and . != 'x'", None, 2),
        ("3 >= count-selected(.) and 1 <= count-selected(.)", 1, 3),
        ("count-selected(.) = 2", 2, 2),
        ("count-selected(.) <= 3 or . = 'x'", None, None),
        ("not(selected(., 'a'))", None, None),
    ],
)
def test_a_constraint_of_plain_shape_tells_how_many_may_be_picked(make_form, constraint, least, most):
    form = make_form("type; name; label; constraint", f"select_multiple l; q; 题; {constraint}", choices=SHORT)

    assert (form.question("q").min_selected, form.question("q").max_selected) == (least, most)


SHORT = ("list_name; name; label", "l; x; 叉", "l; y; 钩")


def test_a_form_without_languages_runs_in_chinese(make_form):
    form = make_form("type; name; label", "text; q; 题")
    assert form.languages == ("zh",)
    assert form.question("q").label("en") == "题"


def test_marks_for_bold_and_colour_are_not_shown(make_form):
    form = make_form("type; name; label", 'text; q; **题** <span style="color:red">红</span>')
    assert form.question("q").label("zh") == "题 红"


# -- what is refused


def edited(folder, old: str, new: str) -> bytes:
    xml = forms_kit.compiled(forms_kit.markdown(*ALL_TYPES, choices=CHOICES), folder).decode()
    assert old in xml
    return xml.replace(old, new).encode()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('version="1"', "", "version must be"),
        ('id="trial"', 'id="a b"', "form_id must be"),
        ('nodeset="/data/nps"', 'nodeset="/data/nps" relevant="/data/nope = 1"', "there is no nope"),
        ('constraint=". &lt;= today()"', 'constraint=". &lt;= "', "when: constraint: an expression"),
        ('constraint=". &lt;= today()"', "constraint=\"count('x') = 1\"", "when: constraint"),
        ('calculate=" /data/page/count  + 1"', 'calculate="/data/sum + 1"', "depends on itself: sum -> sum"),
        ('<range ref="/data/nps" start="0"', '<range ref="/data/nps" start="0.5"', "nps: parameters: a range"),
        ('appearance="draw"', 'appearance="signature draw"', "the appearance 'signature' does not run here"),
        ('appearance="draw"', "", "a photo cannot be taken here"),
        ("<trigger ", '<secret ref="/data/agree"/><trigger ', "agree: is shown twice"),
        ("<trigger ", '<secret ref="/data/channel"/><trigger ', "<secret> does not run here"),
        ("<trigger ", '<repeat nodeset="/data/page"/><trigger ', "repeats do not run here"),
        ('src="jr://file-csv/sessions.csv"', 'src="jr://instance/last-saved"', "only lists of rows"),
        ('type="date"', 'type="geopoint"', "geopoint does not run here"),
        ("<channel>kiosk</channel>", "<频道/>", "must be ASCII"),
        ('<value form="image">', '<value form="video">', "video in a text"),
        ("jr://images/face-5.svg", "jr://images/../../etc/passwd", "no plain file name"),
        ('jr:preloadParams="today"', 'jr:preloadParams="deviceid"', "deviceid is not collected here"),
        ('bind nodeset="/data/nps"', 'bind saveto="x" nodeset="/data/nps"', "saveto does not run here"),
        ("<count>3</count>", "<count>three</count>", "count: default: the default is no answer"),
        ("<meta>", "<meta><audit/>", "meta/audit is not collected"),
        ("<name>501</name>", "<name>五</name>", "must be ASCII without blanks"),
        ('readonly="true()"', 'readonly="/data/grade = 1"', "read_only that depends on an answer"),
        ('event="odk-instance-first-load"', 'event="xforms-value-changed"', "xforms-value-changed do not run"),
        ('<setvalue ref="/data/when"', '<odk:recordaudio/><setvalue ref="/data/when"', "<recordaudio> in the model"),
    ],
)
def test_what_does_not_run_here_is_refused_by_name(folder, old, new, said):
    xml = edited(folder, old, new)

    with pytest.raises(FormError) as caught:
        parse_form(xml)

    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert inspect_form(xml)


def test_all_flaws_are_found_at_once(folder):
    xml = edited(folder, 'appearance="draw"', "").replace(b"<count>3</count>", b"<count>x</count>")

    assert {flaw.name for flaw in inspect_form(xml)} == {"sketch", "count"}


BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head>&c;</h:head></h:html>"""
OUTSIDE = b"""<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>"""


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (BOMB, "document type"),
        (OUTSIDE, "document type"),
        ("<?xml version='1.0'?><!DOCTYPE x []><x/>".encode("utf-16"), "not UTF-8"),
        (b"<x>" + b" " * (10 * 1024 * 1024) + b"</x>", "larger than"),
        (b"<x>" * 5000 + b"</x>" * 5000, "not well-formed"),
        (b"", "not well-formed"),
        (b"\x00\x01\x02", "not well-formed"),
        (b"<html/>", "not an XForm"),
        (b"PK\x03\x04", "not well-formed"),
    ],
)
def test_hostile_bytes_are_refused(xml, said):
    with pytest.raises(FormError) as caught:
        parse_form(xml)

    assert said in str(caught.value)
    assert inspect_form(xml)


SHIPPED = [path.read_text(encoding="utf-8") for path in sorted(BUILTIN.glob("*.xml"))]
SPLINTERS = [
    "'",
    '"',
    "/data",
    "..",
    "[",
    "(",
    "*",
    "&lt;",
    "today()",
    "<x/>",
    "中",
    "jr:itext(",
    "selected(",
    "/data/*",
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SHIPPED), st.data())
def test_a_damaged_form_is_refused_or_runs_never_a_crash(xml, data):
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(xml)))
        cut = data.draw(st.sampled_from([0, 0, 1, 7, 30]))
        xml = xml[:place] + data.draw(st.sampled_from(SPLINTERS)) + xml[place + cut :]
    try:
        form = parse_form(xml.encode())
    except FormError as error:
        assert "\n" not in str(error)  # noqa: PT017
        return
    visit = forms_kit.visit_in(form)
    for question in form.questions:
        visit.label(question.name), visit.choices(question.name), visit.hint(question.name)
    visit.all_problems(), visit.answers()


def test_importing_a_form_costs_no_lxml():
    import subprocess
    import sys

    code = (
        "import sys, kiosk.forms.visit, kiosk.forms.xform; print({'lxml', 'pyxform', 'openpyxl'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
