// The line along which a slip is torn.
import QtQuick

Item {
    id: root

    width: Theme.border

    Repeater {
        model: Math.max(0, Math.floor(root.height / Theme.mm(4)))

        Rectangle {
            required property int index

            y: index * Theme.mm(4)
            width: Theme.border
            height: Theme.mm(2)
            color: Theme.line
        }
    }
}
