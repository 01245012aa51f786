// 文武线: the thick-and-thin rule. In a form the thick line is the progress, one piece a question.
pragma ComponentBehavior: Bound

import QtQuick

Item {
    id: root

    property int position: 0
    property int total: 0

    implicitHeight: Theme.ruleThick + Theme.mm(0.8) + Theme.ruleThin

    Rectangle {
        width: root.width
        height: Theme.ruleThick
        visible: root.total === 0
        color: Theme.ink
    }
    Row {
        id: pieces

        readonly property int gap: Theme.mm(root.total > 16 ? 1 : 2)

        spacing: gap
        visible: root.total > 0

        Repeater {
            model: root.total

            Rectangle {
                required property int index

                width: (root.width - (root.total - 1) * pieces.gap) / root.total
                height: Theme.ruleThick
                color: index < root.position ? Theme.ink : Theme.page
                border.color: index < root.position ? Theme.ink : Theme.line
                border.width: Theme.ruleThin
            }
        }
    }
    Rectangle {
        y: root.height - height
        width: root.width
        height: Theme.ruleThin
        color: Theme.ink
    }
}
