// Writing with the finger: a pad as wide as the screen allows, and a few keys at its side, away from the main action.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Item {
    id: root

    required property KeyboardViewModel viewModel
    // Whether somebody writes by hand now; out of use, nothing stays on the pad.
    required property bool used
    readonly property int gap: Theme.mm(2)
    // Two columns of keys at the side, where the pad is low; long words over both where it is high.
    readonly property bool low: height < 5 * Theme.mm(Theme.elder ? 24 : 22)
    readonly property int half: Theme.mm(low ? (Theme.elder ? 34 : 30) : (Theme.elder ? 25 : 21))
    readonly property int sideWidth: 2 * half + gap
    readonly property real padWidth: width - sideWidth - Theme.gap
    readonly property int rowCount: low ? 4 : 5
    readonly property real keyHeight: (height + gap) / rowCount - gap
    // What stands where: row, column, and over how many columns.
    readonly property var places: low ? ({
            "rewrite": [0, 0, 1],
            "undoStroke": [0, 1, 1],
            "backspace": [1, 0, 1],
            "digits": [1, 1, 1],
            "，": [2, 0, 1],
            "。": [2, 1, 1],
            "？": [3, 0, 1],
            "、": [3, 1, 1]
        }) : ({
            "rewrite": [0, 0, 2],
            "undoStroke": [1, 0, 2],
            "backspace": [2, 0, 2],
            "，": [3, 0, 1],
            "。": [3, 1, 1],
            "？": [4, 0, 1],
            "digits": [4, 1, 1]
        })

    onUsedChanged: if (!used)
        pad.forget()

    function press(action: string): void {
        switch (action) {
        case "rewrite":
            pad.clear();
            break;
        case "undoStroke":
            pad.undo();
            break;
        default:
            root.viewModel.press(action);
        }
    }

    function wordsOf(action: string): string {
        switch (action) {
        case "rewrite":
            //: Key beside the writing pad: takes every stroke away
            return qsTr("Wipe");
        case "undoStroke":
            //: Key beside the writing pad: takes the last stroke away
            return qsTr("Undo");
        case "backspace":
            //: Key beside the writing pad: takes the last character away
            return qsTr("Delete");
        case "digits":
            return qsTr("Digits and signs");
        default:
            return action;
        }
    }

    Rectangle {
        width: root.padWidth
        height: root.height
        color: Theme.card
        radius: Theme.radius
        border.color: Theme.ink
        border.width: Theme.border

        Squares {
            anchors.fill: parent
            anchors.margins: Theme.mm(3)
        }
        Words {
            anchors.centerIn: parent
            width: parent.width - Theme.mm(12)
            horizontalAlignment: Text.AlignHCenter
            visible: pad.strokes === 0 && !root.viewModel.undecided
            text: !root.viewModel.ready ? qsTr("Getting the pad ready") : qsTr("Write here with your finger, several characters in a row if you like")
            color: Theme.inkSoft
            font.pixelSize: Theme.body
        }
        WritingPad {
            id: pad

            objectName: "writingPad"
            anchors.fill: parent
            anchors.margins: Theme.border
            keyboard: root.viewModel
            pixelsPerMm: Theme.pixelsPerMm
            pen: Theme.mm(4.5)
            tint: Theme.ink
            transform: Unturned {
                item: pad
            }
            Accessible.role: Accessible.Canvas
            Accessible.name: qsTr("Writing pad, %n stroke(s)", "", strokes)
        }
    }
    Repeater {
        model: Object.keys(root.places)

        Key {
            required property string modelData
            readonly property var place: root.places[modelData]
            readonly property bool ofThePad: modelData === "rewrite" || modelData === "undoStroke"

            objectName: ofThePad ? modelData : "key_" + modelData
            x: root.width - root.sideWidth + place[1] * (root.half + root.gap)
            y: place[0] * (root.keyHeight + root.gap)
            width: place[2] * (root.half + root.gap) - root.gap
            height: root.keyHeight
            gap: root.gap
            side: true
            holds: modelData === "backspace"
            enabled: !ofThePad || pad.strokes > 0
            opacity: enabled ? 1 : 0
            words: root.wordsOf(modelData)
            face: modelData === "digits" ? "123" : words
            type: words.length === 1 ? Theme.answer : Theme.label
            onClicked: root.press(modelData)
        }
    }
}
