// Choosing a day, for the question in view.
import QtQuick
import Kiosk.Models
import Kiosk.keyboard

Item {
    id: root

    required property QuestionViewModel viewModel
    readonly property bool shown: viewModel.kind === "date"
    readonly property var part: shown && viewModel.parts.length > 0 ? viewModel.parts[0] : null
    readonly property string name: part ? part.name : ""
    readonly property var value: part ? viewModel.values[name] : undefined

    DateEntry {
        anchors.fill: parent
        value: root.value
        onEdited: value => {
            if (root.shown)
                root.viewModel.setValue(root.name, value);
        }
    }
}
