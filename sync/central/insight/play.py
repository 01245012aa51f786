"""The rest of a made-up centre: topics worked out and weighed, measures, a panel, seats, timetables, an outside judge.

Heard by cases.demo when its half-year stands; what is said and planned is in assets/central/demo/insight.toml.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.contrib.auth.models import User
from django.utils import timezone

from sync.central.cases.demo.half_year import Played
from sync.central.cases.demo.script import FOLDER
from sync.central.insight import hearing, mandates, panels, seats, topics, wishes, worker
from sync.central.insight.allocation import propose
from sync.central.insight.models import Improvement, Mandate, Proposal, Topic
from sync.central.insight.topics import Doing

CONFIRMED: Final = 6  # of the proposed topics, the first ones
_SATURDAY: Final = 6


def play(played: Played) -> None:
    """Everything, once."""
    played.say("what they have in common is worked out …")
    told = tomllib.loads((FOLDER / "insight.toml").read_text("utf-8"))
    supervisor = played.role("supervisor")
    hearing.work(10**9)
    for _ in worker.work(played.today):
        pass
    listed = [one for one in topics.ranked(played.venue.id) if one.state == Topic.State.PROPOSED][:CONFIRMED]
    for one in listed:
        topics.confirm(one, one.name["zh-Hans"], Doing(supervisor, played.now - timedelta(days=2)))
    _measures(listed, told["measures"], supervisor, played.today)
    for voice in told["panel"] if listed else ():
        said = {name: str(value) for name, value in voice.items() if name != "interest"}
        said |= {"interest": "1"} if voice.get("interest") else {}
        panels.note(listed[0], said, Doing(supervisor, played.now - timedelta(days=1)))
    seats.replace(played.venue.id, told["seats"].format(rooms="\n".join(_seats(told))))
    _plans(listed, told, played, supervisor)
    _judge(told["judge"], played, supervisor)


def _measures(listed: Sequence[Topic], told: Sequence[Mapping[str, Any]], owner: int, today: date) -> None:
    for topic, one in zip(listed, told, strict=False):
        opened = today - timedelta(days=one["ago"])
        done = one["state"] == "done"
        use = {name: one[name] for name in ("seats", "attended", "spent")} if done else {}
        due = opened + timedelta(days=one["days"])
        Improvement.objects.create(
            topic=topic,
            owner_id=owner,
            opened=opened,
            due=due,
            finished=due if done else None,
            **{name: one[name] for name in ("problem", "measure", "cost", "indicator", "state")},
            **use,
        )


def _seats(told: Mapping[str, Any]) -> Iterator[str]:
    """Lines of a file as a booking system writes them."""
    for room in told["rooms"]:
        for day in room["days"]:
            for part, share in told["busy"].items():
                full = min(1.0, share + (told["weekend"] if day >= _SATURDAY else 0.0))
                yield f"{room['name']},{day},{part},{room['seats']},{int(room['seats'] * full)}"


def _plans(listed: Sequence[Topic], told: Mapping[str, Any], played: Played, signer: int) -> None:
    needs = [
        told["timetable"]["need"].format(topic=topic.pk, **need)
        for topic, need in zip(listed, told["timetable"]["needs"], strict=False)
    ]
    for number, plan in enumerate(told["plans"] if needs else ()):
        text = told["timetable"]["text"].format(budget=plan["budget"]) + "".join(needs)
        scores = {topic.pk: (f"{topic.pk}", topic.score) for topic in listed}
        made = propose(*wishes.read(text, scores))
        when = played.now - timedelta(days=1, hours=number)
        signed = {"signed_by_id": signer, "signed_at": when + timedelta(minutes=40)} if number == 0 else {}
        Proposal.objects.create(
            venue=played.venue,
            at=when,
            name=plan["name"],
            asked={"text": text},
            plan=wishes.as_plain(made),
            **signed,
        )


def _judge(told: Mapping[str, Any], played: Played, publisher: int) -> None:
    """The evaluator's log-in has a mandate with a last day, and has handed in a report that was published."""
    user = User.objects.filter(username=told["login"]).first()
    if user is None:
        return
    granted: datetime = played.now - timedelta(days=60)
    until = timezone.localdate(granted) + timedelta(days=told["days"])
    values = {"firm": told["firm"], "seed": told["seed"], "until": until, "granted_at": granted, "ended_at": None}
    Mandate.objects.update_or_create(user=user, defaults=values | {"granted_by_id": played.role("administrator")})
    if not user.mandate.evaluations.exists():  # type: ignore[attr-defined]
        pdf = (FOLDER / told["report"]).read_bytes()
        report = mandates.hand_in(user.pk, told["title"], pdf, played.now - timedelta(days=9))
        mandates.publish(report, publisher, played.now - timedelta(days=6))
