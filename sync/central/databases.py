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
