"""The made-up board: cards, and the cases they came from."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sync.central.cases.deadlines import Rules
from sync.central.cases.demo.script import Script, Theme
from sync.central.cases.demo.visits import Plan
from sync.central.cases.models import Card, CardCase, Case


def put_up(script: Script, venue: str, plan: Plan, labels: Mapping[Any, Theme]) -> Sequence[tuple[str, date]]:
    """Every card of the script, with cases of its theme from before it was put up. Returns cards and their days."""
    put = []
    cases = dict(Case.objects.filter(venue_id=venue, asks=True).values_list("id", "received_day"))
    for one in script.cards:
        day = working_day_before(plan.today, one["ago"], plan.rules)
        card, new = Card.objects.get_or_create(
            id=one["id"],
            defaults={
                "venue_id": venue,
                "need": one["need"],
                "measure": one["measure"],
                "day": day,
                "department": one["department"],
                "state": one["state"],
            },
        )
        same = [
            case
            for case, came in sorted(cases.items())
            if case in labels and labels[case].key == one["theme"] and came <= day
        ]
        chosen = plan.rng.sample(same, min(len(same), plan.rng.randint(6, 60))) if new else []
        CardCase.objects.bulk_create([CardCase(card=card, case_id=case) for case in chosen])
        put.append((card.id, day))
    return put


def working_day_before(day: date, count: int, rules: Rules) -> date:
    """The working day that lies so many working days back."""
    while count:
        day -= timedelta(days=1)
        count -= rules.works(day)
    return day
