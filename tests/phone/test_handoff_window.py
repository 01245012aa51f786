"""The code on the real window: decoded from its pixels, and what becomes of a visit that goes on by phone."""

from phone_pixels import decoded, pixels
from phone_terminal import CENTRE_BOX, PUBLIC

from sync import handoff


def test_the_code_carries_what_was_filled_in(terminal):
    lobby = terminal()
    lobby.tap("face_2")
    lobby.finger.until("question", lambda: lobby.screen == "question")
    lobby.tap("choice_204")
    lobby.code()
    lobby.finger.settle()
    address, _, digits = decoded(pixels(lobby.terminal.window)).partition("#")
    assert address == f"{PUBLIC}/h"
    sealed = handoff.read(digits)
    identity = lobby.terminal.room.identity()
    content = handoff.unseal(sealed, CENTRE_BOX, bytes(identity.box.public_key))
    form = lobby.terminal.conductor.stock.forms["quick-rating"]
    assert handoff.decode_answers(form, content.answers) == {"grade": "2", "reasons": ["204"]}
    assert sealed.clear.counter == 1
