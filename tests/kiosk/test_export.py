"""CSV for people: opens in Excel and WPS as it is, and nothing in it runs."""

import csv
import io

import pytest

from kiosk.errors import StoreFull
from kiosk.export import BOM, export_csv, safe, to_csv


def read(path):
    content = path.read_bytes()
    assert content.startswith(BOM.encode())
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_one_file_a_form_with_a_column_a_question(store, entry, tmp_path):
    store.record(entry("灯有点暗，请换", category="F"))
    store.record(entry("=cmd|' /C calc'!A0"))

    (path,) = export_csv(store, tmp_path / "out")

    assert path.name == "quick-rating.csv"
    first, second = read(path)
    assert (first["grade"], first["words"], first["category"], first["day"]) == (
        "5",
        "灯有点暗，请换",
        "F",
        "2026-11-24",
    )
    assert second["words"] == "'=cmd|' /C calc'!A0"
    assert path.stat().st_mode & 0o077 == 0


def test_what_the_centre_holds_is_not_here_any_more(store, entry, centre, tmp_path):
    store.record(entry())
    batch = store.freeze()
    store.settle(batch.batch_id, [(1, 2)], {}, bytes(centre.public_key))
    store.record(entry("还在"))

    (path,) = export_csv(store, tmp_path)
    assert [row["words"] for row in read(path)] == ["还在"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "  =1", "\u3000=1"])
def test_no_cell_is_a_formula(text):
    assert safe(text) == "'" + text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (-3, "-3"), (None, ""), (True, "True"), (["501", "=x"], "501; =x"), (["=x"], "'=x"),
        ({"ink": [[1, 2], [3, 4]], "w": 9, "h": 9}, "[drawing, 2 strokes]"), ("好", "好"),
    ],
)  # fmt: skip
def test_values_are_shown_as_people_read_them(value, shown):
    assert safe(value) == shown


def test_rows_with_other_questions_share_one_table():
    rows = list(csv.DictReader(io.StringIO(to_csv([{"a": 1}, {"b": "x\ny"}]).decode("utf-8-sig"), newline="")))

    assert [(row["a"], row["b"]) for row in rows] == [("1", ""), ("", "x\ny")]


def test_a_place_that_cannot_be_written_is_one_line(store, entry, tmp_path):
    store.record(entry())
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(StoreFull, match="cannot be written"):
        export_csv(store, tmp_path / "file")
