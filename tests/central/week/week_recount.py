"""The figures of the desk's results, counted again from records and events alone, never from the cases' own rows."""

from datetime import date, timedelta
from typing import Any

# By when somebody must hear from us: written down by hand from the printed calendar of 2026, by the day it came.
FIRST_DUE = {  # day: (grades 1 and 2, everything else)
    "2026-09-28": ("2026-09-29", "2026-10-08"),
    "2026-09-30": ("2026-10-08", "2026-10-10"),
    "2026-10-02": ("2026-10-08", "2026-10-10"),
    "2026-10-08": ("2026-10-09", "2026-10-12"),
    "2026-10-10": ("2026-10-12", "2026-10-14"),
}
SILENT = "('received', 'classified', 'dispatched', 'returned', 'in_progress')"
OPEN = SILENT[:-1] + ", 'answered')"
SAID = f"""
select c.case_id, min(date(r.received_at, '+8 hours')), max(r.grade),
  json_extract(cast(r.body as text), '$.channel'),
  max(json_extract(cast(r.body as text), '$.answers.words')), max(json_extract(cast(r.body as text), '$.sealed')),
  (select e.state from cases_caseevent e where e.case_id = c.case_id order by e.seq desc limit 1),
  (select min(e.day) from cases_caseevent e where e.case_id = c.case_id and e.state not in {SILENT}),
  (select count(*) from cases_caseevent e where e.case_id = c.case_id and e.kind = 'call_back')
from intake_record r join cases_caserecord c on c.record_id = r.id
where r.type = 'feedback.submitted' and r.form <> 'follow-up' group by c.case_id
"""
FIELDS = ("case", "day", "grade", "channel", "words", "sealed", "state", "answered", "called")


def read(centre: Any) -> list[dict[str, Any]]:
    """Every item as its records and events tell it."""
    return [dict(zip(FIELDS, row, strict=True)) for row in centre.sql(SAID)]


def recount(items: list[dict[str, Any]], monday: date) -> dict[str, int]:
    """The week's figures by the names that the desk gives them; ``response`` and ``response-of`` for a rate."""
    last = (monday + timedelta(days=6)).isoformat()
    week = [one for one in items if monday.isoformat() <= one["day"] <= last]
    asked = [one for one in week if one["words"] or one["sealed"] or (one["grade"] or 5) <= 2 or one["state"]]
    wants = [one for one in asked if one["state"] not in {"merged", "invalid"}]
    rated = [one for one in week if one["grade"] and one["channel"] not in {"paper", "meeting", "staff"}]
    answered = [one for one in wants if one["answered"]]
    done = {"closed", "called_back", "archived"}
    solved = [one for one in wants if one["state"] in done]
    judged = [one for one in wants if one["answered"] or due(one) < last]
    call = [one for one in rated if one["grade"] <= 2 and one["sealed"] and one["state"] in done]
    counted = {
        "received": len(week),
        "asked": len(asked),
        "ratings": len(rated),
        "answered": len(answered),
        "solved": len(solved),
        "open": sum(one["state"] is None or f"'{one['state']}'" in OPEN for one in wants),
        "bad": sum(one["grade"] <= 2 for one in rated),
        "late": sum(not one["answered"] and due(one) <= last for one in wants),
        "response": sum(bool(one["answered"]) for one in judged),
        "response-of": len(judged),
        "on_time": sum(bool(one["answered"]) and one["answered"] <= due(one) for one in judged),
        "satisfaction": sum(one["grade"] >= 3 for one in rated),
        "satisfaction-of": len(rated),
        "called_back": sum(one["called"] > 0 for one in call),
        "called_back-of": len(call),
    }
    counted |= {name: sum(one["state"] == name for one in asked) for name in STATES}
    counted |= {f"grades-{grade}": sum(one["grade"] == grade for one in rated) for grade in (1, 2, 3, 4, 5)}
    return counted | {f"channels-{name}": sum(one["channel"] == name for one in week) for name in _channels(week)}


STATES = ("parked", "declined", "merged", "withheld", "invalid")


def due(one: dict[str, Any]) -> str:
    """The day by which this visitor must hear from us first."""
    return FIRST_DUE[one["day"]][0 if (one["grade"] or 5) <= 2 else 1]


def _channels(week: list[dict[str, Any]]) -> set[str]:
    return {one["channel"] for one in week}
