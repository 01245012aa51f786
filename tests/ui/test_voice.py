"""Somebody speaks to the terminal: press, speak, stop, listen, delete, send; with a recorder that yields samples."""

import threading

import numpy as np
import pytest
from nacl.public import PrivateKey

from kiosk.errors import PartMissing
from kiosk.room import Room
from kiosk.voices import Outtray, open_voice
from sync.identity import Enrolment, save_enrolment
from ui.app import Stage
from ui.input.voice import RATE, decode, encode

CENTRE = PrivateKey.generate()
TONE = (np.sin(np.arange(4 * RATE) * 2 * np.pi * 440 / RATE) * 0.4).astype("float32")


class Tape:
    """A recorder that heard a tone."""

    def __init__(self, samples=TONE, *, broken=False):
        self.samples, self.broken, self.calls, self.played = samples, broken, [], []
        self.threads = set()

    def start(self):
        self._note("start")
        if self.broken:
            raise PartMissing("unplugged")

    def stop(self):
        self._note("stop")
        return self.samples

    def discard(self):
        self._note("discard")

    def level(self):
        return 0.5

    def play(self, samples):
        self._note("play")
        self.played.append(samples)

    def hush(self):
        self._note("hush")

    def _note(self, call):
        self.calls.append(call)
        self.threads.add(threading.current_thread().name)


def enrolment():
    key = bytes(CENTRE.public_key)
    return Enrolment(
        url="https://centre.example", centre="haidian", terminal=3, token="t", signing_key=key, sealing_key=key,
        box_key=key, venue="north", venue_name={"zh-Hans": "北城文化馆", "en": "North"}, salt=bytes(16),
        public_url=None, certificate="ab" * 32, vouched="2026-11-24T17:30:00+08:00",
    )  # fmt: skip


@pytest.fixture
def speaking(lobby, tmp_path):
    """speaking(tape, …): at the page that asks for a spoken wish."""

    def begin(tape, *, enrolled=True, room=None):
        data = tmp_path / "data"
        data.mkdir(exist_ok=True)
        if enrolled:
            save_enrolment(data, enrolment())
        visit = lobby()
        desk = visit.terminal.voice
        if room is not None:
            desk._room = lambda: room
        desk.look_for(lambda: tape)
        visit.finger.until("the recorder", lambda: desk._recorder is tape)
        visit.terminal.conductor.touch()
        visit.terminal.conductor._open_form("wish-wall", None)
        visit.at("question")
        visit.tap("choice_self")
        visit.finger.until("the ways", lambda: _asked(visit) == "way")
        return visit

    return begin


def _asked(visit):
    from ui.journey import questions

    return next((one.name for one in questions(visit.terminal.conductor.journey)), "")


def to_voice(visit):
    visit.tap("choice_say")
    visit.finger.until("consent", lambda: _asked(visit) == "consent_keep_voice")
    visit.tap("choice_agree")
    visit.finger.until("the voice", lambda: _asked(visit) == "voice")


def state(visit, name):
    visit.finger.until(name, lambda: visit.terminal.models.voice.props.state == name)


def test_a_wish_is_spoken_heard_again_and_sent_sealed(speaking):
    tape = Tape()
    visit = speaking(tape)
    to_voice(visit)
    visit.tap("voiceRecord")
    state(visit, "recording")
    assert visit.terminal.keeper.occupied
    visit.tap("voiceStop")
    state(visit, "kept")
    visit.tap("voiceListen")
    state(visit, "playing")
    visit.finger.until("the sound", lambda: bool(tape.played))
    visit.tap("voiceStop")
    state(visit, "kept")
    data = visit.terminal.config.data
    assert Outtray(data).names() == []
    visit.tap("next")
    visit.at("review")
    visit.tap("send")
    visit.at("thanks")
    visit.saved()

    body = next(one["said"] for one in visit.records() if one["type"] == "feedback.submitted")
    assert tape.threads == {"backroom"}
    assert len(tape.played[0]) == pytest.approx(len(TONE), rel=0.05)
    (name,) = Outtray(data).names()
    answer = body["answers"]["voice"]["voice"]
    assert (answer["sha256"], answer["seconds"]) == (name, 4)
    assert {"given": True, "kind": "keep_voice", "notice": "1"} in [{**one, "notice": "1"} for one in body["consents"]]
    sound = open_voice(bytes(CENTRE), body["subject"], Outtray(data).read(name))
    assert len(decode(sound)) == pytest.approx(len(TONE), rel=0.05)
    assert not [path for path in data.rglob("*") if path.is_file() and b"OpusHead" in path.read_bytes()]


def test_a_minute_is_the_end(speaking):
    visit = speaking(Tape())
    to_voice(visit)
    visit.tap("voiceRecord")
    state(visit, "recording")
    visit.watch.skip(61)
    visit.terminal.tick()
    state(visit, "kept")


def test_what_is_deleted_is_nowhere_and_can_be_said_anew(speaking):
    visit = speaking(Tape())
    to_voice(visit)
    visit.tap("voiceRecord")
    state(visit, "recording")
    visit.tap("voiceStop")
    state(visit, "kept")
    visit.tap("voiceDelete")
    state(visit, "empty")

    assert visit.terminal.conductor.journey.visit.value("voice") is None
    visit.finger.until("nothing kept", lambda: not visit.terminal.room.spoken._said)


def test_leaving_in_the_middle_ends_the_recording_and_forgets(speaking):
    tape = Tape()
    visit = speaking(tape)
    to_voice(visit)
    visit.tap("voiceRecord")
    state(visit, "recording")
    visit.terminal.conductor.end_visit()
    state(visit, "empty")

    visit.finger.until("the microphone is let go", lambda: "discard" in tape.calls)
    assert not visit.terminal.voice.busy


def test_a_microphone_that_fails_is_said_and_writing_is_still_there(speaking):
    visit = speaking(Tape(broken=True))
    to_voice(visit)
    visit.tap("voiceRecord")
    state(visit, "trouble")

    assert visit.terminal.models.question.props.waiting


@pytest.mark.parametrize(
    "missing",
    [{"tape": None}, {"enrolled": False}, {"room": Room(voice=False, words=True, state="voice")}],
    ids=["no microphone", "no centre", "no room"],
)
def test_where_it_cannot_be_it_is_not_offered(speaking, missing):
    tape = missing.pop("tape", Tape()) if "tape" not in missing else missing.pop("tape")
    visit = speaking(tape, **missing)
    offered = {choice["name"] for choice in visit.terminal.models.question.props.parts[0].choices}

    assert offered == {"write", "draw"}


def test_a_minute_of_opus_is_small():
    sound = encode(np.tile(TONE, 16))

    assert sound[:4] == b"OggS"
    assert len(sound) < 2**19
    assert len(decode(sound)) == pytest.approx(60 * RATE, rel=0.01)


def test_the_stage_says_what_finds_the_microphone():
    assert Stage().microphone is None
