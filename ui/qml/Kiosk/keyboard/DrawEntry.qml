// Drawing with the finger. The keys stand at the side, away from the main action below.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Item {
    id: root

    required property var value
    property string placeholder: ""

    signal edited(value: var)

    readonly property int keyWidth: Theme.mm(Theme.elder ? 46 : 38)
    readonly property int keyHeight: Theme.mm(Theme.elder ? 34 : 30)

    // Out of sight nothing is kept, least of all what was cleared.
    function begin(): void {
        visible ? pad.show(value ?? null) : pad.forget();
    }

    onVisibleChanged: begin()
    onValueChanged: begin()
    Component.onCompleted: begin()

    Rectangle {
        x: Theme.margin
        width: root.width - 2 * Theme.margin - root.keyWidth - Theme.gutter
        height: root.height - Theme.mm(2)
        color: Theme.card
        radius: Theme.radius
        border.color: Theme.chosen
        border.width: Theme.mm(1)

        Words {
            anchors.centerIn: parent
            width: Math.min(Math.ceil(implicitWidth), parent.width - Theme.mm(16))
            horizontalAlignment: Text.AlignHCenter
            visible: pad.strokes === 0
            text: root.placeholder || qsTr("Draw here with your finger")
            color: Theme.inkSoft
        }
        InkPad {
            id: pad

            objectName: "inkPad"
            anchors.fill: parent
            anchors.margins: Theme.mm(1)
            pixelsPerMm: Theme.pixelsPerMm
            pen: Theme.mm(3)
            tint: Theme.ink
            transform: Unturned {
                item: pad
            }
            Accessible.role: Accessible.Canvas
            Accessible.name: qsTr("Drawing pad, %n stroke(s)", "", strokes)
            onDrawn: drawing => root.edited(drawing ?? undefined)
        }
    }
    Column {
        x: root.width - Theme.margin - width
        width: root.keyWidth
        spacing: Theme.gap

        Key {
            objectName: pad.restorable ? "restoreDrawing" : "clearDrawing"
            width: parent.width
            height: root.keyHeight
            visible: pad.strokes > 0 || pad.restorable
            side: true
            words: pad.restorable ? qsTr("Bring back", "the drawing that was cleared") : qsTr("Clear all")
            onClicked: pad.restorable ? pad.restore() : pad.clear()
        }
        Key {
            objectName: "undoStroke"
            width: parent.width
            height: root.keyHeight
            visible: pad.strokes > 0
            side: true
            words: qsTr("Undo a stroke")
            onClicked: pad.undo()
        }
    }
}
