"""Finds a case by its receipt code. The centre never holds a code: only what Argon2id makes of it.

A code from before its terminal was enrolled was made with that terminal's own salt, so every salt is tried, always all
of them: an unknown code costs exactly what a known one does.
"""

from collections.abc import Iterable

from django.db.models import Q

from kiosk.receipts import lookup_key
from sync.central.cases.models import Case, OtherCode
from sync.central.intake.models import Terminal, Venue


def salts() -> list[bytes]:
    """The salts that receipt codes of this centre may have been made with, each once."""
    of_venues = [bytes(salt) for salt in Venue.objects.order_by("id").values_list("salt", flat=True)]
    of_terminals = [
        bytes.fromhex(salt)
        for salts in Terminal.objects.order_by("number").values_list("salts", flat=True)
        for salt in salts
    ]
    return list(dict.fromkeys([*of_venues, *of_terminals]))


def find(code: str, tried: Iterable[bytes]) -> Case | None:
    """The case of a code that ``receipts.read_code`` gave back, or None. About 22 ms a salt."""
    keys = [lookup_key(code, salt) for salt in tried]
    # as a list: beside a subquery PostgreSQL looks at every case
    others = list(OtherCode.objects.filter(lookup__in=keys).values_list("case_id", flat=True))
    found = Q(lookup__in=keys) | Q(id__in=others)
    return Case.objects.filter(found).order_by("received_day").first()
