// Typing a number: the key pad, for the question in view.
import QtQuick
import Kiosk.Models
import Kiosk.keyboard

Item {
    id: root

    required property QuestionViewModel viewModel
    readonly property bool shown: ["number", "decimal", "phone"].includes(viewModel.kind)
    readonly property var part: shown && viewModel.parts.length > 0 ? viewModel.parts[0] : null
    readonly property string name: part ? part.name : ""
    readonly property var value: part ? viewModel.values[name] : undefined

    NumberEntry {
        anchors.fill: parent
        value: root.value
        kind: root.shown ? root.viewModel.kind : "number"
        onEdited: value => {
            if (root.shown)
                root.viewModel.setValue(root.name, value);
        }
    }
}
