"""No page of the desk walks a big table: what SQLite means to do for every statement of every address, at a million."""

import re
from collections.abc import Iterator

import pytest
from desk_addresses import EVERY, WEEK
from desk_hands import one_of_each
from django.db import connection
from django.urls import reverse

from sync.central.cases import search
from sync.central.cases.models import Case
from sync.central.desk.listing import WAITS
from sync.central.intake.models import Record

BIG = {
    *("intake_record", "intake_batch", "intake_update", "cases_case", "cases_caserecord", "cases_caseevent"),
    *("cases_casewords", "cases_reply", "cases_support", "cases_accesslog", "insight_heard", "cases_message"),
}
LISTS = (
    *("", "late=1", "state=closed", "state=all&order=new", "state=rest", "category=F", "category=F8&state=all"),
    *(
        "grade=1&channel=phone&state=all&order=new",
        "grade=1&category=F",
        "department=training",
        "lane=bad",
        "whose=mine",
    ),
    *(
        "text=%E8%80%81%E5%B8%88&state=all",
        "text=X-12&state=all",
        "channel=phone&state=all",
        "department=training&state=all",
    ),
    *(f"wait={wait}" for wait in WAITS),
)
# What ANALYZE with a limit of 1000 found in a centre of a million cases: rows, by table and index.
SPREAD = {
    ("cases_case", "case_newest"): "822528 1001 334 1",
    ("cases_case", "case_waiting"): "13440 1001 251 1 1 1 1 1 1 1 1 1",
    ("cases_case", "case_steps"): "11352 1001 251 1 1 1 1 1",
    ("cases_case", "case_running"): "13056 1001 251 251 251 251",
    ("cases_case", "case_department_due"): "15544 1001 1001 251 1",
    ("cases_case", "case_department_new"): "963728 1001 1001 251 1",
    ("cases_case", "case_department"): "1249024 1001 1001 1001",
    ("cases_case", "case_number"): "956750 1",
    ("cases_case", "case_lookup"): "1008678 1001",
    ("cases_case", "case_state_new"): "726880 1001 1001 251 1",
    ("cases_case", "case_category"): "772644 1001 1001 251 1",
    ("cases_case", "case_top"): "772644 1001 1001 251 1",
    ("cases_case", "case_grade_new"): "772644 1001 1001 182 1 1 1 1 1",
    ("cases_case", "case_channel_new"): "820816 1001 1001 286 1 1 1 1 1",
    ("cases_case", "sqlite_autoindex_cases_case_1"): "550800 1",
    ("cases_case", "sqlite_autoindex_cases_case_2"): "744510 1001 1",
    ("cases_caseevent", "event_day"): "2690216 1001 106",
    ("cases_caseevent", "sqlite_autoindex_cases_caseevent_1"): "3553950 5 1",
    ("cases_casewords", "sqlite_autoindex_cases_casewords_1"): "685248 1",
    ("intake_record", "record_venue_day"): "591138 1001 52 52",
    ("intake_record", "sqlite_autoindex_intake_record_1"): "939120 1001 1001 1 1",
}


@pytest.fixture(params=[True])
def spread(request, lobby):
    """One of each thing, in a database that believes to hold a million."""
    if connection.vendor != "sqlite":
        pytest.skip("SQLite's plans; PostgreSQL knows by itself how its rows are spread")
    things = one_of_each(lobby)
    with connection.cursor() as cursor:
        search.survey()
        cursor.execute("DELETE FROM sqlite_stat1")
        rows = [(table, index, stat) for (table, index), stat in SPREAD.items()]
        rows = rows if request.param else []  # or it has not looked at its rows yet
        cursor.executemany("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (%s, %s, %s)", rows)
        cursor.execute("ANALYZE sqlite_master")  # reads them
    return things


def explained(statement: str, values: object) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        return [row[3] for row in cursor.fetchall()]


def walks(statement: str, plan: list[str], partial: set[str]) -> Iterator[str]:
    """Steps that look at every row of a big table, or of a venue without end. Partial indexes are small."""
    aliases = {alias or table: table for table, alias in re.findall(r'"?(\w+)"?(?: (?:AS )?"?([TU]\d+)"?)?', statement)}
    endless = " LIMIT " not in statement or any("TEMP B-TREE FOR ORDER BY" in step for step in plan)
    for step in plan:
        what, name, index, by = re.match(
            r"(SCAN|SEARCH)? ?(\w*)(?: USING (?:COVERING )?INDEX (\w+))?(.*)", step
        ).groups()
        if what is None or aliases.get(name, name) not in BIG or index in partial:
            continue
        if what == "SCAN" or (endless and by.strip() in {"(venue_id=?)", "(ANY(venue_id))"}):
            yield step


class Watch:
    """Notes every statement, and afterwards what the database means to do for it."""

    def __init__(self) -> None:
        self.said: dict[str, object] = {}

    def __call__(self, execute, statement, values, many, context):
        if statement.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE")) and not many:
            self.said.setdefault(statement, values)
        return execute(statement, values, many, context)

    def walked(self) -> list[str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'")
            partial = {name for (name,) in cursor.fetchall()}
        found = []
        for statement, values in self.said.items():
            found += [f"{step}: {statement[:2000]}" for step in walks(statement, explained(statement, values), partial)]
        return found


def addresses(things: dict[str, object]) -> list[str]:
    """Every address that can be looked at, with every way to ask the list and the figures."""
    found = [
        reverse(f"desk:{name}", kwargs={key: things.get(key_of, key_of) for key, key_of in way.of.items()})
        for name, way in EVERY.items()
    ]
    found += [f"/desk/cases?{query}" for query in LISTS]
    month = f"kind=month&day={WEEK[0]}"
    found += [
        f"/desk/results/behind/{name}?{month}" for name in ("received", "answered", "on_time", "solved", "ratings")
    ]
    return [*found, f"/desk/results?{month}", f"/desk/results?kind=year&day={WEEK[0]}", "/desk/figures/behind?grade=1"]


NEW = pytest.param("supervisor", False, marks=pytest.mark.all)


@pytest.mark.parametrize(("role", "spread"), [("supervisor", True), ("handler", True), NEW], indirect=["spread"])
def test_no_address_walks_a_big_table(spread, browser_of, role):
    client, watch = browser_of(role, "administrator", department="training"), Watch()

    with connection.execute_wrapper(watch):
        shown = [client.get(address).status_code for address in addresses(spread)]

    assert shown.count(200) > 40
    assert len(watch.said) > 100
    assert watch.walked() == []


def test_a_statement_that_walks_is_caught(spread):
    watch = Watch()
    with connection.execute_wrapper(watch):
        list(Case.objects.filter(words="话"))
        Record.objects.filter(state=Record.State.PARKED, venue_id__in=["donghu", "nanhu"]).count()
        list(Case.objects.filter(venue_id="donghu").order_by("title")[:3])
        list(Case.objects.filter(venue_id="donghu").order_by("-received_day", "id")[:3])  # walks no further than three

    assert len(watch.walked()) == 3
