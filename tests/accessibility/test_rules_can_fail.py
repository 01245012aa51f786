"""Each rule of the master table, on a small screen that is sound and on one broken in the way the rule is about."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
import rules
from glance import Glance, Ruler
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickWindow
from seat import ASSETS
from shiboken6 import delete

from ui.app import make_application
from ui.eye import Eye
from ui.finger import Finger
from ui.registration import register

PITCH = 0.248
SHELL = """
import QtQuick
import Kiosk
Window {
    width: 1000; height: 1000; visible: true; color: Theme.page
    %s
}
"""
SOUND = """
    TouchCard { objectName: "one"; words: "好"; x: 100; y: 700; width: 400; height: 120
        Words { anchors.centerIn: parent; text: "写好了" } }
    TouchCard { objectName: "two"; words: "不好"; x: 520; y: 700; width: 400; height: 120
        Words { anchors.centerIn: parent; text: "再写写" } }
    Words { x: 100; y: 100; width: 800; text: "这里写着一句话，谁都读得到。" }
"""
HELP = """
    TouchCard { objectName: "dockDisplay"; words: "字"; x: 100; y: 860; width: 120; height: 100 }
    TouchCard { objectName: "dockElder"; words: "长"; x: 260; y: 860; width: 120; height: 100 }
    TouchCard { objectName: "dockStaff"; words: "叫"; x: 420; y: 860; width: 120; height: 100 }
"""
BROKEN = {
    "targets_are_as_large_as_a_finger": (
        'TouchCard { objectName: "small"; words: "小"; x: 100; y: 560; width: 60; height: 60 }'
    ),
    "targets_stand_apart": (
        'TouchCard { objectName: "a"; words: "左"; x: 100; y: 600; width: 100; height: 100 }'
        'TouchCard { objectName: "b"; words: "右"; x: 208; y: 600; width: 100; height: 100 }'
    ),
    "targets_have_a_name_and_a_role": "Rectangle { x: 100; y: 600; width: 100; height: 100; TapHandler {} }",
    "keys_get_everywhere": (
        "Rectangle { x: 100; y: 600; width: 100; height: 100; Accessible.role: Accessible.Button;"
        ' Accessible.name: "按" ; TapHandler {} }'
    ),
    "a_seat_reaches_everything": (
        'TouchCard { objectName: "high"; words: "高"; x: 100; y: 300; width: 100; height: 100 }'
    ),
    "text_is_large_enough": 'Words { x: 100; y: 300; width: 400; text: "小字"; font.pixelSize: 20 }',
    "the_focus_goes_down_the_page": (
        'TouchCard { objectName: "below"; words: "下"; x: 100; y: 850; width: 100; height: 100 }'
        'TouchCard { objectName: "above"; words: "上"; x: 100; y: 560; width: 100; height: 100 }'
    ),
    "the_focus_shows": (
        "Rectangle { x: 60; y: 560; width: 200; height: 120; color: Theme.chosen;"
        ' TouchCard { objectName: "lost"; words: "找不到"; x: 40; y: 10; width: 100; height: 100 } }'
    ),
    "titles_are_titles": 'Title { x: 100; y: 300; width: 800; says: "小标题"; font.pixelSize: 50 }',
    "text_is_sans": 'Words { x: 100; y: 300; width: 400; text: "宋体"; font.family: "Serif" }',
    "text_is_whole": (
        'Words { x: 100; y: 300; width: 90; height: 40; text: "这一句太长，放不下"; '
        "wrapMode: Text.NoWrap; elide: Text.ElideRight }"
    ),
    "nothing_hides_anything": 'Words { x: 110; y: 110; width: 800; text: "压在上面的另一句" }',
    "targets_are_whole": (
        "Item { x: 100; y: 560; width: 200; height: 60; clip: true;"
        ' TouchCard { objectName: "cut"; words: "半截"; width: 200; height: 120 } }'
    ),
    "lines_are_read_with_ease": (
        'Words { x: 0; y: 300; width: 1000; font.pixelSize: 27; text: "'
        + "一行里放了太多的字，读到后面忘了前面，" * 3
        + '"; wrapMode: Text.NoWrap }'
    ),
    "nothing_is_seen_from_behind": (
        'Text { x: 100; y: 300; text: "反字"; font.family: Theme.family; font.pixelSize: 40;'
        " transform: Scale { xScale: -1; origin.x: 40 } }"
    ),
    "text_stands_out": 'Words { x: 100; y: 300; width: 400; text: "淡得看不清"; color: Theme.line }',
    "what_is_no_text_stands_out": (
        'TouchCard { objectName: "pale"; words: "淡"; x: 100; y: 560; width: 100; height: 100; edge: Theme.hair }'
    ),
    "help_is_always_there": "",
}


@pytest.fixture
def shown(qapp) -> Iterator[Callable[..., Glance]]:
    """shown(qml): a window with this in it, looked at."""
    make_application()
    engine = QQmlApplicationEngine()
    register(engine, ASSETS)
    engine.addImportPath(str(ASSETS.parent / "ui" / "qml"))
    made: list[QQmlComponent] = []  # a component lives longer than its window

    def show(inside: str, **mode: bool) -> Glance:
        component = QQmlComponent(engine)
        component.setData((SHELL % inside).encode(), QUrl.fromLocalFile(str(ASSETS / "Broken.qml")))
        assert component.errors() == []
        window = component.create()
        assert isinstance(window, QQuickWindow)
        engine.setObjectOwnership(window, QQmlEngine.ObjectOwnership.CppOwnership)
        made.append(component)
        finger = Finger(window, Eye(engine, window), lambda: None)
        picture, ruler = finger.settle(), Ruler(engine, window)
        return ruler.look(ruler.rows(), PITCH, picture, **mode)

    yield show
    delete(engine)


def test_a_sound_screen_has_no_flaw(shown):
    assert rules.flaws(shown(SOUND + HELP, low=True)) == []


@pytest.mark.parametrize("name", [rule.__name__ for rule in rules.RULES])
def test_a_rule_sees_what_it_is_about(shown, name):
    flaws = rules.flaws(shown(SOUND + BROKEN[name], low=name == "a_seat_reaches_everything"))

    assert any(flaw.startswith(name) for flaw in flaws), flaws


def test_what_destroys_stands_far_from_what_confirms(shown):
    pair = (
        'TouchCard { objectName: "leave"; words: "结束"; x: 100; y: 560; width: 200; height: 100 }'
        'TouchCard { objectName: "stay"; words: "还要时间"; x: 330; y: 560; width: 200; height: 100 }'
    )
    assert "targets_stand_apart: leave is 7.4 mm from stay" in rules.flaws(shown(pair))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ('Words { x: 900; y: 300; width: 300; text: "跑到外面去了" }', "leaves the screen"),
        (
            "Rectangle { x: 100; y: 300; width: 80; height: 40; border.width: 1;"
            ' Words { width: 300; text: "比卡片还大" } }',
            "spills out",
        ),
        (
            "Item { x: 100; y: 300; width: 300; height: 20; clip: true;"
            ' Words { y: -20; width: 300; text: "只剩一半" } }',
            "is clipped",
        ),
        ('Words { x: 100; y: 300; width: 40; text: "窄"; wrapMode: Text.NoWrap; font.pixelSize: 60 }', "is wider"),
    ],
)
def test_text_is_whole_in_every_way(shown, broken, said):
    assert any(said in flaw for flaw in rules.text_is_whole(shown(broken)))


def broken(rule: Callable[..., Iterator[str]], shown: Callable[..., Glance], inside: str, **how: float) -> str:
    return " | ".join(rule(replace(shown(SOUND + inside), **how)))


def test_lines_are_apart_as_far_as_they_run(shown):
    line, rule = "一句一句写下去，字和字之间、行和行之间都要看得清楚。", rules.lines_are_read_with_ease
    words = f'Words {{ x: 100; y: 300; width: 400; text: "{line * 2}"; spacing: %s }}'

    assert broken(rule, shown, words % 1.5) == ""
    assert "of the type apart, not 1.5" in broken(rule, shown, words % 1.3)
    label = 'TouchCard { words: "按"; x: 100; y: 300; width: 300; height: 200; '
    label += 'Words { width: 90; spacing: 1.05; text: "%s" } }'
    assert "not 1.2" in broken(rule, shown, label % "两行的字")
    assert "stretched" in broken(rule, shown, words % "1.5; horizontalAlignment: Text.AlignJustify")


def test_a_panel_hung_too_high_is_out_of_reach(shown):
    """Not only in 低位模式: nobody may have to ask for what they cannot reach."""
    assert broken(rules.a_seat_reaches_everything, shown, "", bottom_mm=1100) == ""
    assert "over the floor" in broken(rules.a_seat_reaches_everything, shown, "", bottom_mm=1180)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('Pictogram { x: 100; y: 300; size: 80; name: "ui-back.svg"; line: Theme.hair }', "the picture ui-back.svg"),
        (
            "Rectangle { x: 100; y: 300; width: 300; height: 90; border.width: 2; border.color: Theme.hair;"
            " Accessible.role: Accessible.EditableText; color: Theme.card }",
            "the field at (100, 300)",
        ),
    ],
)
def test_pictures_and_fields_stand_out(shown, wrong, said):
    assert said in broken(rules.what_is_no_text_stands_out, shown, wrong)


def test_a_focus_needs_a_ring_and_a_turn(shown):
    bare = 'Rectangle { objectName: "bare"; x: 100; y: 560; width: 100; height: 100; activeFocusOnTab: %s; TapHandler {'
    bare += " gesturePolicy: TapHandler.ReleaseWithinBounds } }"

    assert "bare shows no focus" in broken(rules.the_focus_shows, shown, bare % "true")
    thin = 'TouchCard { objectName: "cut"; words: "半"; width: 200; height: 100 }'
    clipped = f"Item {{ x: 100; y: 560; width: 200; height: 100; clip: true; {thin} }}"
    assert "the focus of cut shows" in broken(rules.the_focus_shows, shown, clipped)


def test_every_rule_has_a_broken_screen():
    assert BROKEN.keys() == {rule.__name__ for rule in rules.RULES}
