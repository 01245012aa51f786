"""A centre that holds very many cases, for whoever measures it.

XINSHENG_BENCH_DATA      a folder to keep it in, to begin at once next time; without it all is thrown away
XINSHENG_BENCH_DATABASE  sqlite; or postgresql: a cluster of our own in the same folder, with no network
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.desk_filling import Filled

POSTGRESQL = os.environ.get("XINSHENG_BENCH_DATABASE", "sqlite") == "postgresql"


@contextmanager
def filled_centre(count: int) -> "Iterator[Filled]":
    """Django on a centre of our own with this many cases in it."""
    with ExitStack() as stack:
        kept = os.environ.get("XINSHENG_BENCH_DATA")
        folder = Path(kept).resolve() / f"{count}" if kept else Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        os.environ |= {"CENTRAL_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "sync.central.settings"}
        if POSTGRESQL:
            os.environ["DATABASE_URL"] = stack.enter_context(_cluster(folder / "postgresql"))
        _set_up()
        from tests.bench import desk_filling

        yield desk_filling.fill(count)
        _leave()


@contextmanager
def _cluster(folder: Path) -> Iterator[str]:
    """PostgreSQL on this folder; the address of its database."""
    from tests.central.private_postgresql import Cluster

    cluster = Cluster.find(folder)
    if cluster is None:
        sys.exit("bench: PostgreSQL is not installed")
    with cluster.running():
        yield cluster.database("bench")


def _set_up() -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.ALLOWED_HOSTS = ["localhost", "testserver"]
    call_command("migrate", verbosity=0)


def _leave() -> None:
    from django.db import connections

    connections.close_all()
