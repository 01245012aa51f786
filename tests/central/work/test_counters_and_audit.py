"""The public counters add up to what the audit walked: no case without a record, no visit without a case."""

import orjson
import pytest

FINISHES = ("feedback.submitted", "feedback.amended")


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """A made-up half-year with its audit, and every record's type, state and body."""
    from central_process import Centre

    centre = Centre.prepared(tmp_path_factory.mktemp("books"))
    centre.done("demo", "--items", "150", "--seed", "5")
    centre.done("work")
    rows = centre.sql("select type, state, form, body from intake_record")
    return centre, centre.audit(), rows


def test_the_audit_walked_every_record_and_none_waits(books):
    _, audit, rows = books

    assert audit["records"] == len(rows)
    assert (audit["gaps"], audit["forks"], audit["altered"]) == (0, 0, 0)
    assert not [state for _, state, _, _ in rows if state == "new"]


def test_every_visit_that_finished_is_one_case_and_nothing_else_is(books):
    centre, _, rows = books
    told = [(form, orjson.loads(body)) for type_, _, form, body in rows if type_ in FINISHES and body is not None]
    visits = {body["subject"].replace("-", "") for form, body in told if form != "follow-up"}
    cases = [str(row[0]).replace("-", "") for row in centre.sql("select subject from cases_case")]

    assert len(visits) > 100
    assert sorted(cases) == sorted(visits)


def test_what_the_board_says_was_received_is_a_recount_of_the_cases(books):
    centre, _, _ = books
    told = centre.sql("select data from intake_update where kind = 'totals' order by id")
    shown = [row[0] if isinstance(row[0], dict) else orjson.loads(row[0]) for row in told]
    newest = shown[-1]
    where = "where counted and asks and received_day >= ?"

    assert newest["received"] == centre.sql(f"select count(*) from cases_case {where}", newest["since"])[0][0] > 0
    answered = f"{where} and answered_day is not null"
    assert newest["answered"] == centre.sql(f"select count(*) from cases_case {answered}", newest["since"])[0][0]
