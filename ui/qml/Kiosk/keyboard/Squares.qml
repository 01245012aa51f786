// 田字格 side by side, as in a schoolbook: how large a character may be, and that several may follow one another.
pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

Item {
    id: root

    readonly property int count: Math.max(1, Math.floor((width + gap) / (Math.min(height, Theme.mm(92)) + gap)))
    readonly property int gap: Theme.mm(3)
    readonly property real side: Math.min(height, (width - (count - 1) * gap) / count)

    Row {
        anchors.centerIn: parent
        spacing: root.gap

        Repeater {
            model: root.count

            Rectangle {
                width: root.side
                height: root.side
                color: "transparent"
                border.color: Theme.hair
                border.width: Theme.border

                Dotted {
                    y: parent.height / 2
                    length: parent.width
                }
                Dotted {
                    x: parent.width / 2
                    length: parent.height
                    upright: true
                }
            }
        }
    }

    component Dotted: Item {
        id: line

        required property real length
        property bool upright: false

        Repeater {
            // While a screen is laid out a square may be less than nothing, and no model is.
            model: Math.max(0, Math.floor(line.length / Theme.mm(4)))

            Rectangle {
                required property int index

                x: line.upright ? 0 : (index + 0.25) * Theme.mm(4)
                y: line.upright ? (index + 0.25) * Theme.mm(4) : 0
                width: line.upright ? Theme.ruleThin : Theme.mm(2)
                height: line.upright ? Theme.mm(2) : Theme.ruleThin
                color: Theme.hair
            }
        }
    }
}
