"""The clock of this computer, and whether to believe it."""

from datetime import UTC, datetime
from typing import Final

EARLIEST: Final = datetime(2026, 1, 1, tzinfo=UTC)  # older than the first release: a flat battery says 1970 or 2000
LATEST: Final = datetime(2100, 1, 1, tzinfo=UTC)


def local_now() -> datetime:
    """The time here, with its offset."""
    return datetime.now().astimezone()


def plausible(now: datetime) -> bool:
    """Whether an aware moment can be true. One that cannot is flagged, never refused."""
    return EARLIEST <= now < LATEST
