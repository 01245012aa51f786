"""The made-up half-year: real formats, believable people, true dates, and never on top of something real."""

import json
import random
import re
from datetime import date

import pytest
from central_process import empty_centre
from private_postgresql import chosen_databases

from sync.central.cases.deadlines import rules
from sync.central.cases.demo import script
from sync.central.cases.states import STATES
from sync.central.places import Places

ITEMS = 500


@pytest.fixture(scope="module", params=chosen_databases())
def played(request, tmp_path_factory):
    """One half-year, made once a database."""
    centre = empty_centre(request, tmp_path_factory.mktemp(f"demo-{request.param}"))
    centre.said = centre.done("demo", "--items", ITEMS, "--seed", 7)
    return centre


def test_custody_finds_nothing_wrong_with_it(played):
    audit = played.audit()

    assert audit["terminals"] == 6
    assert {audit[name] for name in ("gaps", "forks", "altered", "parked", "held")} == {0}
    assert audit["records"] > ITEMS


def test_every_record_became_what_it_means(played):
    assert played.sql("select count(*) from intake_record where state <> 'done'") == [(0,)]
    (cases,) = played.sql("select count(*) from cases_case")[0]
    assert cases >= ITEMS * 0.97  # a branch without network still holds some
    assert "the same as before" in played.done("rebuild")


def test_people_differ_in_what_they_use_and_how_they_feel(played):
    def of(column):
        return dict(played.sql(f"select {column}, count(*) from cases_case group by 1"))

    grades = of("grade")
    assert max(grades, key=lambda grade: grades[grade] if grade else 0) == 5
    assert min(grades[grade] for grade in (1, 2, 3, 4, 5)) > 5
    assert {"kiosk", "phone", "paper"} <= set(of("channel"))
    assert len(of("form")) >= 10
    assert len(set(of("state")) & set(STATES)) >= 8
    assert played.sql("select count(*) from cases_case where withdrawn")[0][0] > 0
    assert played.sql("select count(*) from cases_support")[0][0] > 20


def test_staff_worked_on_working_days_and_mostly_in_time(played, tmp_path):
    calendar = rules(Places(tmp_path))
    days = {date.fromisoformat(str(day)) for (day,) in played.sql("select distinct day from cases_caseevent")}
    assert [day for day in days if not calendar.works(day)] == []

    late = played.sql("select count(*) from cases_case where answered_day > first_due")[0][0]
    answered = played.sql("select count(*) from cases_case where answered_day is not null")[0][0]
    assert 0 < late < answered / 4


def test_its_codes_and_log_ins_open_doors(played):
    codes = re.findall(r"^  (\w{5} \w{5})  (\w+)$", played.said, re.M)
    logins = re.findall(r"^  (\w+) +([a-z0-9-]{19})  ", played.said, re.M)
    assert len(codes) >= 8
    assert len(logins) == 8
    code, state = codes[0]

    found = played.python(
        "from sync.central.cases import lookup\n"
        "from django.contrib.auth import authenticate\n"
        f"print(lookup.find({code.replace(' ', '')!r}, lookup.salts()).state)\n"
        f"print(authenticate(username={logins[0][0]!r}, password={logins[0][1]!r}) is not None)\n"
    )

    assert found.split() == [state, "True"]


# what the made-up staff typed in has no theme
REAL = "select id from cases_case where id not in (select case_id from cases_slip)"


def test_the_theme_of_each_case_is_kept_beside_the_database(played):
    lines = [json.loads(line) for line in (played.data / "demo-themes.jsonl").read_text("utf-8").splitlines()]

    assert {line["theme"] for line in lines} <= {theme.key for theme in script.load().themes}
    ids = {str(case).replace("-", "") for (case,) in played.sql(REAL)}
    assert ids <= {line["case"].replace("-", "") for line in lines}


def test_it_refuses_to_mix_with_something_real(played):
    again = played.run("demo", "--items", 5)

    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == "central: demo: this centre already holds records; --force adds the made-up ones to them\n"


def test_the_same_seed_makes_the_same_people():
    told = script.load()
    theme = told.by_key["choir"]

    twice = [[told.text(theme, 3, rng) for _ in range(20)] for rng in (random.Random(5), random.Random(5))]

    assert twice[0] == twice[1]
    assert len(set(twice[0])) > 15


def test_the_script_has_many_sentences_and_no_blank_left_open():
    told, rng = script.load(), random.Random(1)
    sentences = {sentence for theme in told.themes for sentence in (*theme.says, *theme.wishes) if sentence}
    assert len(sentences) >= 400

    for theme in told.themes:
        for pattern in (*theme.says, *theme.wishes, *theme.replies):
            filled = told.fill(pattern, rng, department="x", soon="y", number="1")
            assert "{" not in filled, pattern


def test_every_choice_and_form_of_the_script_is_real():
    from sync.central.cases.library import form

    for theme in script.load().themes:
        forms = [form(name) for name in theme.forms]
        assert None not in forms, theme.key
        names = {question.name for one in forms if one for question in one.questions}
        assert set(theme.answers) <= names | {"improve", "residence", "age_band"}, theme.key


@pytest.mark.parametrize(
    "table",
    [
        *("insight_topic", "insight_tally", "insight_improvement", "insight_panelvoice", "insight_capacity"),
        *("insight_proposal", "insight_mandate", "insight_evaluation"),
        *("rewards_posting", "rewards_gift", "rewards_certificate", "rewards_voucher", "rewards_nomination"),
    ],
)
def test_every_page_of_what_it_adds_up_to_has_something_to_show(played, table):
    assert played.sql(f"select count(*) from {table}")[0][0] > 0
