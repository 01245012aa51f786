// Over every screen while it is used for anything but visitors' own words: what for, and the way out. In practice a
// watermark lies over the page as well, so that no picture of it passes for the real thing.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Item {
    id: root

    required property BackstageViewModel viewModel
    readonly property bool training: viewModel.training

    Rectangle {
        width: root.width
        height: Theme.header - Theme.mm(3)
        color: Theme.pendingWash

        Rectangle {
            y: parent.height - height
            width: parent.width
            height: Theme.chosenBorder
            color: Theme.pending
        }
        Words {
            x: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            width: end.x - x - Theme.mm(4)
            color: Theme.pending
            bold: true
            font.pixelSize: Theme.label
            spacing: 1.3
            text: root.training ? qsTr("Practice. Nothing here counts, and nothing is sent.") : root.viewModel.entering === "paper" ? qsTr("Staff %1 enters slip %2").arg(root.viewModel.by).arg(root.viewModel.slip) : qsTr("Staff %1 types for a visitor").arg(root.viewModel.by)
        }
        TouchCard {
            id: end

            objectName: "staffEnd"
            x: parent.width - width - Theme.margin
            y: (parent.height - height) / 2
            width: Theme.mm(60)
            height: Theme.mm(25)
            words: root.training ? qsTr("End practice") : qsTr("End entering")
            onClicked: root.viewModel.want("end")

            Caption {
                anchors.centerIn: parent
                width: parent.width - Theme.mm(4)
                says: end.words
                bold: true
                size: Theme.label
            }
        }
    }
    Repeater {
        model: root.training ? 3 : 0

        Words {
            required property int index

            x: (root.width - width) / 2
            y: root.height * (index + 1) / 4
            rotation: -24
            opacity: 0.16
            text: qsTr("PRACTICE")
            bold: true
            font.pixelSize: Theme.mm(44)
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
