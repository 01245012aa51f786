"""What deserves more than thanks: named by one, approved by different people, and only then worth points."""

from datetime import datetime
from typing import Final

from sync.central.cases.models import Case
from sync.central.rewards import ledger
from sync.central.rewards.models import Approval, Nomination, PointsCard
from sync.central.rewards.rules import Rules

KINDS: Final = frozenset({"constructive", "adopted"})


def nominate(case: Case, kind: str, why: str, who: int, at: datetime) -> Nomination:
    """Put a case forward, which counts as the first yes. Raises ValueError, or IntegrityError the second time."""
    if kind not in KINDS or not why.strip():
        raise ValueError("nomination: kind and reason are needed")
    named = Nomination.objects.create(
        venue_id=case.venue_id, case_id=case.id, kind=kind, criteria=[], why=why.strip()[:500], day=at.date()
    )
    Approval.objects.create(nomination=named, who_id=who, at=at)
    return named


def approve(one: Nomination, who: int, at: datetime) -> bool:
    """Another person's yes; False when they have said it before."""
    _, fresh = Approval.objects.get_or_create(nomination=one, who_id=who, defaults={"at": at})
    return fresh


def enough(one: Nomination, rules: Rules) -> bool:
    """Whether as many different people have said yes as the kind needs."""
    return one.approvals.count() >= rules.approvals[one.kind]  # type: ignore[attr-defined]


def award(one: Nomination, card: PointsCard, doing: ledger.Doing, rules: Rules) -> ledger.Earned | None:
    """The points, once, onto the card that the visitor shows. None while too few have approved."""
    if not enough(one, rules):
        return None
    earned = ledger.earn(card, one.kind, f"{one.kind}/{one.case_id}", doing, rules)
    Nomination.objects.filter(pk=one.pk).update(earned=True)
    return earned
