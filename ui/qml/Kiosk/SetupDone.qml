// What was done on the first day, and what is left for another.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property SetupViewModel viewModel

    function named(step: string): string {
        switch (step) {
        case "language":
            return qsTr("Language");
        case "ruler":
            return qsTr("Size of the screen: %1 inches").arg(viewModel.inch.toFixed(1));
        case "centre":
            return viewModel.number > 0 ? qsTr("Centre: terminal %1, %2").arg(viewModel.number).arg(viewModel.venue) : qsTr("Centre");
        case "pin":
            return qsTr("PIN for staff");
        default:
            return qsTr("Test tap");
        }
    }

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.mm(8)
        width: root.width - 2 * x
        title: root.viewModel.skipped.length === 0 ? qsTr("The terminal is ready") : qsTr("Ready, with something left for later")
        hint: root.viewModel.skipped.length === 0 ? "" : qsTr("What is left can be done from the staff page. Until then everything is kept here.")
        problem: root.viewModel.why
    }
    Column {
        id: list

        x: Theme.margin
        y: head.y + head.height + Theme.mm(10)
        width: root.width - 2 * x
        spacing: Theme.mm(4)

        Repeater {
            model: ["language", "ruler", "centre", "pin", "tap"]

            Rectangle {
                id: line

                required property string modelData
                readonly property bool later: root.viewModel.skipped.includes(modelData)

                width: list.width
                height: Theme.mm(Theme.portrait ? 20 : 15)
                radius: Theme.keyRadius
                color: later ? Theme.pendingWash : Theme.card

                Words {
                    x: Theme.mm(6)
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width * 0.7
                    text: root.named(line.modelData)
                    spacing: 1.2
                }
                Words {
                    x: parent.width - width - Theme.mm(6)
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.later ? qsTr("later") : qsTr("done")
                    bold: true
                    color: line.later ? Theme.pending : Theme.quote
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
