// The key pad of receipt codes: digits on top, then the letters; to delete stands apart below.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property LookupViewModel viewModel
    readonly property int gap: Theme.mm(Theme.elder ? 3 : 2.5)
    readonly property int columns: Theme.portrait ? 8 : 11
    readonly property int rows: Math.ceil(viewModel.keys.length / columns) + (Theme.portrait ? 1 : 0)
    readonly property int pad: Theme.mm(4)
    readonly property real keyWidth: Math.floor((width - 2 * pad - (columns - 1) * gap) / columns)
    readonly property real keyHeight: Math.min(Theme.mm(40), Math.floor((height - 2 * pad - (rows - 1) * gap) / rows))

    Rectangle {
        width: root.width
        height: 2 * root.pad + root.rows * (root.keyHeight + root.gap) - root.gap
        color: Theme.band
        radius: Theme.radius
    }

    component Key: TouchCard {
        id: key

        width: root.keyWidth
        height: root.keyHeight
        radius: Theme.keyRadius
        footHeight: Theme.mm(1.2)
        repeats: true

        Words {
            anchors.centerIn: parent
            width: Math.min(Math.ceil(implicitWidth), key.width - Theme.mm(4))
            horizontalAlignment: Text.AlignHCenter
            text: key.words
            font.pixelSize: key.words.length === 1 ? Math.min(Theme.answer, (key.height - key.footHeight) * 0.62, key.width - Theme.mm(4))
                                                   : Breaks.best([key.words], Breaks.steps(Math.min(Theme.label, (key.height - key.footHeight) * 0.6), Theme.floor), false, key.width - Theme.mm(4), 1)
            spacing: Theme.labelled
            Accessible.ignored: true
        }
    }

    Grid {
        id: grid

        x: root.pad
        y: root.pad
        columns: root.columns
        layoutDirection: Theme.mirrored ? Qt.RightToLeft : Qt.LeftToRight // keys stand as on every keyboard
        spacing: root.gap

        Repeater {
            model: root.viewModel.keys.split("")

            Key {
                required property string modelData

                objectName: "key_" + modelData
                words: modelData
                onClicked: root.viewModel.key(modelData)
            }
        }
    }
    Key {
        objectName: "key_clear"
        x: root.pad
        y: grid.y + grid.height + root.gap
        visible: Theme.portrait
        width: 3 * root.keyWidth + 2 * root.gap
        words: qsTr("Clear all")
        face: Theme.keyFace
        repeats: false
        onClicked: root.viewModel.clear()
    }
    Key {
        objectName: "key_erase"
        x: Theme.mirrored && !Theme.portrait ? root.pad : root.width - root.pad - width
        y: Theme.portrait ? grid.y + grid.height + root.gap : grid.y + grid.height - height
        width: Theme.portrait ? 4 * root.keyWidth + 3 * root.gap : root.keyWidth
        words: Theme.portrait ? qsTr("Delete one") : ""
        Accessible.name: qsTr("Delete one")
        face: Theme.keyFace
        onClicked: root.viewModel.erase()

        Pictogram {
            anchors.centerIn: parent
            visible: !Theme.portrait
            name: "ui-backspace.svg"
            size: Theme.mm(12)
        }
    }
}
