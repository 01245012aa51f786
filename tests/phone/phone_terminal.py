"""A terminal that belongs to a centre with a public address, and a visitor's finger on it."""

from dataclasses import replace
from pathlib import Path

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from sync.identity import Enrolment, save_enrolment
from ui.app import Terminal
from ui.eye import Eye
from ui.finger import Finger

CENTRE_BOX = PrivateKey(bytes(range(32)))
PUBLIC = "https://xst.example.org.cn"


class Enrolled:
    """A terminal in the lobby, and a visitor's finger."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.eye = Eye(terminal.engine, terminal.window)
        self.finger = Finger(terminal.window, self.eye, terminal.tick)

    @property
    def screen(self) -> str:
        return self.terminal.models.shell.props.screen

    @property
    def handoff(self):
        return self.terminal.models.handoff.props

    def tap(self, *names: str) -> None:
        for name in names:
            self.finger.tap(name)

    def code(self) -> None:
        """Open the code of what is filled in, and wait for it."""
        self.tap("handoff")
        self.finger.until("the code", lambda: self.handoff.side > 0 or bool(self.handoff.problem))

    def saved(self) -> None:
        done = []
        self.terminal.jobs.ask(lambda _: done.append(True), done.append)
        self.finger.until("the backroom", lambda: len(done) > 1)


def enrol(data: Path, url: str = "https://127.0.0.1:9", **parts) -> Enrolment:
    """A data folder that belongs to a centre which nobody can reach."""
    enrolment = Enrolment(
        url=url,
        centre="0" * 16,
        terminal=7,
        token="t" * 40,
        signing_key=bytes(SigningKey(bytes(32)).verify_key),
        sealing_key=bytes(CENTRE_BOX.public_key),
        box_key=bytes(CENTRE_BOX.public_key),
        venue="donghu",
        venue_name={"zh-Hans": "东湖区文化馆", "en": "Donghu Cultural Centre"},
        salt=bytes(16),
        public_url=PUBLIC,
        certificate=None,
        vouched="2026-11-24T09:30:00+08:00",
    )
    enrolment = replace(enrolment, **parts)
    data.mkdir(parents=True, exist_ok=True)
    save_enrolment(data, enrolment)
    return enrolment
