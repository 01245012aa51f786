"""A clerk with no keyboard and no shell: from the first start to a tap that the centre signed for, and sticks after."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from conftest import THURSDAY, Lobby, Watch

from kiosk import firstday
from kiosk.clock import local_now
from kiosk.config import load_config
from kiosk.configfile import with_keys
from kiosk.firstday import FirstDay, diagonal_inch, did, skip, wanted
from kiosk.staff import Doorkeeper, Outcome
from tests.sync.real_centre import run, serving
from ui.app import Stage, Terminal

PIN = "274913"


class Real(Watch):
    """The clock on the wall, as a courier needs it."""

    def now(self):
        return local_now()

    def seconds(self):
        import time

        return time.monotonic() + self.passed


@pytest.fixture
def first_day(qapp, qtlog, tmp_path, inputs):
    """A terminal on its first day, its courier at work; stick is a folder."""
    open_ones = []

    def build(**more):
        config = replace(load_config(tmp_path / "data", {}), stick_folder=str(tmp_path / "stick"))
        watch = Real()
        stage = Stage((1080, 1920), still=True, inputs=inputs, first_day=True, **more)
        terminal = Terminal(qapp, config, stage, clock=watch.now, monotonic=watch.seconds)
        open_ones.append(terminal)
        terminal.show()
        visit = Lobby(terminal, watch)
        visit.finger.until("the first day", lambda: terminal.models.setup.props.page != "")
        visit.finger.until("the next screens", lambda: bool(terminal.window.property("warm")))
        return visit

    yield build
    for terminal in open_ones:
        terminal.close()


def at_step(visit, name):
    visit.finger.until(name, lambda: visit.terminal.models.setup.props.page == name, seconds=30)


def type_pin(visit):
    visit.tap(*(f"digit_{sign}" for sign in PIN), "digitEnter")


def held(data):
    with closing(sqlite3.connect(f"file:{data / 'kiosk.db'}?mode=ro", uri=True)) as db:
        return db.execute("select count(*) from records where state = 'held'").fetchone()[0]


def test_from_the_first_start_to_a_tap_the_centre_has_signed_for(first_day, tmp_path):
    (tmp_path / "stick").mkdir()
    data = tmp_path / "data"
    with serving(tmp_path / "central") as centre:
        run(centre.data, "enrol-code", "lobby", "--url", centre.url, "--stick", str(tmp_path / "stick"))
        visit = first_day()
        setup = visit.terminal.models.setup
        again = []
        visit.terminal.backstage.setup.again.disconnect()
        visit.terminal.backstage.setup.again.connect(lambda: again.append(True))

        visit.tap("setupLanguage_en", "setupGo")
        at_step(visit, "ruler")
        visit.tap("wider", "wider", "setupGo")
        at_step(visit, "centre")
        visit.tap("setupSlip")
        visit.finger.until("the code", lambda: setup.props.can)
        visit.tap("setupGo")
        at_step(visit, "pin")
        assert setup.props.number == 1
        type_pin(visit)
        type_pin(visit)
        at_step(visit, "tap")
        visit.tap("setupTap")
        visit.finger.until("the receipt", lambda: setup.props.tap == "seen", seconds=20)
        visit.tap("setupGo")
        at_step(visit, "done")
        assert setup.props.skipped == ()
        visit.tap("setupGo")

        assert again == [True]
        with closing(sqlite3.connect(centre.data / "central.db")) as db:
            assert ("terminal.checked",) in db.execute("select type from intake_record").fetchall()
    config = load_config(data, {})
    assert config.languages[0] == "en"
    assert config.diagonal_inch == diagonal_inch(1080, 1920, setup.props.card)
    assert config.diagonal_inch < 21.5  # a wider card means smaller pixels to the millimetre
    assert Doorkeeper(data, local_now).try_pin(PIN) is Outcome.RIGHT
    assert not wanted(data, full_screen=True)
    assert held(data) >= 2  # the chain's beginning, and the tap; the daily self-test writes more


def test_without_a_network_everything_can_wait_and_nothing_is_lost(first_day, tmp_path):
    visit = first_day()
    setup = visit.terminal.models.setup
    visit.tap("setupGo", "setupGo")
    at_step(visit, "centre")
    for sign in "0123456789ABCDEFGHJKMNPQR":
        visit.terminal.models.setup.press(sign)
    visit.tap("setupUrl")
    for sign in "127.0.0.1:9":
        visit.terminal.models.setup.press(sign)
    visit.tap("setupGo")
    visit.finger.until("why not", lambda: setup.props.why != "" and not setup.props.busy, seconds=20)
    visit.tap("setupSkip", "setupSkip", "setupTap")
    visit.finger.until("kept", lambda: setup.props.tap == "kept")
    visit.tap("setupGo")
    at_step(visit, "done")

    assert set(setup.props.skipped) == {"centre", "pin", "tap"}
    assert wanted(
        tmp_path / "data", full_screen=True
    )  # the last page was not left yet: a plug pulled now goes on there


def test_the_first_day_goes_on_where_the_plug_was_pulled(first_day, tmp_path):
    firstday.save(tmp_path / "data", did(skip(did(FirstDay(), "language"), "ruler"), "centre"))

    visit = first_day()

    assert visit.terminal.models.setup.props.page == "pin"


# -- sticks, between a terminal and a centre that never meet


def enrolled(tmp_path, centre):
    from kiosk.store import FILE, Store
    from sync.codes import read_enrol_code
    from sync.enrol import enrol
    from sync.identity import load_identity

    data = tmp_path / "data"
    data.mkdir()
    Doorkeeper(data, lambda: THURSDAY).set_pin(PIN)
    with Store.open(data / FILE, lambda: THURSDAY) as store:
        enrol(data, store, load_identity(data), centre.url, read_enrol_code(centre.code()), version="1")


def at_the_stick(visit):
    desk = visit.terminal.backstage.desk
    desk.open()
    visit.finger.until("the PIN", lambda: visit.terminal.models.backstage.props.page == "pin")
    type_pin(visit)
    visit.finger.until("the menu", lambda: visit.terminal.models.backstage.props.page == "menu")
    visit.tap("staffStick")


def until_done(visit, what):
    props = visit.terminal.models.backstage
    visit.finger.until(what, lambda: props.props.done == what and props.props.doing == "")


def test_a_stick_carries_everything_and_brings_the_receipts_back(lobby, tmp_path):
    stick = tmp_path / "stick"
    with serving(tmp_path / "central") as centre:
        enrolled(tmp_path, centre)
        visit = lobby(stick_folder=str(stick))
        shown = visit.terminal.models.backstage
        for grade in (1, 5):
            visit.tap(f"face_{grade}", "dockHome")
            visit.at("home")
        visit.saved()

        at_the_stick(visit)
        assert shown.props.stick == ""
        stick.mkdir()
        visit.watch.skip(1.5)
        visit.finger.until("the stick", lambda: shown.props.stick == "here")

        (stick / "xinsheng").write_text("not a folder: the stick refuses")
        visit.tap("stickWrite")
        until_done(visit, "stopped")
        (stick / "xinsheng").unlink()
        visit.tap("stickWrite")
        until_done(visit, "wrote")
        count = shown.props.records
        files = sorted((stick / "xinsheng").glob("*.xsb"))
        assert (len(files), count) == (1, shown.props.unsent)

        assert f"{count} new records" in centre.ingest(*files)
        visit.watch.skip(2)
        visit.tap("staffMenu", "staffStick")
        visit.finger.until("the receipt", lambda: shown.props.receipts == 1)
        visit.tap("stickSettle")
        until_done(visit, "settled")

        assert shown.props.records == count
        visit.finger.until("nothing unsent", lambda: shown.props.unsent == 0)
        assert centre.audit()["records"] == count


def test_a_stick_shows_the_pin_by_itself_but_never_over_a_visitor(lobby, tmp_path):
    visit = lobby(
        stick_folder=str(tmp_path / "stick"),
        before=lambda terminal: Doorkeeper(terminal.config.data, terminal.clock).set_pin(PIN),
    )
    shown = visit.terminal.models.backstage
    visit.watch.skip(2)
    visit.finger.rest()
    visit.tap("face_3")
    (tmp_path / "stick").mkdir()
    visit.watch.skip(2)
    visit.finger.rest(0.1)
    assert shown.props.page == ""

    visit.tap("dockHome")
    visit.terminal.conductor.end_visit()
    visit.finger.until("the PIN", lambda: shown.props.page == "pin")
    assert shown.props.by_stick


# -- the parts


def test_the_ruler():
    assert diagonal_inch(1080, 1920, 85.6 / (21.5 * 25.4 / (1080**2 + 1920**2) ** 0.5)) == 21.5


def test_when_a_start_shows_the_first_day(tmp_path):
    assert wanted(tmp_path, full_screen=True)
    assert not wanted(tmp_path, full_screen=False)

    (tmp_path / "kiosk.toml").write_text("")
    assert not wanted(tmp_path, full_screen=True)
    firstday.save(tmp_path, FirstDay(("language",)))
    assert wanted(tmp_path, full_screen=False)
    (tmp_path / firstday.FILE).write_text(json.dumps({"done": [], "skipped": [], "finished": True}))
    assert not wanted(tmp_path, full_screen=True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'languages = ["en"]\n'),
        ("idle_s = 60\n", 'languages = ["en"]\nidle_s = 60\n'),
        (
            'languages = ["zh-Hans"]  # ours\n[opening]\nmon = "closed"\n',
            'languages = ["en"]\n[opening]\nmon = "closed"\n',
        ),
        ('[opening]\nlanguages = "x"\n', 'languages = ["en"]\n[opening]\nlanguages = "x"\n'),
    ],
)
def test_one_key_is_written_and_the_rest_stays(before, after):
    assert with_keys(before, {"languages": ["en"]}) == after
