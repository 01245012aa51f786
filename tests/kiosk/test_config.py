"""A configuration that cannot be right stops the start with one line that names the place."""

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime, time

import pytest

from kiosk.config import FILE, Config, is_open, load_config, said_here, with_centre
from kiosk.errors import ConfigError


@pytest.fixture
def write(tmp_path):
    def put(text):
        (tmp_path / FILE).write_text(text, encoding="utf-8")
        return tmp_path

    return put


def test_without_a_word_everything_has_a_default(tmp_path):
    config = load_config(tmp_path, {"HOME": "/", "KIOSK_DATA": "elsewhere"})

    assert (config.diagonal, config.diagonal_inch, config.languages) == (21.5, None, ("zh-Hans", "en"))
    assert (config.idle_s, config.warn_s, config.elder_idle_s, config.elder_warn_s) == (90, 30, 180, 60)
    assert not config.phone_ask


def test_environment_over_file_over_default(write):
    data = write('diagonal_inch = 27\nidle_s = 120\nvenue_name = "前进区文化馆"\n')

    config = load_config(data, {"KIOSK_DIAGONAL_INCH": "32", "KIOSK_TRAINING": "yes", "KIOSK_LANGUAGES": "zh-Hans"})

    assert (config.diagonal, config.idle_s, config.training, config.languages) == (32.0, 120, True, ("zh-Hans",))
    assert config.venue_name == {"zh-Hans": "前进区文化馆"}


def test_opening_hours(write):
    config = load_config(write('[opening]\nmon = "closed"\ntue = ["09:00", "17:30"]\nwed = "10:00-12:00"\n'), {})

    assert config.opening == {"mon": None, "tue": (time(9), time(17, 30)), "wed": (time(10), time(12))}
    assert [is_open(config, datetime(2026, 3, day, 11, tzinfo=UTC)) for day in (2, 3, 4, 5)] == [
        False,
        True,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("idel_s = 90", "unknown: idel_s"),
        ("idle_s = 5", "idle_s: a whole number from 20 to 3600"),
        ("idle_s = true", "idle_s: a whole number"),
        ("idle_s = 90.5", "idle_s: a whole number"),
        ('warn_s = "soon"', "warn_s"),
        ("diagonal_inch = 400", "diagonal_inch: inches from 5 to 120"),
        ('diagonal_inch = "big"', "diagonal_inch"),
        ('languages = ["zh-Hans", "fr"]', "languages: some of"),
        ("languages = []", "languages: some of"),
        ('phone_ask = "perhaps"', "phone_ask: true or false"),
        ('[opening]\nmonday = "closed"', "opening: mon, tue"),
        ('[opening]\nmon = "17:00-09:00"', "opening: it closes before it opens"),
        ('[opening]\nmon = "nine"', "opening"),
        ("venue_name = 3", "venue_name"),
        ("[venue_name]\nzh-Hans = ''", "venue_name: a text for each language"),
        ("idle_s = ", "Invalid value"),
        ("\x00", "line 1"),
    ],
)
def test_what_is_wrong_is_named_in_one_line(write, text, told):
    data = write(text)

    with pytest.raises(ConfigError, match=told) as caught:
        load_config(data, {})

    assert str(data / FILE) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_no_text_is_named_too(tmp_path):
    (tmp_path / FILE).write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path, {})


def test_a_misspelt_variable_stops_the_start_as_well(tmp_path):
    with pytest.raises(ConfigError, match="environment: unknown: idel_s"):
        load_config(tmp_path, {"KIOSK_IDEL_S": "90"})


def test_a_file_saved_by_windows_reads_the_same(tmp_path):
    (tmp_path / FILE).write_bytes(b"\xef\xbb\xbfidle_s = 100\r\n")

    assert load_config(tmp_path, {}).idle_s == 100


def test_the_centre_configures_what_nobody_set_here(write):
    data = write("idle_s = 120\n")
    here = said_here(data, {"KIOSK_WARN_S": "40"})
    config = load_config(data, {"KIOSK_WARN_S": "40"})

    merged = with_centre(config, {"idle_s": 60, "warn_s": 25, "phone_ask": True, "of_tomorrow": 1}, here)

    assert (merged.idle_s, merged.warn_s, merged.phone_ask) == (120, 40, True)


def test_nothing_changes_it_afterwards(tmp_path):
    config = Config(tmp_path)

    with pytest.raises(FrozenInstanceError):
        config.idle_s = 1
    with pytest.raises(TypeError):
        config.venue_name["zh-Hans"] = "?"
