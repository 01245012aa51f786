"""What an open form takes from its visit and its name: the order of shuffled choices, and phrases to tap."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from kiosk.forms.registry import form_row
from kiosk.forms.xform import parse_form
from kiosk.store import FILE, Store
from ui.input.chips import load_chips

ASSETS = Path(__file__).parents[2] / "assets"


def publish_with_shuffled_reasons(data: Path) -> None:
    """A quick rating whose reasons stand in another order for everybody."""
    xml = (ASSETS / "forms" / "xform" / "quick-rating.xml").read_text("utf-8").replace("2026112402", "2027010101")
    start = xml.index("instance('tags')/root/item")
    nodeset = xml[start : xml.index('"', start)]
    shuffled = xml.replace(f'"{nodeset}"', f'"randomize({nodeset})"').encode()
    data.mkdir()
    with closing(Store.open(data / FILE, lambda: datetime.now(UTC))) as store:
        store.put_form(form_row(parse_form(shuffled), shuffled, "here"))


def test_choices_are_shuffled_anew_for_every_visit_and_stay_within_it(visit, tmp_path):
    publish_with_shuffled_reasons(tmp_path / "data")
    here = visit(enrolled=False)

    def reasons() -> list[str]:
        here.tap("face_1")
        here.sees("severalPack")
        return [choice["name"] for choice in here.terminal.models.question.props.parts[0].choices]

    first = reasons()
    here.tap("dockHome")
    here.at("home")
    again = reasons()
    here.tap("skip", "next")
    here.at("thanks")
    here.tap("finish")
    here.at("home")
    next_visitor = reasons()

    assert again == first
    assert next_visitor != first  # but for once in forty thousand runs
    assert sorted(next_visitor) == sorted(first)


def test_the_phrases_under_a_question_are_those_of_its_form(visit):
    phrases = load_chips(ASSETS / "words" / "chips.toml").table
    here = visit()

    here.tap("tile_L", "tile_form:wish-wall", "choice_self", "choice_write")
    here.phrase()

    offered = {name.removeprefix("chip_") for name in here.eye.names() if name.startswith("chip_")}
    assert offered
    assert offered <= set(phrases["wish-wall.words"]["zh"])
    assert not offered & set(phrases["words"]["zh"])
