"""What the centre says in public, once a week and signed: how far every chain goes, and how many spoke how.

A centre owns its terminals and its database: it could cut off a tail and say that it never was. Whoever keeps one of
these documents, or a receipt with its number and link, can prove the cut. The counts are over the chains named, up to
the seq named; heads are never deleted, so the same sum must come out for ever: `central audit` adds it up.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import orjson
from django.conf import settings
from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from kiosk.errors import UntrustedError
from kiosk.records import wire_time
from sync import receipt
from sync.central import keys as keyring
from sync.central.intake.models import Chain, Kept, Record
from sync.central.keys import Keys

FORMAT: Final = "xinsheng-heads/1"
SPOKEN: Final = "feedback.submitted"
_PREFIX: Final = "heads/"
LOOK_S: Final = 3600.0


def publish(keys: Keys, now: datetime) -> bool:
    """Keep this week's document if there is none yet. Whether there was none."""
    week = "{}-W{:02}".format(*timezone.localtime(now).isocalendar())
    with transaction.atomic():
        if Kept.objects.filter(name=_PREFIX + week).exists():
            return False
        Kept.objects.create(name=_PREFIX + week, value=orjson.loads(document(keys, week, now)))
    return True


def document(keys: Keys, week: str, now: datetime) -> bytes:
    """The signed line of how things stand now."""
    chains = [
        {"source": source, "epoch": epoch, "seq": seq, "link": bytes(link).hex()}
        for source, epoch, seq, link in Chain.objects.order_by("source", "epoch").values_list(
            "source", "epoch", "seq", "link"
        )
    ]
    said = {"format": FORMAT, "centre": keys.centre, "week": week, "time": wire_time(now), "chains": chains}
    return receipt.sign({**said, "counts": counts(chains)}, keys.signing)


def counts(chains: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """records: all of these chains up to their seq, branches of forks too; spoken: finished forms; grades: theirs."""
    return _said(sum(_sums([chains]).values(), Counter()))


Chained = tuple[str, str, int]  # source, epoch, up to which seq


def _sums(many: Iterable[Sequence[Mapping[str, Any]]]) -> dict[Chained, Counter[str]]:
    """What each chain of these documents held up to its seq. Every record is counted once, however many they are."""
    ends: dict[tuple[str, str], set[int]] = {}
    for chain in (chain for chains in many for chain in chains):
        ends.setdefault((chain["source"], chain["epoch"]), set()).add(chain["seq"])
    found: dict[Chained, Counter[str]] = {}
    for (source, epoch), seqs in ends.items():
        so_far, before = Counter[str](), -1
        for seq in sorted(seqs):
            so_far = so_far + _between(source, epoch, before, seq)
            found[source, epoch, seq], before = so_far, seq
    return found


def _between(source: str, epoch: str, after: int, last: int) -> Counter[str]:
    held = Record.objects.filter(source=source, epoch=epoch, seq__gt=after, seq__lte=last)
    found = Counter[str]()
    for type_, grade, count in held.values_list("type", "grade").annotate(count=Count("id")).order_by():
        found["records"] += count
        found["spoken"] += count * (type_ == SPOKEN)
        found[str(grade)] += count * (type_ == SPOKEN and grade is not None)
    return found


def _said(found: Counter[str]) -> dict[str, Any]:
    grades = {grade: found[grade] for grade in "54321"}
    return {"records": found["records"], "spoken": found["spoken"], "grades": grades}


def published() -> list[bytes]:
    """Every document so far as its signed line, the oldest first."""
    kept = Kept.objects.filter(name__startswith=_PREFIX).order_by("name").values_list("value", flat=True)
    return [orjson.dumps(value, option=orjson.OPT_SORT_KEYS) for value in kept]


def broken(keys: Keys) -> Iterator[tuple[str, str, int]]:
    """Chains that no longer hold what was published of them, as source, epoch, seq; and sums that do not come out.

    A sum may have grown since, when a stick brought what was missing; none may have become less, nor any grade's.
    """
    documents = []
    for line in published():
        try:
            documents.append(receipt.open_signed(line, keys.verify_keys, FORMAT))
        except UntrustedError:
            yield "published", "", 0
    sums = _sums(said["chains"] for said in documents)
    for said in documents:
        for chain in said["chains"]:
            held = Record.objects.filter(source=chain["source"], epoch=chain["epoch"], seq=chain["seq"])
            if chain["link"] not in {bytes(link).hex() for link in held.values_list("link", flat=True)}:
                yield chain["source"], chain["epoch"], chain["seq"]
        together = (sums[chain["source"], chain["epoch"], chain["seq"]] for chain in said["chains"])
        if _less(_said(sum(together, Counter())), said["counts"]):
            yield "published", said["week"], said["counts"]["records"]


def _less(now: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    """Whether any figure that was told is more than what is held."""
    grades = any(told["grades"].get(grade, 0) > now["grades"][grade] for grade in "54321")
    return grades or any(told[name] > now[name] for name in ("records", "spoken"))


def run(wait: Callable[[float], bool], monotonic: Callable[[], float] = time.monotonic) -> None:
    """The chore of `central serve`: looks every hour whether a new week has begun."""
    due = monotonic()
    while True:
        if monotonic() >= due:
            publish(keyring.load(settings.PLACES), timezone.now())
            due = monotonic() + LOOK_S
        if wait(60.0):
            return
