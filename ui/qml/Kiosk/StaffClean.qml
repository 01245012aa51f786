// The glass can be wiped: touch does nothing until the seconds are over.
import QtQuick
import Kiosk.Models

Rectangle {
    id: root

    required property BackstageViewModel viewModel

    color: Theme.codeDark

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: Theme.mm(10)

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.codeLight
            text: qsTr("Wipe the screen now. Touch does nothing.")
            font.pixelSize: Theme.section
        }
        Words {
            objectName: "cleanLeft"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            color: Theme.codeLight
            text: root.viewModel.left
            bold: true
            font.pixelSize: Theme.mm(40)
            spacing: 1.3
        }
    }
}
