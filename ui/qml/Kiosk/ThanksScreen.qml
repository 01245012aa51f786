// Thanks, the seal 收到, the receipt, and three dated promises. It is shown only when the record is durable.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property ThanksViewModel viewModel
    required property ShellViewModel shell
    readonly property bool stacked: Theme.portrait || Theme.textScale > 1 || (Theme.elder && viewModel.address !== "")

    Pager {
        id: pager

        barPlace: actions.barPlace
        x: Theme.margin
        y: Theme.mm(Theme.portrait ? 8 : 6)
        width: root.width - 2 * x
        height: actions.y - y - Theme.gap
        contents: root.stacked ? upright : wide
    }
    Column {
        id: upright

        visible: root.stacked
        width: pager.width
        spacing: Theme.mm(Theme.elder ? 8 : 12)

        ThanksHead {
            width: parent.width
            withdrawn: root.viewModel.withdrawn
        }
        ReceiptSlip {
            width: parent.width
            visible: !root.viewModel.withdrawn
            viewModel: root.viewModel
        }
        Promises {
            width: parent.width
            visible: !root.viewModel.withdrawn
            promises: root.viewModel.promises
        }
    }
    Row {
        id: wide

        visible: !root.stacked
        width: pager.width
        spacing: Theme.mm(12)

        Column {
            id: said

            width: Math.round((parent.width - parent.spacing) * (Theme.elder ? 0.54 : 0.52))
            spacing: Theme.mm(Theme.elder ? 4 : 5)

            ThanksHead {
                width: parent.width
                withdrawn: root.viewModel.withdrawn
            }
            Promises {
                width: parent.width
                visible: !root.viewModel.withdrawn
                promises: root.viewModel.promises
            }
        }
        ReceiptSlip {
            width: parent.width - parent.spacing - said.width
            visible: !root.viewModel.withdrawn
            viewModel: root.viewModel
        }
    }
    ActionRow {
        id: actions

        x: Theme.margin
        y: root.height - height - Theme.actionBottom
        width: root.width - 2 * x

        ActionButton {
            objectName: "withdraw"
            width: actions.leftWidth
            height: actions.height
            visible: root.viewModel.undoSeconds > 0 && !root.viewModel.withdrawn
            waiting: root.viewModel.withdrawing
            words: root.viewModel.withdrawing ? qsTr("Taking it back…") : qsTr("Undo (%1 s)").arg(root.viewModel.undoSeconds)
            pictogram: "ui-undo.svg"
            onClicked: root.viewModel.withdraw()
        }
        ActionButton {
            objectName: "readCode"
            x: actions.middleX
            width: actions.middleWidth
            height: actions.height
            visible: root.shell.speech && !root.viewModel.withdrawn
            words: qsTr("Read the code")
            onClicked: root.viewModel.readCode()
        }
        ActionButton {
            objectName: "finish"
            x: actions.rightX
            width: actions.rightWidth
            height: actions.height
            main: true
            words: qsTr("Finish")
            pictogram: "ui-check.svg"
            pictogramAfter: true
            onClicked: root.viewModel.finish()
        }
    }
}
