// Ten digits, one to take the last back, one to go on.
pragma ComponentBehavior: Bound

import QtQuick

Grid {
    id: root

    property bool can: true
    property string goOn: qsTr("OK")
    readonly property real keyWidth: Math.floor((width - 2 * spacing) / 3)
    readonly property real keyHeight: Math.floor((height - 3 * spacing) / 4)

    signal digit(sign: string)
    signal erase
    signal enter

    columns: 3
    spacing: Theme.mm(4)

    component Key: TouchCard {
        id: key

        property bool main: false

        width: root.keyWidth
        height: root.keyHeight
        repeats: true
        enabled: root.can
        face: main ? Theme.action : Theme.card
        footTint: main ? Theme.actionFoot : Theme.line

        Caption {
            anchors.centerIn: parent
            width: key.width - Theme.mm(4)
            says: key.words
            bold: true
            color: key.main ? Theme.actionInk : root.can ? Theme.ink : Theme.inkSoft
            size: Breaks.steps(Theme.section, Theme.floor).find(size => size === Theme.floor || Breaks.lines(key.words, size, true, width) * size * spacing <= key.height - key.footHeight - Theme.mm(3))
            smaller: Math.min(size, Theme.small)
        }
    }

    Repeater {
        model: 9

        Key {
            required property int index

            objectName: "digit_" + (index + 1)
            words: String(index + 1)
            onClicked: root.digit(words)
        }
    }
    Key {
        objectName: "digitErase"
        words: qsTr("Delete one")
        onClicked: root.erase()
    }
    Key {
        objectName: "digit_0"
        words: "0"
        onClicked: root.digit(words)
    }
    Key {
        objectName: "digitEnter"
        words: root.goOn
        main: true
        onClicked: root.enter()
    }
}
