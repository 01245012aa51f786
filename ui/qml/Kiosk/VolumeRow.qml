// Five steps of volume. Each is named by its number, and stands higher than the one before.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

Row {
    id: root

    required property ShellViewModel shell
    readonly property int count: 5

    spacing: Theme.gutter

    Repeater {
        model: root.count

        TouchCard {
            id: step

            required property int index

            objectName: "volume_" + (index + 1)
            width: (root.width - (root.count - 1) * root.spacing) / root.count
            height: Theme.mm(Theme.portrait && !Theme.low ? 34 : 28)
            words: qsTr("Volume %1", "of five").arg(index + 1)
            chosen: root.shell.volume === index + 1
            Accessible.role: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: chosen
            onClicked: root.shell.chooseVolume(index + 1)

            Rectangle {
                x: (parent.width - number.width) / 2 - width - Theme.mm(2)
                y: number.y + number.height - height - Theme.mm(2)
                width: Theme.mm(3)
                height: Theme.mm(3 + 3 * step.index)
                color: step.chosen ? Theme.chosen : Theme.inkSoft
            }
            Words {
                id: number

                anchors.centerIn: parent
                text: step.index + 1
                bold: step.chosen
                font.pixelSize: Theme.answer
                spacing: Theme.labelled
                Accessible.ignored: true
            }
        }
    }
}
