// Ten digits as on a telephone, one key to take one back, and where it is wanted a decimal point.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Grid {
    id: root

    required property real keyWidth
    required property real keyHeight
    property bool point: false

    signal pressed(key: string)

    columns: 3
    layoutDirection: Theme.mirrored ? Qt.RightToLeft : Qt.LeftToRight // keys stand as on every keyboard
    spacing: Theme.mm(Theme.elder ? 6 : 4)

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", root.point ? "." : "", "0", "backspace"]

        Item {
            required property string modelData

            width: root.keyWidth
            height: root.keyHeight

            Key {
                anchors.fill: parent
                objectName: "digit_" + parent.modelData
                visible: parent.modelData !== ""
                gap: root.spacing
                side: parent.modelData === "backspace" || parent.modelData === "."
                holds: parent.modelData === "backspace"
                pictogram: parent.modelData === "backspace" ? "ui-backspace.svg" : ""
                face: pictogram ? "" : parent.modelData
                words: parent.modelData === "backspace" ? qsTr("Delete one digit") : parent.modelData === "." ? qsTr("Decimal point") : parent.modelData
                type: Theme.title
                onClicked: root.pressed(parent.modelData)
            }
        }
    }
}
