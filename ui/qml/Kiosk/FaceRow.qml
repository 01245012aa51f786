// One face as a row: the word at 15 mm, a ring at the right.
import QtQuick

TouchCard {
    id: root

    required property int level
    // One size for all five rows.
    property int wordSize: Theme.elder ? Theme.answer : Theme.type(13.5, 13.4)
    readonly property real wordRoom: mark.x - face.x - Theme.mm(47) - Theme.mm(4)

    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen

    Face {
        id: face

        x: Theme.mm(13)
        y: (parent.height - height) / 2
        level: root.level
        size: Math.min(Theme.mm(30), parent.height - Theme.mm(10))
    }
    Words {
        x: face.x + Theme.mm(47)
        y: (parent.height - height) / 2
        width: mark.x - x - Theme.mm(4)
        text: root.words
        bold: true
        font.pixelSize: root.wordSize
        spacing: Theme.labelled
        Accessible.ignored: true
    }
    ChoiceMark {
        id: mark

        x: parent.width - width - Theme.mm(10.5)
        y: (parent.height - height) / 2
        size: Theme.mm(13.5)
        round: true
        chosen: root.chosen
    }
}
