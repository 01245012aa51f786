"""A form made in Excel by somebody who never saw this project runs, or is refused, each mistake in one clear line."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import forms_kit
import pytest
from openpyxl import Workbook as Excel

from kiosk.errors import FormError
from kiosk.forms.authoring import check, compile_form
from kiosk.forms.xform import parse_form

SETTINGS = (("form_id", "version"), ("trial", "1"))
BOTH = "type; name; label::中文 (zh); label::English (en)"


@pytest.fixture
def told(tmp_path):
    """(sheet, row, column, key) of every problem of a form written as Markdown."""

    def run(*rows, fatal=True, **more):
        path = tmp_path / "form.md"
        path.write_text(forms_kit.markdown(*rows, **{"settings": SETTINGS, **more}), encoding="utf-8")
        return [(p.sheet, p.row, p.column, p.key) for p in check(path) if p.fatal is fatal]

    return run


def test_a_sound_form_has_no_problem(told):
    rows = (BOTH, "select_one l; q; 题; Q", "text; words; 话; Words")
    choices = ("list_name; name; label::中文 (zh); label::English (en)", "l; a; 甲; A")
    assert told(*rows, choices=choices) == []
    assert told(*rows, choices=choices, fatal=False) == []


@pytest.mark.parametrize(
    ("header", "row", "column", "key"),
    [
        ("type; name; label", "begin_repeat; r; 组", "type", "repeat"),
        ("type; name; label", "geopoint; q; 哪里", "type", "type_refused"),
        ("type; name; label", "barcode; q; 码", "type", "type_refused"),
        ("type; name; label", "deviceid; q;", "type", "type_personal"),
        ("type; name; label", "phone number; q; 号", "type", "type_personal"),
        ("type; name; label", "txet; q; 题", "type", "type_unknown"),
        ("type; name; label", "; q; 题", "type", "type_missing"),
        ("type; name; label", "image; q; 拍一张", "type", "photo"),
        ("type; name; label", "select_one l or_other; q; 题", "type", "or_other"),
        ("type; name; label", "select_one nope; q; 题", "type", "choices_missing"),
        ("type; name; label", "select_one ${q}; q; 题", "type", "choices_refused"),
        ("type; name; label", "select_one_from_file a.xml; q; 题", "type", "choices_refused"),
        ("type; name; label", "text; ; 题", "name", "name_missing"),
        ("type; name; label", "text; 名字; 题", "name", "name_bad"),
        ("type; name; label", f"text; {'a' * 65}; 题", "name", "name_bad"),
        ("type; name; label", "text; q;", "label", "label_missing"),
        ("type; name; label; appearance", "text; q; 题; signature", "appearance", "appearance"),
        ("type; name; label; appearance", "select_one l; q; 题; label", "appearance", "appearance"),
        ("type; name; label; image", "text; q; 题; nope.svg", "image", "image_missing"),
        ("type; name; label; image", "text; q; 题; ../a.svg", "image", "image_bad"),
        ("type; name; label; media::image", "text; q; 题; nope.svg", "media::image", "image_missing"),
        ("type; name; label; audio", "text; q; 题; a.mp3", "audio", "column_refused"),
        ("type; name; label; trigger", "text; q; 题; ${q}", "trigger", "column_refused"),
        ("type; name; label; relevant", "text; q; 题; ${nope} = 1", "relevant", "reference"),
        ("type; name; label; relevant", "text; q; 题; 1 +", "relevant", "expression"),
        ("type; name; label; relevance", "text; q; 题; 1 +", "relevant", "expression"),
        ("type; name; label; constraint", "text; q; 题; sqrtt(.) > 1", "constraint", "expression"),
        ("type; name; label; constraint", "text; q; 题; if(. = 1, 2)", "constraint", "expression"),
        ("type; name; label; calculation", "text; q; 题; 1 + 1", "calculation", "calculated"),
        ("type; name; label; required", "text; q; 题; 是", "required", "yes_or_no"),
        ("type; name; label; read_only", "text; q; 题; 只读", "read_only", "yes_or_no"),
        ("type; name; label; parameters", "range; q; 题; start=0.5 end=1 step=0.5", "parameters", "range"),
        ("type; name; label; default", "integer; q; 题; 三", "default", "default"),
        ("type; name; label; default", "select_one l; q; 题; z", "default", "default"),
        ("type; name; label; choice_filter", "select_one l; q; 题; gread = 5", "choice_filter", "filter_column"),
        ("type; name; label", "text; q; 您给 ${nope} 打几分", "label", "reference"),
        ("type; name; label::中文 (zh); label::English (en)", "text; q; ; Q", "label::中文 (zh)", "label_missing_zh"),
        ("type; name; label; hint::Deutsch (de)", "text; q; 题; Frage", "hint", "label_missing_zh"),
        # what no form may ask for
        ("type; name; label", "text; id_card; 号码", "name", "personal"),
        ("type; name; label", "text; q; 请输入您的身份证号", "name", "personal"),
        ("type; name; label", "date; q; 您的出生日期", "name", "personal"),
        ("type; name; label", "text; home_address; 哪里", "name", "personal"),
        ("type; name; label", "select_one l; q; 您的月收入", "name", "personal"),
        ("type; name; label", "select_one l; q; 政治面貌", "name", "personal"),
        ("type; name; label", "text; mobile; 号", "name", "contact"),
        ("type; name; label", "text; q; 请留下您的手机号", "name", "contact"),
    ],
)
def test_every_mistake_is_named_with_sheet_row_and_column(told, header, row, column, key):
    rows = [header, "note; fine; 好", row]
    rows += ["end_repeat; ;"] if "repeat" in row else []

    found = told(*rows, choices=("list_name; name; label; grade", "l; a; 甲; 5"))

    assert ("survey", 3, column, key) in found
    assert {problem[1] for problem in found} == {3}


@pytest.mark.parametrize(
    ("row", "column", "key"),
    [
        ("; a; 甲", "list_name", "list_name_missing"),
        ("l; ; 甲", "name", "name_missing"),
        ("l; 满意; 甲", "name", "choice_name_bad"),
        ("l; a b; 甲", "name", "choice_name_bad"),
        ("l; x; 甲", "name", "name_twice"),
        ("l; a;", "label", "label_missing"),
    ],
)
def test_choices_are_looked_at_too(told, row, column, key):
    choices = ("list_name; name; label", "l; x; 叉", row)
    assert ("choices", 3, column, key) in told("type; name; label", "select_one l; q; 题", choices=choices)


def test_a_column_of_choices_needs_a_plain_name(told):
    choices = ("list_name; name; label; 给 馆长", "l; x; 叉; 好")
    assert told("type; name; label", "select_one l; q; 题", choices=choices) == [
        ("choices", 1, "给 馆长", "column_bad")
    ]
    choices = ("list_name; name; label; 备注", "l; x; 叉; 好")
    assert told("type; name; label", "select_one l; q; 题", choices=choices) == []


@pytest.mark.parametrize(
    ("settings", "column"),
    [
        ((("form_id", "version"), ("", "1")), "form_id"),
        ((("form_id", "version"), ("试", "1")), "form_id"),
        ((("form_id", "version"), ("trial", "")), "version"),
    ],
)
def test_a_form_needs_an_id_and_a_version(told, settings, column):
    assert ("settings", 2, column, column) in told("type; name; label", "text; q; 题", settings=settings)
    assert ("settings", None, "version", "version") in told("type; name; label", "text; q; 题", settings=())


def test_groups_must_open_and_close(told):
    assert told("type; name; label", "begin_group; g; 组", "text; q; 题") == [("survey", 2, "type", "begin_open")]
    assert ("survey", 3, "type", "end_alone") in told("type; name; label", "text; q; 题", "end_group; ;")


def test_circles_are_named(told):
    rows = (
        "type; name; label; calculation; relevant",
        "calculate; a; ; ${b} + 1;",
        "calculate; b; ; ${a} + 1;",
        "text; c; 丙; ; ${c} != ''",
    )
    assert [key for *_, key in told(*rows)] == ["cycle", "cycle"]


def test_many_mistakes_are_told_at_once(told):
    rows = (
        "type; name; label; relevant; appearance",
        "geopoint; a; 甲; ;",
        "text; 乙; 乙; 1 +; map",
        "select_one nope; c; ; ${zz} = 1;",
        "text; a; 丁; ;",
    )
    found = told(*rows, settings=())
    assert len(found) == 10
    assert [row for _, row, *_ in found] == [None, None, 2, 3, 3, 3, 4, 4, 4, 5]


def test_a_misspelt_column_is_noticed_and_a_column_of_remarks_is_not(told):
    assert ("survey", 1, "relevent", "column_close") in told("type; name; label; relevent", "text; q; 题; 1 = 1")
    assert told("type; name; label; 备注", "text; q; 题; 给馆长看") == []


def test_what_makes_no_difference_is_a_hint(told):
    rows = (BOTH + "; appearance; parameters", "select_one l; q; 题; Q; minimal;", "range; w; 分; ; ; placeholder=3")
    choices = ("list_name; name; label::中文 (zh); label::English (en)", "l; a; 甲; A")
    assert told(*rows, choices=choices) == []
    assert {key for *_, key in told(*rows, choices=choices, fatal=False)} == {
        "appearance_passed",
        "parameter",
        "label_missing_en",
    }


def test_a_form_in_chinese_alone_runs_with_a_hint(told):
    assert told("type; name; label", "text; q; 题") == []
    assert told("type; name; label", "text; q; 题", fatal=False) == [("survey", 1, "label", "no_english")]


def test_a_language_column_needs_its_code(told):
    rows = ("type; name; label; label::Deutsch", "text; q; 题; Frage")
    assert told(*rows) == [("survey", 1, "label::Deutsch", "language_code")]


def test_a_problem_reads_as_one_line_in_chinese_and_english(tmp_path):
    path = tmp_path / "form.md"
    path.write_text(forms_kit.markdown("type; name; label", "begin_repeat; r; 组", "end_repeat; ;"), encoding="utf-8")

    line = next(str(problem) for problem in check(path) if problem.fatal)

    assert line == "survey 2 type: 不支持重复组（repeat） · repeats do not run here"


def test_what_only_pyxform_knows_comes_with_its_row(told):
    rows = ("type; name; label; parameters", "select_one_from_file s.csv; q; 题; value=a-b c")
    assert all(key == "other" and row == 2 for _, row, _, key in told(*rows))
    assert told(*rows)


# -- Excel


def excel(path, sheets):
    book = Excel()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


GOOD = {
    "survey": [
        ["type", "name", "label::中文 (zh)", "label::English (en)", "required", "relevant", "constraint"],
        ["start", "start"],
        ["today", "today"],
        ["select_one yn", "liked", "您喜欢吗？", "Did you like it?", "yes"],
        [None],
        ["integer", "visits", "来过几次？", "How many visits?", None, "${liked} = ‘1’", ". >= 0"],
        ["begin group", "more", "还有", "More"],
        ["text", "words", "还想说", "Anything else"],
        ["end group"],
    ],
    "choices": [
        ["list name", "name", "label::中文 (zh)", "label::English (en)"],
        ["yn", 1, "喜欢", "Yes"],
        ["yn", 0, "不喜欢", "No"],
    ],
    "settings": [["form_title", "form_id", "version"], ["小调查", "little", 2026112401]],
}


def test_a_form_from_excel_runs(tmp_path):
    path = excel(tmp_path / "小调查.xlsx", GOOD)

    assert [p for p in check(path) if p.fatal] == []
    form = parse_form(compile_form(path))
    assert (form.id, form.version) == ("little", "2026112401")
    visit = forms_kit.visit_in(form).answer("liked", "1")
    assert [screen.name for screen in visit.screens] == ["liked", "visits", "words"]
    assert compile_form(path) == compile_form(path)


def test_rows_of_excel_are_counted_as_excel_counts_them(tmp_path):
    rows = [*GOOD["survey"], ["geopoint", "where", "哪里", "Where"]]
    path = excel(tmp_path / "f.xlsx", GOOD | {"survey": rows})

    assert [(p.sheet, p.row, p.key) for p in check(path) if p.fatal] == [("survey", 10, "type_refused")]


def test_other_sheets_do_no_harm_but_entities_are_refused(tmp_path):
    path = excel(tmp_path / "f.xlsx", GOOD | {"说明": [["给填表人看的"]], "entities": [["list_name"], ["x"]]})
    assert [p.key for p in check(path) if p.fatal] == ["sheet_refused"]


def bomb() -> bytes:
    """A workbook of a few kilobytes that unpacks to 64 MiB."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", b" " * (64 * 1024 * 1024))
    return packed.getvalue()


BOMB = bomb()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("form.xlsx", b"not a workbook"),
        ("form.xlsx", b"PK\x03\x04 broken zip"),
        ("form.xls", b"\xd0\xcf\x11\xe0 broken"),
        ("form.md", b"no table at all"),
        ("form.md", b"\xff\xfe\x00"),
        ("form.docx", b"PK\x03\x04"),
        ("form", b""),
        ("form.md", b"| survey |\n| | type |\n" + b"x" * (33 * 1024 * 1024)),
        ("form.xlsx", BOMB),
    ],
)
def test_a_file_that_is_no_form_is_one_line(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)

    for use in (check, compile_form):
        try:
            told = use(path)
        except FormError as error:
            told = [error]
        assert told
        assert all("\n" not in str(line) for line in told)


def test_a_missing_file_is_one_line(tmp_path):
    with pytest.raises(FormError, match=re.escape("nope.xlsx: No such file")):
        check(tmp_path / "nope.xlsx")


def test_an_xform_can_be_checked_too(tmp_path, folder):
    path = tmp_path / "trial.xml"
    path.write_bytes(forms_kit.compiled(forms_kit.markdown("type; name; label", "text; q; 题"), folder))
    assert check(path) == ()
    path.write_bytes(b"<x/>")
    assert [p.key for p in check(path)] == ["other"]


@pytest.mark.parametrize(
    ("chinese", "english"), [("中文", "English"), ("中文(zh)", "English(en)"), ("Chinese", "英文")]
)
def test_a_language_may_be_named_as_people_name_it(tmp_path, chinese, english):
    path = tmp_path / "form.md"
    header = f"type; name; label::{chinese}; label::{english}"
    path.write_text(forms_kit.markdown(header, "text; q; 题; Question", settings=SETTINGS), encoding="utf-8")

    assert check(path) == ()
    question = parse_form(compile_form(path)).question("q")
    assert (question.label("zh-Hans"), question.label("en")) == ("题", "Question")


@pytest.mark.parametrize("text", ["", "# A title\n\nWords only.\n", "| survey |\n", "| settings |\n| | form_id |\n"])
def test_a_text_without_a_table_of_questions_says_so_in_our_words(tmp_path, text):
    path = tmp_path / "words.md"
    path.write_text(text, "utf-8")

    with pytest.raises(FormError) as told:
        check(path)

    assert str(told.value).startswith("words.md: no form in it")
