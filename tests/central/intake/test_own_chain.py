"""What the centre writes itself stands in a chain under the same rules."""

APPEND = """
import threading
from datetime import UTC, datetime
from django.conf import settings
from django.db import connection
from sync.central import keys
from sync.central.intake import own
from sync.central.intake.models import Venue
Venue.objects.get_or_create(id="own", defaults={{"name": {{}}, "salt": b"0" * 16}})
mine = keys.load(settings.PLACES)
def write():
    for n in range({each}):
        entry = own.Entry("feedback.submitted", "own", {{"id": "x", "subject": "x"}}, form="quick-rating", grade=4)
        own.append(entry, now=datetime.now(UTC), keys=mine)
    connection.close()
threads = [threading.Thread(target=write) for _ in range({writers})]
[t.start() for t in threads]; [t.join() for t in threads]
print(mine.source)
"""


def test_many_hands_write_one_whole_chain(centre):
    source = centre.python(APPEND.format(writers=4, each=25)).strip()

    rows = centre.sql("select seq, type, grade from intake_record where source = ? order by id", source)
    mine = [seq for seq, _, _ in rows]
    assert sorted(mine) == list(range(1, len(mine) + 1))
    assert len(mine) >= 101
    assert rows[0][1] == "chain.started"
    assert [grade for _, _, grade in rows].count(4) >= 100
    assert [place for place in centre.audit()["places"] if place["source"] == source] == []


def test_a_record_of_the_centre_that_was_changed_is_named(centre):
    source = centre.python(APPEND.format(writers=1, each=3)).strip()
    centre.sql("update intake_record set grade = 1 where source = ? and seq = 2", source)

    places = centre.audit()["places"]
    centre.sql("update intake_record set grade = 4 where source = ? and seq = 2", source)

    assert [place["what"] for place in places if (place["source"], place["seq"]) == (source, 2)] == ["head"]
