"""A panel looks at a topic: scores and words of people who know, in no figure of the public."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from sync.central.insight.models import PanelVoice, Topic
from sync.central.insight.topics import LIVE, Doing, MoveRefused


@dataclass(frozen=True, slots=True)
class Panel:
    """Means to one place, weighed; of those alone who have no interest of their own. None where nobody is left."""

    voices: Sequence[PanelVoice]
    n: int
    pressing: float | None
    feasible: float | None


def of(topic: Topic) -> Panel:
    """What a topic's panel said so far."""
    voices = list(PanelVoice.objects.filter(topic=topic).order_by("role", "id"))
    free = [voice for voice in voices if not voice.interest]
    return Panel(voices, len(free), _mean(free, "pressing"), _mean(free, "feasible"))


def note(topic: Topic, told: Mapping[str, str], doing: Doing) -> None:
    """What one member said; once a person and topic. Raises MoveRefused."""
    if topic.state not in LIVE:
        raise MoveRefused("state")
    numbers = {name: _number(told.get(name, "")) for name in ("weight", "pressing", "feasible")}
    who, role = told.get("who", "").strip()[:64], told.get("role", "")
    if not who or role not in PanelVoice.ROLES or 0 in numbers.values() or numbers["weight"] > 3:
        raise MoveRefused("panel")
    try:
        with transaction.atomic():
            PanelVoice.objects.create(
                topic=topic,
                who=who,
                role=role,
                text=told.get("text", "").replace("\0", "").strip()[:1000],
                interest=bool(told.get("interest")),
                at=doing.at,
                noted_by_id=doing.who,
                **numbers,
            )
    except IntegrityError:
        raise MoveRefused("panel") from None


def _mean(voices: Sequence[PanelVoice], name: str) -> float | None:
    weight = sum(voice.weight for voice in voices)
    return round(sum(getattr(voice, name) * voice.weight for voice in voices) / weight, 1) if weight else None


def _number(text: str) -> int:
    """1 to 5; 0 for anything else."""
    return int(text) if text in {"1", "2", "3", "4", "5"} else 0
