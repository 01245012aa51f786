// One numbered line of help.
import QtQuick

Item {
    id: root

    required property int number
    required property string says
    readonly property Item rows: line

    height: Math.max(disc.height, line.height)

    Rectangle {
        id: disc

        // Beside the first line of many.
        y: line.lineCount > 2 ? Math.max(0, (line.lineHeight - height) / 2) : (root.height - height) / 2
        width: Math.max(Theme.mm(14), Math.round(Theme.tile * 1.5))
        height: width
        radius: width / 2
        color: "transparent"
        border.color: Theme.ink
        border.width: Theme.mm(0.8)

        Words {
            anchors.centerIn: parent
            text: root.number
            bold: true
            font.pixelSize: Theme.tile
            spacing: Theme.labelled
            Accessible.ignored: true
        }
    }
    Words {
        id: line

        x: disc.width + Theme.mm(6)
        y: (root.height - height) / 2
        width: root.width - x
        text: root.says
        font.pixelSize: Theme.type(9.4, 11.5)
        spacing: Theme.running
    }
}
