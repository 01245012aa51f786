"""R19: a need of the first two bands has an improvement proposal before work on its cases begins.

Counted are confirmed topics: a proposed one is the programme's guess, made anew every night. A case that visitors or
staff send back to work after an answer is not held up; nor is one that came before the rule did (Kept, SINCE).
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case as Case_
from django.db.models import F, When

from sync.central.cases.models import Case
from sync.central.cases.moves import Starting
from sync.central.insight.models import Improvement, Member, Topic
from sync.central.intake.models import Kept

SINCE: Final = "plans_first"
PRESSING: Final = ("P1", "P2")
BEGINS: Final = ("dispatched", "parked", "declined")  # from here to in_progress is where work begins
NAME: Final = "cases_caseevent_plan_first"

# The same in the database. It speaks of other tables, which SQLite cannot build afresh while it does: lift() it first.
_BEGINS: Final = (
    "NEW.state = 'in_progress' AND NEW.before IN ('dispatched', 'parked', 'declined') AND NEW.who_id IS NOT NULL"
)
_OWED: Final = """EXISTS (
    SELECT 1 FROM insight_member m JOIN insight_topic t ON t.id = m.topic_id JOIN cases_case c ON c.id = m.case_id
    WHERE m.case_id = NEW.case_id AND t.state = 'confirmed' AND COALESCE(NULLIF(t.by_hand, ''), t.band) IN ('P1', 'P2')
    AND NOT EXISTS (SELECT 1 FROM insight_improvement i WHERE i.topic_id = t.id AND i.state <> 'dropped')
    AND NOT EXISTS (SELECT 1 FROM intake_kept k WHERE k.name = 'plans_first' AND c.received_day < {since}))"""
_TOLD: Final = "'cases: a proposal for its topic is needed first'"
_SQLITE: Final = " ".join(
    (
        f"CREATE TRIGGER {NAME} BEFORE INSERT ON cases_caseevent WHEN {_BEGINS} AND",
        _OWED.format(since="json_extract(k.value, '$')"),
        f"BEGIN SELECT RAISE(ABORT, {_TOLD}); END",
    )
)
_FUNCTION: Final = " ".join(
    (
        "CREATE OR REPLACE FUNCTION insight_plan_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF",
        _OWED.format(since="(k.value #>> '{}')::date"),
        f"THEN RAISE EXCEPTION {_TOLD} USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$",
    )
)
_POSTGRESQL: Final = (
    f"CREATE TRIGGER {NAME} BEFORE INSERT ON cases_caseevent FOR EACH ROW WHEN ({_BEGINS}) "
    "EXECUTE FUNCTION insight_plan_first()"
)
_NEEDED: Final = frozenset({"cases_caseevent", "insight_improvement", "intake_kept"})


def missing(starting: Starting) -> str:
    """What has to be there before this step: "plan", or nothing. For moves.act."""
    if starting.after != "in_progress" or starting.before not in BEGINS:
        return ""
    return "plan" if owed(starting.case) is not None else ""


def owed(case: Case) -> Topic | None:
    """The topic for which somebody has to write a proposal before work on this case begins."""
    since = Kept.objects.filter(name=SINCE).values_list("value", flat=True).first()
    if since is not None and (case.received_day is None or case.received_day < date.fromisoformat(since)):
        return None
    band = Case_(When(by_hand="", then=F("band")), default=F("by_hand"))
    pressing = Topic.objects.alias(counts=band).filter(counts__in=PRESSING, state=Topic.State.CONFIRMED)
    planned = Improvement.objects.exclude(state=Improvement.State.DROPPED).values("topic_id")
    own = Member.objects.filter(case_id=case.id).values("topic_id")
    return pressing.filter(pk__in=own).exclude(pk__in=planned).first()


def lay(using: str = "default", **_: Any) -> None:
    """Makes the database hold to it. Called after migrations."""
    from django.db import connections

    connection = connections[using]
    if not set(connection.introspection.table_names()) >= _NEEDED:
        return
    lift(using)
    with connection.cursor() as cursor:
        for statement in (_SQLITE,) if connection.vendor == "sqlite" else (_FUNCTION, _POSTGRESQL):
            cursor.execute(statement)


def lift(using: str = "default", **_: Any) -> None:
    """Takes it away. Called before migrations."""
    from django.db import connections

    connection = connections[using]
    if "cases_caseevent" not in connection.introspection.table_names():
        return
    on = "" if connection.vendor == "sqlite" else " ON cases_caseevent"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER IF EXISTS {NAME}{on}")
