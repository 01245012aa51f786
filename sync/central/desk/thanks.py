"""The counter for thanks: points cards, gifts, vouchers, nominations that need two, certificates."""

from collections.abc import Mapping
from typing import Any, Final

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from kiosk.errors import CodeError
from kiosk.receipts import read_code
from sync.central.cases import lookup
from sync.central.cases.models import Case
from sync.central.cases.roles import Hand
from sync.central.desk.door import for_staff, show
from sync.central.desk.topics import number
from sync.central.intake.models import Venue
from sync.central.rewards import cards, certificates, ledger, nominations, rules, vouchers
from sync.central.rewards.models import Certificate, Gift, GiftMove, Nomination, PointsCard

RIGHT: Final = "thanks"
SEEN: Final = 30
STOCK_MAX: Final = 9999  # of one gift in one go


class _Refused(Exception):
    """Says in one word why; words.THANKS has the text."""


@for_staff
def page(request: HttpRequest, by: Hand) -> HttpResponse:
    """Everything at one counter."""
    _may(by)
    return _page(request, by)


@require_POST
@for_staff
def do(request: HttpRequest, by: Hand) -> HttpResponse:
    """One thing done; what came of it stands on the page, and nowhere else: a card's code is shown once."""
    _may(by)
    try:
        with transaction.atomic():
            told = _DEEDS[request.POST.get("kind", "")](by, request.POST)
    except KeyError:
        return _page(request, by, problem="unknown", status=400)
    except CodeError:
        return _page(request, by, problem="code", status=400)
    except ledger.NotEnough:
        return _page(request, by, problem="points", status=409)
    except _Refused as refused:
        return _page(request, by, problem=str(refused), status=409)
    return _page(request, by, **told)


@for_staff
def certificate(_: HttpRequest, by: Hand, number: str) -> HttpResponse:
    """The certificate as a PDF."""
    _may(by)
    one = get_object_or_404(Certificate, pk=number)
    if by.venue not in {None, one.venue_id}:
        raise Http404
    address = f"{settings.PUBLIC_URL}/honour/{one.number}" if settings.PUBLIC_URL else ""
    body = certificates.pdf(one, Venue.objects.get(pk=one.venue_id), address)
    response = HttpResponse(body, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{one.number}.pdf"'
    return response


def _open(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    _, code = cards.open_card(_venue(by, told), timezone.localdate())
    return {"code": code}


def _balance(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    return {"points": ledger.balance(_card(by, told))}


def _earn(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    """Something that was done here. The reference is what it is for: an activity's date, a shift; it earns once."""
    card, what, reference = _card(by, told), told.get("what", ""), told.get("reference", "").strip()[:40]
    if what not in _rules().earn or what in rules.FEEDBACK | set(_rules().approvals) or not reference:
        raise _Refused("reference")
    source = f"{what}/{card.pk}/{reference}"[:64]
    earned = ledger.earn(card, what, source, _doing(by), _rules(), times=_count(told.get("times", "1")))
    return {"earned": earned, "points": ledger.balance(card)}


def _claim(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    """Points for feedback: the receipt's code, and the card's. The grade is not looked at."""
    card = _card(by, told)
    case = lookup.find(read_code(told.get("receipt", "")), lookup.salts())
    if case is None or case.withdrawn or by.venue not in {None, case.venue_id}:
        raise _Refused("receipt")
    earned = ledger.feedback(
        card, str(case.id), words=bool(case.words), level=case.level, doing=_doing(by), rules=_rules()
    )
    return {"earned": earned, "points": ledger.balance(card)}


def _gift(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    """A gift over the counter: points off, stock down, the slip signed, in one step or not at all."""
    card, gift = _card(by, told), _own_gift(by, told)
    if not told.get("signed"):
        raise _Refused("signed")
    paid = ledger.spend(card, "souvenir", gift.price, f"gift/{gift.pk}/{timezone.now().timestamp()}", _doing(by))
    _move(gift, -1, "handed over", by, posting=paid)
    return {"points": ledger.balance(card)}


def _stock(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    gift, text = _own_gift(by, told), told.get("change", "").strip()
    size = number(text.removeprefix("-")) or 0
    change = -size if text.startswith("-") else size
    if size > STOCK_MAX:
        raise _Refused("stock")
    if not change or not told.get("why", "").strip():
        raise _Refused("stock")
    _move(gift, change, told["why"].strip()[:200], by)
    return {}


def _new_gift(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    name, price = told.get("name", "").strip()[:64], _count(told.get("price", ""))
    if not name:
        raise _Refused("stock")
    Gift.objects.create(venue=_venue(by, told), name={"zh-Hans": name}, price=price)
    return {}


def _voucher(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    """A signed voucher for points: booking or ticket."""
    card, what = _card(by, told), told.get("what", "")
    if what not in {"booking", "ticket"}:
        raise _Refused("unknown")
    return {"voucher": vouchers.buy(card, what, _doing(by), _rules(), settings.PLACES)}


def _take(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    said = vouchers.take(told.get("voucher", ""), by.name[:32] or "desk", timezone.now(), settings.PLACES)
    if said:
        raise _Refused(f"voucher_{said}")
    return {"taken": True}


def _nominate(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    case = Case.objects.filter(number=told.get("number", "").strip().upper()).first()
    if case is None or not by.sees(case.venue_id, case.department) or not told.get("why", "").strip():
        raise _Refused("nominate")
    try:
        with transaction.atomic():
            nominations.nominate(case, told.get("what", ""), told["why"], by.user or 0, timezone.now())
    except (IntegrityError, ValueError):
        raise _Refused("nominate") from None
    return {}


def _approve(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    one = get_object_or_404(Nomination, pk=_count(told.get("nomination", "0")))
    if by.venue not in {None, one.venue_id}:
        raise Http404
    if not nominations.approve(one, by.user or 0, timezone.now()):
        raise _Refused("second")
    return {}


def _award(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    """The points of a nomination that enough people approved, onto the visitor's card."""
    one, card = get_object_or_404(Nomination, pk=_count(told.get("nomination", "0"))), _card(by, told)
    earned = nominations.award(one, card, _doing(by), _rules())
    if earned is None:
        raise _Refused("second")
    return {"earned": earned, "points": ledger.balance(card)}


def _honour(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    try:
        made = certificates.award(
            _venue(by, told),
            told.get("shown", ""),
            told.get("reason", ""),
            by.user or 0,
            timezone.localdate(),
            consent=told.get("consent", ""),
            real_name=bool(told.get("real_name")),
            listed=bool(told.get("listed")),
        )
    except ValueError:
        raise _Refused("consent") from None
    return {"honour": made.number}


def _revoke(by: Hand, told: Mapping[str, str]) -> dict[str, Any]:
    found = Certificate.objects.filter(pk=told.get("number", ""))
    found = found if by.venue is None else found.filter(venue_id=by.venue)
    if not found.update(revoked=True, listed=False):
        raise _Refused("unknown")
    return {}


_DEEDS: Final = {
    "open": _open,
    "balance": _balance,
    "earn": _earn,
    "claim": _claim,
    "gift": _gift,
    "stock": _stock,
    "new_gift": _new_gift,
    "voucher": _voucher,
    "take": _take,
    "nominate": _nominate,
    "approve": _approve,
    "award": _award,
    "honour": _honour,
    "revoke": _revoke,
}


def _page(request: HttpRequest, by: Hand, *, problem: str = "", status: int = 200, **told: Any) -> HttpResponse:
    scope = {} if by.venue is None else {"venue_id": by.venue}
    waiting = Nomination.objects.filter(earned=False, **scope).prefetch_related("approvals__who").order_by("id")
    told |= {
        "problem": problem,
        "gifts": Gift.objects.filter(**scope).order_by("id"),
        "waiting": [(one, nominations.enough(one, _rules())) for one in waiting[:SEEN]],
        "honours": Certificate.objects.filter(**scope).order_by("-day", "number")[:SEEN],
        "twice": vouchers.twice()[:SEEN],
        "venues": Venue.objects.order_by("id") if by.venue is None else None,
        "kinds": [kind for kind in _rules().earn if kind not in rules.FEEDBACK | set(_rules().approvals)],
    }
    return show(request, by, "thanks", told, status)


def _may(by: Hand) -> None:
    if RIGHT not in by.rights:
        raise Http404


def _rules() -> rules.Rules:
    return rules.load(settings.PLACES.data)


def _doing(by: Hand) -> ledger.Doing:
    return ledger.Doing(timezone.now(), timezone.localdate(), by.user)


def _venue(by: Hand, told: Mapping[str, str]) -> Venue:
    venue = Venue.objects.filter(pk=by.venue or told.get("venue", "")).first() or Venue.objects.order_by("id").first()
    if venue is None:
        raise Http404
    return venue


def _card(by: Hand, told: Mapping[str, str]) -> PointsCard:
    card = cards.find(told.get("card", ""), _venue(by, told))
    if card is None:
        raise _Refused("card")
    return card


def _own_gift(by: Hand, told: Mapping[str, str]) -> Gift:
    gift = get_object_or_404(Gift, pk=_count(told.get("gift", "0")))
    if by.venue not in {None, gift.venue_id}:
        raise Http404
    return gift


def _move(gift: Gift, change: int, why: str, by: Hand, posting: Any = None) -> None:
    try:
        with transaction.atomic():
            Gift.objects.filter(pk=gift.pk).update(stock=F("stock") + change)
    except IntegrityError:
        raise _Refused("empty") from None
    signed = posting is not None
    GiftMove.objects.create(
        gift=gift, change=change, why=why, posting=posting, signed=signed, at=timezone.now(), who_id=by.user
    )


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10_000):
        raise _Refused("unknown")
    return int(text)
