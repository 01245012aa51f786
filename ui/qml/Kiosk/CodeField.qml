// The code so far, in two groups of five boxes: one box a sign.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: root

    required property string typed
    required property int length
    property bool stacked: false
    readonly property int groupGap: Theme.mm(8)
    readonly property int boxGap: Theme.mm(2)
    readonly property real box: Math.floor(stacked ? (width - 4 * boxGap) / 5 : (width - groupGap - 8 * boxGap) / 10)
    readonly property real boxHeight: Math.min(stacked ? (height - groupGap) / 2 : height, box * 1.7)

    Item {
        width: root.width
        height: root.stacked ? 2 * root.boxHeight + root.groupGap : root.boxHeight
        Accessible.role: Accessible.EditableText
        Accessible.name: root.typed.split("").join(" ")
    }
    Repeater {
        model: root.length

        Rectangle {
            id: place

            required property int index
            readonly property bool current: index === root.typed.length

            // A code is read from the left in every script.
            readonly property real fromLeft: Math.round((root.stacked ? index % 5 : index) * (root.box + root.boxGap) + (!root.stacked && index > 4 ? root.groupGap - root.boxGap : 0))
            x: Theme.mirrored ? root.width - fromLeft - width : fromLeft
            y: root.stacked && index > 4 ? root.boxHeight + root.groupGap : 0
            width: root.box
            height: root.boxHeight
            radius: Theme.keyRadius
            color: Theme.card
            border.color: current ? Theme.chosen : Theme.line
            border.width: current ? Theme.mm(1) : Theme.border

            Words {
                anchors.centerIn: parent
                text: place.index < root.typed.length ? root.typed[place.index] : ""
                bold: true
                font.pixelSize: Math.round(Math.min(root.box * 0.72, root.boxHeight * 0.66))
                spacing: Theme.labelled
                Accessible.ignored: true
            }
        }
    }
}
