"""What taking a batch costs the database, counted so that a busy machine changes nothing."""

import json
from pathlib import Path

import pytest
from central_terminal import Device

from tests.bench.ingest import COLUMNS

MOST = 12  # statements for a batch, its transaction's two among them

COUNTED = """
import json, pathlib
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from sync.central import keys
from sync.central.intake import chains, custody
from sync.central.intake.models import Terminal
said = []
for path in {paths}:
    sender, known = Terminal.objects.get(source={source!r}), keys.load(settings.PLACES)
    connection.ensure_connection()
    with CaptureQueriesContext(connection) as queries:
        verdict = custody.take(pathlib.Path(path).read_bytes(), sender, via="http", now=timezone.now(), keys=known)
    statements = [one["sql"].split(" times: ", 1)[-1] for one in queries]  # one for many rows is one
    said.append([verdict.status, [sql.split(None, 1)[0] for sql in statements]])
print(json.dumps([said, list(chains.RECORD)]))
"""


@pytest.fixture
def told(centre, tmp_path: Path):
    device = Device(centre)
    device.record(510)
    paths = [str(tmp_path / name) for name in ("ten", "hundreds", "hundreds")]
    for path, (first, last) in zip(paths, ((1, 10), (11, 510)), strict=False):
        Path(path).write_bytes(device.packed(first, last))
    return json.loads(centre.python(COUNTED.format(paths=paths, source=device.source)))


def test_five_hundred_records_cost_as_many_statements_as_ten_and_a_repetition_one(told):
    (ten, small), (hundreds, large), (again, repeated) = told[0]

    assert (ten, hundreds, again) == (201, 201, 200)
    assert small == large
    assert len(large) <= MOST
    assert large.count("BEGIN") <= 1
    assert len(repeated) == 1


def test_the_bench_writes_the_columns_that_custody_writes(told):
    assert list(COLUMNS) == told[1]
