// One turn of the thread: staff's words on the page, the visitor's own on celadon.
import QtQuick

Rectangle {
    id: root

    required property var turn
    readonly property bool mine: turn.sender === "visitor"

    height: column.height + Theme.mm(9)
    color: mine ? Theme.quoteWash : Theme.card
    border.color: mine ? Theme.quote : Theme.line
    border.width: Theme.contrast || !mine ? Theme.border : 0

    Rectangle {
        width: Theme.mm(2)
        height: parent.height
        color: root.mine ? Theme.quote : Theme.line
    }
    Column {
        id: column

        x: Theme.mm(8)
        y: Theme.mm(4.5)
        width: parent.width - 2 * x
        spacing: Theme.mm(1)

        Words {
            width: parent.width
            text: [root.mine ? qsTr("You") : qsTr("Our staff"), Dates.day(root.turn.day)].filter(part => part).join("\u3000")
            color: Theme.inkSoft
            font.pixelSize: Theme.small
            spacing: 1.3
        }
        Words {
            width: parent.width
            text: root.turn.text
        }
    }
}
