"""How often the suggestion is right on words that it never saw, and that it learns from what people confirm."""

from pathlib import Path

from lobby import MONDAY, the_case

from sync.central.cases import classify, moves
from sync.central.cases.moves import Deed
from sync.central.cases.people import set_up
from sync.central.cases.roles import hand
from sync.central.cases.taxonomy import is_category

HELD_OUT = list(classify.read((Path(__file__).parent / "labelled.txt").read_text("utf-8")))
LEARNT = list(classify.read(classify.FILE.read_text("utf-8")))


def shares():
    model = classify.trained(LEARNT)
    ranks = []
    for code, text, _ in HELD_OUT:
        found = [one.code for one in model.suggest(text)]
        ranks.append(found.index(code) if code in found else 9)
    return sum(rank == 0 for rank in ranks) / len(ranks), sum(rank < 3 for rank in ranks) / len(ranks)


def test_what_was_held_out_was_never_learnt_and_every_code_is_there():
    learnt = {text for _, text, _ in LEARNT}

    assert len(HELD_OUT) >= 270
    assert not [text for _, text, _ in HELD_OUT if text in learnt and len(text) > 4]
    assert {code for code, _, _ in HELD_OUT} == {code for code, _, _ in LEARNT}
    assert all(is_category(code) for code, _, _ in [*HELD_OUT, *LEARNT])


def test_the_suggestion_is_mostly_right():
    first, three = shares()

    assert first >= 0.80, first
    assert three >= 0.95, three


def test_it_learns_from_what_a_person_confirmed(lobby, monkeypatch):
    from django.contrib.auth.models import User

    set_up("he", roles=["collector"])
    by = hand(User.objects.get(username="he"))
    classify._model.cache_clear()
    monkeypatch.setattr(classify, "AGAIN", 20)
    for n in range(20):
        case = the_case(lobby.says(f"量子纠缠体验区第{n}次排队", grade=2))
        moves.act(case.id, Deed("classify", category="L1"), by, MONDAY)

    case = the_case(lobby.says("量子纠缠体验区排队太久", grade=2))

    assert classify.suggest(case)[0].code == "L1"
    assert case.words == "量子纠缠体验区排队太久"
    classify._model.cache_clear()
