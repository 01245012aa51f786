"""The notice that is shown is the one in the file, whole, or none is."""

from pathlib import Path

import pytest

from kiosk.errors import CatalogueError
from kiosk.notice import FILE, load_notice, parse_notice

ASSETS = Path(__file__).parents[2] / "assets"
SAID = {"title": "Before", "lines": ["Who: {venue}.", "What for: this."], "agree": "Yes", "disagree": "No"}


def test_the_shipped_notice_names_the_venue_in_every_language():
    notice = load_notice(ASSETS / FILE)

    assert set(notice.words) >= {"zh-Hans", "en", "zh-Hant"}
    assert all("North Hall" in "".join(notice.lines(language, "North Hall")) for language in notice.words)
    assert not any("{" in line for language in notice.words for line in notice.lines(language, "North Hall"))


def test_another_language_reads_the_first_one():
    notice = parse_notice({"version": "7", "en": SAID})

    assert notice.lines("mn", "Hall") == ("Who: Hall.", "What for: this.")
    assert (notice.version, notice.said("mn").agree) == ("7", "Yes")


@pytest.mark.parametrize(
    "source",
    [
        {"en": SAID},
        {"version": 1, "en": SAID},
        {"version": "1"},
        {"version": "1", "en": SAID | {"lines": []}},
        {"version": "1", "en": SAID | {"lines": "one"}},
        {"version": "1", "en": SAID | {"disagree": " "}},
        {"version": "1", "en": {name: text for name, text in SAID.items() if name != "title"}},
    ],
)
def test_a_notice_that_says_too_little_is_none(source):
    with pytest.raises(CatalogueError):
        parse_notice(source)


def test_a_notice_that_cannot_be_read_is_said_in_a_line(tmp_path):
    for text in (None, b"version = ", b"\xff"):
        path = tmp_path / "notice.toml"
        if text is not None:
            path.write_bytes(text)
        with pytest.raises(CatalogueError, match=r"^notice.toml: .+$"):
            load_notice(path)
