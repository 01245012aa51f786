"""Which database the centre keeps its tables in: the embedded SQLite file, or PostgreSQL by DATABASE_URL."""

from collections.abc import Mapping
from typing import Any, Final

from kiosk.errors import ConfigError
from sync.central.places import Places

# Written for machines that are switched off at the wall; what is erased is overwritten. Recursive, because REPLACE
# deletes the row in its way, and the triggers that forbid that would sleep through it.
_EACH_CONNECTION: Final = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-16000; "
    "PRAGMA recursive_triggers=ON;"
)
POOL_MAX: Final = 16  # what doors.py lets to work at once, and as many again whose answers are still being read
POOL_PATIENCE_S: Final = 10
_DJANGO_NAMES: Final = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def from_environment(environ: Mapping[str, str], places: Places) -> dict[str, Any]:
    """Django's description of the database. Raises ConfigError on a DATABASE_URL that is none of PostgreSQL's."""
    if url := environ.get("DATABASE_URL"):
        return _postgresql(url)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": places.database,
        "CONN_MAX_AGE": None,
        # deferred transactions lose against a second writer at once instead of waiting for it
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _EACH_CONNECTION},
    }


def pool(database: dict[str, Any]) -> None:
    """Lets the threads of one process share a few connections of PostgreSQL; SQLite keeps one a thread.

    A web worker has more threads than PostgreSQL takes connections, each would come to keep one, and a thread that is
    no longer needed would leave its own open. Not before a fork: the pool's own threads would stay behind.
    """
    if database["ENGINE"] == "django.db.backends.postgresql":
        database["CONN_MAX_AGE"] = 0
        database["OPTIONS"]["pool"] = {"min_size": 1, "max_size": POOL_MAX, "timeout": POOL_PATIENCE_S}


def _postgresql(url: str) -> dict[str, Any]:
    from psycopg import Error
    from psycopg.conninfo import conninfo_to_dict

    if not url.startswith(("postgresql://", "postgres://")):
        raise ConfigError("DATABASE_URL: only postgresql:// is understood")
    try:
        parts = conninfo_to_dict(url)
    except Error as error:
        raise ConfigError("DATABASE_URL: cannot be read as an address of PostgreSQL") from error
    known = {_DJANGO_NAMES[name]: str(value) for name, value in parts.items() if name in _DJANGO_NAMES}
    options = {name: value for name, value in parts.items() if name not in _DJANGO_NAMES}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "",
        **known,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
