// An answer in words. Where there is room, paper and keyboard stand there; where there is not, as on a small lying panel,
// the paper alone, and a touch lays a sheet over the whole screen to write on.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Item {
    id: root

    required property var value
    property string placeholder: ""
    // Name of the question, for its phrases, and what it asks.
    property string question: ""
    property string title: ""
    property string language: Dates.language
    property int maximum: 500

    signal edited(value: var)

    // Millimetres under which a pad of 90, or four rows of keys, do not fit beside or below the paper.
    readonly property real needed: Theme.mm(width > height * 1.6 ? 108 : (Theme.elder ? 166 : 160) * (1 + (Theme.textScale - 1) * 0.25))
    readonly property bool roomy: height >= needed
    property bool opened: false
    readonly property Item screen: stageOf(root)

    function stageOf(item: Item): Item {
        let found = item.parent;
        while (found && found.objectName !== "stage")
            found = found.parent;
        return found ?? item;
    }

    onVisibleChanged: opened = false
    onQuestionChanged: opened = false
    onRoomyChanged: opened = false

    Rectangle {
        parent: root.opened ? root.screen : root
        anchors.fill: parent
        z: 10
        visible: root.roomy || root.opened
        color: root.opened ? Theme.page : "transparent"

        // What lies under the sheet is not touched through it.
        MouseArea {
            anchors.fill: parent
            enabled: root.opened
        }
        WritingDesk {
            anchors.fill: parent
            sheet: root.opened
            value: root.value
            title: root.title
            placeholder: root.placeholder
            question: root.question
            language: root.language
            maximum: root.maximum
            onEdited: value => root.edited(value)
            onDone: root.opened = false
        }
    }
    Rectangle {
        x: Theme.margin
        width: root.width - 2 * x
        height: root.height - (Theme.elder ? Theme.mm(2) : 0)
        visible: !root.roomy && !root.opened
        color: Theme.card
        radius: Theme.radius
        border.color: Theme.chosen
        border.width: Theme.mm(1)
        Accessible.role: Accessible.EditableText
        Accessible.name: root.placeholder || qsTr("Tap here to write")
        Accessible.onPressAction: root.opened = true

        Words {
            objectName: "writtenSoFar"
            x: Theme.mm(5)
            y: Theme.mm(3)
            width: parent.width - open.width - Theme.mm(15)
            height: parent.height - 2 * y
            text: root.value || root.placeholder || qsTr("Tap here to write")
            color: root.value ? Theme.ink : Theme.inkSoft
            clip: true
        }
        ActionButton {
            id: open

            objectName: "openWriting"
            x: parent.width - width - Theme.mm(5)
            y: (parent.height - height) / 2
            width: Theme.mm(Theme.elder ? 84 : 70)
            height: Math.min(Theme.target + Theme.mm(6), parent.height - Theme.mm(6))
            words: root.value ? qsTr("Write on") : qsTr("Write")
            pictogram: "ui-pen.svg"
            onClicked: root.opened = true
        }
        Tap {
            onAccepted: root.opened = true
        }
    }
}
