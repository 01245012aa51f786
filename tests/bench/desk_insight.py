"""What a centre's analysis rests on, for very many cases, and the pages that show it.

What was ticked, its sums, topics with members, seats, a plan and used vouchers are put straight into the tables, each
case by a pattern that its number chooses; pages are asked for as the desk's own are.
"""

from datetime import date, timedelta
from typing import Any, Final

from django.db import connection

USES: Final = 100_000  # of vouchers
MEMBERS: Final = 400  # of one topic
PATHS: Final = {
    "figures.year": "/desk/figures?{year}",
    "figures.table": "/desk/figures?{year}&rows=category&columns=channel",
    "figures.ages": "/desk/figures?{year}&rows=age_band&columns=level",
    "asked": "/desk/figures/asked?{year}",
    "week": "/desk/figures/week?{year}",
    "others": "/desk/figures/others?{year}",
    "behind": "/desk/figures/behind?{year}&said=public|wish|times|wd_am",
    "behind.rare": "/desk/figures/behind?{year}&said=public|event|recommend|0",
    "topics": "/desk/topics",
    "topic": "/desk/topics/{topic}",
    "plans": "/desk/plans",
    "plan": "/desk/plans/{plan}",
    "judging": "/desk/office/judging",
    "health": "/desk/office/health",
    "thanks": "/desk/thanks",
}
_TOLD: Final = (
    '["public|quick-rating||"]',
    '["public|quick-rating||"]',
    '["public|wish|times|wd_am", "public|wish|times|we_pm", "public|wish|wanted|learn", "public|wish||"]',
    '["public|event|content|4", "public|event|recommend|9", "public|event||"]',
    '["public|course|recommend|7", "public|course|teacher|5", "public|course||"]',
    '["public|event|content|2", "public|event|recommend|3", "public|event||"]',
    '["leader|expert|brand|3", "leader|expert||"]',
)
_AGES: Final = (*[""] * 14, "a60", "a18")  # one of eight says it; of a made-up half-year, one of sixteen


def fill(venues: tuple[str, ...], today: date) -> None:
    """Once a centre."""
    from sync.central.insight.models import Heard

    if Heard.objects.exists():
        return
    sqlite = connection.vendor == "sqlite"
    told, ages = _case("(r.record_id % 7)", _TOLD), _case("(r.record_id % 16)", _AGES)
    told = told if sqlite else f"({told})::jsonb"
    week = (
        "date(h.day, '-' || ((CAST(strftime('%w', h.day) AS INTEGER) + 6) % 7) || ' days')"
        if sqlite
        else "h.day - (EXTRACT(ISODOW FROM h.day)::int - 1)"
    )
    lines = "json_each(h.told) AS one" if sqlite else "jsonb_array_elements_text(h.told) AS one(value)"
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO insight_heard (case_id, venue_id, day, age_band, told) "
            f"SELECT c.id, c.venue_id, c.received_day, {ages}, {told} FROM cases_case c "
            "JOIN cases_caserecord r ON r.case_id = c.id WHERE c.counted"
        )
        cursor.execute(
            f"SELECT h.venue_id, {week}, one.value, count(*) FROM insight_heard h CROSS JOIN {lines} GROUP BY 1, 2, 3"
        )
        _sums(cursor.fetchall())
    _topic(venues[0], today)
    _seats(venues)
    _vouchers(venues[0])


def paths(today: date) -> dict[str, str]:
    """Each page's address, by the figure's name."""
    from sync.central.insight.models import Member, Proposal

    known = {
        "year": f"first={today - timedelta(days=364)}&last={today}",
        "topic": Member.objects.values_list("topic_id", flat=True)[0],
        "plan": Proposal.objects.values_list("id", flat=True)[0],
    }
    return {name: path.format(**known) for name, path in PATHS.items()}


def _case(which: str, values: tuple[str, ...]) -> str:
    return f"CASE {which} " + " ".join(f"WHEN {n} THEN '{one}'" for n, one in enumerate(values)) + " END"


def _sums(rows: list[tuple[str, Any, str, int]]) -> None:
    from sync.central.insight.models import Tally

    made = []
    for venue, monday, line, count in rows:
        series, form, question, value = line.split("|") if line.count("|") == 3 else [*line.split("|"), ""]
        place = {"series": series, "form": form, "question": question, "value": value}
        made.append(Tally(venue_id=venue, monday=monday, count=count, **place))
    Tally.objects.bulk_create(made, batch_size=2000)


def _topic(venue: str, today: date) -> None:
    from django.contrib.auth.models import User

    from sync.central.cases.models import Case
    from sync.central.insight.models import Improvement, Member, Proposal, Topic

    topic, who = Topic.objects.filter(venue_id=venue).order_by("id")[0], User.objects.order_by("id")[0]
    cases = Case.objects.filter(venue_id=venue).order_by("-received_day", "id").values_list("id", flat=True)[:MEMBERS]
    Member.objects.bulk_create([Member(topic=topic, case_id=one) for one in cases])
    began, done = today - timedelta(days=120), today - timedelta(days=60)
    words = {"problem": "p", "measure": "m", "indicator": "i", "cost": 1, "state": "done"}
    use = {"seats": 30, "attended": 20, "spent": 9, "opened": began, "due": done, "finished": done}
    Improvement.objects.create(topic=topic, owner=who, **words, **use)
    plan = {"runs": [["a", "1-am", "r", "", 9, 1]], "value": 1.0, "gap": 0.0, "people": 9, "cost": 1, "left_out": {}}
    at = f"{today}T08:00:00+08:00"
    Proposal.objects.create(venue_id=venue, at=at, name="bench", asked={"text": "budget = 1"}, plan=plan)


def _seats(venues: tuple[str, ...]) -> None:
    from sync.central.insight.models import Capacity

    slots = [(room, day, part) for room in range(20) for day in range(1, 8) for part in Capacity.PARTS]
    Capacity.objects.bulk_create(
        Capacity(venue_id=venue, room=f"{room}", weekday=day, part=part, seats=30, used=20)
        for venue in venues
        for room, day, part in slots
    )


def _vouchers(venue: str) -> None:
    """Used ones: the counter shows those that two desks took."""
    from django.utils import timezone

    from sync.central.rewards.models import VoucherUse

    now = timezone.now()
    VoucherUse.objects.bulk_create(
        [VoucherUse(number=f"V{n}", desk=venue, at=now, heard=now) for n in range(USES)], batch_size=5000
    )
