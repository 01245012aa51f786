"""Finds words inside cases, Chinese or not, the same on both databases.

Chinese has no blanks between words, so the index holds every pair of neighbouring characters (bigrams). A search asks
for all pairs of the wanted text at once, in the database's own inverted index (FTS5 on SQLite, GIN on PostgreSQL), and
looks at the words themselves afterwards: what is found is exactly what contains the text. Cases get into the index a
moment after they change; until then they are looked at one by one, so nothing is ever missed.
"""

import hashlib
import itertools
import unicodedata
from collections.abc import Iterable
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import Q
from django.db.models.expressions import RawSQL

from sync.central.cases.models import Case, CaseWords

SLICE: Final = 500
_MOST: Final = 6  # texts of one search
HITS: Final = 10_000  # the newest; who finds more asks for more


def folded(text: str) -> str:
    """One shape for what looks the same: full-width letters, case, runs of blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def pairs(text: str) -> list[str]:
    """The bigrams of a text as ASCII words, each once; blanks part it."""
    found = dict.fromkeys(a + b for run in folded(text).split() for a, b in itertools.pairwise(run))
    return [_word(pair) for pair in found]


def tokens(text: str) -> list[str]:
    """What the index holds of a text: its pairs, and every single character."""
    return [*pairs(text), *(_word(char) for char in dict.fromkeys(folded(text).replace(" ", "")))]


def _word(pair: str) -> str:
    """No tokenizer of either database gets an idea about ASCII letters."""
    return "z" + pair.encode("utf-16-be", "surrogatepass").hex().translate(_LETTERS)


_LETTERS: Final = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def lay() -> None:
    """Makes the index where it is missing. Called after migrations."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS cases_words_index "
                "USING fts5(pairs, detail=none, columnsize=0, tokenize=ascii)"
            )
        else:
            cursor.execute(
                "CREATE TABLE IF NOT EXISTS cases_words_index (rowid bigint PRIMARY KEY, pairs text[] NOT NULL)"
            )
            cursor.execute("CREATE INDEX IF NOT EXISTS cases_words_index_gin ON cases_words_index USING gin (pairs)")


def survey() -> None:
    """Tells the embedded database how its cases are spread, or it walks the wrong index. PostgreSQL knows by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")
            for table in ("cases_case", "cases_caseevent", "cases_casewords", "intake_record"):
                cursor.execute(f"ANALYZE {table}")


def index(size: int = SLICE) -> int:
    """Brings one slice of changed cases into the index. Returns how many cases were looked at."""
    with transaction.atomic():
        changed = list(
            Case.objects.filter(unsearched=True)
            .order_by("id")
            .select_for_update(skip_locked=True)
            .values_list("id", "venue_id", "words")[:size]
        )
        if changed:
            _write(changed)
            Case.objects.filter(id__in=[case for case, _, _ in changed]).update(unsearched=False)
    return len(changed)


def _write(changed: Iterable[tuple[Any, str, str]]) -> None:
    digests = {case: hashlib.sha256(words.encode()).digest()[:16] for case, _, words in changed}
    known = {row.case_id: row for row in CaseWords.objects.filter(case_id__in=list(digests))}
    for case, venue, words in changed:
        row = known.get(case)
        if (row is None and not words) or (row is not None and bytes(row.digest) == digests[case]):
            continue
        if row is None:
            row = CaseWords.objects.create(case_id=case, venue_id=venue, digest=digests[case], folded=folded(words))
        else:
            CaseWords.objects.filter(pk=row.pk).update(digest=digests[case], folded=folded(words))
            _execute("DELETE FROM cases_words_index WHERE rowid = %s", [row.pk])
        if found := tokens(words):
            _execute(
                "INSERT INTO cases_words_index (rowid, pairs) VALUES (%s, %s)",
                [row.pk, " ".join(found) if connection.vendor == "sqlite" else found],
            )


def forget(case: Any) -> None:
    """Takes a case out of the index: its words were erased."""
    if row := CaseWords.objects.filter(case_id=case).first():
        _execute("DELETE FROM cases_words_index WHERE rowid = %s", [row.pk])
        row.delete()


def containing(text: str) -> Q:
    """Cases whose words contain every one of the wanted texts, parted by blanks."""
    wanted = folded(text).split()[:_MOST]
    return Q(id__in=_cases(wanted)) if wanted else Q()


def _cases(wanted: list[str]) -> RawSQL:
    """The ids of the cases that contain all of these, as a query inside a query."""
    sqlite = connection.vendor == "sqlite"
    asked = list(dict.fromkeys(one for text in wanted for one in pairs(text) or tokens(text) or [_word(" ")]))
    holds = " AND ".join(["instr(folded, %s) > 0" if sqlite else "position(%s in folded) > 0"] * len(wanted))
    index = "SELECT case_id FROM cases_casewords WHERE " + holds  # noqa: S608 — no value of anybody's in it
    index += " AND id IN (SELECT rowid FROM cases_words_index WHERE "
    index += "cases_words_index MATCH %s" if sqlite else "pairs @> %s"
    index += " ORDER BY rowid DESC LIMIT %s)"
    likes = ["%" + one.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%" for one in wanted]
    fresh = "SELECT id FROM cases_case WHERE unsearched"
    fresh += " AND lower(words) LIKE %s ESCAPE '\\'" * len(wanted)
    values = [*wanted, " AND ".join(asked) if sqlite else asked, HITS, *likes]
    return RawSQL(f"{index} UNION {fresh}", values)  # noqa: S611 — every value is a parameter


def _execute(statement: str, values: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
