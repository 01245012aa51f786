// Writing: the paper and the keyboard, for the question in view.
import QtQuick
import Kiosk.Models
import Kiosk.keyboard

Item {
    id: root

    required property QuestionViewModel viewModel
    readonly property bool shown: ["text", "lines"].includes(viewModel.kind)
    readonly property var part: shown && viewModel.parts.length > 0 ? viewModel.parts[0] : null
    readonly property string name: part ? part.name : ""
    readonly property var value: part ? viewModel.values[name] : undefined

    TextEntry {
        anchors.fill: parent
        value: root.value ?? ""
        title: root.viewModel.title
        question: root.name ? `${root.viewModel.form}.${root.name}` : ""
        maximum: root.part && root.part.length > 0 ? root.part.length : 500
        onEdited: value => {
            if (root.shown)
                root.viewModel.setValue(root.name, value);
        }
    }
}
