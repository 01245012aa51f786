"""A sound is told by its bytes: kind and length, and nothing that is no sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phone_sounds import aac, amr, m4a, recorded, webm

from sync.central.cases.sounds import bare, tell

PNG = b"\x89PNG\r\n\x1a\n" + bytes(2000)
ZIP = b"PK\x03\x04" + bytes(2000)
HEADS = (
    b"OggS",
    b"RIFF",
    b"\x1a\x45\xdf\xa3",
    b"ID3\4",
    b"#!AMR\n",
    b"\xff\xfb\x90\x44",
    b"\xff\xf1\x60\x40",
    b"\0\0\0\20ftyp",
)


@pytest.mark.parametrize(
    ("data", "media", "seconds"),
    [
        (recorded("OGG", "OPUS"), "audio/ogg", 9),
        (recorded("OGG", "VORBIS"), "audio/ogg", 9),
        (recorded("WAV", "PCM_16"), "audio/wav", 9),
        (recorded("MP3", "MPEG_LAYER_III", 9), "audio/mpeg", 10),  # its last frame is filled up
        (recorded("MP3", "MPEG_LAYER_III", 3, 44_100), "audio/mpeg", 4),
        (b"ID3\4\0\0\0\0\0\x0ahome adres" + recorded("MP3", "MPEG_LAYER_III", 9), "audio/mpeg", 10),
        (m4a(12.3), "audio/mp4", 13),
        (m4a(12.3, long=True), "audio/mp4", 13),
        (aac(125), "audio/aac", 8),
        (amr(150), "audio/amr", 3),
        (amr(150, wide=True), "audio/amr", 3),
        (webm(7), "audio/webm", 7),
        (webm(7, told=False), "audio/webm", 7),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_phones_record_is_known_with_its_length(data, media, seconds):
    sound = tell(data)
    assert sound is not None
    assert (sound.media, sound.seconds) == (media, seconds)
    assert sound.plays == (media != "audio/amr")
    assert tell(bare(data)) == sound


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>OggS</html>",
        PNG,
        ZIP,
        bytes(range(64, 128)),
        b"\xff\xfb\x90\x44" * 200,
        recorded("FLAC", "PCM_16"),
        m4a(9, (b"vide", b"soun")),
        m4a(9, (b"vide",)),
        m4a(9, ()),
        m4a(0),
        webm(9, track=b"\x01"),
        recorded()[:20],
    ],
    ids=lambda value: value[:4].hex(),
)
def test_what_is_no_sound_alone_is_not_taken(data):
    assert tell(data) is None


@given(st.sampled_from(HEADS), st.binary(max_size=600))
def test_bytes_of_a_stranger_are_looked_at_and_never_a_crash(head, rest):
    if tell(head + rest) is not None:
        bare(head + rest)


def test_where_it_was_recorded_is_taken_out_and_nothing_moves():
    data = m4a(9, place=b"+39.90+116.40/")
    assert b"+39.90" not in bare(data)
    assert len(bare(data)) == len(data)
    labelled = b"ID3\4\0\0\0\0\0\x0ahome adres" + recorded("MP3", "MPEG_LAYER_III", 9)
    assert b"home" not in bare(labelled)
