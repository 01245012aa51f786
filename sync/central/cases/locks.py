"""One hand on a case at a time, on either database."""

import uuid
from collections.abc import Iterable

from django.db import connection


def hold(cases: Iterable[uuid.UUID]) -> None:
    """Holds these cases until the transaction ends, always in the same order so that nobody waits in a circle.

    SQLite needs nothing: its transactions begin IMMEDIATE, so there is one writer at a time.
    """
    if connection.vendor != "postgresql":
        return
    keys = sorted({case.int & (2**63 - 1) for case in cases})
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) AS key", [keys])
