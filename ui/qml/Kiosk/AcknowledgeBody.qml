// One thing to confirm by a tap: a large card with a box.
import QtQuick

Pager {
    id: root

    required property string words
    property bool given: false

    signal confirmed

    contents: Column {
        width: root.width

        ChoiceCard {
            objectName: "acknowledge"
            width: root.width
            height: Math.max(implicitHeight, Theme.mm(48))
            words: root.words
            several: true
            chosen: root.given
            onClicked: root.confirmed()
        }
    }
}
