// Something to read, as a card of information: no foot, nothing to touch.
import QtQuick

Pager {
    id: root

    required property string words

    contents: Column {
        width: root.width

        Rectangle {
            width: parent.width
            height: text.height + Theme.mm(20)
            visible: root.words !== ""
            radius: Theme.radius
            color: Theme.card
            border.color: Theme.line
            border.width: Theme.border

            Words {
                id: text

                x: Theme.mm(10)
                y: Theme.mm(10)
                width: parent.width - 2 * x
                text: root.words
                font.pixelSize: Theme.answer
            }
        }
    }
}
