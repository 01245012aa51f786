// A card in the middle of the plain page, two equal buttons: more time, or the end.
import QtQuick
import Kiosk.Models

Rectangle {
    id: root

    required property IdleViewModel viewModel
    readonly property bool leaving: viewModel.asks === "leave"

    objectName: "idleCard"
    color: Theme.page
    Accessible.role: Accessible.Dialog
    Accessible.name: title.says

    TapHandler {}

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.low ? parent.height - height - Theme.mm(24) : (parent.height - height) / 2
        width: Math.min(parent.width - 2 * Theme.margin, Theme.mm(230))
        height: inside.height + Theme.mm(32)
        radius: Theme.radius
        color: Theme.card
        border.color: Theme.line
        border.width: Theme.border

        Column {
            id: inside

            x: Theme.mm(14)
            y: Theme.mm(16)
            width: parent.width - 2 * x
            spacing: Theme.mm(6)

            Title {
                id: title

                width: parent.width
                says: root.leaving ? qsTr("Leave this form?") : qsTr("Do you need more time?")
            }
            Words {
                width: parent.width
                text: root.leaving ? qsTr("What you have answered is not sent and will be wiped.")
                                   : qsTr("In %1 seconds this page is wiped, to keep your answers private.").arg(root.viewModel.seconds)
                font.pixelSize: Theme.type(9.4, 11.5)
            }
            Item {
                width: 1
                height: Theme.mm(4)
            }
            Row {
                spacing: Theme.mm(12)

                ActionButton {
                    objectName: "leave"
                    width: (inside.width - Theme.mm(12)) / 2
                    words: root.leaving ? qsTr("Leave") : qsTr("End")
                    onClicked: root.viewModel.leave()
                }
                ActionButton {
                    objectName: "stay"
                    width: (inside.width - Theme.mm(12)) / 2
                    words: root.leaving ? qsTr("Go on answering") : qsTr("More time")
                    onClicked: root.viewModel.stay()
                }
            }
        }
    }
}
