// The stick: receipts from the centre are used, and what waits is written and read back.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property BackstageViewModel viewModel
    readonly property bool here: viewModel.stick === "here" && viewModel.doing === ""

    function hint(): string {
        if (viewModel.stick === "")
            return qsTr("Plug a stick in. It is seen within a second or two.");
        if (viewModel.stick === "readonly")
            return qsTr("This stick cannot be written. Is there a little switch on its side?");
        return qsTr("The stick is here. Please leave it in until it says that it is done.");
    }

    function told(): string {
        if (viewModel.doing === "write")
            return qsTr("Writing and reading back: %1 so far").arg(viewModel.records);
        if (viewModel.doing === "settle")
            return qsTr("Looking at the receipts…");
        switch (viewModel.done) {
        case "wrote":
            return viewModel.records > 0 ? qsTr("Done: %1 in %2 files, read back and found whole. Take the folder xinsheng to the centre.").arg(viewModel.records).arg(viewModel.files) : qsTr("Nothing waits. There was nothing to write.");
        case "settled":
            return qsTr("Done: %1 receipts used, %2 are settled now.").arg(viewModel.files).arg(viewModel.records) + (viewModel.aside > 0 ? "\n" + qsTr("Set aside: %1. %2").arg(viewModel.aside).arg(viewModel.note) : "");
        case "stopped":
            return qsTr("It stopped after %1. Nothing is lost: plug a stick in and write once more.").arg(viewModel.records) + "\n" + viewModel.note;
        default:
            return "";
        }
    }

    ScreenHead {
        id: head

        x: Theme.margin
        y: Theme.mm(8)
        width: root.width - 2 * x
        title: qsTr("The stick")
        hint: root.hint()
    }
    Column {
        id: list

        x: Theme.margin
        y: head.y + head.height + Theme.mm(10)
        width: root.width - 2 * x
        spacing: Theme.mm(6)

        Words {
            width: list.width
            text: qsTr("Not sent: %1. Receipts on the stick: %2.").arg(root.viewModel.unsent).arg(root.viewModel.receipts)
        }
        Rectangle {
            objectName: "stickState"
            width: list.width
            height: state_.height + Theme.mm(12)
            visible: state_.text !== ""
            color: root.viewModel.done === "stopped" ? Theme.pendingWash : Theme.card
            radius: Theme.radius
            border.color: root.viewModel.done === "stopped" ? Theme.pending : Theme.quote
            border.width: Theme.chosenBorder

            Words {
                id: state_

                x: Theme.mm(6)
                y: Theme.mm(6)
                width: parent.width - 2 * x
                text: root.told()
                bold: true
            }
        }
    }
    Row {
        x: Theme.margin
        y: actions.y - height - Theme.mm(8)
        spacing: Theme.gutter

        PlainCard {
            objectName: "stickSettle"
            width: (root.width - 2 * Theme.margin - Theme.gutter) / 2
            height: Theme.mm(34)
            enabled: root.here && root.viewModel.receipts > 0
            opacity: enabled ? 1 : 0.45
            words: qsTr("Use the receipts")
            pictogram: "ui-check.svg"
            onClicked: root.viewModel.want("settle")
        }
        PlainCard {
            objectName: "stickWrite"
            width: (root.width - 2 * Theme.margin - Theme.gutter) / 2
            height: Theme.mm(34)
            enabled: root.here
            opacity: enabled ? 1 : 0.45
            words: qsTr("Write to the stick")
            pictogram: "ui-down.svg"
            onClicked: root.viewModel.want("write")
        }
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        ActionButton {
            objectName: "staffMenu"
            width: actions.leftWidth
            height: actions.height
            words: qsTr("Back")
            pictogram: "ui-back.svg"
            onClicked: root.viewModel.want("menu")
        }
    }
}
