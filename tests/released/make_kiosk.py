"""Makes a store as this version writes it: `python tests/released/make_kiosk.py tests/released/kiosk-N.db`.

Run once a release, when the schema has taken a step; a file that was released is never made again.
"""

import shutil
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

from nacl.public import PrivateKey

from kiosk import entries, records
from kiosk.store import FILE, FormRow, Store

CENTRE = PrivateKey(bytes(range(32)))
LOOKUP = bytes(range(16))


def fill(store: Store, now: datetime) -> None:
    """Something in every state: held, parked at the centre, parked here, under way, waiting."""
    for number in range(12):
        entry = entries.submitted(
            subject=str(records.new_id(now)),
            now=now,
            form="quick-rating",
            form_version="2026112401",
            answers={"grade": str(number % 5 + 1), "words": f"第{number}条：大厅的灯有点暗"},
            language="zh-Hans",
            duration_ms=9000,
            category="F",
            lookup=LOOKUP if number == 0 else None,
        )
        store.record(entry)
        if number == 5:
            batch = store.freeze()
            store.settle(batch.batch_id, [(1, 7)], {3: "not understood"}, bytes(CENTRE.public_key))
    store.park(store.status().epoch, 8, "refused")
    store.freeze(max_records=2)
    store.put_case({"key": "ff" * 16, "state": "answered", "steps": [], "answer": {"zh-Hans": "灯已更换"}})
    store.put_card({"id": "c1", "day": "2026-11-01", "need": {"zh-Hans": "加座位"}})
    store.put_list("sessions", [{"name": "s1", "label": "合唱"}])
    store.put_form(FormRow("wish", "1", "00", b"<h:html/>", "here"))
    store.set_meta("cursor", "17")


def main() -> None:
    now = datetime(2026, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=8)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        with Store.open(path, lambda: now) as store:
            fill(store, now)
        shutil.copyfile(path, sys.argv[1])


if __name__ == "__main__":
    main()
