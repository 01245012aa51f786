// 用手机继续: always at the left of the action row. visible is the screen's to say.
import QtQuick
import Kiosk.Models

ActionButton {
    id: root

    required property HandoffViewModel viewModel

    objectName: "handoff"
    words: qsTr("Go on by phone")
    pictogram: "ui-phone.svg"
    onClicked: root.viewModel.open()
}
