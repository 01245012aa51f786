// Keys for what visitors never type: an address, an enrolment code.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: root

    required property string keys
    readonly property int columns: Theme.portrait ? 8 : 14
    readonly property int gap: Theme.mm(2)
    readonly property int lines: Math.ceil((keys.length + 1) / columns)
    readonly property real keyWidth: Math.floor((width - (columns - 1) * gap) / columns)
    readonly property real keyHeight: Math.min(Theme.mm(34), Math.floor((height - (lines - 1) * gap) / lines))

    signal typed(sign: string)
    signal erase

    component Key: TouchCard {
        id: key

        property string pictogram: ""

        width: root.keyWidth
        height: root.keyHeight
        radius: Theme.keyRadius
        footHeight: Theme.mm(1.2)
        repeats: true

        Words {
            anchors.centerIn: parent
            visible: key.pictogram === ""
            text: key.words
            font.pixelSize: Theme.answer
            spacing: 1.2
            Accessible.ignored: true
        }
        Pictogram {
            anchors.centerIn: parent
            visible: key.pictogram !== ""
            name: key.pictogram
            size: Theme.mm(11)
        }
    }

    Grid {
        columns: root.columns
        spacing: root.gap

        Repeater {
            model: root.keys.split("")

            Key {
                required property string modelData

                objectName: "setupKey_" + modelData
                words: modelData
                onClicked: root.typed(modelData)
            }
        }
        Key {
            objectName: "setupErase"
            words: qsTr("Delete one")
            face: Theme.keyFace
            pictogram: "ui-backspace.svg"
            onClicked: root.erase()
        }
    }
}
