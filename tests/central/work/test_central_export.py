"""``central export``: cases for people, heads for whoever checks the chains."""

import csv
import hashlib
import json

import pytest


@pytest.fixture
def exported(empty, tmp_path):
    empty.done("demo", "--items", "60", "--seed", "3")
    said = empty.done("export", "--out", tmp_path / "out")
    return empty, tmp_path / "out", said


def test_cases_are_a_table_that_excel_reads(exported):
    centre, out, said = exported
    raw = (out / "cases.csv").read_bytes()
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))

    assert raw.startswith(b"\xef\xbb\xbf")
    assert len(rows) == centre.sql("select count(*) from cases_case")[0][0] > 0
    assert f"cases.csv: {len(rows) + 1} rows" in said
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert not {"lookup", "sealed", "subject", "time"} & rows[0].keys()


def test_heads_prove_their_own_chain(exported):
    _, out, _ = exported
    links: dict[tuple[str, str], bytes] = {}
    for line in (out / "heads.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        chain = (row["head"]["source"], row["head"]["epoch"])
        head = json.dumps(row["head"], sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
        links[chain] = hashlib.sha256(links.get(chain, bytes(32)) + head).digest()
        assert links[chain].hex() == row["link"]

    assert len(links) > 1
