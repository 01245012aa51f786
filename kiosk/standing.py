"""Where one record stands on its way to the centre."""

from kiosk.schema import KEY_SHIFT
from kiosk.store import Recorded, Store


def is_held(store: Store, recorded: Recorded) -> bool:
    """Whether a receipt that the centre signed has settled this record."""
    with store.reading() as db:
        row = db.execute(
            "select r.state from records r join chains c on r.key = (c.number << ?) | ? where c.epoch = ?",
            (KEY_SHIFT, recorded.seq, recorded.epoch),
        ).fetchone()
    return row is not None and row[0] == "held"
