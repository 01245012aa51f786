// The keys of the moment, row by row, each row centred.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

Column {
    id: root

    required property KeyboardViewModel viewModel
    required property real unit
    required property real keyHeight

    spacing: Theme.mm(2)

    Repeater {
        model: root.viewModel.rows

        KeyLine {
            required property var modelData

            anchors.horizontalCenter: root.horizontalCenter
            viewModel: root.viewModel
            keys: modelData
            unit: root.unit
            keyHeight: root.keyHeight
        }
    }
}
