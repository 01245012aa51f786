"""What a code carries comes out as it went in, for its centre alone; everything else is refused by place."""

import random
import uuid
from datetime import UTC, datetime

import pytest
from handoff_kit import EIGHT, FORMS, LISTS, PREFIX, as_carried, half_filled, start, words
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.public import PrivateKey

from kiosk.errors import UntrustedError
from kiosk.forms.xform import parse_form
from sync import answercode, coderoom, handoff
from sync.handoff import Clear, HandoffError

NOW = datetime(2026, 11, 24, 9, 30, 7, tzinfo=UTC)
TERMINAL, CENTRE = PrivateKey(bytes(range(32))), PrivateKey(bytes(range(32, 64)))
VISIT = uuid.UUID("019ab2c3-0000-7000-8000-0000000000ff")
CLEAR = Clear(terminal=7, visit=VISIT, counter=3, language="ug", elder=True)
RATING = FORMS["quick-rating"]


def sealed(form=RATING, answers=None, clear=CLEAR) -> str:
    given_answers = {"grade": "2", "words": "空调太冷"} if answers is None else answers
    values = handoff.encode_answers(form, given_answers)
    return handoff.seal(clear, form, values, NOW, TERMINAL, bytes(CENTRE.public_key))


def opened(digits: str, form=RATING):
    content = handoff.unseal(handoff.read(digits), CENTRE, bytes(TERMINAL.public_key))
    return content, handoff.decode_answers(form, content.answers)


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("seed", range(6))
def test_half_a_form_comes_out_as_it_went_in(form, seed):
    visit = half_filled(FORMS[form], random.Random(seed), share=1 if seed % 2 else 0.5)
    content, answers = opened(sealed(FORMS[form], visit.answers()), FORMS[form])
    assert answers == as_carried(visit)
    assert content.form == bytes.fromhex(FORMS[form].hash)[:4]
    assert content.time == NOW


def test_the_clear_bytes_stand_where_the_design_says():
    payload = handoff.from_digits(sealed())
    assert payload[0] == 1
    assert payload[2:6] == (7).to_bytes(4, "big")
    assert payload[6:22] == VISIT.bytes
    assert payload[22:24] == (3).to_bytes(2, "big")
    assert handoff.read(sealed()).clear.language == "ug"
    assert handoff.read(sealed()).clear.elder


def test_a_number_keeps_the_zeros_in_front():
    assert handoff.to_digits(b"\x00\x00") == str(0x010000)
    assert handoff.from_digits(str(0x010000)) == b"\x00\x00"


def test_words_never_stand_in_the_clear():
    payload = handoff.from_digits(sealed(answers={"grade": "1", "words": "空调太冷" * 3}))
    assert "空调".encode("gb18030") not in payload


def test_two_codes_of_a_visit_have_nothing_in_common_behind_the_header():
    first = handoff.from_digits(sealed(clear=CLEAR))
    second = handoff.from_digits(sealed(clear=Clear(7, VISIT, 4, "ug", elder=True)))
    assert sum(a == b for a, b in zip(first[24:], second[24:], strict=True)) < 12


def test_trailing_nulls_are_cut():
    assert handoff.encode_answers(RATING, {"grade": "5"}) == [None, None, 0]
    assert handoff.encode_answers(RATING, {}) == []


def test_what_the_device_says_of_itself_stays_there():
    values = handoff.encode_answers(RATING, {"can_contact": "1", "can_handoff": "1", "grade": "5"})
    assert values == [None, None, 0]


def test_a_drawing_stays_behind_and_is_named():
    answers = {"where": "hall", "drawing": {"ink": [[1, 1, 2, 2]], "w": 9, "h": 9}}
    form = FORMS["facility"]
    assert "drawing" not in opened(sealed(form, {"drawing": answers["drawing"]}), form)[1]
    assert handoff.not_carried(form, answers) == ["drawing"]


def test_every_change_of_a_byte_shuts_the_box():
    payload = handoff.from_digits(sealed())
    for place in range(1, len(payload)):
        changed = bytearray(payload)
        changed[place] ^= 1 << place % 8
        with pytest.raises((UntrustedError, HandoffError)):
            opened(handoff.to_digits(bytes(changed)))


def test_another_terminal_does_not_open_it():
    with pytest.raises(UntrustedError):
        handoff.unseal(handoff.read(sealed()), CENTRE, bytes(PrivateKey.generate().public_key))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400) | st.integers(min_value=0, max_value=10**900).map(str))
def test_strange_digits_are_refused_never_a_crash(digits):
    with pytest.raises((HandoffError, UntrustedError)):
        opened(digits)


def test_a_megabyte_of_digits_is_refused_at_once():
    with pytest.raises(HandoffError, match="length"):
        handoff.read("7" * 2**20)


JSONISH = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**40), 10**40)
    | st.floats()
    | st.binary(max_size=9)
    | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=5),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(FORMS)), st.lists(JSONISH, max_size=24))
def test_a_list_that_no_terminal_made_is_refused_or_read(form, values):
    """A stolen key can shut anything into a box: what comes out must still be answers of the form."""
    try:
        answers = handoff.decode_answers(FORMS[form], values)
    except HandoffError:
        return
    visit = start(FORMS[form])
    for name, value in answers.items():
        visit = visit.answer(name, value)


def test_a_bomb_in_the_box_is_refused():
    import zlib

    from nacl.public import Box

    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = deflater.compress(b"\x80" + b"\x00" * 400_000) + deflater.flush()
    header = Clear(7, VISIT, 9, deflated=True).to_bytes()
    plain = handoff.reference(RATING) + bytes(4) + bomb
    box = Box(TERMINAL, CENTRE.public_key).encrypt(plain, header).ciphertext
    with pytest.raises(HandoffError, match="longer"):
        opened(handoff.to_digits(header + box))


# -- every type of answer

EVERY_TYPE = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>t</h:title>
<model><instance><data id="every" version="1"><n/><d/><t/><m/><w/></data></instance>
<bind nodeset="/data/n" type="int"/><bind nodeset="/data/d" type="date"/><bind nodeset="/data/t" type="string"/>
<bind nodeset="/data/m" type="decimal"/><bind nodeset="/data/w" type="string"/></model></h:head><h:body>
<input ref="/data/n"><label>n</label></input><input ref="/data/d"><label>d</label></input>
<input ref="/data/t"><label>t</label></input><input ref="/data/m"><label>m</label></input>
<input ref="/data/w"><label>w</label></input></h:body></h:html>"""


@settings(max_examples=100, deadline=None)
@given(
    st.integers(-(10**15), 10**15),
    st.dates(),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60),
    st.decimals(-(10**9), 10**9, places=3),
)
def test_numbers_days_and_any_script_survive(number, day, text, decimal):
    form = parse_form(EVERY_TYPE)
    visit = start(form).answer("n", number).answer("d", day.isoformat()).answer("m", str(decimal)).answer("t", text)
    assert opened(sealed(form, visit.answers()), form)[1] == visit.answers()


def test_a_live_choice_travels_as_its_code():
    assert answercode.encode(FORMS["event"].question("session"), "s3") == "s3"
    assert LISTS["sessions"][2]["name"] == "s3"


# -- room


@pytest.mark.parametrize("form", EIGHT)
def test_half_filled_forms_with_a_hundred_han_stay_within_v14(form):
    largest = 0
    for seed in range(12):
        visit = half_filled(FORMS[form], random.Random(seed), share=0.5 + seed / 24, han=100)
        code, _ = coderoom.fit(FORMS[form], visit.answers(), PREFIX, 15) or (None, None)
        assert code is not None
        assert code.left_out == ()
        assert code.level == "M"
        largest = max(largest, code.version)
    assert largest <= 14
    assert (17 + 4 * largest + 8) * 5 * 0.248 <= 110  # mm on 21.5", quiet zone and all


def test_whole_texts_are_left_out_last_question_first():
    form = FORMS["expert"]
    answers = {"identity": "expert", "problem": words(random.Random(1), 60), "advice": words(random.Random(2), 900)}
    answers["identity"] = form.question("identity").itemset.items[0].name
    code, values = coderoom.fit(form, answers, PREFIX, 15)
    assert code.left_out == ("advice",)
    carried = handoff.decode_answers(form, values)
    assert carried["problem"] == answers["problem"]
    assert "advice" not in carried


def test_error_correction_falls_before_words_are_left_out():
    form, rng = FORMS["quick-rating"], random.Random(3)
    answers = {"grade": "1", "words": "".join(chr(rng.randrange(0x4E00, 0x9F00)) for _ in range(150))}
    found = [coderoom.fit(form, answers, PREFIX, largest) for largest in range(15, 4, -1)]
    stages = list(dict.fromkeys((code.level, code.left_out) for code, _ in filter(None, found)))
    assert stages[:3] == [("M", ()), ("L", ()), ("M", ("words",))]


def test_a_screen_too_small_for_any_code_shows_none():
    assert coderoom.fit(RATING, {"grade": "5"}, PREFIX, 3) is None


def test_the_table_of_room_is_the_librarys():
    from qrcode import base, constants

    for level, name in ((constants.ERROR_CORRECT_M, "M"), (constants.ERROR_CORRECT_L, "L")):
        counts = [sum(block.data_count for block in base.rs_blocks(version, level)) for version in range(1, 16)]
        assert counts == list(coderoom.ROOM[name])


@pytest.mark.parametrize(
    ("pixels_per_mm", "module"),
    [(1 / 0.180, 7), (1 / 0.248, 5), (1 / 0.311, 4), (1 / 0.369, 4), (1 / 0.185, 7)],
)
def test_modules_on_the_five_panels(pixels_per_mm, module):
    assert coderoom.module_px(pixels_per_mm) == module
