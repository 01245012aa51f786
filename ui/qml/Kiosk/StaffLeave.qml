// Closing the kiosk, asked once more.
import QtQuick
import Kiosk.Models

Item {
    id: root

    required property BackstageViewModel viewModel

    ScreenHead {
        x: Theme.margin
        y: Theme.mm(8)
        width: root.width - 2 * x
        title: qsTr("Close the kiosk?")
        hint: qsTr("The screen goes dark and visitors cannot say anything. To begin again, switch the terminal off and on. What was said is kept.")
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
        ActionButton {
            objectName: "staffOut"
            x: actions.rightX
            width: actions.rightWidth
            height: actions.height
            main: true
            words: qsTr("Close the kiosk")
            onClicked: root.viewModel.want("out")
        }
    }
}
