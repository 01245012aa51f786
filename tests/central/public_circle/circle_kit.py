"""A visitor with a receipt code whose words came in, and what staff and visitor then do."""

from dataclasses import dataclass
from datetime import timedelta

from lobby import MONDAY, Lobby, the_case, visitor

from kiosk.receipts import lookup_key, new_code
from sync.central.cases import moves
from sync.central.cases.models import Case
from sync.central.cases.moves import Deed
from sync.central.cases.roles import RULES

SALT = b"salt of a lobby!"
LATER = MONDAY + timedelta(hours=20)
FOLLOW_UP = {"form": "follow-up", "form_version": "2026112401"}


@dataclass
class Receipt:
    """A code, the key it gives, and the visit it was given to."""

    code: str
    key: str
    subject: str

    @property
    def case(self) -> Case:
        return the_case(self.subject)


def receipt(lobby: Lobby, words: str = "二楼空调太冷", **more) -> Receipt:
    code = new_code()
    key = lookup_key(code, SALT).hex()
    return Receipt(code, key, lobby.says(words, lookup=key, category="F", **({"grade": 2} | more)))


def answered(lobby: Lobby, text: str = "空调修好了。") -> Receipt:
    """One that staff have answered."""
    given = receipt(lobby)
    case = given.case
    for deed in (
        Deed("classify", category="F4"),
        Deed("dispatch", department="logistics"),
        Deed("answer", text={"zh-Hans": text, "en": "It works again."}),
    ):
        moves.act(case.id, deed, RULES, MONDAY)
    return given


def sequel(lobby: Lobby, key: str, at=LATER, **answers: str):
    """What a terminal writes when somebody acts under a code typed there: another visit, the same key."""
    return lobby.writes("feedback.amended", visitor(at), at=at, answers=answers, lookup=key, **FOLLOW_UP)
