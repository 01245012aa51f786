// One row of keys as the view-model lays them out. A unit is the width of a letter.
// Not bound to its context: keys outlive their row for a moment, and would look for it in vain.
// qmllint disable unqualified
import QtQuick
import Kiosk
import Kiosk.Models

Row {
    id: root

    required property KeyboardViewModel viewModel
    required property var keys
    required property real unit
    required property real keyHeight
    readonly property int gap: Theme.mm(2)

    spacing: gap
    layoutDirection: Theme.mirrored ? Qt.RightToLeft : Qt.LeftToRight // keys stand as on every keyboard

    function widthOf(units: real): real {
        return units * unit + (units - 1) * gap;
    }

    /** What stands on a key that has no sign of its own. */
    function faceOf(action: string): string {
        switch (action) {
        case "space":
            //: Long key of the Chinese keyboard: takes the first of the words offered above
            return viewModel.undecided ? qsTr("Take the first word") : qsTr("Space");
        case "newline":
            //: Key: what was typed stays as letters and becomes no Chinese word
            return viewModel.undecided && viewModel.way === "pinyin" ? qsTr("Keep letters") : qsTr("New line");
        case "language":
            //: Face of a narrow key: Chinese or English
            return qsTr("Zh/En");
        case "digits":
            return viewModel.way === "english" ? "?#&" : "123";
        case "letters":
            return viewModel.way === "english" ? "ABC" : viewModel.way === "stroke" ? qsTr("Strokes") : viewModel.way === "handwriting" ? qsTr("Write") : qsTr("Pinyin");
        case "nine":
            //: Key: pinyin with the nine keys of a telephone
            return qsTr("9 keys");
        case "pinyin":
            //: Key: pinyin with all 26 letters
            return qsTr("26 keys");
        case "'":
            //: Key: begins the next syllable
            return qsTr("Next syllable");
        default:
            return "";
        }
    }

    /** What a screen reader says. */
    function wordsOf(action: string, face: string): string {
        switch (action) {
        case "backspace":
            return qsTr("Delete one character");
        case "shift":
            return viewModel.locked ? qsTr("Capitals, locked") : viewModel.capital ? qsTr("Capitals, on") : qsTr("Capitals");
        case "language":
            return viewModel.way === "english" ? qsTr("Write Chinese") : qsTr("Write English");
        case "digits":
            return qsTr("Digits and signs");
        default:
            return viewModel.way === "stroke" ? strokeOf(action) || face : face;
        }
    }

    function strokeOf(action: string): string {
        switch (action) {
        case "h":
            return qsTr("Horizontal", "stroke of a character");
        case "s":
            return qsTr("Vertical", "stroke of a character");
        case "p":
            return qsTr("Left-falling", "stroke of a character");
        case "n":
            return qsTr("Dot", "stroke of a character");
        case "z":
            return qsTr("Turning", "stroke of a character");
        default:
            return "";
        }
    }

    Repeater {
        model: root.keys

        Key {
            id: key

            required property var modelData
            readonly property bool letter: modelData.face.length === 1 && modelData.face >= "a" && modelData.face <= "z"
            readonly property string stroke: root.viewModel.way === "stroke" ? root.strokeOf(modelData.action) : ""

            objectName: "key_" + modelData.action
            width: root.widthOf(modelData.units)
            height: root.keyHeight
            gap: root.gap
            side: modelData.side
            hint: modelData.hint || stroke
            pictogram: modelData.action === "backspace" ? "ui-backspace.svg" : modelData.action === "shift" ? "ui-shift.svg" : ""
            chosen: modelData.action === "shift" && root.viewModel.capital
            strong: false
            holds: modelData.action === "backspace"
            face: pictogram ? "" : letter && root.viewModel.capital ? modelData.face.toUpperCase() : modelData.face || root.faceOf(modelData.action)
            words: root.wordsOf(modelData.action, face)
            type: stroke ? Theme.title : modelData.face ? Theme.answer : Theme.label
            onClicked: root.viewModel.press(modelData.action)
        }
    }
}
